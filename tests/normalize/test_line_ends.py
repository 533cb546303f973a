import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.normalize.line_ends import SENTENCE_END, is_finished


@pytest.mark.parametrize(
    ("line", "finished"),
    [
        ("тізімі бекітілсін.", True),
        ("мыналар қажет:", True),
        ("3) тіркеу;", True),
        ("аспайды.»", True),
        ("(бақылау жасалады).", True),
        ("«Көшет беру»", True),
        ("«Көшет беру»;", True),
        ("Орман Б.", False),
        ("көшет беру (орман)", False),
        ("орман шаруашылығы", False),
        ("", False),
    ],
)
def test_the_end_of_a_sentence_of_an_item_or_of_a_quotation(line, finished):
    assert is_finished(line) is finished


@given(st.text(st.sampled_from('аБ .;:!?»"”)')))
def test_who_ends_a_sentence_is_finished(text):
    if SENTENCE_END.search(text):
        assert is_finished(text)
