"""Ranges whose ends have different units: `30 минуттан 2 сағатқа дейін`, `от 30 минут до 2 часов`."""

from __future__ import annotations

from regkb.lang.durations import UnitWord
from regkb.schemas.record import Unit

Number = int | float

FINER: dict[Unit, tuple[Unit, int]] = {
    "minute": ("minute", 1),
    "hour": ("minute", 60),
    "day": ("day", 1),
    "month": ("month", 1),
    "year": ("month", 12),
}
"""The finest unit of which each is a whole number: a day is no certain number of working hours, a month none of days.
"""


def to_common_unit(least: Number, first: UnitWord, most: Number, last: UnitWord) -> tuple[Number | None, Number, Unit]:
    """Return both ends of a range, from `least` of the unit `first` to `most` of the unit `last`, in one unit.

    Where no unit fits both, the lower end is `None`, and the unit is that of the upper one.
    """
    lower, upper = count(least, first), count(most, last)
    if first.unit == last.unit:
        return lower, upper, last.unit
    (unit, lower_times), (other, upper_times) = FINER[first.unit], FINER[last.unit]
    return (lower * lower_times, upper * upper_times, unit) if unit == other else (None, upper, last.unit)


def count(number: Number, word: UnitWord) -> Number:
    """Return how many of the record's units `number` of the unit `word` are."""
    return number * word.times if word.parts == 1 else round(number * word.times / word.parts, 4)
