import datetime

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from regkb.extract.dates import DATE_PATTERN, find_dates, month_number, read_date
from regkb.lang import words
from tests.extract.gold_file import gold


@pytest.mark.parametrize("case", gold("dates"), ids=lambda case: case["text"])
def test_dates_as_written(case):
    [phrase] = find_dates(case["text"], case["language"])
    assert phrase.span == (0, len(case["text"]))
    assert (phrase.date and phrase.date.isoformat()) == case.get("date")
    if case.get("impossible"):
        assert phrase.month_day is None
    if "month_day" in case:
        assert phrase.month_day == tuple(case["month_day"])


@pytest.mark.parametrize(
    "text", ["2003-2005 жылдарға арналған", "2012 жылғы 5 балаға", "9-тармақ, 13.2-кесте", "№ 12 қаулы"]
)
def test_what_is_no_date(text):
    assert find_dates(text, "kk") == []


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2040, 1, 1)), st.sampled_from(["дағы", "дегі", "", "ында"]))
def test_every_day_is_read_in_kazakh(day, ending):
    stem = {number: name for name, number in reversed(words("calendar", "kk").months.items())}[day.month]
    [phrase] = find_dates(f"Үлгі облысы әкімдігінің {day.year} жылғы {day.day} {stem}{ending} № 5 қаулысы", "kk")
    assert phrase.date == day


def test_the_pattern_composes():
    pattern = regex.compile(rf"от\s{DATE_PATTERN['ru']}\sпо\s{DATE_PATTERN['ru']}")
    match = pattern.search("период от 1 мая 2019 года по 2 мая 2019 года")
    assert match
    assert read_date(match, "ru") == datetime.date(2019, 5, 2)


def test_a_slip_too_far_from_any_month_is_none():
    assert month_number("тармағында", "kk") is None
    assert month_number("дня", "ru") is None
