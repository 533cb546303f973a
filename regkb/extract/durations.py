"""Lengths of time: `15 (он бес) минуттан аспайды`, `күнтізбелік 90 күннен бастап 180 күнге дейін`, `жарты сағат`.

Clock times (`сағат 9.00-ден 18.00-ге дейін`), dates, years and ages are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil, floor

import regex

from regkb.extract.numerals import list_number_words, number_words_pattern, read_number
from regkb.extract.range_units import count, to_common_unit
from regkb.lang import words
from regkb.lang.durations import DurationWords, UnitWord
from regkb.lang.patterns import FoldedPattern, compile_folded
from regkb.schemas.record import DayType, Duration, Limit, Span, Unit

FIRST_YEAR = 1900
"""From this figure on, `жыл` is a year of the calendar and no length."""

FARTHEST_LIMIT = 80
"""Characters behind a unit within which its limit stands; an engine would look through all the rest for its words."""

# figures that lost the blank beside them: `15минут`, `тіркейді15 минут`
# (a pattern that begins with a figure is looked for at figures alone)
_GLUED = re.compile(r"\d(?:(?<![^\W_]\d)\d*+(?=[^\W\d_])|(?<=[^\W\d_]{3}\d)\d*+(?=\s))")

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


def find_durations(text: str, language: str) -> list[Duration]:
    """Return every length of time in `text`, in reading order, each with its span in `text`.

    The limit is as the words beside the figure say it: `аспайды` is `max`, `ішінде` `within`, a bare figure `exact`.
    `at least` has a value and the limit `range` without a `max`. A range has both in the unit of its ends; where they
    have no unit in common (`1 күннен 1 айға дейін`), it has no value. A week is seven calendar days, a second a part of
    a minute. Where a finer unit follows a coarser one (`1 сағат 30 минут`), both are one length in minutes.
    """
    found: list[Duration] = []
    names: list[str] = []
    lengths: DurationWords = words("durations", language)
    joint = _compiled(lengths.joint)
    for match in _matches(text, language):
        duration = _read(match, text, language)
        if duration is None or duration.span is None:
            continue
        unit = _unit(match, lengths)
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
    return found


def _waits_for_limit(first: Duration, second: Duration, text: str, language: str) -> bool:
    """Tell whether a length has the limit of the next one: `бөлімде 15 минуттан, | орталықта 30 минуттан аспайды`."""
    lengths: DurationWords = words("durations", language)
    if first.span is None or second.span is None or first.limit != "exact":
        return False
    between = _compiled(r",[^.;:]{0,80}").fullmatch(text, first.span[1], second.span[0])
    return between is not None and _compiled(lengths.awaits_limit).search(first.text) is not None


def find_number_conflicts(text: str, language: str) -> list[NumberConflict]:
    """Return the lengths of time in `text` whose figure and words in brackets differ, with both values."""
    conflicts: list[NumberConflict] = []
    if "(" not in text:
        return conflicts
    for match in _matches(text, language):
        for figure, spelled in (("a", "a_words"), ("b", "b_words")):
            if not match[spelled]:
                continue
            value, other = read_number(match[figure], language), _read_bracket(match[spelled], language)
            if value is not None and other is not None and value != other:
                conflicts.append(NumberConflict(text[slice(*match.span())], value, other, match.span()))
    return conflicts


# of one text the lengths, the conflicts and the kind of its list are asked for, one after the other
@lru_cache(maxsize=100)
def _matches(text: str, language: str) -> tuple[re.Match[str], ...]:
    return tuple(_find_matches(text, language))


def _find_matches(text: str, language: str) -> Iterator[re.Match[str]]:
    lengths: DurationWords = words("durations", language)
    not_after = _compiled(lengths.not_after)
    for match in _match_all(text, language):
        value = _read_first(match, language)
        year = _unit(match, lengths).unit == "year" and value is not None and value >= FIRST_YEAR
        if value is not None and not year and not not_after.match(text, match.end(), match.end() + FARTHEST_LIMIT):
            yield match


def _match_all(text: str, language: str) -> Iterator[re.Match[str]]:
    """Yield what the pattern fits, from left to right: as `finditer` would, but tried only where a number stands."""
    pattern, lead = _pattern(language), _lead_pattern(language)
    end = 0
    for start in _find_numbers(text, language):
        if start < end:
            continue
        # from the first word before the number on that may belong to it
        before = lead.match(text, end, start)
        begins = {before.start(name) for name in before.groupdict() if before[name]} if before else set()
        for begin in sorted(begins | {start}):
            if match := pattern.match(text, begin):
                end = match.end()
                yield match
                break


def _find_numbers(text: str, language: str) -> list[int]:
    """Return where figures and number words stand, and the empty places that mean one."""
    lengths: DurationWords = words("durations", language)
    numbers = [m.start() for m in _number_pattern(language).finditer(text)]
    glued = [m.start() for m in _GLUED.finditer(text)]
    glued += [_word_start(text, m.start()) for m in _compiled(lengths.joined).finditer(text)]
    ones = [m.start() for m in _compiled(lengths.one).finditer(text)]
    return sorted({*numbers, *glued, *ones}) if glued or ones else numbers


def _word_start(text: str, place: int) -> int:
    while place and text[place - 1].isalpha():
        place -= 1
    return place


def _read(match: re.Match[str], text: str, language: str) -> Duration | None:
    lengths: DurationWords = words("durations", language)
    unit = _unit(match, lengths)
    value, most = _read_first(match, language), read_number(match["b"] or "", language)
    if value is None:
        return None
    limit, end = _limit(match, text, lengths)
    first = _first_unit(match, lengths) or unit
    lower: int | float | None = count(value, unit)
    upper, name = most, unit.unit
    if most is not None:
        limit = "range"
        lower, upper, name = to_common_unit(value, first, most, unit)
    duration = Duration(
        text=text[match.start() : end],
        value=lower,
        max=upper,
        unit=name,
        day_type=_day_type(match, lengths) or unit.day_type,
        limit=limit,
        span=(match.start(), end),
    )
    if lower is not None:
        return _complete(duration)
    least = round(count(value, first) * _shortest(first.unit, duration.day_type))
    return _complete(duration).model_copy(update={"min_minutes": least})


def _read_first(match: re.Match[str], language: str) -> int | float | None:
    """Return the number of a length; one, where the unit stands alone: `в течение дня`."""
    return read_number(match["a"], language) if match["a"] else 1


def _join(first: Duration, finer: Duration, text: str) -> Duration:
    start, end = (first.span or (0, 0))[0], (finer.span or (0, 0))[1]
    value = (first.value or 0) * (60 if first.unit == "hour" else 1) + (finer.value or 0)
    return _complete(finer.model_copy(update={"text": text[start:end], "value": value, "span": (start, end)}))


def _complete(duration: Duration) -> Duration:
    """Add what is derived: ISO 8601 and the minutes of the smallest and the largest reading.

    ISO 8601 knows neither working days nor ranges, so both have none. A working day is at least eight hours of work and
    at most a whole day; a day of no stated kind may be either; a month has 28 to 31 days, a year 365 or 366. A maximum
    (`аспайды`, `ішінде`) may take no time at all.
    """
    value, most = duration.value or 0, duration.max if duration.max is not None else duration.value or 0
    shortest, longest = _shortest(duration.unit, duration.day_type), LONGEST[duration.unit]
    at_most = duration.limit in ("max", "within")
    open_end = duration.limit == "range" and duration.max is None
    return duration.model_copy(
        update={
            "iso": _iso(duration),
            "min_minutes": 0 if at_most else floor(round(value * shortest, 3)),
            "max_minutes": None if open_end else ceil(round(most * longest, 3)),
        }
    )


def _shortest(unit: Unit, day_type: DayType | None) -> int:
    """Return the fewest minutes that one of the unit can be."""
    return WORKING_DAY if unit == "day" and day_type != "calendar" else SHORTEST[unit]


def _iso(duration: Duration) -> str | None:
    if duration.limit == "range" or duration.day_type == "working" or duration.value is None:
        return None
    if duration.unit == "minute" and duration.value % 1:
        return f"PT{round(duration.value * 60)}S"
    if duration.unit in ISO_TIME:
        return f"PT{duration.value}{ISO_TIME[duration.unit]}"
    return f"P{duration.value}{ISO_DATE[duration.unit]}"


def _limit(match: re.Match[str], text: str, lengths: DurationWords) -> tuple[Limit, int]:
    """Return the limit that the words after or before the figure set, and where those words end."""
    for pattern, limit in lengths.after:
        after = _compiled(pattern).match(text, match.end(), match.end() + FARTHEST_LIMIT)
        if after:
            return limit, after.end()
    for pattern, limit in lengths.before:
        if match["before"] and _compiled(pattern).fullmatch(match["before"]):
            return limit, match.end()
    return "exact", match.end()


def _unit(match: re.Match[str], lengths: DurationWords) -> UnitWord:
    return next(unit for index, unit in enumerate(lengths.units) if match[f"unit{index}"] is not None)


def _first_unit(match: re.Match[str], lengths: DurationWords) -> UnitWord | None:
    """Return the unit of the lower end of a range, `None` where it is not said."""
    return next((unit for index, unit in enumerate(lengths.units) if match[f"from{index}"] is not None), None)


def _day_type(match: re.Match[str], lengths: DurationWords) -> DayType | None:
    stated = match["day"] or match["day_after"] or match["a_words"] or ""
    for pattern, day_type in lengths.day_types.items():
        if _compiled(rf"(?<!\p{{L}})(?:{pattern})(?!\p{{L}})").search(stated):
            return day_type
    return None


def _read_bracket(text: str, language: str) -> int | float | None:
    """Return the number with which a bracket begins: `он бес`, `он бес жұмыс`."""
    number = _compiled(rf"\s*(\d+|{number_words_pattern(language)})").match(text)
    return read_number(number[1], language) if number else None


def _compiled(pattern: str) -> FoldedPattern:
    return compile_folded(pattern, re.VERBOSE)


@cache
def _number_pattern(language: str) -> FoldedPattern:
    """Return a pattern for figures and number words, behind which a blank, a bracket or a dash stands.

    `15 минут`, `15(он бес)`, `3-5 күн`, `1,5 сағат`.
    """
    known = "|".join(map(re.escape, sorted(list_number_words(language))))
    return compile_folded(rf"(?<![^\W_])(?:\d[^\W_]*+|(?:{known})(?![^\W_]))(?=[\s(–—-]|[.,]\d)")


@cache
def _lead_pattern(language: str) -> regex.Pattern[str]:
    """Return a pattern, read from right to left, for all that may stand before the number of a length."""
    lengths: DurationWords = words("durations", language)
    before = "|".join(pattern for pattern, _ in lengths.before)
    openings = "|".join(opening for opening, _, _ in lengths.ranges)
    day = "|".join(lengths.day_types)
    pattern = rf"(?r)(?<![\p{{L}}\d])(?P<before>{before})?(?P<day>(?:{day})\s+)?(?P<opening>{openings})?"
    return regex.compile(pattern, regex.VERBOSE | regex.IGNORECASE)


@cache
def _pattern(language: str) -> FoldedPattern:
    lengths: DurationWords = words("durations", language)
    day = "|".join(lengths.day_types)
    number = rf"""(?:
        \d+(?:[.,]\d)?(?!\d|[.,:]\d)    # 15; 1,5; but no part of 18.00
      | {number_words_pattern(language, lengths.joined)}
      | {lengths.one}
    )"""
    unit = "|".join(f"(?P<unit{index}>{word.pattern})" for index, word in enumerate(lengths.units))
    first_unit = "|".join(f"(?P<from{index}>{word.pattern})" for index, word in enumerate(lengths.units))
    before = "|".join(pattern for pattern, _ in lengths.before)
    bracket = r"\s?\((?P<{0}_words>[^()]{{1,40}})\)"
    # `15 (он бес)минут`, `15минут`, `трех|дневный`, `10-ти дневный`
    gap = rf"(?:\s+|(?<=\))|(?<=\d)(?=\p{{L}})|\s?-?\s?(?={lengths.joined}))"
    behind = rf"(?:(?:\s+|(?<=\d))(?P<day_after>{day}))?"
    first = rf"(?P<a>{number})(?:{lengths.figure_ending})?(?:{bracket.format('a')})?{behind}"
    second = rf"(?:(?:{day})\s+)?(?P<b>{number})(?:{lengths.figure_ending})?(?:{bracket.format('b')})?{behind}"
    ranges = "|".join(
        rf"{opening}{first}(?:\s+(?:{first_unit}))?{between}{second}{gap}(?:{unit})(?!\p{{L}}){close}"
        for opening, between, close in lengths.ranges
    )
    return _compiled(
        # letters right before figures lost a blank: `тіркейді15 минут`
        rf"""(?<!\d)(?:(?<!\p{{L}})|(?<=\p{{L}}{{3}})(?=\d))(?<!\d[.,:/–-])(?<!{lengths.not_before})
        (?P<before>{before})?
        (?:(?P<day>{day})\s+)?
        (?:{ranges}|{first}{gap}(?:{unit})(?!\p{{L}}))"""
    )
