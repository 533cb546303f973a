from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from regkb.present.nesting import nest_spans


def nest(text, spans):
    return nest_spans(text, spans, lambda n: f'<m n="{n}">', "</m>")


def test_the_longer_span_is_outside():
    assert nest("абвг", [(0, 2), (0, 4)]) == '<m n="1"><m n="0">аб</m>вг</m>'


def test_crossing_spans_are_closed_and_opened_again():
    assert nest("абвг", [(0, 3), (1, 4)]) == '<m n="0">а<m n="1">бв</m></m><m n="1">г</m>'


def test_text_is_escaped():
    assert nest("а<б & в", [(1, 3)]) == 'а<m n="0">&lt;б</m> &amp; в'


TEXTS = st.text(alphabet="абв <>&\"'", max_size=20)


@given(TEXTS.flatmap(lambda text: st.tuples(st.just(text), st.lists(spans_in(text), max_size=6))))
def test_every_letter_is_in_the_elements_of_its_spans(case):
    text, spans = case
    root = etree.fromstring(f"<p>{nest(text, spans)}</p>")
    letters = [(letter, holders) for piece, holders in pieces(root, frozenset()) for letter in piece]
    assert "".join(letter for letter, _ in letters) == text
    for place, (_, holders) in enumerate(letters):
        assert holders == {n for n, (start, end) in enumerate(spans) if start <= place < end}


def spans_in(text):
    places = st.integers(0, len(text))
    return st.tuples(places, places).map(lambda pair: (min(pair), max(pair)))


def pieces(element, holders):
    yield element.text or "", holders
    for child in element:
        yield from pieces(child, holders | {int(child.get("n"))})
        yield child.tail or "", holders
