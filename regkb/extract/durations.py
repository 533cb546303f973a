"""Lengths of time: `15 (он бес) минуттан аспайды`, `күнтізбелік 90 күннен бастап 180 күнге дейін`, `жарты сағат`.

Clock times (`сағат 9.00-ден 18.00-ге дейін`), dates, years and ages are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

from regkb.extract.duration_matches import FARTHEST_LIMIT, compile_length, match_lengths, read_first, unit_of
from regkb.extract.numerals import number_words_pattern, read_number
from regkb.extract.range_units import count, to_common_unit
from regkb.lang import words
from regkb.lang.durations import DurationWords, UnitWord
from regkb.repeats import read_costly_once, read_once
from regkb.schemas.record import DayType, Duration, Limit, Span, Unit

SHORTEST: dict[Unit, int] = {"minute": 1, "hour": 60, "day": 1440, "month": 28 * 1440, "year": 365 * 1440}
LONGEST: dict[Unit, int] = {"minute": 1, "hour": 60, "day": 1440, "month": 31 * 1440, "year": 366 * 1440}
WORKING_DAY = 480
"""Minutes of work in a day of eight hours (Labour Code of Kazakhstan: a week of 40 hours in five days)."""

JOINED = (("hour", "minute"), ("minute", "second"))
"""The units of which two that follow each other are one length."""
ISO_DATE: dict[Unit, str] = {"day": "D", "month": "M", "year": "Y"}
ISO_TIME: dict[Unit, str] = {"minute": "M", "hour": "H"}


@dataclass(frozen=True, slots=True)
class NumberConflict:
    """A figure that its words contradict: `15 (он)`; `span` is of both, in the text that was read."""

    text: str
    figure: int | float
    words: int | float
    span: Span


@read_costly_once
def find_durations(text: str, language: str) -> tuple[Duration, ...]:
    """Return every length of time in `text`, in reading order, each with its span in `text`.

    The limit is as the words beside the figure say it: `аспайды` is `max`, `ішінде` `within`, a bare figure `exact`.
    `at least` has a value and the limit `range` without a `max`. A range has both in the unit of its ends; where they
    have no unit in common (`1 күннен 1 айға дейін`), it has no value. A week is seven calendar days, a second a part of
    a minute. Where a finer unit follows a coarser one (`1 сағат 30 минут`), both are one length in minutes.
    """
    found: list[Duration] = []
    names: list[str] = []
    lengths: DurationWords = words("durations", language)
    joint = compile_length(lengths.joint)
    for match in match_lengths(text, language):
        duration = _read(match, text, language)
        if duration is None or duration.span is None:
            continue
        unit = unit_of(match, language)
        name = unit.unit if unit.parts == 1 else "second"
        last = found[-1] if found else None
        if (
            last is not None
            and last.span is not None
            and (names[-1], name) in JOINED
            and last.limit == "exact"
            and joint.fullmatch(text, last.span[1], duration.span[0])
        ):
            found[-1], names[-1] = _join(last, duration, text), name
            continue
        if last is not None and duration.limit == "max" and _waits_for_limit(last, duration, text, language):
            found[-1] = _complete(last.model_copy(update={"limit": "max"}))
        found.append(duration)
        names.append(name)
    return tuple(found)


def _waits_for_limit(first: Duration, second: Duration, text: str, language: str) -> bool:
    """Tell whether a length has the limit of the next one: `бөлімде 15 минуттан, | орталықта 30 минуттан аспайды`."""
    lengths: DurationWords = words("durations", language)
    if first.span is None or second.span is None or first.limit != "exact":
        return False
    between = compile_length(r",[^.;:]{0,80}").fullmatch(text, first.span[1], second.span[0])
    return between is not None and compile_length(lengths.awaits_limit).search(first.text) is not None


def find_number_conflicts(text: str, language: str) -> tuple[NumberConflict, ...]:
    """Return the lengths of time in `text` whose figure and words in brackets differ, with both values."""
    return _find_conflicts(text, language) if "(" in text else ()


@read_once
def _find_conflicts(text: str, language: str) -> tuple[NumberConflict, ...]:
    conflicts: list[NumberConflict] = []
    for match in match_lengths(text, language):
        for figure, spelled in (("a", "a_words"), ("b", "b_words")):
            if not match[spelled]:
                continue
            value, other = read_number(match[figure], language), _read_bracket(match[spelled], language)
            if value is not None and other is not None and value != other:
                conflicts.append(NumberConflict(text[slice(*match.span())], value, other, match.span()))
    return tuple(conflicts)


def _read(match: re.Match[str], text: str, language: str) -> Duration | None:
    lengths: DurationWords = words("durations", language)
    unit = unit_of(match, language)
    value, most = read_first(match, language), read_number(match["b"] or "", language)
    if value is None:
        return None
    limit, end = _limit(match, text, lengths)
    first = (_first_unit(match, lengths) if match["b"] else None) or unit
    lower: int | float | None = count(value, unit)
    upper, name = most, unit.unit
    if most is not None:
        limit = "range"
        lower, upper, name = to_common_unit(value, first, most, unit)
    day_type = _day_type(match, lengths) or unit.day_type
    derived = _derive(lower, upper, name, day_type, limit)
    if lower is None:
        derived["min_minutes"] = round(count(value, first) * _shortest(first.unit, day_type))
    return Duration(
        text=text[match.start() : end],
        value=lower,
        max=upper,
        unit=name,
        day_type=day_type,
        limit=limit,
        span=(match.start(), end),
        **derived,
    )


def _join(first: Duration, finer: Duration, text: str) -> Duration:
    start, end = (first.span or (0, 0))[0], (finer.span or (0, 0))[1]
    value = (first.value or 0) * (60 if first.unit == "hour" else 1) + (finer.value or 0)
    return _complete(finer.model_copy(update={"text": text[start:end], "value": value, "span": (start, end)}))


def _complete(duration: Duration) -> Duration:
    """Add what is derived."""
    told = (duration.value, duration.max, duration.unit, duration.day_type, duration.limit)
    return duration.model_copy(update=_derive(*told))


def _derive(
    value: int | float | None, largest: int | float | None, unit: Unit, day_type: DayType | None, limit: Limit
) -> dict[str, Any]:
    """Return what is derived: ISO 8601 and the minutes of the smallest and the largest reading.

    ISO 8601 knows neither working days nor ranges, so both have none. A working day is at least eight hours of work and
    at most a whole day; a day of no stated kind may be either; a month has 28 to 31 days, a year 365 or 366. A maximum
    (`аспайды`, `ішінде`) may take no time at all.
    """
    least, most = value or 0, largest if largest is not None else value or 0
    open_end = limit == "range" and largest is None
    return {
        "iso": None if limit == "range" or day_type == "working" or value is None else _iso(value, unit),
        "min_minutes": 0 if limit in ("max", "within") else floor(round(least * _shortest(unit, day_type), 3)),
        "max_minutes": None if open_end else ceil(round(most * LONGEST[unit], 3)),
    }


def _shortest(unit: Unit, day_type: DayType | None) -> int:
    """Return the fewest minutes that one of the unit can be."""
    return WORKING_DAY if unit == "day" and day_type != "calendar" else SHORTEST[unit]


def _iso(value: int | float, unit: Unit) -> str:
    if unit == "minute" and value % 1:
        return f"PT{round(value * 60)}S"
    return f"PT{value}{ISO_TIME[unit]}" if unit in ISO_TIME else f"P{value}{ISO_DATE[unit]}"


def _limit(match: re.Match[str], text: str, lengths: DurationWords) -> tuple[Limit, int]:
    """Return the limit that the words after or before the figure set, and where those words end."""
    for pattern, limit in lengths.after:
        after = compile_length(pattern).match(text, match.end(), match.end() + FARTHEST_LIMIT)
        if after:
            return limit, after.end()
    for pattern, limit in lengths.before:
        if match["before"] and compile_length(pattern).fullmatch(match["before"]):
            return limit, match.end()
    return "exact", match.end()


def _first_unit(match: re.Match[str], lengths: DurationWords) -> UnitWord | None:
    """Return the unit of the lower end of a range, `None` where it is not said."""
    return next((unit for index, unit in enumerate(lengths.units) if match[f"from{index}"] is not None), None)


def _day_type(match: re.Match[str], lengths: DurationWords) -> DayType | None:
    stated = match["day"] or match["b_day"] or match["a_day"] or match["a_words"] or ""
    for pattern, day_type in lengths.day_types.items():
        if compile_length(rf"(?<!\p{{L}})(?:{pattern})(?!\p{{L}})").search(stated):
            return day_type
    return None


def _read_bracket(text: str, language: str) -> int | float | None:
    """Return the number with which a bracket begins: `он бес`, `он бес жұмыс`."""
    number = compile_length(rf"\s*(\d+|{number_words_pattern(language)})").match(text)
    return read_number(number[1], language) if number else None
