"""Dates: `2015 жылғы 17 шілдедегі`, `2014 жылғы «23» маусымдағы`, `28.01.2019`, `4 апреля 2000 года`."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import regex
from rapidfuzz.distance import OSA

from regkb.lang import words
from regkb.lang.calendar import CalendarWords
from regkb.normalize.lookalikes import map_letters
from regkb.schemas.record import Day, Language, Span

# 28.01.2019; 28.01.2019 ж.; 28.01.2019 года; 2019-01-28: alike in both languages
_FIGURES = (
    r"(?<![\d.])(?<day>\d{1,2})\.(?<month_number>\d{1,2})\.(?<year>(?:19|20)\d\d)(?!\d)(?:\s?(?:ж|г)\.|\s(?:года|жыл(?:ғы|ы)?)(?!\p{L}))?",
    r"(?<![\d.-])(?<year>(?:19|20)\d\d)[.-](?<month_number>\d\d)[.-](?<day>\d\d)(?!\d)",
)


def _month_pattern(language: Language) -> str:
    """Return the pattern of a month's name with its case ending, Latin `i` allowed for `і`."""
    known: CalendarWords = words("calendar", language)
    stems = "|".join(known.months).replace("і", "[іi]")
    endings = "|".join(sorted(known.endings, key=len, reverse=True)).replace("і", "[іi]")
    return rf"(?i:{stems})(?i:{endings})(?!\p{{L}})"


def _full_pattern(language: Language) -> str:
    known: CalendarWords = words("calendar", language)
    forms = (*known.full, *_FIGURES)
    return "(?:" + "|".join(forms).replace("{month}", _month_pattern(language)) + ")"


def _yearless_pattern(language: Language) -> str:
    known: CalendarWords = words("calendar", language)
    return "(?:" + known.yearless.replace("{month}", _month_pattern(language)) + ")"


DATE_PATTERN: Mapping[Language, str] = {"kk": _full_pattern("kk"), "ru": _full_pattern("ru")}
"""A date with its year, for use inside longer patterns of the `regex` module.

Groups: `year`, `day` and `month` (a word, which may hold a slip) or `month_number`. The same names may occur several
times in one pattern; hand the match to `read_date`, which also refuses what is no month.
"""

MONTH_DAY_PATTERN: Mapping[Language, str] = {"kk": _yearless_pattern("kk"), "ru": _yearless_pattern("ru")}
"""A day and a month without a year: `27 тамыздағы`. Groups: `day`, `month`."""


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date as written: `[start, end)` in the text; `date` where the whole is known and exists in the calendar;

    `month_day` (month, day) wherever these two are stated, with or without a year.
    """

    span: Span
    date: Day | None
    month_day: tuple[int, int] | None


def find_dates(text: str, language: Language) -> list[DatePhrase]:
    """Return the dates in `text`, in reading order; spans are offsets into `text`.

    A day that the calendar does not have (31 ақпан) has neither `date` nor `month_day`, so that a caller can report it.
    """
    found = []
    for match in _finder(language).finditer(text):
        if match["month"] is None or month_number(match["month"], language) is not None:
            found.append(_phrase(match, language))
    return found


def read_date(match: regex.Match[str], language: Language) -> Day | None:
    """Return the day that the groups of DATE_PATTERN or MONTH_DAY_PATTERN hold in `match`; None if it lacks a year."""
    return _phrase(match, language).date


@cache
def month_number(word: str, language: Language) -> int | None:
    """Return the month, 1 to 12, that `word` names in any case, one or two letters wrong allowed (`аперля`)."""
    forms = _month_forms(language)
    plain = map_letters(word).lower()
    if plain in forms:
        return forms[plain]
    allowed = 2 if len(plain) >= 6 else 1
    near: dict[int, int] = {}
    for form, number in forms.items():
        distance = OSA.distance(plain, form, score_cutoff=allowed)
        if distance <= allowed:
            near[number] = min(distance, near.get(number, distance))
    best = min(near.values(), default=None)
    fitting = [number for number, distance in near.items() if distance == best]
    return fitting[0] if len(fitting) == 1 else None


@cache
def _month_forms(language: Language) -> Mapping[str, int]:
    known: CalendarWords = words("calendar", language)
    return {stem + ending: number for stem, number in known.months.items() for ending in known.endings}


@cache
def _finder(language: Language) -> regex.Pattern[str]:
    return regex.compile(DATE_PATTERN[language] + "|" + MONTH_DAY_PATTERN[language])


def _phrase(match: regex.Match[str], language: Language) -> DatePhrase:
    groups = match.groupdict()
    word, figure, year = groups.get("month"), groups.get("month_number"), groups.get("year")
    month = month_number(word, language) if word else int(figure or 0)
    day = int(groups.get("day") or 0)
    if figure and month and month > 12 >= day:  # 2015 ж. 05.21: only one order of the two gives a date
        month, day = day, month
    if not month or not _exists(2000, month, day):  # 2000 was a leap year: 29 February may be meant
        return DatePhrase(match.span(), None, None)
    if year is None or not _exists(int(year), month, day):
        return DatePhrase(match.span(), None, (month, day) if year is None else None)
    return DatePhrase(match.span(), datetime.date(int(year), month, day), (month, day))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True
