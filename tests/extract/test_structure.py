import pytest

from regkb.extract.structure import build_structure
from regkb.pipeline import read_structure
from regkb.schemas.stages import Block, CleanText, RawDocument
from tests.normalize.damage import NONE, dump
from tests.normalize.specimen import SPECIMEN
from tests.normalize.specimen_ru import SPECIMEN_RU

PATHS = [
    "title",
    "status",
    "info",
    "note",
    "preamble",
    "point:1",
    "point:2",
    "signature",
    "annex:1/stamp",
    "annex:1/title",
    "annex:1/section:1/heading",
    "annex:1/section:1/point:1",
    "annex:1/section:1/point:1/p",
    "annex:1/section:1/point:2",
    "annex:1/section:2/heading",
    "annex:1/section:2/point:3",
    "annex:1/section:2/point:4",
    "annex:1/section:2/point:4/subpoint:1",
    "annex:1/section:2/point:4/subpoint:2",
    "annex:1/section:2/point:4/subpoint:3",
    "annex:1/section:2/point:4/subpoint:4",
    "annex:1/annex:1/stamp",
    "annex:1/annex:1/title",
]


def paths_of(paragraphs: list[tuple[str, str]]) -> list[str]:
    raw = dump(paragraphs, NONE, seed=0)
    return [p.path for p in read_structure(RawDocument("specimen.txt", "0" * 64, "text", raw)).paragraphs]


def swap(after: str, *added: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the specimen with paragraphs put in behind the one that begins with `after`."""
    at = next(i for i, (_, text) in enumerate(SPECIMEN) if text.startswith(after)) + 1
    return [*SPECIMEN[:at], *added, *SPECIMEN[at:]]


def test_every_paragraph_of_a_regulation_has_its_path():
    assert paths_of(SPECIMEN) == PATHS


def test_a_doubt_about_the_raw_text_gets_the_path_of_its_paragraph():
    doubtful = "7. Алушы Ереженің  сәйкес және Стандарттың  сәйкес құжаттар 9-тармағына\nтапсырады."
    raw = dump(SPECIMEN, NONE, seed=0) + f"\n\n      {doubtful}\n"
    structure = read_structure(RawDocument("specimen.txt", "0" * 64, "text", raw))
    (doubt,) = [found for found in structure.diagnostics if found.code == "link_place_uncertain"]
    assert doubt.at == "annex:1/annex:1/point:7"


@pytest.mark.parametrize("numbered", [True, False])
def test_points_behind_the_signature_are_reported_once(numbered):
    at = PATHS.index("annex:1/stamp")
    behind = ["Үлгі облысы әкімдігінің тізбесі", "1. Бірінші тармақ.", "2. Екінші тармақ."]
    texts = behind if numbered else behind[:1]
    raw = dump([*SPECIMEN[:at], *(("body", text) for text in texts)], NONE, seed=0)
    structure = read_structure(RawDocument("specimen.txt", "0" * 64, "text", raw))
    found = [doubt.message for doubt in structure.diagnostics if doubt.code == "provisions_behind_signature"]
    assert ["1. Бірінші тармақ." in message for message in found] == [True] * numbered


def test_an_unnumbered_paragraph_between_subpoints_belongs_to_the_one_above():
    paths = paths_of(swap("2) басшы жауапты", ("body", "Құжаттар толық болмаса, маман қабылдаудан бас тартады.")))
    assert "annex:1/section:2/point:4/subpoint:2/p" in paths


def test_an_unnumbered_paragraph_after_a_list_belongs_to_the_point():
    paths = paths_of(swap("4) кеңсе қызметкері", ("body", "Рұқсат бір жыл бойы сақталады.")))
    assert "annex:1/section:2/point:4/p" in paths


def test_what_stands_below_each_subpoint_stands_below_the_last_one_too():
    paths = paths_of(
        swap(
            "4) кеңсе қызметкері",
            ("body", "5) басшы жауап дайындайды."),
            ("body", "Рәсімнің (іс-қимылдың) нәтижесі – хат;"),
            ("body", "6) маман жауапты береді."),
            ("body", "Рәсімнің (іс-қимылдың) нәтижесі – берілген жауап."),
            ("body", "Рәсімнің жалпы мазмұны – жауап беру."),
        )
    )
    places = ("subpoint:4", "subpoint:5", "subpoint:5/p", "subpoint:6", "subpoint:6/p", "p")
    assert paths[20:26] == [f"annex:1/section:2/point:4/{place}" for place in places]


def test_branches_belong_to_the_subpoint_that_opens_them():
    paths = paths_of(
        swap(
            "4) кеңсе қызметкері",
            ("body", "5) басшы мынадай мерзімде қол қояды:"),
            ("body", "қарапайым жағдайда – 1 жұмыс күні ішінде;"),
            ("body", "күрделі жағдайда – 3 жұмыс күні ішінде."),
        )
    )
    assert paths.count("annex:1/section:2/point:4/subpoint:5/p") == 2


def test_quoted_wording_holds_no_points_of_the_act():
    paths = paths_of(
        swap(
            "1. Осы қаулының",
            ("body", "5 тармақ келесі редакцияда мазмұндалсын:"),
            ("body", "«5. Көл туралы мәлімет мыналарды қамтиды:"),
            ("body", "1) көлдің «Ұзынкөл» деген атауы;"),
            ("body", "2) көлдің орны.»;"),
        )
    )
    assert paths[5:11] == ["point:1", "point:1/p", "point:1/quote", "point:1/quote", "point:1/quote", "point:2"]


def test_the_number_of_a_subpoint_that_is_spoken_of_opens_none():
    paths = paths_of(
        swap(
            "1. Осы қаулының",
            ("body", "1) 7-тармақта:"),
            ("body", "2) тармақшадағы «бір» деген сөз «екі» деген сөзбен ауыстырылсын;"),
            ("body", "3), 4) және 5) тармақшалар алып тасталсын;"),
            ("body", "2) 8-тармақ алып тасталсын."),
        )
    )
    first = "point:1/subpoint:1"
    assert paths[5:10] == ["point:1", first, f"{first}/p", f"{first}/p", "point:1/subpoint:2"]


def test_a_regulation_without_a_stamp_opens_an_annex():
    paths = paths_of(
        [
            *SPECIMEN[:-2],
            ("plain", "«Көлде балық аулауға рұқсат беру» мемлекеттік көрсетілетін қызмет регламенті"),
            ("plain", "1. Жалпы ережелер"),
            ("body", "1. Қызметті басқарма көрсетеді."),
        ]
    )
    assert paths[-3:] == ["annex:2/title", "annex:2/section:1/heading", "annex:2/section:1/point:1"]


def test_cells_become_rows():
    cells = [
        "р/с",
        "Атауы",
        "Мекенжайы",
        "1",
        "Көл мектебі",
        "Қайың көшесі, 1",
        "2",
        "Орман мектебі",
        "Шырша көшесі, 2",
    ]
    raw = dump([*SPECIMEN, *(("plain", cell) for cell in cells)], NONE, seed=0)
    paragraphs = read_structure(RawDocument("specimen.txt", "0" * 64, "text", raw)).paragraphs
    rows = [p.text for p in paragraphs if p.path.endswith("/table")]
    assert rows == [
        "р/с | Атауы | Мекенжайы",
        "1 | Көл мектебі | Қайың көшесі, 1",
        "2 | Орман мектебі | Шырша көшесі, 2",
    ]


def rows_of(*cells: str) -> list[str]:
    """Return the rows of a table whose cells stand below one another."""
    raw = dump([*SPECIMEN, *(("plain", cell) for cell in cells)], NONE, seed=0)
    paragraphs = read_structure(RawDocument("specimen.txt", "0" * 64, "text", raw)).paragraphs
    return [p.text for p in paragraphs if p.path.endswith("/table")]


HEAD = ("р/с", "Атауы", "Мекенжайы", "Кестесі")


def row(number: int, last: str = "9.00-18.00") -> tuple[str, ...]:
    return (str(number), f"№ {number}0 мектеп", f"Қайың көшесі, {number}", last)


def test_a_heading_across_a_table_is_a_row():
    assert rows_of(
        *(*HEAD, "Үлгі қаласы Көл ауданы", *row(1), "Орман ауданы", *row(2)[:-1], "Дала ауданы", *row(3), *row(4)),
        *("Басқа ұйымдар", *row(5)),
    ) == [
        "р/с | Атауы | Мекенжайы | Кестесі",
        "Үлгі қаласы Көл ауданы",
        "1 | № 10 мектеп | Қайың көшесі, 1 | 9.00-18.00",
        "Орман ауданы",
        "2 | № 20 мектеп | Қайың көшесі, 2",
        "Дала ауданы",
        "3 | № 30 мектеп | Қайың көшесі, 3 | 9.00-18.00",
        "4 | № 40 мектеп | Қайың көшесі, 4 | 9.00-18.00",
        "Басқа ұйымдар",
        "5 | № 50 мектеп | Қайың көшесі, 5 | 9.00-18.00",
    ]


@pytest.mark.parametrize("last", ["Көл ауданы", "Асқар Үлгібаев"])
def test_the_last_column_of_a_table_is_no_heading(last):
    cut_off = (*row(3, last), "Бақыт Үлгібаев")
    rows = rows_of(*HEAD, *row(1, last), *row(2, last), *cut_off, *row(4, last))
    assert rows[1:] == [*(" | ".join(cells) for cells in (row(1, last), row(2, last), cut_off, row(4, last)))]


def test_cells_of_which_no_row_is_full_have_no_heading():
    rows = rows_of(
        *HEAD, *row(1), "Көл ауданы", "Орман ауданы", *row(2), "Көл ауданы", "Дала ауданы", "3", "Көл ауданы"
    )
    assert len(rows) == 4


def test_the_number_of_a_row_may_stand_on_the_line_of_a_cell():
    rows = rows_of(
        *("р/с\nАтауы", "Мекенжайы", "Кестесі", "1", "Көл мектебі", "Қайың көшесі, 1", "сағат 9.00-ден"),
        *("2 Орман мектебі", "Шырша көшесі, 2", "18.00-ге дейін3 «Дала» мектебі", "3 Емен көшесі, 3", "4", "5-мектеп"),
    )
    assert rows == [
        "р/с | Атауы | Мекенжайы | Кестесі",
        "1 | Көл мектебі | Қайың көшесі, 1 | сағат 9.00-ден",
        "2 | Орман мектебі | Шырша көшесі, 2 | 18.00-ге дейін",
        "3 | «Дала» мектебі | 3 Емен көшесі, 3",
        "4 | 5-мектеп",
    ]


def test_a_number_that_stands_below_by_itself_is_none_of_a_cell_above():
    rows = rows_of("р/с", "Атауы", "Мекенжайы", "1", "Көл мектебі", "2 Қайың көшесі", "2", "Орман мектебі", "Шырша, 2")
    assert rows[1:] == ["1 | Көл мектебі | 2 Қайың көшесі", "2 | Орман мектебі | Шырша, 2"]


def test_a_heading_glued_to_a_title_is_parted():
    glued = [(k, t) for k, t in SPECIMEN if t != "1. Жалпы ережелер"]
    glued = [(k, f"{t} 1. Жалпы ережелер" if t.endswith("қызмет регламенті") and k == "plain" else t) for k, t in glued]
    assert paths_of(glued) == PATHS


@pytest.mark.parametrize(
    "signed",
    [
        ["Әкім Б. Үлгібаев"],
        ["Үлгі облысының әкімі Бақытжан Үлгібаев"],
        ["Үлгі облысының әкімі", "Б. Үлгібаев"],
        ["Министр Қ. Үлгібаев"],
        ["Министр", "Қ. Үлгібаев"],
        ["Төраға Қ. Үлгібаев"],
        ["Үлгі Республикасының Премьер-Министрі Қ. Үлгібаев"],
        ["Министрдің міндетін атқарушы Қ. Үлгібаев"],
        ["Министрдің м.а.", "Қ. Үлгібаев"],
        ["Облыстық мәслихат хатшысы", "Қайрат Үлгібаев"],
        ["Министр полиция генерал-лейтенанты Қ. Үлгібаев"],
        ["Министр әділет генерал-майоры", "Қ. Үлгібаев"],
        # the name or the office is lost, or the office is one that no list has
        ["Облыс Әкімі"],
        ["Қ. Үлгібаев"],
        ["Сессия төрағасы", "Облыс әкімі", "Облыстық мәслихаттың хатшысы"],
        ["Үлгі Республикасы Президентінің Іс Басқарушысы Қ. Үлгібаев"],
        ["Үлгі облысының Бас мемлекеттік санитариялық дәрігері Қ. Үлгібаев"],
    ],
)
def test_who_signs_may_stand_alone_in_full_or_on_two_lines(signed):
    at = next(i for i, (_, text) in enumerate(SPECIMEN) if PATHS[i] == "signature")
    paths = paths_of([*SPECIMEN[:at], *(("body", text) for text in signed), *SPECIMEN[at + 1 :]])
    assert paths == [*PATHS[:at], *("signature" for _ in signed), *PATHS[at + 1 :]]


@pytest.mark.parametrize("name", ["облыс әкімінің орынбасары С. Қайыңдыбаевқа", "министр Қ. Үлгібаевқа"])
def test_whom_a_sentence_names_does_not_sign(name):
    paths = paths_of(swap("1. Осы қаулының", ("body", f"Осы тармақтың орындалуын бақылау {name} жүктелсін.")))
    assert paths[5:8] == ["point:1", "point:1/p", "point:2"]


def test_an_office_without_a_name_signs_nothing():
    paths = paths_of(swap("1. Осы қаулының", ("body", "Комиссия төрағасы"), ("body", "Комиссия хатшысы")))
    assert paths[5:9] == ["point:1", "point:1/p", "point:1/p", "point:2"]


def paths_below(head: str, specimen: list[tuple[str, str]] = SPECIMEN) -> list[tuple[str, str]]:
    """Return path and text of what stands below the specimen when `head`, raw, is put behind it."""
    raw = dump(specimen, NONE, seed=0) + head
    paragraphs = read_structure(RawDocument("specimen.txt", "0" * 64, "text", raw)).paragraphs
    return [(p.path, p.text) for p in paragraphs[len(specimen) :]]


STAMP = "«Көл жағасында ағаш\nотырғызуға рұқсат беру»\nмемлекеттік көрсетілетін\nқызмет регламентіне\n2-қосымша"
RUSSIAN_STAMP = "Приложение 2\nк регламенту государственной\nуслуги «Разрешение на посадку\nдеревьев у озера»"


@pytest.mark.parametrize(
    ("stamp", "form", "specimen"),
    [(STAMP, "Нысан", SPECIMEN), (STAMP, "нысан", SPECIMEN), (RUSSIAN_STAMP, "Форма", SPECIMEN_RU)],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_the_word_for_a_form_ends_a_stamp(stamp, form, specimen, between):
    below = f"\n\n{stamp}{between}{form}\n\nУзор: Өтініш\n\n      Мен, аты-жөнім, узор, сұраймын.\n"
    [(first, text), (second, title), (third, _)] = paths_below(below, specimen)
    assert [first, second, third] == ["annex:1/annex:2/stamp", "annex:1/annex:2/title", "annex:1/annex:2/p"]
    assert text == f"{' '.join(stamp.split())} {form}" and title == "Узор: Өтініш"


@pytest.mark.parametrize(
    ("stamp", "path", "specimen"),
    [
        ("Үлгі облысының Құрмет\nграмотасы туралы\nЕрежесіне қосымша", "annex:1/annex:2/stamp", SPECIMEN),
        ("Басқарманың куәлік беру\nқағидалары және оның\nсипаттамасына\nқосымша", "annex:1/annex:2/stamp", SPECIMEN),
        ("Үлгі облысы әкімінің\n2003 жылғы 7 мамырдағы\nN 37 шешіміне\nқосымша 3 <*>", "annex:3/stamp", SPECIMEN),
        ("Приложение 3\nк Методике оценки работы\nадминистративных служащих", "annex:1/annex:3/stamp", SPECIMEN_RU),
    ],
)
def test_stamps_of_other_documents_than_regulations(stamp, path, specimen):
    found = [of for of, _ in paths_below(f"\n\n{stamp}\n\nУзор\n", specimen)]
    assert found == [path, path.replace("/stamp", "/title")]


def test_an_instruction_about_an_annex_is_no_stamp():
    [(path, _)] = paths_below("\n\nПриложение 3 к Методике\nоценки изложить в новой редакции\n", SPECIMEN_RU)
    assert not path.endswith("/stamp")


def test_a_title_that_begins_with_the_word_for_a_form_is_no_part_of_the_stamp():
    [(_, text), (path, title)] = paths_below(f"\n\n{STAMP}\n\nНысан үлгісі\n")
    assert text.endswith("2-қосымша") and (path, title) == ("annex:1/annex:2/title", "Нысан үлгісі")


RUSSIAN_PATHS = [
    "title",
    "status",
    "info",
    "note",
    "preamble",
    "point:1",
    "point:2",
    "point:3",
    "signature",
    "annex:1/stamp",
    "annex:1/title",
    "annex:1/section:1/heading",
    "annex:1/section:1/point:1",
    "annex:1/section:1/point:1/p",
    "annex:1/section:1/point:2",
    "annex:1/section:1/point:3",
    "annex:1/section:2/heading",
    "annex:1/section:2/point:4",
    "annex:1/section:2/point:5",
    "annex:1/section:2/point:5/subpoint:1",
    "annex:1/section:2/point:5/subpoint:2",
    "annex:1/section:2/point:5/subpoint:3",
    "annex:1/section:2/point:5/subpoint:4",
    "annex:1/annex:1/stamp",
    "annex:1/annex:1/title",
]


def test_a_russian_regulation():
    assert paths_of(SPECIMEN_RU) == RUSSIAN_PATHS


RUSSIAN_STAMPS = {
    "Приложение 2 к постановлению акимата Улгинской области от 3 марта 2017 года № 41": "annex:2/stamp",
    "Приложение к совместному постановлению акимата Улгинской области от 3 марта 2017 года № 41": "annex:1/stamp",
    "Утвержден постановлением акимата Улгинской области от «3» марта 2017 года № А-1/41": "annex:1/stamp",
    "Утвержден постановлением акимата Улгинской области от 3 марта 2017 года № 41 Приложение 2": "annex:2/stamp",
    "Утверждены совместным постановлением акимата Улгинской области от 3 марта 2017 года № 41 "
    "и решением маслихата Улгинской области от 3 марта 2017 года № 5/2": "annex:1/stamp",
    "Утверждены решением Улгинского областного маслихата от 3 марта 2017 года № 4-1": "annex:1/stamp",
    "Приложение 2 к решению акима Улгинской области от 28.03.2003 года № 7 «О посадке деревьев»": "annex:2/stamp",
    'Приложение 2 Утверждено решением акима области от 12 мая 2003 года N 15 "О службах области <*>': "annex:2/stamp",
}


@pytest.mark.parametrize(("stamp", "path"), RUSSIAN_STAMPS.items())
def test_russian_stamps(stamp, path):
    at = RUSSIAN_PATHS.index("annex:1/stamp")
    assert paths_of([*SPECIMEN_RU[:at], ("plain", stamp), *SPECIMEN_RU[at + 1 :]])[at] == path


def test_a_russian_stamp_in_pieces():
    at = RUSSIAN_PATHS.index("annex:1/stamp")
    pieces = ["Приложение 2 к постановлению", "акимата Улгинской области", "от 3 марта 2017 года", "№ 41"]
    paths = paths_of([*SPECIMEN_RU[:at], *(("plain", piece) for piece in pieces), *SPECIMEN_RU[at + 1 :]])
    assert paths[at : at + 2] == ["annex:2/stamp", "annex:2/title"]


def test_an_office_may_be_parted_between_two_paragraphs():
    texts = ["1. Үлгі ережесі бекітілсін.", "Үлгі ауылдық", "округінің әкімі Қ. Үлгібаев"]
    blocks = tuple(Block(text, ((0, len(text)),), "body") for text in texts)
    structure = build_structure(CleanText(RawDocument("specimen.html", "0" * 64, "html", ""), "kk", blocks))
    assert [paragraph.path for paragraph in structure.paragraphs] == ["point:1", "signature", "signature"]


@pytest.mark.parametrize(
    "rows",
    [
        ("Аким области Председатель сессии", "Б. Улгибаев И. Улгиев"),
        ("Председатель сессии Секретарь областного маслихата областного маслихата", "А. Улгин Б. Улгибаев"),
    ],
)
def test_signatures_in_columns(rows):
    at = RUSSIAN_PATHS.index("signature")
    paths = paths_of([*SPECIMEN_RU[:at], *(("body", row) for row in rows), *SPECIMEN_RU[at + 1 :]])
    assert paths == [*RUSSIAN_PATHS[:at], *("signature" for _ in rows), *RUSSIAN_PATHS[at + 1 :]]


@pytest.mark.parametrize("name", ["Сынаков Т.", "Сынаков Т.Б.", "Т. Сынаков", "Т.Сынаков"])
def test_russian_signatures(name):
    at = RUSSIAN_PATHS.index("signature")
    paths = paths_of([*SPECIMEN_RU[:at], ("body", f"Секретарь областного маслихата {name}"), *SPECIMEN_RU[at + 1 :]])
    assert paths == RUSSIAN_PATHS


def test_a_first_deputy_signs():
    at = RUSSIAN_PATHS.index("signature")
    signed = ("body", "Первый заместитель акима области Т. Сынаков")
    assert paths_of([*SPECIMEN_RU[:at], signed, *SPECIMEN_RU[at + 1 :]]) == RUSSIAN_PATHS


def test_a_russian_name_may_stand_below_the_office():
    at = RUSSIAN_PATHS.index("signature")
    signed = ("body", "Секретарь областного маслихата"), ("body", "Т. Сынаков")
    paths = paths_of([*SPECIMEN_RU[:at], *signed, *SPECIMEN_RU[at + 1 :]])
    assert paths == [*RUSSIAN_PATHS[:at], "signature", "signature", *RUSSIAN_PATHS[at + 1 :]]


def test_russian_wording_in_quotes_is_none_of_the_act():
    wording = ("body", "пункт 4 изложить в следующей редакции:"), ("body", "«4. Сроки – семь дней.»;")
    at = RUSSIAN_PATHS.index("point:2")
    paths = paths_of([*SPECIMEN_RU[:at], *wording, *SPECIMEN_RU[at:]])
    assert paths[at : at + 3] == ["point:1/p", "point:1/quote", "point:2"]


def test_wording_in_quotes_is_no_point_of_the_annex_that_lists_changes():
    listed = (
        ("stamp", "Приложение к постановлению акимата Улгинской области от 13 марта 2020 года № 97"),
        ("plain", "Изменения, вносимые в некоторые постановления"),
        ("body", "1. В постановлении об узорах пункт 4 изложить в следующей редакции:"),
        ("body", "«4. Сроки – семь дней."),
        ("body", "5. Узоры выдаются бесплатно.»."),
        ("body", "2. В постановлении о мечте пункт 1 исключить."),
    )
    at = RUSSIAN_PATHS.index("annex:1/stamp")
    paths = paths_of([*SPECIMEN_RU[:at], *listed])
    annexed = ["stamp", "title", "point:1", "point:1/quote", "point:1/quote", "point:2"]
    assert paths[at:] == [f"annex:1/{path}" for path in annexed]


ENACTED = "«Үлгі туралы» Заңға сәйкес Үлгі облысының әкімдігі ҚАУЛЫ ЕТЕДІ:"
LIST = [
    ("body", "Мыналар:"),
    ("body", "1) «Үлгі» регламенті;"),
    ("body", "2) «Өрнек» регламенті бекітілсін."),
]


@pytest.mark.parametrize(
    ("points", "wanted"),
    [
        (("2. Осы қаулы жариялансын.",), ["point:1", "point:1/subpoint:1", "point:1/subpoint:2", "point:2"]),
        (("1. Осы қаулы жариялансын.",), ["preamble", "preamble", "preamble", "point:1"]),
        ((), ["preamble", "preamble", "preamble"]),
    ],
)
def test_a_list_behind_the_enacting_words_is_the_first_point_where_the_second_follows(points, wanted):
    head = [SPECIMEN[0], SPECIMEN[2], ("body", ENACTED)]
    assert paths_of([*head, *LIST, *(("body", point) for point in points)])[-len(wanted) :] == wanted


BARE_STAMP = "Көл жағасында ағаш\nотырғызуға рұқсат беру»\nмемлекеттік көрсетілетін\nқызмет регламентіне\n2-қосымша"


def test_a_stamp_that_has_lost_its_first_mark_takes_no_title_above_it():
    first, second = BARE_STAMP.replace("2-", "1-"), BARE_STAMP
    below = paths_below(f"\n\n{first}\n\nӨтініш үлгісі\n\n{second}\n\nКөшеттер тізімі\n")
    assert below == [
        ("annex:1/annex:1/stamp", " ".join(first.split())),
        ("annex:1/annex:1/title", "Өтініш үлгісі"),
        ("annex:1/annex:2/stamp", " ".join(second.split())),
        ("annex:1/annex:2/title", "Көшеттер тізімі"),
    ]


def test_a_stamp_that_a_page_break_cuts_behind_its_first_mark_is_one():
    [(path, text)] = paths_below("\n\n«Көл жағасында\n\n\nАғаш отырғызу»\nқызметінің регламентіне\n2-қосымша\n")
    assert (path, text) == (
        "annex:1/annex:2/stamp",
        "«Көл жағасында Ағаш отырғызу» қызметінің регламентіне 2-қосымша",
    )


@pytest.mark.parametrize(
    "signed",
    [("Аким", "Улгинской области Т. Сынаков"), ("Заместитель Министра", "Республики Улги – Министр узоров Т. Сынаков")],
)
def test_a_russian_office_may_go_on_above_the_name(signed):
    at = RUSSIAN_PATHS.index("signature")
    paths = paths_of([*SPECIMEN_RU[:at], *(("body", text) for text in signed), *SPECIMEN_RU[at + 1 :]])
    assert paths == [*RUSSIAN_PATHS[:at], "signature", "signature", *RUSSIAN_PATHS[at + 1 :]]


def test_the_state_may_stand_above_the_office():
    at = PATHS.index("signature")
    signed = ("body", "Қазақстан Республикасы"), ("body", "Үлгі министрі Т. Сынақов")
    assert paths_of([*SPECIMEN[:at], *signed, *SPECIMEN[at + 1 :]]) == [*PATHS[:at], "signature", *PATHS[at:]]


def test_a_sentence_below_an_office_is_signed_by_nobody():
    named = ("body", "Комиссия төрағасы"), ("body", "Комиссия мүшелері Б. Үлгібаев пен Т. Сынақовты тыңдайды.")
    assert paths_of(swap("1. Осы қаулының", *named))[5:9] == ["point:1", "point:1/p", "point:1/p", "point:2"]


def test_the_caption_of_a_picture_is_no_title():
    captions = ("plain", "Шартты белгілер:"), ("plain", "Көшет беру сызбасы")
    assert paths_of([*SPECIMEN[:-1], *captions])[-2:] == ["annex:1/annex:1/p", "annex:1/annex:1/title"]


@pytest.mark.parametrize(
    ("lines", "paths"),
    [
        (
            ["1. Отменить:", "1. решение № 4;", "2. решение № 5.", "2. Опубликовать.", "3. Исполнить."],
            ["point:1", "point:1/subpoint:1", "point:1/subpoint:2", "point:2", "point:3"],
        ),
        (
            ["1. Утвердить.", "2. Признать утратившими силу:", "1. решение № 4;", "2. решение № 5.", "3. Исполнить."],
            ["point:1", "point:2", "point:2/subpoint:1", "point:2/subpoint:2", "point:3"],
        ),
        (
            ["1. Отменить:", "1) решение № 4;", "2) решение № 5.", "2. Опубликовать;", "3. Исполнить."],
            ["point:1", "point:1/subpoint:1", "point:1/subpoint:2", "point:2", "point:3"],
        ),
    ],
)
def test_a_list_inside_a_point_may_have_numbers_with_full_stops(lines, paths):
    at = RUSSIAN_PATHS.index("point:1")
    end = next(place for place, path in enumerate(RUSSIAN_PATHS) if path == "signature")
    found = paths_of([*SPECIMEN_RU[:at], *(("body", line) for line in lines), *SPECIMEN_RU[end:]])
    assert found[at : at + len(lines)] == paths
