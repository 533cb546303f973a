"""Dumps that have lost indents or blank lines, or have the latter twice, are read as those that have not."""

import pytest
import regex

from regkb.extract.structure import build_structure
from tests.normalize.cleaning import clean
from tests.normalize.damage import NONE, Damage, dump
from tests.normalize.specimen import SPECIMEN
from tests.normalize.specimen_ru import SPECIMEN_RU
from tests.normalize.test_clean import assert_trace_holds

DUMPS = {"kk": dump(SPECIMEN, NONE, seed=0), "ru": dump(SPECIMEN_RU, NONE, seed=0)}


def paths(raw: str) -> list[tuple[str, str]]:
    cleaned = clean(raw)
    assert_trace_holds(cleaned)
    return [(p.path, p.text) for p in build_structure(cleaned).paragraphs]


def with_parted_stamps(raw: str) -> str:
    """Return the text with the lines of stamps parted by blank lines, but for the title that touches the last."""
    return regex.sub(r"(?m)^ (?=\S)(.+)\n(.+)\n(?=.*(?:қосымша|№ 22|саженцев»)$)", r"\n\1\n\n\2\n\n", raw)


def without_indents(raw: str) -> str:
    return regex.sub(r"(?m)^[ \t]+(?=\S)", "", raw)


def with_lines_apart(raw: str) -> str:
    return raw.replace("\n", "\n\n")


@pytest.mark.parametrize("language", DUMPS)
@pytest.mark.parametrize("seed", range(5))
def test_a_blank_line_below_every_line_says_nothing(language, seed):
    raw = dump(SPECIMEN if language == "kk" else SPECIMEN_RU, Damage(), seed)
    assert paths(with_lines_apart(raw)) == paths(raw)


@pytest.mark.parametrize("language", DUMPS)
def test_a_dump_with_neither_indents_nor_touching_lines_is_read(language):
    assert paths(with_lines_apart(without_indents(DUMPS[language]))) == paths(DUMPS[language])


KAZAKH = """
Мысал туралы

Үлгі облысы әкімдігінің 2015 жылғы 6 наурыздағы № 22 қаулысы. Үлгі облысы
Әділет департаментінде 2015 жылғы 20 сәуірде № 3180 болып тiркелдi
{preamble} :ҚАУЛЫ ЕТЕДІ
1. Үлгі облысы әкімдігінің қаулысына (Нормативтік құқықтық актілерді мемлекеттік
тіркеу тізілімінде  болып тіркелген) мынадай өзгерістер енгізілсін:№ 2608
1) көрсетілген қаулы осы қаулының қосымшасына сәйкес жаңа редакцияда жазылсын;
2) көрсетілген қаулының  мынадай мазмұндағы абзацпен толықтырылсын:12-тармағы
"Құжаттар пошта арқылы да жіберіледі.".
2. Осы қаулының орындалуын бақылау орынбасарға жүктелсін.
"""
RUSSIAN = """
О примере

Постановление акимата Мысальской области от 6 марта 2015 года № 22. Зарегистрировано
Департаментом юстиции Мысальской области 20 апреля 2015 года № 3180
Сноска. Утратило силу постановлением акимата Мысальской области от 05.07.2017 № 54.
В соответствии с Законом о примерах акимат Мысальской области
о б л а с т и  П О С Т А Н О В Л Я Е Т :
1. Внести в постановление акимата области (зарегистрировано в Реестре государственной
регистрации за ) следующие изменения и дополнения в части порядка оказания услуг:№ 2608
1) указанное постановление изложить в новой редакции согласно настоящему порядку и

Приложения.к пункту 2
2. Контроль за исполнением возложить на заместителя.
"""


def heads(raw: str) -> list[tuple[str, str]]:
    return [(path, text[:24]) for path, text in paths(raw)]


def test_a_kazakh_head_without_indents_is_told_apart():
    preamble = "«Мысалдар туралы» Қазақстан Республикасының Заңына сәйкес Үлгі облысының әкімдігі"
    assert heads(KAZAKH.format(preamble=preamble)) == [
        ("title", "Мысал туралы"),
        ("info", "Үлгі облысы әкімдігінің "),
        ("preamble", "«Мысалдар туралы» Қазақс"),
        ("point:1", "1. Үлгі облысы әкімдігін"),
        ("point:1/subpoint:1", "1) көрсетілген қаулы осы"),
        ("point:1/subpoint:2", "2) көрсетілген қаулының "),
        ("point:1/subpoint:2/quote", '"Құжаттар пошта арқылы д'),
        ("point:2", "2. Осы қаулының орындалу"),
    ]


def test_a_russian_head_without_indents_is_told_apart():
    assert heads(RUSSIAN) == [
        ("title", "О примере"),
        ("info", "Постановление акимата Мы"),
        ("note", "Сноска. Утратило силу по"),
        ("preamble", "В соответствии с Законом"),
        ("point:1", "1. Внести в постановлени"),
        ("point:1/subpoint:1", "1) указанное постановлен"),
        ("point:2", "2. Контроль за исполнени"),
    ]


@pytest.mark.parametrize(
    ("point", "read"),
    [
        (
            "3. Основанием для начала служит обращение услугополучателя с документами из пункта\nСтандарта.9",
            "3. Основанием для начала служит обращение услугополучателя с документами из пункта 9 Стандарта.",
        ),
        (
            "3. Результат оказания государственной услуги выдается услугополучателю согласно\n\n"
            "к Стандарту.приложению 1",
            "3. Результат оказания государственной услуги выдается услугополучателю согласно приложению 1 к Стандарту.",
        ),
        (
            "3. Основанием для начала служит обращение услугополучателя с документами согласно\n\nСтандарта.пункту 9",
            "3. Основанием для начала служит обращение услугополучателя с документами согласно пункту 9 Стандарта.",
        ),
        (
            "3. Основанием для начала служит обращение услугополучателя с документами согласно\n\n\n\n"
            "Стандарту услуги.",
            "3. Основанием для начала служит обращение услугополучателя с документами согласно Стандарту услуги.",
        ),
    ],
)
def test_a_point_goes_on_below_the_blank_line_of_a_lost_link(point, read):
    raw = f"О примере\n\nАкимат области ПОСТАНОВЛЯЕТ:\n1. Первое.\n2. Второе.\n{point}\n4. Четвертое.\n"
    assert ("point:3", read) in paths(raw)


STAMPED = {
    "kk": """Мысал туралы

      Үлгі облысының әкімдігі ҚАУЛЫ ЕТЕДІ:
      1. Осы қаулының қосымшасына сәйкес үлгі регламенті бекітілсін.
      2. Осы қаулы алғашқы ресми жарияланғаннан кейін қолданысқа енгізіледі.
      Облыс әкімі Б. Үлгібаев
 Үлгі облысы әкімдігінің
2 0 1 5  ж ы л ғ ы  6  н а у р ы з д а ғ ы
№ 22 қаулысына 1-қосымша
«Көшет беру» мемлекеттік көрсетілетін
қызмет регламенті 1. Жалпы ережелер
      1. Бірінші үлгі осы үлгі регламентке сәйкес беріледі.
      2. Екінші үлгі осы үлгі регламентке сәйкес беріледі.
 «Көшет беру» мемлекеттік көрсетілетін
қызмет регламентіне қосымша
Рәсімдердің сызбасы
Шартты белгілер:
""",
    "ru": """О примере

      Акимат области ПОСТАНОВЛЯЕТ:
      1. Утвердить регламент примера.
      2. Постановление вводится в действие.
      Аким области Б. Улгибаев
 П р и л о ж е н и е  1  к  п о с т а н о в л е н и ю
акимата Мысальской области
от 6 марта 2015 года № 22
Регламент государственной услуги
«Выдача саженцев» 1. Общие положения
      1. Первый пример оказывается на основании стандарта.
      2. Второй пример оказывается на основании стандарта.
 Приложение к регламенту
государственной услуги
«Выдача саженцев»
Схема процедур
Условные обозначения:
""",
}


@pytest.mark.parametrize("language", STAMPED)
@pytest.mark.parametrize("change", [str, without_indents, with_parted_stamps])
def test_a_stamp_that_touches_its_title_swallows_no_annex(language, change):
    assert [path for path, _ in paths(change(STAMPED[language]))] == [
        "title",
        "preamble",
        "point:1",
        "point:2",
        "signature",
        "annex:1/stamp",
        "annex:1/title",
        "annex:1/section:1/heading",
        "annex:1/section:1/point:1",
        "annex:1/section:1/point:2",
        "annex:1/annex:1/stamp",
        "annex:1/annex:1/title",
        "annex:1/annex:1/p",
    ]


def test_running_text_on_narrow_lines_is_no_stamp():
    raw = """Мысал туралы

      Үлгі облысының әкімдігі ҚАУЛЫ ЕТЕДІ:
      1. Мыналар бекітілсін:
      1) көшет беру туралы үлгі регламенті, оны бекіткен және кейін өзгерткен
Үлгі облысы әкімдігінің № 22 қаулысына 1-қосымша
болып табылады;
      2. Екінші үлгі.
"""
    assert [path for path, _ in paths(raw)][2:] == ["point:1", "point:1/subpoint:1", "point:2"]


def test_a_caption_begins_no_stamp():
    raw = STAMPED["kk"].replace("      1. Осы", "Шартты белгілер:\n\n      1. Осы") + (
        "\n Үлгі облысы әкімдігінің\n № 23 қаулысымен бекітілген\n Үлгі облысы әкімдігінің\n № 22 қаулысымен\n 4 қосымша\n"
        "\n«Көшет алу» мемлекеттік көрсетілетін қызмет регламенті\n"
    )
    stamp = "Үлгі облысы әкімдігінің № 23 қаулысымен бекітілген Үлгі облысы әкімдігінің № 22 қаулысымен 4 қосымша"
    assert ("annex:4/stamp", stamp) in paths(raw)


GLUED = [
    ("kk", " Үлгі облысы әкімдігінің\n2015 жылғы 6 наурыздағы\n № 23  1-қосымшақаулысына\n"),
    ("kk", " Үлгі облысы әкімдігінің\n2015 жылғы 6 наурыздағы\n 1-қосымша№ 23 қаулысына\n"),
    ("kk", " Үлгі облысы әкімдігінің\n\n2015 жылғы 6 наурыздағы № 23\n\n 1-қосымшақаулысына\n"),
    ("kk", " Үлгі облысы әкімдігінің 2015 жылғы 6\nнаурыздағы  1-қосымша№ 23 қаулысына\n"),
    ("ru", " Приложение 1\n к  акимата Мысальскойпостановлению\nобласти от 6 марта 2015 года № 23\n"),
    ("ru", " Приложение 1 к  акиматапостановлению\nМысальской области\nот 6 марта 2015 года № 23\n"),
    ("ru", " Приложение 1 к\n акимата Мысальской областипостановлению\nот 6 марта 2015 года № 23\n"),
]


@pytest.mark.parametrize(("language", "stamp"), GLUED)
def test_a_link_glued_to_a_line_of_a_stamp_goes_back(language, stamp):
    read = {
        "kk": "Үлгі облысы әкімдігінің 2015 жылғы 6 наурыздағы № 23 қаулысына 1-қосымша",
        "ru": "Приложение 1 к постановлению акимата Мысальской области от 6 марта 2015 года № 23",
    }
    title = "Көшет беру ережесі" if language == "kk" else "Правила выдачи саженцев"
    raw = STAMPED[language] + f"\n{stamp}\n{title}\n"
    assert read[language] in [text for path, text in paths(raw) if path.endswith("/stamp")]


def test_a_word_of_a_title_in_a_stamp_that_could_be_a_link_stays():
    stamp = ' "Жалғыз егушілерге қосымша \n\nбақ ұйымына орын беру" \nмемлекеттік көрсетілетін қызмет \n\nрегламентіне 2-қосымша'
    raw = STAMPED["kk"] + f"\nБақтардың \nанықтамалығы\n\n\n\n{stamp}\n\nҮлгілердің тізбесі\n"
    read = '"Жалғыз егушілерге қосымша бақ ұйымына орын беру" мемлекеттік көрсетілетін қызмет регламентіне 2-қосымша'
    assert read in [text for path, text in paths(raw) if path.endswith("/stamp")]


HEADS = {
    "kk": "Үлгі облысы әкімдігінің 2014 жылғы 5 мамырдағы\n№ 77 «Үлгілер туралы» қаулысына өзгерістер енгізу туралы\n"
    "Үлгі облысы әкімдігінің 2015 жылғы 6 наурыздағы № 22 қаулысы. Үлгі облысы\n"
    "Әділет департаментінде 2015 жылғы 20 сәуірде № 3180 болып тіркелді\n"
    "      Үлгі облысының әкімдігі ҚАУЛЫ ЕТЕДІ:\n      1. Бірінші үлгі бекітілсін.\n",
    "ru": "О внесении изменений в\nпостановление акимата Мысальской области\n"
    "Постановление акимата Мысальской области от 6 марта 2015 года № 22. Зарегистрировано\n"
    "Департаментом юстиции Мысальской области 20 апреля 2015 года № 3180\n"
    "      Акимат Мысальской области ПОСТАНОВЛЯЕТ:\n      1. Утвердить первый пример.\n",
}


@pytest.mark.parametrize("language", HEADS)
@pytest.mark.parametrize("change", [str, without_indents])
def test_a_title_that_touches_the_line_below_it_ends(language, change):
    found = [path for path, _ in paths(change(HEADS[language]))]
    assert found == ["title", "info", "preamble", "point:1"]


@pytest.mark.parametrize(
    ("act", "signed"),
    [
        (
            "Үлгі туралы\n\nҮлгі облысының әкімдігі ҚАУЛЫ ЕТЕДІ:\n1. Бірінші үлгі бекітілсін.\n",
            [
                "Облыс әкімі Ю. Үлгібаев",
                "«КЕЛІСІЛДІ»",
                "«Үлгі облысының бақ басқармасы» мемлекеттік мекемесінің басшысы",
                "Б. Сынақов",
            ],
        ),
        (
            "О примере\n\nАкимат области ПОСТАНОВЛЯЕТ:\n1. Утвердить пример.\n",
            [
                "Аким области Ю. Улгибаев",
                '"СОГЛАСОВАНО"',
                "Руководитель государственного учреждения «Управление садов области»",
                "Т.А. Сынаков",
            ],
        ),
    ],
    ids=["kk", "ru"],
)
def test_an_endorsement_without_indents_is_of_lines_by_themselves(act, signed):
    raw = act + "\n".join(signed) + "\n"
    assert [text for path, text in paths(raw) if path == "signature"] == signed
