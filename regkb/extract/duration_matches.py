"""Where lengths of time stand in a text: the patterns around a number and a unit, and what they fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import regex

from regkb.extract.numerals import list_number_words, number_words_pattern, read_number
from regkb.lang import words
from regkb.lang.durations import NOTHING, DurationWords, UnitWord
from regkb.lang.patterns import FoldedPattern, compile_folded

FIRST_YEAR = 1900
"""From this figure on, `жыл` is a year of the calendar and no length."""

FARTHEST_LIMIT = 80
"""Characters behind a unit within which its limit stands; an engine would look through all the rest for its words."""

# figures that lost the blank beside them: `15минут`, `тіркейді15 минут`
# (a pattern that begins with a figure is looked for at figures alone)
_GLUED = re.compile(r"\d(?:(?<![^\W_]\d)\d*+(?=[^\W\d_])|(?<=[^\W\d_]{3}\d)\d*+(?=\s))")


# of one text the lengths, the conflicts and the kind of its list are asked for; matches take much memory
@lru_cache(maxsize=100)
def match_lengths(text: str, language: str) -> tuple[re.Match[str], ...]:
    """Return what is a length of time in `text`, from left to right.

    Groups, in small letters: `before`, `day`; `a` and `b` (of a range), the numbers, each with `_words` in brackets and
    `_day` behind it; `from0`, … the unit of a lower end.
    """
    return tuple(_find_matches(text, language))


def _find_matches(text: str, language: str) -> Iterator[re.Match[str]]:
    lengths: DurationWords = words("durations", language)
    not_after = compile_length(lengths.not_after)
    for match in _match_all(text, language):
        value = read_first(match, language)
        year = unit_of(match, language).unit == "year" and value is not None and value >= FIRST_YEAR
        if value is not None and not year and not not_after.match(text, match.end(), match.end() + FARTHEST_LIMIT):
            yield match


def _match_all(text: str, language: str) -> Iterator[re.Match[str]]:
    """Yield what the pattern fits, from left to right: as `finditer` would, but tried only where a number stands."""
    patterns, lead, not_before = _patterns(language), _lead_pattern(language), _not_before(language)
    end = 0
    for start in _find_numbers(text, language):
        if start < end:
            continue
        # from the first word before the number on that may belong to it
        before = lead.match(text, end, start)
        begins = {before.start(name) for name in before.groupdict() if before[name]} if before else set()
        for begin in sorted(begins | {start}):
            match = next((found for pattern in patterns if (found := pattern.match(text, begin))), None)
            if match and not not_before.match(text, begin):
                end = match.end()
                yield match
                break


def _find_numbers(text: str, language: str) -> list[int]:
    """Return where figures and number words stand, and the empty places that mean one."""
    lengths: DurationWords = words("durations", language)
    numbers = [m.start() for m in _number_pattern(language).finditer(text)]
    others = [m.start() for m in _GLUED.finditer(text)]
    if lengths.joined != NOTHING:
        others += [_word_start(text, m.start()) for m in compile_length(lengths.joined).finditer(text)]
    if lengths.one != NOTHING:
        others += [m.start() for m in compile_length(lengths.one).finditer(text)]
    return sorted({*numbers, *others}) if others else numbers


def _word_start(text: str, place: int) -> int:
    while place and text[place - 1].isalpha():
        place -= 1
    return place


def read_first(match: re.Match[str], language: str) -> int | float | None:
    """Return the number of a length; one, where the unit stands alone: `в течение дня`."""
    return read_number(match["a"], language) if match["a"] else 1


def unit_of(match: re.Match[str], language: str) -> UnitWord:
    """Return the unit of a length, of a range that of its upper end: no group of a pattern ends behind it."""
    lengths: DurationWords = words("durations", language)
    return lengths.units[int((match.lastgroup or "").removeprefix("unit"))]


def compile_length(pattern: str) -> FoldedPattern:
    """Return a pattern of the topic `durations`, which are verbose, compiled."""
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
def _patterns(language: str) -> tuple[FoldedPattern, ...]:
    """Return the patterns of the ranges and, last, of a plain length."""
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
    # `15 (он бес)минут`, `15минут`, `трех|дневный`, `10-ти дневный`
    gap = rf"(?:\s+|(?<=\))|(?<=\d)(?=\p{{L}})|\s?-?\s?(?={lengths.joined}))"

    def numbered(name: str) -> str:
        bracket = rf"\s?\((?P<{name}_words>[^()]{{1,40}})\)"
        behind = rf"(?:\s+|(?<=\d))(?P<{name}_day>{day})"
        return rf"(?P<{name}>{number})(?:{lengths.figure_ending})?(?:{bracket})?(?:{behind})?"

    def led(length: str) -> FoldedPattern:
        # letters right before figures lost a blank: `тіркейді15 минут`
        return compile_length(
            rf"""(?<!\d)(?:(?<!\p{{L}})|(?<=\p{{L}}{{3}})(?=\d))(?<!\d[.,:/–-])
            (?P<before>{before})?
            (?:(?P<day>{day})\s+)?
            {length}"""
        )

    ranges = (
        rf"{opening}{numbered('a')}(?:\s+(?:{first_unit}))?{between}"
        rf"(?:(?:{day})\s+)?{numbered('b')}{gap}(?:{unit})(?!\p{{L}}){close}"
        for opening, between, close in lengths.ranges
    )
    of_ranges = "".join(f"(?P<{name}>)" for name in ("b", "b_words", "b_day", *_number_units("from", lengths)))
    plain = rf"{numbered('a')}{gap}(?:{unit})(?!\p{{L}})(?:(?!){of_ranges})?"
    return (*map(led, ranges), led(plain))


def _number_units(name: str, lengths: DurationWords) -> Iterator[str]:
    return (f"{name}{index}" for index in range(len(lengths.units)))


@cache
def _not_before(language: str) -> regex.Pattern[str]:
    """Return a pattern for the place behind what makes a number there no length of time."""
    lengths: DurationWords = words("durations", language)
    return regex.compile(rf"(?<={lengths.not_before})", regex.VERBOSE | regex.IGNORECASE)
