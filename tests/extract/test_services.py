import time
from dataclasses import asdict

import pytest

from regkb.extract.listings import Point
from regkb.extract.procedures import read_point_lists
from regkb.extract.provisions import Provision
from regkb.extract.service_fields import read_fields
from regkb.extract.services import extract_services
from regkb.extract.time_limits import find_time_limits
from regkb.schemas.record import Paragraph
from tests.extract.specimens import order_of, real_act, regulation

CITED = "Үлгі министрінің 2016 жылғы 9 ақпандағы № 31 бұйрығымен"


@pytest.fixture(scope="module")
def extracted():
    paragraphs = regulation()
    return extract_services(paragraphs, [order_of(paragraphs, CITED)], "kk")


def test_only_regulations_of_services_are_services(extracted):
    services, _ = extracted
    assert [(service.annex, service.title) for service in services] == [
        ("1", "Бақша учаскесіне рұқсат беру"),
        ("2", "Көшет (екпе) материалын беру"),
    ]


def test_general_provisions(extracted):
    first, second = extracted[0]
    assert first.provider == "Үлгі облысының жер қатынастары (аудандық) бөлімдері"
    assert (first.recipient, first.fee) == ("жеке және заңды тұлғаларға", "free")
    assert (first.form, first.automation) == (["electronic", "paper"], "partial")
    assert first.result == "1) рұқсат;\n2) дәлелді бас тарту"
    assert second.provider == "«Үлгі орман шаруашылығы» мекемесі"
    assert (second.recipient, second.fee, second.form, second.automation) == ("жеке тұлғаларға", None, [], None)
    assert second.result.startswith("Көктемде") and second.result.endswith("тұқым болып табылады")


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("«Көшет беру» электрондық мемлекеттік қызмет регламенті", "Көшет беру"),
        ("«Көшет беру» электрондық мемлекеттік қызметінің регламенті", "Көшет беру"),
        ("«Көшет беру» көрсетілетін мемлекеттік қызмет регламенті", "Көшет беру"),
        ("«Көшет беру» мемлекеттік қызмет көрсету регламенті", "Көшет беру"),
    ],
)
def test_wordings_of_titles(heading, title):
    rows = [("title", heading), ("section:1/heading", "1. Жалпы ережелер"), ("section:1/point:1", "1. Көшет.")]
    paragraphs = [Paragraph(path=f"annex:1/{path}", text=text) for path, text in rows]
    assert [service.title for service in extract_services(paragraphs, [], "kk")[0]] == [title]


GENERAL = [
    (["Электрондық мемлекеттік қызметті автоматтандыру дәрежесі: ішінара автоматтандырылған."],
     {"form": ("electronic",), "automation": "partial"}),
    (["Көрсетілетін мемлекеттік қызметтің нысаны: электрондық (толығымен автоматтандырылған)."],
     {"form": ("electronic",), "automation": "full"}),
    (["Көрсетілетін қызметтің нысаны – қағаз түрінде."], {"form": ("paper",)}),
    (["Мемлекеттік қызмет электрондық және (немесе) қағаз нысанда көрсетіледі."], {"form": ("electronic", "paper")}),
    (["Көрсетілетін мемлекеттік қызметтің нәтижесі – көшет паспорты."], {"result": "көшет паспорты"}),
    (["Қызмет көрсету нәтижесі – көшет паспорты."], {"result": "көшет паспорты"}),
    (["Көшет паспорты (бұдан әрі – паспорт) мемлекеттік қызмет көрсету нәтижесі болып табылады."],
     {"result": "Көшет паспорты (бұдан әрі – паспорт)"}),
    (["Көшетті өлшеу мемлекеттік көрсетілетін қызметтің нәтижесі жазбаша қорытынды болып табылады."],
     {"result": "Көшетті өлшеу мемлекеттік көрсетілетін қызметтің нәтижесі жазбаша қорытынды болып табылады"}),
    (["Мемлекеттік қызмет көрсету нәтижесі мыналар болып табылады:", "1) көшет;", "2) тұқым."],
     {"result": "1) көшет;\n2) тұқым"}),
    (["Мемлекеттік қызмет көрсету нысаны: қағаз түрінде.", "Мемлекеттік қызмет көрсету нәтижесі – көшет."],
     {"form": ("paper",), "result": "көшет"}),
    (["Мемлекеттік қызмет Үлгі облысының тұрғындарына тегін көрсетіледі."],
     {"recipient": "Үлгі облысының тұрғындарына", "fee": "free"}),
    (["Мемлекеттік қызмет жеке тұлғаларға: бағбандарға, орманшыларға көрсетіледі."],
     {"recipient": "жеке тұлғаларға: бағбандарға, орманшыларға"}),
    (["Мемлекеттік көрсетілетін қызмет тегін негізде бағбандарға (бұдан әрі – көрсетілетін қызметті алушы) көрсетіледі."],
     {"recipient": "бағбандарға", "fee": "free"}),
    (["Мемлекеттік қызмет жеке тұлғаларға ақылы негізде көрсетіледі."], {"recipient": "жеке тұлғаларға"}),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "told"), GENERAL, ids=[texts[0] for texts, _ in GENERAL])
def test_wordings_of_general_provisions(texts, told):
    paths = ["", *(f"/subpoint:{text[0]}" if text[1] == ")" else "/p" for text in texts[1:])]
    texts = [f"2. {texts[0]}", *texts[1:]]
    paragraphs = tuple(
        Provision(index, Paragraph(path=f"point:2{path}", text=text))
        for index, (path, text) in enumerate(zip(paths, texts, strict=True))
    )
    fields = read_fields([Point("point:2", "1. Жалпы ережелер", paragraphs)], "kk")
    silent = {"provider": None, "recipient": None, "fee": None, "form": (), "automation": None, "result": None}
    assert asdict(fields) == silent | told


def test_standard_rests_on_the_act_cited_before_it(extracted):
    first, second = extracted[0]
    assert first.standard.title == "Бақша учаскесіне рұқсат беру"
    assert first.standard.approved_by.number == "31"
    assert second.standard is None


def test_roles_without_numbers(extracted):
    roles = extracted[0][0].roles
    assert [(role.text, role.canonical) for role in roles] == [
        ("кеңсе маманы", "office_clerk"),
        ("бөлім басшысы", "provider_head"),
        ("жауапты орындаушы", "responsible_executor"),
    ]
    assert all(role.score >= 90 for role in roles)


def test_time_limits(extracted):
    limits = extracted[0][0].time_limits
    assert [limit.at for limit in limits] == [
        "annex:1/section:3/point:9/subpoint:1",
        "annex:1/section:3/point:9/subpoint:2",
        "annex:1/section:4/point:10/p",
    ]
    [given, refused] = limits[0].durations
    assert (given.value, given.limit, given.condition) == (7, "max", "рұқсат беру үшін")
    assert (refused.value, refused.limit, refused.condition) == (2, "exact", "бас тарту үшін")
    assert [(limit.durations[0].value, limit.durations[0].limit) for limit in limits[1:]] == [
        (15, "max"),
        (25, "exact"),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Мемлекеттік қызметті көрсету мерзімдері – 6 жұмыс күнінен аспайды.", [6]),
        ("Көрсетілетін мемлекеттік қызметтің мерзімі – 12 жұмыс күні.", [12]),
        ("Тұтынушыға қызмет көрсетудің рұқсат берілген ең көп уақыты – 35 минут.", [35]),
        ("Кезек күтудің барынша рұқсат етілген уақыты – 25 минут.", [25]),
        ("Тапсыруға рұқсат етілген ең көп күту уақыты – 20 минут.", [20]),
        ("Мемлекеттік қызмет көшет берілген күннен бастап он күнтізбелік күн ішінде көрсетіледі.", [10]),
        ("Мемлекеттік қызмет күн сайын, 2 сағат үзіліспен, сағат 9.00-ден 18.00-ге дейін көрсетіледі.", []),
        ("Тұтынушының кезек күту уақыты 40 минуттан аспауы керек.", [40]),
        ("Қызмет көрсету уақыты – 3 күн.", [3]),
        ("Мемлекеттік қызмет көрсетудің жалпы ұзақтығы – 10 жұмыс күні.", [10]),
        ("Рәсімді орындаудың ұзақтығы – 10 жұмыс күні.", []),
        ("Кезек күтудің шекті рұқсат етілетін уақыты – 45 минуттан аспайды.", [45]),
        ("Нәтиже мемлекеттік қызмет көрсету мерзімі өткенге дейін бір тәуліктен кешіктірмей жеткізіледі.", []),
        ("Бақта қызмет мерзімі – 5 жыл.", []),
    ],
)
def test_wordings_of_time_limits(text, values):
    point = Point("point:9", "4. Өзара іс-қимыл", (Provision(0, Paragraph(path="point:9", text=f"9. {text}")),))
    found = find_time_limits(read_point_lists([point], "kk"), "kk")
    assert [duration.value for limit in found for duration in limit.durations] == values


def test_doubts_are_told(extracted):
    found = {(diagnostic.code, diagnostic.at) for diagnostic in extracted[1]}
    assert found == {
        ("duration.figure_and_words", "annex:1/section:2/point:5/subpoint:1"),
        ("procedure.longer_than_limit", "annex:1/section:3/point:8"),
    }


def test_a_regulation_without_steps_is_told():
    paragraphs = [p for p in regulation() if p.path.startswith("annex:2/") and "section:2/point" not in p.path]
    services, diagnostics = extract_services(paragraphs, [], "kk")
    assert [service.procedures for service in services] == [[]]
    assert [diagnostic.code for diagnostic in diagnostics] == ["service.no_procedures"]


def test_an_act_without_annexes_has_no_services():
    assert extract_services([p for p in regulation() if p.path == "point:1"], [], "kk") == ([], [])


@pytest.mark.parametrize("name", ["000", "001"])
def test_real_acts(name):
    paragraphs, references, expected = real_act(name)
    services, _ = extract_services(paragraphs, references, "kk")
    assert [
        plain(service.model_dump(mode="json"), want) for service, want in zip(services, expected, strict=True)
    ] == expected


def plain(have, want):
    """What the annotation has of a value: its keys alone."""
    if isinstance(want, dict):
        return {key: plain(have[key], value) for key, value in want.items()}
    if isinstance(want, list):
        assert len(have) == len(want)
        return [plain(*pair) for pair in zip(have, want, strict=True)]
    return have


def test_russian_regulation():
    paragraphs = regulation("regulation_ru")
    order = order_of(paragraphs, "приказом Министра образцов от 9 февраля 2016 года № 31")
    [service], diagnostics = extract_services(paragraphs, [order], "ru")
    assert (service.title, service.fee) == ("Выдача разрешения на садовый участок", "free")
    assert service.provider == "отделами (районными) земельных отношений Образцовой области"
    assert service.recipient == "физическим и юридическим лицам"
    assert (service.form, service.automation) == (["electronic", "paper"], "partial")
    assert service.result.startswith("разрешение по форме") and service.standard.approved_by.number == "31"
    assert [role.canonical for role in service.roles] == ["office_clerk", "responsible_executor"]
    provider, interaction, corporation, portal = service.procedures
    assert [p.kind for p in service.procedures] == ["provider", "interaction", "corporation", "portal"]
    assert provider.steps[0].result == "входящий номер" and provider.results == ["входящий номер", "решение"]
    assert [(d.value, d.limit, d.condition) for d in provider.steps[1].durations] == [
        (3, "within", "в случае выдачи разрешения"),
        (1, "max", "в случае отказа"),
    ]
    assert [step.actor for step in (*interaction.steps, *corporation.steps)] == [
        "сотрудником канцелярии",
        "работник Государственной корпорации",
    ]
    assert [(step.label, step.kind) for step in portal.steps] == [("процесс 1", "process"), ("условие 1", "condition")]
    assert [limit.durations[0].value for limit in service.time_limits] == [3, 20, 15]
    assert [diagnostic.code for diagnostic in diagnostics] == ["duration.figure_and_words"]


@pytest.mark.parametrize(
    "piece", ["қызметкер ", "көрсетілетін қызметті берушінің ", "15 (он ", "бастап 15 күннен: ", "нәтижесі – ("]
)
def test_a_long_repetition_takes_no_longer_than_its_length(piece):
    text = piece * (20_000 // len(piece))
    rows = [("title", '"Үлгі" мемлекеттік көрсетілетін қызмет регламенті'), ("section:2/heading", text)]
    rows += [("section:2/point:1", f"1. {text}:"), ("section:2/point:1/subpoint:1", f"1) {text}")]
    paragraphs = [Paragraph(path=f"annex:1/{path}", text=words) for path, words in rows]
    start = time.process_time()
    services, _ = extract_services(paragraphs, [], "kk")
    assert len(services) == 1
    assert time.process_time() - start < 5


def fields_of(language, title, *general):
    rows = [("title", title), ("section:1/heading", "1. Общие положения" if language == "ru" else "1. Жалпы ережелер")]
    rows += [(f"section:1/point:{number}", f"{number}. {text}") for number, text in enumerate(general, 1)]
    paragraphs = [Paragraph(path=f"annex:1/{path}", text=text) for path, text in rows]
    [service], _ = extract_services(paragraphs, [], language)
    return service


@pytest.mark.parametrize("term", ["потребитель", "получатель", "услугополучатель"])
def test_a_term_is_told_by_what_it_means(term):
    service = fields_of(
        "ru",
        "Регламент государственной услуги «Узор»",
        f"{term} – физическое лицо;",
        "уполномоченный орган - государственное учреждение «Отдел узоров»;",
        "Государственная услуга оказывается уполномоченным органом по адресу: улица Мысал, 5.",
    )
    assert (service.provider, service.recipient) == ("государственное учреждение «Отдел узоров»", "физическое лицо")


def test_a_term_is_told_by_what_it_means_though_another_way_is_named_beside_it():
    service = fields_of(
        "ru",
        "Регламент государственной услуги «Узор»",
        "уполномоченный орган – отдел узоров района;",
        "Государственная услуга оказывается уполномоченным органом, а также через центры узоров.",
    )
    assert service.provider == "отдел узоров района"


def test_a_term_in_kazakh_is_told_by_what_it_means():
    title = "«Үлгі» мемлекеттік қызмет регламенті"
    service = fields_of("kk", title, "тұтынушы – жеке тұлға;", "уәкілетті орган – «Үлгі бөлімі» мекемесі;")
    assert (service.provider, service.recipient) == ("«Үлгі бөлімі» мекемесі", "жеке тұлға")


def test_terms_are_told_in_a_section_of_their_own():
    rows = [
        ("title", "«Үлгі» мемлекеттік қызмет регламенті"),
        ("section:1/heading", "1. Негізгі ұғымдар"),
        ("section:1/point:1", "1. Осы регламентте мынадай ұғымдар пайдаланылады:"),
        ("section:1/point:1/subpoint:1", "1) тұтынушы – жеке тұлға;"),
        ("section:1/point:1/subpoint:2", "2) уәкілетті орган – «Үлгі бөлімі» мекемесі."),
        ("section:2/heading", "2. Жалпы ережелер"),
        ("section:2/point:2", "2. Мемлекеттік қызмет уәкілетті органмен көрсетіледі."),
        ("section:3/heading", "3. Мемлекеттік қызмет көрсету тәртібіне қойылатын талаптар"),
        ("section:3/point:3", "3. Өтініштің бланкілері тегін беріледі."),
    ]
    paragraphs = [Paragraph(path=f"annex:1/{path}", text=text) for path, text in rows]
    [service], _ = extract_services(paragraphs, [], "kk")
    assert (service.provider, service.recipient, service.fee) == ("«Үлгі бөлімі» мекемесі", "жеке тұлға", None)
    paragraphs.append(Paragraph(path="annex:1/section:3/point:4", text="4. Мемлекеттік қызмет тегін көрсетіледі."))
    [service], _ = extract_services(paragraphs, [], "kk")
    assert service.fee == "free"


@pytest.mark.parametrize(
    ("language", "text", "fee"),
    [
        ("ru", "Государственная услуга предоставляется бесплатно.", "free"),
        ("ru", "Государственная услуга для жителей области оказывается бесплатно.", "free"),
        ("ru", "Бланки узоров для государственной услуги предоставляются бесплатно.", None),
        ("kk", "Мемлекеттік қызмет тегін көрсетіледі.", "free"),
        ("kk", "Мемлекеттік қызмет бланкілері тегін беріледі.", None),
    ],
)
def test_the_fee_told_outside_the_general_provisions(language, text, fee):
    russian = language == "ru"
    rows = [
        ("title", "Регламент государственной услуги «Узор»" if russian else "«Үлгі» мемлекеттік қызмет регламенті"),
        ("section:1/heading", "1. Общие положения" if russian else "1. Жалпы ережелер"),
        ("section:1/point:1", "1. Узор." if russian else "1. Үлгі."),
        ("section:2/heading", "2. Требования к порядку оказания" if russian else "2. Көрсету тәртібіне талаптар"),
        ("section:2/point:2", f"2. {text}"),
    ]
    paragraphs = [Paragraph(path=f"annex:1/{path}", text=text) for path, text in rows]
    [service], _ = extract_services(paragraphs, [], language)
    assert service.fee == fee


def test_an_authorised_body_at_some_place_is_told_by_what_it_means():
    service = fields_of(
        "ru",
        "Регламент государственной услуги «Узор»",
        "уполномоченный орган – государственное учреждение «Отдел узоров»;",
        "Государственная услуга оказывается уполномоченным органом по месту нахождения сада.",
    )
    assert service.provider == "государственное учреждение «Отдел узоров»"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Государственная услуга оказывается в течение 10 календарных дней.", [10]),
        ("Время ожидания в очереди – не более 30 минут.", [30]),
        ("Узоры рисуются в течение 10 дней.", []),
    ],
)
def test_wordings_of_time_limits_in_russian(text, values):
    service = fields_of("ru", "Регламент государственной услуги «Узор»", text)
    assert [duration.value for limit in service.time_limits for duration in limit.durations] == values


def test_a_named_provider_is_not_the_authorised_body():
    service = fields_of(
        "ru",
        "Регламент государственной услуги «Узор»",
        "уполномоченный орган – Министерство узоров;",
        "Государственная услуга оказывается аппаратом акима района.",
    )
    assert service.provider == "аппаратом акима района"


def test_an_electronic_service_of_2012():
    service = fields_of(
        "ru",
        "Регламент электронной государственной услуги «Узор»",
        "Услугодателем государственной услуги «Узор» является управление узоров области.",
        "Степень автоматизации электронной государственной услуги: частично автоматизированная.",
        "Государственная услуга оказывается бесплатно физическим лицам (далее – услугополучатель).",
    )
    assert (service.title, service.automation, service.fee) == ("Узор", "partial", "free")
    assert (service.provider, service.recipient) == ("управление узоров области", "физическим лицам")


def test_the_term_of_the_service_below_a_step_is_no_length_of_the_step():
    rows = [
        ("title", "«Көшет беру» мемлекеттік көрсетілетін қызмет регламенті"),
        ("section:2/heading", "2. Іс-қимыл тәртібі"),
        ("section:2/point:4", "4. Рәсімдер (іс-қимылдар):"),
        ("section:2/point:4/subpoint:1", "1) маман құжаттарды қабылдайды – 15 минут;"),
        ("section:2/point:4/subpoint:1/p", "көшет қоры жоқ болса – 20 минут;"),
        (
            "section:2/point:4/subpoint:1/p",
            "Көшет жүйеде болмаған жағдайда мемлекеттік қызмет көрсету мерзімі – 3 жұмыс күні.",
        ),
        ("section:2/point:4/subpoint:2", "2) басшы қол қояды – 5 минут."),
    ]
    paragraphs = [Paragraph(path=f"annex:1/{path}", text=text) for path, text in rows]
    (service,) = extract_services(paragraphs, [], "kk")[0]
    assert [[d.text for d in step.durations] for step in service.procedures[0].steps] == [
        ["15 минут", "20 минут"],
        ["5 минут"],
    ]
    [limit] = service.time_limits
    assert (limit.at, [d.text for d in limit.durations]) == ("annex:1/section:2/point:4/subpoint:1/p", ["3 жұмыс күні"])
    assert limit.durations[0].condition == "Көшет жүйеде болмаған жағдайда"
    assert "3 жұмыс күні" in service.procedures[0].steps[0].text


def test_facts_of_paragraphs_that_share_a_path_tell_which_is_theirs():
    rows = [
        ("title", "«Көшет беру» мемлекеттік көрсетілетін қызмет регламенті"),
        ("section:2/heading", "2. Іс-қимыл тәртібі"),
        ("section:2/point:4", "4. Көрсетілетін қызметті берушінің рәсімдері (іс-қимылдары):"),
        ("section:2/point:4/subpoint:1", "1) маман құжаттарды қабылдайды – 15 минут;"),
        ("section:2/point:4/p", "Рәсімдердің (іс-қимылдардың) реттілігі:"),
        ("section:2/point:4/subpoint:1", "1) маман құжаттарды тіркейді және оны – 15 минут;"),
        ("section:2/point:4/subpoint:1/p", "көшет қоры жоқ болса – 20 минут;"),
        ("section:2/point:4/subpoint:2", "2) басшы қол қояды – 5 минут."),
        ("section:2/point:5", "5. Қызмет алушының кезекте күтуінің рұқсат берілген ең ұзақ уақыты – 15 минут."),
        ("section:2/point:6", "6. Қатысатын құрылымдық бөлімшелер (қызметкерлер) тізбесі:"),
        ("section:2/point:6/subpoint:1", "1) маман."),
    ]
    paragraphs = [Paragraph(path=f"annex:1/{path}", text=text) for path, text in rows]
    (service,) = extract_services(paragraphs, [], "kk")[0]
    steps = [step for procedure in service.procedures for step in procedure.steps]
    assert [(step.index, [duration.index for duration in step.durations]) for step in steps] == [
        (3, [3]),
        (5, [5, 6]),
        (7, [7]),
    ]
    assert [step.actor_role.index for step in steps] == [3, 5, 7]
    assert [(limit.index, limit.durations[0].index) for limit in service.time_limits] == [(8, 8)]
    assert [role.index for role in service.roles] == [10]
    for duration in (duration for step in steps for duration in step.durations):
        start, end = duration.span
        assert paragraphs[duration.index].text[start:end] == duration.text


def test_an_editors_note_shifts_no_number_of_a_paragraph():
    rows = [
        ("title", "«Көшет беру» мемлекеттік көрсетілетін қызмет регламенті"),
        ("section:2/heading", "2. Іс-қимыл тәртібі"),
        ("section:2/p", "Ескерту. 2-тармақ жаңа редакцияда – Үлгі облысы әкімдігінің 05.05.2017 № 7 қаулысымен."),
        ("section:2/point:4", "4. Рәсімдер (іс-қимылдар):"),
        ("section:2/point:4/subpoint:1", "1) маман құжаттарды қабылдайды – 15 минут;"),
        ("section:2/point:4/subpoint:2", "2) басшы қол қояды – 5 минут."),
    ]
    paragraphs = [Paragraph(path=f"annex:1/{path}", text=text) for path, text in rows]
    (service,) = extract_services(paragraphs, [], "kk")[0]
    [procedure] = service.procedures
    assert [(step.index, step.durations[0].index) for step in procedure.steps] == [(4, 4), (5, 5)]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "ru",
            "Услугодателем является государственное учреждение «Узоры» (далее – услугодатель).",
            {"provider": "государственное учреждение «Узоры»"},
        ),
        (
            "ru",
            "Услугодателями являются организации, оказывающие помощь садам (далее – услугодатель).",
            {"provider": "организации, оказывающие помощь садам"},
        ),
        (
            "ru",
            "Государственная услуга оказывается услугодателями: управлением узоров (далее – услугодатель).",
            {"provider": "управлением узоров"},
        ),
        (
            "ru",
            "Услугодателем государственной услуги «Узор» (далее – государственная услуга) являются маляры области"
            " (далее – услугодатель).",
            {"provider": "маляры области"},
        ),
        (
            "ru",
            "Государственная услуга предоставляется физическим лицам области бесплатно.",
            {"recipient": "физическим лицам области", "fee": "free"},
        ),
        ("ru", "Государственная услуга является бесплатной.", {"fee": "free"}),
        ("ru", "Услуга оказывается садам на бесплатной основе.", {"recipient": "садам", "fee": "free"}),
        (
            "ru",
            "Государственная услуга оказывается на платной основе (бланк узора) физическим лицам"
            " (далее – услугополучатель).",
            {"recipient": "физическим лицам"},
        ),
        (
            "ru",
            "Государственная услуга предоставляется отделом «Сады», а также через центры обслуживания.",
            {"provider": "отделом «Сады»"},
        ),
        (
            "ru",
            'Государственная услуга "Узор" оказывается отделами садов области.',
            {"provider": "отделами садов области"},
        ),
        ("ru", "Услуга оказывается физическим лицам бесплатно.", {"recipient": "физическим лицам", "fee": "free"}),
        ("ru", "Результат – паспорт сада.", {"result": "паспорт сада"}),
        ("ru", "Форма оказания: бумажная.", {"form": ["paper"]}),
        ("ru", "Услугодатель: отдел «Сады».", {"provider": "отдел «Сады»"}),
        ("ru", "Выдача результатов оказания государственной услуги осуществляется в канцелярии.", {}),
        ("ru", "Государственная услуга оказывается в бумажной форме.", {"form": ["paper"]}),
        ("ru", "Форма оказываемой услуги: частично автоматизированная.", {"automation": "partial"}),
        ("ru", "Государственная услуга бесплатная.", {"fee": "free"}),
        (
            "ru",
            "Государственная услуга оказывается садовым семьям, постоянно живущим в области.",
            {"recipient": "садовым семьям, постоянно живущим в области"},
        ),
        ("ru", "Потребителями государственной услуги являются жители области.", {"recipient": "жители области"}),
        (
            "ru",
            "Государственная услуга оказывается бесплатно физическим лицам, имеющим сады.",
            {"recipient": "физическим лицам, имеющим сады", "fee": "free"},
        ),
        ("ru", "Государственная услуга оказывается на основании статьи 5 Закона.", {}),
        ("ru", "По завершении оказания услуги выдается узор.", {}),
        ("ru", "Завершением государственной услуги является выдача узора.", {"result": "выдача узора"}),
        ("ru", "Вид оказываемой государственной услуги: бумажная.", {"form": ["paper"]}),
        ("ru", "Конечным результатом оказания государственной услуги является узор.", {"result": "узор"}),
        (
            "ru",
            "Результатом оказываемой государственной услуги, которую получит потребитель, является узор.",
            {"result": "узор"},
        ),
        (
            "kk",
            "Көрсетілетін қызметті беруші: «Үлгі басқармасы» мекемесі (бұдан әрі – көрсетілетін қызметті беруші).",
            {"provider": "«Үлгі басқармасы» мекемесі"},
        ),
        ("kk", "Көрсетілетін қызметті берушілер – облыстың бақ ұйымдары.", {"provider": "облыстың бақ ұйымдары"}),
        (
            "kk",
            "Мемлекеттік көрсетілетін қызметті беруші – облыстың бақ ұйымы (бұдан әрі – көрсетілетін қызметті беруші).",
            {"provider": "облыстың бақ ұйымы"},
        ),
        ("kk", "Мемлекеттік қызмет «Үлгі» мемлекеттік қызмет стандартына сәйкес көрсетіледі.", {}),
        (
            "kk",
            "Мемлекеттік қызмет көрсетілетін қызметті берушімен – бақ бөлімдерімен (бұдан әрі – көрсетілетін қызметті"
            " беруші) көрсетіледі.",
            {"provider": "бақ бөлімдерімен"},
        ),
        (
            "kk",
            "Көрсетілетін қызмет беруші – ауданның бақ бөлімдері. Нәтижені беру порталда жүзеге асырылады.",
            {"provider": "ауданның бақ бөлімдері"},
        ),
        (
            "kk",
            "Көрсетілетін қызмет жеке тұлғаларға (бұдан әрі – көрсетілетін қызметті алушы) тегін көрсетіледі.",
            {"recipient": "жеке тұлғаларға", "fee": "free"},
        ),
        (
            "kk",
            "Мемлекеттік қызметті облыстың бақтары (бұдан әрі – бақ) (бұдан әрі – көрсетілетін қызметті беруші)"
            " көрсетеді.",
            {"provider": "облыстың бақтары"},
        ),
        ("kk", "Мемлекеттік қызмет қағаз жеткізгіште көрсетіледі.", {"form": ["paper"]}),
        ("kk", "Мемлекеттік қызмет көшет берілген күннен бастап 10 жұмыс күні ішінде көрсетіледі.", {}),
        ("kk", "Мемлекеттік қызмет ауданның бақ бөлімінде көрсетіледі.", {"provider": "ауданның бақ бөлімінде"}),
        ("kk", "Мемлекеттік қызмет көрсету түрі: электрондық.", {"form": ["electronic"]}),
        (
            "kk",
            "Мемлекеттік қызмет алушылар: ата-аналар (бұдан әрі – көрсетілетін қызметті алушы).",
            {"recipient": "ата-аналар"},
        ),
        (
            "kk",
            "Көрсетілетін қызметті алушылар: ата-аналар (бұдан әрі – көрсетілетін қызметті алушы).",
            {"recipient": "ата-аналар"},
        ),
        (
            "kk",
            "Мемлекеттік қызметті көрсету нәтижесі – көшет. Нәтиже электрондық нысанда ресімделеді.",
            {"result": "көшет"},
        ),
        ("kk", "Мемлекеттік қызметтің аяқталу нәтижесі – көшет.", {"result": "көшет"}),
        (
            "kk",
            "Мемлекеттік қызметтің нәтижесі – көшет. Мемлекеттік көрсетілетін қызмет адамдарға тегін көрсетіледі.",
            {"result": "көшет", "fee": "free", "recipient": "адамдарға"},
        ),
        ("kk", "Мемлекеттік қызмет көрсетуді аяқтау нәтижесі – көшет.", {"result": "көшет"}),
        ("kk", "Мемлекеттік қызмет көрсетудің соңғы нәтижесі – көшет.", {"result": "көшет"}),
        ("kk", "Мемлекеттік қызмет көрсетудің нәтижесі болып көшет беру табылады.", {"result": "көшет беру"}),
        ("kk", "Мемлекеттік қызмет Үлгі министрінің № 7 бұйрығымен бекітілген стандартқа сәйкес көрсетіледі.", {}),
        (
            "kk",
            "Мемлекеттік қызмет ауданның бақ бөлімімен Стандартқа сәйкес көрсетіледі.",
            {"provider": "ауданның бақ бөлімімен"},
        ),
        (
            "kk",
            "Мемлекеттік қызметті көрсетілетін қызметті беруші – аудандық бөлімдер көрсетеді.",
            {"provider": "аудандық бөлімдер"},
        ),
    ],
)
def test_further_wordings_of_general_provisions(language, text, told):
    title = "Регламент государственной услуги «Узор»" if language == "ru" else "«Үлгі» мемлекеттік қызмет регламенті"
    service = fields_of(language, title, text).model_dump()
    silent = {"provider": None, "recipient": None, "fee": None, "form": [], "automation": None, "result": None}
    assert {name: service[name] for name in silent} == silent | told
