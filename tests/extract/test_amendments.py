import pytest

from regkb.extract.actions import find_actions
from regkb.extract.amendments import find_amendments
from regkb.extract.ordering_text import OrderingText
from regkb.extract.references import find_references
from regkb.schemas.record import ActRef, Paragraph
from tests.extract.gold_file import gold


@pytest.mark.parametrize("case", gold("amendments"), ids=lambda case: case["what"])
def test_instructions_as_written(case):
    paragraphs = [Paragraph(path=path, text=text) for path, text in case["paragraphs"]]
    language = case["language"]
    act = OrderingText(paragraphs, find_references(paragraphs, language), language)
    actions, repealed_parts, _ = find_actions(act)
    found, _ = find_amendments(act, actions, repealed_parts)
    plain = [amendment.model_dump(mode="json", exclude_none=True) for amendment in found]
    assert all(paragraphs[each.pop("index")].path == each["at"] for each in plain)
    for amendment, each in zip(found, plain, strict=True):
        each["target"] = amendment.target.number if isinstance(amendment.target, ActRef) else None
    assert plain == case["amendments"]


def test_words_without_a_partner_are_told():
    text = "1-тармақтағы «Көше» деген үш сөз «А» сөзі «Б» сөзімен ауыстырылсын."
    found, doubts = find_amendments(OrderingText([Paragraph(path="point:1/p", text=text)], [], "kk"), [])
    assert not found and [doubt.code for doubt in doubts] == ["amendment.words_unpaired"]


def test_points_of_quoted_wording_are_no_instructions():
    paragraphs = [
        Paragraph(path="point:1/p", text="4 тармақ келесі редакцияда мазмұндалсын:"),
        Paragraph(path="point:1/quote", text="«4. 5-тармақтағы «а» деген сөз «б» деген сөзбен ауыстырылсын."),
        Paragraph(path="point:1/quote", text="6-тармақ алып тасталсын.»;"),
    ]
    [amendment], _ = find_amendments(OrderingText(paragraphs, [], "kk"), [])
    assert amendment.operation == "replace_whole"
    assert amendment.new == "4. 5-тармақтағы «а» деген сөз «б» деген сөзбен ауыстырылсын.\n6-тармақ алып тасталсын."


def test_annexes_give_no_instructions():
    paragraphs = [Paragraph(path="annex:1/point:1", text="5-тармақ алып тасталсын")]
    assert find_amendments(OrderingText(paragraphs, [], "kk"), []) == ([], [])


@pytest.mark.parametrize(
    ("language", "text", "locators"),
    [
        ("kk", "регламенттің тақырыбы мынадай редакцияда жазылсын: «Екпе беру»;", None),
        ("kk", "кіріспесіндегі «көшет» сөзі «екпе» сөзімен ауыстырылсын;", None),
        ("kk", "5-тармақтың атауы мынадай редакцияда жазылсын: «Көл»;", None),
        ("kk", "тақырыбындағы және 5-тармақтағы «көшет» сөзі «екпе» сөзімен ауыстырылсын;", ["5"]),
        ("kk", "тақырыбында және бүкіл мәтін бойынша «көшет» сөзі «екпе» сөзімен ауыстырылсын;", [None]),
        ("kk", "2-бөлім мынадай редакцияда жазылсын: «2. Тәртіп»;", None),
        ("kk", "3-тараудағы 5-тармақ алып тасталсын;", ["5"]),
        ("ru", "раздел 3 исключить;", None),
        ("ru", "исключить главу 3;", None),
        ("ru", "пункт 5 раздела 3 исключить;", ["5"]),
        ("ru", "в заголовке слово «саженец» заменить словом «посадка»;", None),
        ("ru", "в заголовке и по всему тексту слово «саженец» заменить словом «посадка»;", [None]),
    ],
)
def test_a_change_of_a_title_is_told_and_no_amendment(language, text, locators):
    found, doubts = find_amendments(OrderingText([Paragraph(path="point:1/p", text=text)], [], language), [])
    assert [doubt.code for doubt in doubts] == ["amendment.place_without_locator"] * (locators is None)
    assert [each.locator and each.locator.point for each in found] == (locators or [])
