from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.kb.calendar import CALENDAR_YEARS, CalendarUnknownError, day_after, is_working_day


@pytest.mark.parametrize(
    ("start", "days", "working", "expected"),
    [
        # the Law on legal acts itself: published on 8 April 2016, applied from 19 April
        ("2016-04-08", 10, False, "2016-04-19"),
        ("2016-07-13", 10, False, "2016-07-24"),
        ("2020-02-19", 10, False, "2020-03-01"),
        ("2016-07-13", 0, False, "2016-07-13"),
        ("2016-07-13", 0, True, "2016-07-13"),
        # Tue 27, Wed 28, Thu 1, Fri 2, and Saturday 3 March 2018, worked in place of Friday 9
        ("2018-02-26", 5, True, "2018-03-04"),
        ("2018-03-03", 3, True, "2018-03-08"),
        # Mon 30, Tue 31, then Sunday 5 January worked for Friday 3, Mon 6, Wed 8, Thu 9, Fri 10, Mon 13, Tue 14, Wed 15
        ("2019-12-27", 10, True, "2020-01-16"),
        # Mon 21, Tue 22 and Wed 23 March are Наурыз
        ("2016-03-18", 1, True, "2016-03-25"),
    ],
)
def test_days_that_have_passed(start, days, working, expected):
    assert day_after(date.fromisoformat(start), days, working) == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2018-03-09", False),
        ("2018-03-03", True),
        ("2013-12-28", True),
        ("2014-01-03", False),
        ("2016-07-06", False),
        ("2016-07-07", True),
    ],
)
def test_days_off_that_were_moved(day, working):
    assert is_working_day(date.fromisoformat(day)) is working


def test_years_that_are_not_known_are_not_guessed():
    first, last = CALENDAR_YEARS
    with pytest.raises(CalendarUnknownError):
        is_working_day(date(first - 1, 12, 31))
    with pytest.raises(CalendarUnknownError):
        day_after(date(last, 12, 30), 5, working=True)


@given(st.dates(date(2006, 1, 1), date(2024, 12, 31)), st.integers(1, 40))
def test_working_days_are_never_fewer_than_calendar_days(start, days):
    assert day_after(start, days, working=True) >= day_after(start, days)
