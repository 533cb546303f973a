import pytest

from regkb.extract.listings import Item, Listing, Point
from regkb.extract.procedures import (
    classify_list,
    classify_procedure,
    classify_section,
    find_branches,
    find_procedures,
    read_point_lists,
)
from regkb.extract.provisions import Provision
from regkb.extract.services import extract_services
from regkb.schemas.record import Paragraph
from tests.extract.specimens import regulation


@pytest.fixture(scope="module")
def procedures():
    services, _ = extract_services(regulation(), [], "kk")
    return {procedure.at: procedure for service in services for procedure in service.procedures}


def test_kinds_of_procedures(procedures):
    assert {at: procedure.kind for at, procedure in procedures.items()} == {
        "annex:1/section:2/point:5": "provider",
        "annex:1/section:3/point:8": "interaction",
        "annex:1/section:4/point:10": "corporation",
        "annex:1/section:4/point:11": "portal",
        "annex:1/section:4/point:12": "information_system",
        "annex:2/section:2/point:4": "provider",
    }


@pytest.mark.parametrize(
    ("language", "heading", "intro", "kind"),
    [
        (
            "kk",
            "2. Іс-қимыл тәртібі",
            "Қадамдар (ЭҮП арқылы электрондық қызметті көрсету кезінде № 1 диаграмма):",
            "portal",
        ),
        ("kk", "2. Іс-қимыл тәртібі", "Веб-порталы арқылы мемлекеттік қызмет көрсету барысындағы қадамдар:", "portal"),
        ("kk", "2. Іс-қимыл тәртібі", "Қадамдар (беруші арқылы қызметті көрсету кезінде):", "information_system"),
        ("kk", "3. Өзара іс-қимыл тәртібі", "Қадамдар (ЭҮП арқылы қызмет көрсету кезінде):", "portal"),
        ("kk", "2. Іс-қимыл тәртібі", "Қадамдар (нәтижесі портал арқылы беріледі):", "provider"),
        ("kk", "3. Өзара іс-қимыл тәртібі", "Портал арқылы жүгінген кездегі іс-қимыл тәртібі:", "portal"),
        ("kk", "3. Өзара іс-қимыл тәртібі", "Қадамдар (кеңсе арқылы қызмет көрсету кезінде):", "interaction"),
        ("kk", "3. Іс-әрекеттерді сипаттау", "Бөліністер (қызметкерлер) арасындағы рәсімдердің кезегі:", "interaction"),
        ("kk", "2. Іс-қимыл тәртібі", "Қызметкерлер арасынан таңдалған маманның рәсімдері:", "provider"),
        (
            "ru",
            "2. Взаимодействие с центром и порядок использования систем",
            "Шаги через госреестр:",
            "information_system",
        ),
        ("ru", "2. Взаимодействие с центром и порядок использования систем", "Шаги через портал/госреестр:", "portal"),
        ("ru", "2. Порядок действий", "Процедуры между структурными подразделениями (работниками):", "interaction"),
        ("ru", "2. Порядок действий", "Процедуры в промежутке между приемами:", "provider"),
        ("kk", "3. Қызметкерлердің әрекеттері", "Бөліністер (қызметкерлер) арасындағы рәсімдер:", "interaction"),
        ("kk", "2. Іс-қимыл тәртібі", "Бөлімшелер (қызметкерлер арасындағы рәсімдердің реттілігі:", "interaction"),
        ("kk", "3. Қызметкерлердің әрекеттері", "Тізілім мен деректер арасындағы рәсімдер:", "provider"),
        ("kk", "4. Корпорациямен өзара іс-қимыл тәртібі", "Портал мен қызметкерлер арасындағы рәсімдер:", "portal"),
        ("ru", "3. Порядок действий", "Действия между структурными подразделениями (работниками):", "interaction"),
        ("ru", "3. Порядок действий", "Действия структурных подразделений между приемом и выдачей:", "provider"),
        ("ru", "2. Порядок действий", "Шаги (диаграмма при оказании услуги через ПЭП):", "portal"),
        ("ru", "2. Порядок действий", "Шаги (результат выдается через портал):", "provider"),
    ],
)
def test_an_introduction_names_the_channel_in_any_section(language, heading, intro, kind):
    items = (Item("1", (Provision(0, Paragraph(path="point:5/p", text="маман")),)),)
    assert classify_procedure(Listing("point:5", intro, intro, heading, items), language) == kind


@pytest.mark.parametrize(
    ("intro", "kind"),
    [
        ("Бақ қызметін көрсету процесіне қатысатын құрылымдық бөлімшелер (қызметкерлер):", "roles"),
        ("Көшет беру үшін мынадай қызметкерлер жұмылдырылған:", "roles"),
        ("Процеске тартылған көрсетілетін қызметті берушінің бөлімшелері:", "roles"),
        ("Көшет беру процесіне мыналар қатысады:", "roles"),
        ("Мемлекеттік қызмет көрсету процесіне:", "roles"),
        ("Көшет беру үдерісіне қатысатындар:", "roles"),
        ("Көшет беру процесінде:", "procedure"),
        ("Бақ маманы мына шешімдердің бірін қабылдайды:", "branches"),
        ("Маман келесі әрекеттердің бірін орындайды:", "branches"),
        ("Маманның келесі әрекеттері мен шешімдері:", "procedure"),
        ("Бөлімшелер арасындағы рәсімдердің (іс-қимылдардың) бірізділігін сипаттау:", "procedure"),
        ("Портал арқылы тіркелу мен жүгіну реті:", "procedure"),
        ("Көшет беру процесіне кірісу кезіндегі қадамдар:", "procedure"),
        ("Процеске қатысатын бөлімшелер (қызметкерлер) арасындағы рәсімдердің реттілігі:", "procedure"),
        ("Мемлекеттік қызмет мынадай мерзімде көрсетіледі:", "limits"),
        ("Мемлекеттік қызмет мына мерзімдерде көрсетіледі:", "limits"),
        ("Стандартқа сәйкес мемлекеттік қызмет көрсетудің мерзімдері көшет берілген сәттен бастап:", "limits"),
        ("Мемлекеттік қызмет алушы жүгінген сәттен бастап мына мерзімде көрсетіледі:", "limits"),
        ("Көшетті беру кезінде күтудің ең көп уақыты:", "limits"),
        ("Көшет беру процесінде келесі ҚФБ іске қосылған:", "roles"),
        ("Келесі рәсімді орындау үшін негіз болып табылатын нәтижелер:", "results"),
        ("Регламенттің 5-тармағында көрсетілген рәсімдер бойынша нәтижелер:", "results"),
        ("Рәсімдер (іс-қимылдар) мен олардың нәтижелері:", "procedure"),
        ("Рәсімді (іс-қимылды) бастауға негіздеме мыналар болып табылады:", "other"),
        ("Рәсімді (іс-қимылды) бастауға негіз болып мыналар табылады:", "other"),
        ("Рәсімді (іс-қимылды) бастау негіздері:", "other"),
        ("Рәсімдер журнал негізінде:", "procedure"),
        ("Жүгінген кезден бастап мемлекеттік қызметті ұсыну мерзімдері:", "limits"),
        ("Рәсімдердің (іс-қимылдардың) нәтижесі келесі рәсімді бастауға негіз болады:", "results"),
        ("Рәсімнің (іс-қимылдың) нәтижесі, ол мына рәсімді (іс-қимылды) бастау үшін негіз болады:", "results"),
        ("Рәсімнің нәтижесі, сондай-ақ оны орындаудың кезеңдері:", "procedure"),
        ("Көшет беру рәсімінің (іс-қимылының) нәтижелері мыналар болып табылады:", "results"),
        ("Рәсімдердің (іс-қимылдардың) келесі рәсімді бастау үшін негіз болатын нәтижелері:", "results"),
        ("Рәсімдердің (іс-қимылдардың) орындалу нәтижесі:", "results"),
        ("Рәсімдердің мазмұны, олардың ұзақтығы мен нәтижесі:", "procedure"),
        ("Көшет беру үдерісіне қойылатын талаптар:", "other"),
        ("Көрсетілетін қызметті берушінің әрекеттеріне шағымдану тәртібі:", "other"),
    ],
)
def test_the_introduction_tells_what_a_list_holds(intro, kind):
    items = tuple(Item(number, (Provision(0, Paragraph(path="point:5/p", text="басшы – 1 сағат")),)) for number in "12")
    heading = "3. Бөлімшелердің өзара іс-қимыл тәртібі"
    assert classify_list(Listing("point:5", intro, intro, heading, items), "kk") == kind


def test_what_one_step_may_end_with_is_no_procedure():
    heading = "Көшет беру тәртібі және іс-қимыл"
    rows = ("5. Маман келесі шешімдердің бірін қабылдайды:", "көшетті береді – 1 сағат;", "бас тартады – 1 сағат.")
    point = Point(
        "point:5", heading, tuple(Provision(i, Paragraph(path="point:5", text=text)) for i, text in enumerate(rows))
    )
    lists = read_point_lists([point], "kk")
    assert find_procedures(lists, "kk") == []
    [doubt] = find_branches(lists)
    assert (doubt.code, doubt.at) == ("procedure.branches_without_step", "point:5")


@pytest.mark.parametrize(
    ("intro", "kind"),
    [
        ("Специалист принимает одно из следующих решений:", "branches"),
        ("Пошаговые действия и решения специалиста:", "procedure"),
        ("Государственная услуга оказывается в следующие сроки:", "limits"),
        ("Допустимое время ожидания:", "limits"),
        ("Участники процесса:", "roles"),
        ("Срок оказания государственной услуги со дня сдачи документов:", "limits"),
        ("Государственная услуга оказывается в сроки:", "limits"),
        ("Основание для начала процедуры:", "other"),
    ],
)
def test_the_introduction_tells_what_a_list_holds_in_russian(intro, kind):
    items = tuple(
        Item(number, (Provision(0, Paragraph(path="point:5/p", text="руководитель – 1 час")),)) for number in "12"
    )
    heading = "3. Порядок взаимодействия подразделений"
    assert classify_list(Listing("point:5", intro, intro, heading, items), "ru") == kind


@pytest.mark.parametrize(
    ("language", "intro", "texts", "kind"),
    [
        ("kk", "Орталыққа жүгіну тәртібі:", ("күтудің ең ұзақ уақыты – 5 минут;", "көрсетудің ең көп уақыты – 9 минут."),
         "limits"),
        ("kk", "Орталыққа жүгіну тәртібі:", ("көшет беру – 1 сағат;", "күтудің ең ұзақ уақыты – 5 минут."), "procedure"),
        ("kk", "Қадамдар:", ("маман көшетті отырғызады, ең ұзақ уақыты – 5 минут;",), "procedure"),
        ("kk", "Қадамдар:", ("көшетті отырғызу. Ең ұзақ уақыты – 5 минут;",), "procedure"),
        ("ru", "Порядок обращения в центр:", ("максимально допустимое время ожидания – 5 минут;",), "limits"),
    ],
)  # fmt: skip
def test_a_list_of_nothing_but_limits_has_no_steps(language, intro, texts, kind):
    items = tuple(
        Item(str(i), (Provision(i, Paragraph(path="point:5/p", text=text)),)) for i, text in enumerate(texts, 1)
    )
    assert classify_list(Listing("point:5", intro, intro, "4. Өзара іс-қимыл", items), language) == kind


def test_lists_by_channel_below_an_introduction_are_procedures():
    heading = "3. Көшет беру процесіндегі іс-қимыл тәртібі"
    rows = (
        ("", "6. Көшет беру кезеңдері:"),
        ("/p", "Бөлім арқылы:"),
        ("/subpoint:1", "1) алушы көшет сұрайды;"),
        ("/subpoint:2", "2) маман көшет береді."),
        ("/p", "Орталық арқылы:"),
        ("/subpoint:1", "1) алушы көшет сұрайды;"),
        ("/subpoint:2", "2) орталық көшет береді."),
    )
    paragraphs = [Provision(i, Paragraph(path=f"point:6{rest}", text=text)) for i, (rest, text) in enumerate(rows)]
    found = find_procedures(read_point_lists([Point("point:6", heading, tuple(paragraphs))], "kk"), "kk")
    assert [(procedure.kind, len(procedure.steps)) for procedure in found] == [("provider", 2), ("corporation", 2)]


@pytest.mark.parametrize(
    ("intro", "item", "kind"),
    [
        ("При обращении в сад:", "специалист принимает саженец", "procedure"),
        ("Садовник при обращении:", "принимает саженец", "procedure"),
        ("Порядок обращения в сад:", "саженец", "procedure"),
        ("Садовник имеет право:", "специалист принимает саженец", "other"),
        ("При обращении в сад необходимы:", "саженец, который растет у садовника", "other"),
    ],
)
def test_a_list_of_what_somebody_does_is_a_procedure(intro, item, kind):
    items = tuple(Item(number, (Provision(0, Paragraph(path="point:5/p", text=item)),)) for number in "12")
    heading = "3. Порядок взаимодействия подразделений"
    assert classify_list(Listing("point:5", intro, intro, heading, items), "ru") == kind


def test_a_step_keeps_its_branches(procedures):
    step = procedures["annex:1/section:2/point:5"].steps[2]
    assert step.text == (
        "жауапты орындаушымен шешімді дайындау:\n"
        "қала ішінде – 3 жұмыс күні ішінде;\n"
        "қала сыртында – 5 (бес) жұмыс күнінен аспайды;"
    )
    assert [(duration.value, duration.condition, duration.at) for duration in step.durations] == [
        (3, "қала ішінде", "annex:1/section:2/point:5/subpoint:3/p"),
        (5, "қала сыртында", "annex:1/section:2/point:5/subpoint:3/p"),
    ]


def test_a_paragraph_between_two_steps_goes_on_with_the_first(procedures):
    first, second = procedures["annex:1/section:3/point:8"].steps
    assert first.text.endswith("– 5 минут.") and first.durations[1].condition == "Құжаттар толық болмаған жағдайда"
    assert (second.number, second.actor) == ("2", "басшы")


def test_results_of_steps(procedures):
    provider = procedures["annex:1/section:2/point:5"]
    assert [step.result for step in provider.steps] == ["кіріс нөмірі", "бұрыштама", None, None]
    assert (provider.results, provider.results_at) == (["талон", "қол қойылған шешім"], "annex:1/section:2/point:6")


def test_the_second_list_of_a_point_is_told_from_the_first(procedures):
    corporation = procedures["annex:1/section:4/point:10"]
    assert [(step.label, step.kind, step.actor) for step in corporation.steps] == [
        ("1 үдеріс", "process", "корпорация қызметкерінің"),
        ("1-шарт", "condition", None),
        ("2 үдеріс", "process", "порталмен"),
    ]
    assert corporation.steps[0].text.startswith("1 үдеріс – ")


def test_steps_without_numbers_are_counted(procedures):
    steps = procedures["annex:2/section:2/point:4"].steps
    assert [(step.number, step.actor) for step in steps] == [("1", "орманшының"), ("2", None)]
    assert steps[1].durations[0].text == "он жұмыс күні ішінде"


def test_spans_of_durations_are_in_their_paragraphs(procedures):
    texts = {}
    for paragraph in regulation():
        texts.setdefault(paragraph.path, []).append(paragraph.text)
    durations = [d for procedure in procedures.values() for step in procedure.steps for d in step.durations]
    assert durations
    for duration in durations:
        assert any(text[slice(*duration.span)] == duration.text for text in texts[duration.at])


@pytest.mark.parametrize(
    ("language", "intro", "texts", "kind"),
    [
        ("kk", "Маман көшетті өңдейді:", ("отырғызу кезінде – 8 жұмыс күні;", "сату кезінде – 3 күн."), "branches"),
        ("kk", "Маман көшетті өңдейді:", ("отырғызу кезінде – 8 күн;", "басшыға береді – 3 күн."), "procedure"),
        ("kk", "Қадамдар реттілігі:", ("отырғызу кезінде – 8 күн;", "сату кезінде – 3 күн."), "procedure"),
        ("ru", "Лесник обрабатывает саженец:", ("при посадке – 8 дней;", "при продаже – 3 дня."), "branches"),
        ("ru", "Лесник обрабатывает саженец:", ("поливает – 8 минут;", "сажает при дожде – 3 минуты."), "procedure"),
    ],
)
def test_cases_with_their_lengths_are_branches_of_one_step(language, intro, texts, kind):
    items = tuple(Item(str(i), (Paragraph(path="point:5/p", text=text),)) for i, text in enumerate(texts, 1))
    assert classify_list(Listing("point:5", intro, intro, "", items), language) == kind


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("2. Порядок оказания государственной услуги", "provider"),
        ("4. Порядок использования информационных систем", "external"),
    ],
)
def test_what_a_russian_heading_tells(heading, kind):
    assert classify_section(heading, "ru") == kind
