"""Counting days in Kazakhstan: calendar days and working days.

Working days are those that the `holidays` package leaves: it knows Saturdays, Sundays, public holidays, the days off
that the Government moves and the Saturdays worked in their place. Which days are moved is decided every year anew, so
that counts are given for CALENDAR_YEARS alone.
"""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import holidays

CALENDAR_YEARS = (2006, 2025)
"""First and last year whose working days are known.

From 2006 on Құрбан айт is a holiday; its day is confirmed in the package until 2025, which is also the last year whose
moved days off are in it (holidays 0.108, country KZ).
"""


class CalendarUnknownError(ValueError):
    """A count of working days would leave the years whose holidays are known."""


def is_working_day(day: datetime.date) -> bool:
    """Tell whether offices work on `day`; raises CalendarUnknownError outside CALENDAR_YEARS."""
    first, last = CALENDAR_YEARS
    if not first <= day.year <= last:
        raise CalendarUnknownError(f"the working days of {day.year} are not known, those of {first} to {last} are")
    return bool(_calendar().is_working_day(day))


def day_after(start: datetime.date, days: int, working: bool = False) -> datetime.date:
    """Return the first day on which `days` whole days have passed after `start`, which itself is not counted.

    Published on P with ten calendar days to pass: these are P+1 to P+10, and the answer is P+11. With no days to pass
    it is `start` itself. The day after working days need not be a working day. Raises CalendarUnknownError where
    working days cannot be counted, OverflowError past the year 9999.
    """
    if days == 0:
        return start
    if not working:
        return start + datetime.timedelta(days=days + 1)
    day = start
    left = days
    while left:
        day += datetime.timedelta(days=1)
        left -= is_working_day(day)
    return day + datetime.timedelta(days=1)


@cache
def _calendar() -> holidays.HolidayBase:
    import holidays  # few questions need it, and it takes longer to import than to answer them

    first, last = CALENDAR_YEARS
    return holidays.country_holidays("KZ", years=range(first, last + 2))
