import pytest

from regkb.extract.actions import find_actions
from regkb.extract.amendments import find_amendments
from regkb.extract.references import find_references
from regkb.schemas.record import ActRef, Paragraph
from tests.extract.gold_file import gold


@pytest.mark.parametrize("case", gold("amendments"), ids=lambda case: case["what"])
def test_instructions_as_written(case):
    paragraphs = [Paragraph(path=path, text=text) for path, text in case["paragraphs"]]
    language = case["language"]
    references = find_references(paragraphs, language)
    actions, _ = find_actions(paragraphs, references, language)
    found = find_amendments(paragraphs, references, actions, language)
    plain = [amendment.model_dump(mode="json", exclude_none=True) for amendment in found]
    assert all(paragraphs[each.pop("index")].path == each["at"] for each in plain)
    for amendment, each in zip(found, plain, strict=True):
        each["target"] = amendment.target.number if isinstance(amendment.target, ActRef) else None
    assert plain == case["amendments"]


def test_points_of_quoted_wording_are_no_instructions():
    paragraphs = [
        Paragraph(path="point:1/p", text="4 тармақ келесі редакцияда мазмұндалсын:"),
        Paragraph(path="point:1/quote", text="«4. 5-тармақтағы «а» деген сөз «б» деген сөзбен ауыстырылсын."),
        Paragraph(path="point:1/quote", text="6-тармақ алып тасталсын.»;"),
    ]
    [amendment] = find_amendments(paragraphs, [], [], "kk")
    assert amendment.operation == "replace_whole"
    assert amendment.new == "4. 5-тармақтағы «а» деген сөз «б» деген сөзбен ауыстырылсын.\n6-тармақ алып тасталсын."


def test_annexes_give_no_instructions():
    paragraphs = [Paragraph(path="annex:1/point:1", text="5-тармақ алып тасталсын")]
    assert find_amendments(paragraphs, [], [], "kk") == []
