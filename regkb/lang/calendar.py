"""What the reading of dates has to know of a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class CalendarWords:
    """Months and the orders in which a date is written.

    `months` maps a stem to the month's number, `endings` are what may follow a stem. The `full` patterns have the
    groups `year`, `day` and `month` (a word) or `month_number`; `yearless` has `day` and `month`. In both `{month}`
    stands for the strict pattern of a month's name; a bare `\\p{L}` run marks where a slip in the name is forgiven.
    """

    months: Mapping[str, int]
    endings: tuple[str, ...]
    full: tuple[str, ...]
    yearless: str
