import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.extract.act_numbers import clean_number, find_numbers
from tests.extract.gold_file import gold


@pytest.mark.parametrize("case", gold("act_numbers"), ids=lambda case: case["text"])
def test_numbers_as_written(case):
    assert [phrase.number for phrase in find_numbers(case["text"])] == case["numbers"]


def test_span_covers_sign_and_number():
    text = "әкімдігінің № 4/889 қаулысы"
    [phrase] = find_numbers(text)
    assert text[slice(*phrase.span)] == "№ 4/889"


def test_dashes_and_inner_spaces_are_evened():
    assert clean_number("А – 9 / 406") == "А-9/406"


@given(st.lists(st.integers(1, 99999), min_size=1, max_size=4), st.sampled_from("/-"))
def test_a_number_of_any_shape_comes_back(parts, sign):
    number = sign.join(map(str, parts))
    assert [phrase.number for phrase in find_numbers(f"әкімінің № {number} шешімі")] == [number]
