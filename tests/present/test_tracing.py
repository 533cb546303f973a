from hypothesis import given
from hypothesis import strategies as st

from regkb.present.tracing import Trace, quote_lines
from regkb.schemas.record import Paragraph

RAW = "аса\n      т ө л е у,  сәйкес   9-тармағына\nберіледі\n"


def test_a_span_is_found_behind_spacing_and_displacement():
    # `9-тармағына` stood behind `сәйкес` in the dump
    words = RAW.index("т ө"), RAW.index("9-"), RAW.index("сәйкес")
    spans = [(words[0], RAW.index("сәйкес") - 2), (words[1], words[1] + 11), (words[2], words[2] + 6)]
    paragraph = Paragraph(path="p", text="төлеу, 9-тармағына сәйкес", spans=spans)
    trace = Trace(paragraph, RAW)
    pieces = trace.find_raw((7, 18))
    assert [RAW[start:end] for start, end in pieces] == ["9-тармағына"]
    assert "".join(RAW[start:end] for start, end in trace.find_raw((0, 5))) == "төлеу"
    assert quote_lines(RAW, pieces) == [("      т ө л е у,  сәйкес   ", False), ("9-тармағына", True)]


def test_nothing_is_quoted_where_nothing_is_traced():
    assert quote_lines(RAW, []) == []
    assert Trace(Paragraph(path="p", text="а", spans=[]), RAW).find_raw((0, 1)) == []


@given(st.text(alphabet="аб \n", min_size=1, max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_raw_letters_are_those_of_the_span(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    raw = "\n" + "  ".join(text) + "\n"
    pieces = Trace(Paragraph(path="p", text=text, spans=[(0, len(raw))]), raw).find_raw((start, end))
    assert "".join(raw[a:b] for a, b in pieces) == "".join(text[start:end].split())
    assert (
        "".join(part for part, inside in quote_lines(raw, pieces) if inside).split()
        == "".join(raw[a:b] + " " for a, b in pieces).split()
    )
