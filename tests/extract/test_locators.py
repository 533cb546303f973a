import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.extract.locators import find_places, place_inside, read_places
from regkb.schemas.record import Locator
from tests.extract.gold_file import gold


@pytest.mark.parametrize("case", gold("places"), ids=lambda case: case["text"])
def test_places_as_written(case):
    text = case["text"]
    found = [
        {"text": text[place.start : place.end], "locator": place.locator.model_dump(exclude_none=True)}
        for place in read_places(text, 0, case["language"])
    ]
    assert found == case["places"]


@given(st.lists(st.integers(1, 300), min_size=2, max_size=12, unique=True))
def test_a_list_of_numbers_comes_back(numbers):
    text = ", ".join(f"{number})" for number in numbers[:-1]) + f" және {numbers[-1]}) тармақшаларында"
    [place] = read_places(text, 0, "kk")
    assert place.locator == Locator(subpoint=[str(number) for number in numbers])
    assert (place.start, place.end) == (0, len(text))


@given(st.integers(1, 90), st.integers(1, 9))
def test_a_range_is_written_out(first, length):
    [place] = read_places(f"{first}-{first + length}-тармақтары", 0, "kk")
    assert place.locator == Locator(point=[str(number) for number in range(first, first + length + 1)])


def test_places_are_found_anywhere():
    text = "осы ереженің 5-тармағында және басқа 2-қосымшада"
    runs = find_places(text, "kk")
    assert [[text[place.start : place.end] for place in run] for run in runs] == [["5-тармағында"], ["2-қосымшада"]]


def test_a_place_inside_another():
    assert place_inside(Locator(paragraph="9"), Locator(point="10", subpoint="2")) == Locator(
        point="10", subpoint="2", paragraph="9"
    )
    assert place_inside(Locator(point="11"), Locator(point="10", subpoint="2")) == Locator(point="11")
    assert place_inside(Locator(), Locator(point="10")) == Locator(point="10")
    assert place_inside(Locator(point="3"), None) == Locator(point="3")
