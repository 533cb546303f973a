import pytest

from regkb.extract.publications import find_publication_notes
from tests.extract.gold_file import gold


@pytest.mark.parametrize("case", gold("publications"), ids=lambda case: case["text"][:40])
def test_brackets_as_written(case):
    found = find_publication_notes(case["text"], case["language"])
    told = [[note.registered and str(note.registered), [str(day) for day in note.published]] for note in found]
    assert told == case["notes"]


def test_the_span_is_the_inside_of_the_bracket():
    text = "қаулысына (2015 жылғы 5 мамырда «Үлгі» газетінде жарияланған) өзгерістер"
    [note] = find_publication_notes(text, "kk")
    assert text[note.span[0] - 1] == "("
    assert text[note.span[0] : note.span[1]] == "2015 жылғы 5 мамырда «Үлгі» газетінде жарияланған"
