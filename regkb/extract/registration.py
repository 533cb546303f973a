"""State registration: `… Әділет департаментінде 1998 жылғы 26 наурызда № 13 болып тіркелді`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from regkb.extract.act_numbers import clean_number, find_numbers
from regkb.extract.dates import DATE_PATTERN, find_dates
from regkb.extract.nominative import to_nominative
from regkb.lang import words
from regkb.lang.header import HeaderWords
from regkb.lang.patterns import compile_any_case
from regkb.schemas.record import Language, Registration, Span


@dataclass(frozen=True, slots=True)
class RegistrationPhrase:
    """A registration and its place: `[start, end)` in the text that was read."""

    span: Span
    registration: Registration


def find_registration(text: str, language: Language) -> RegistrationPhrase | None:
    """Return the first registration that `text` (the info line of a header) states, its authority in the nominative.

    The authority is None where only an entry in the register is stated.
    """
    match = next(filter(None, (pattern.search(text) for pattern in _patterns(language))), None)
    if match is None:
        return None
    entry = match["entry"]
    dates = find_dates(entry, language)
    numbers = [phrase.number for phrase in find_numbers(entry)]
    numbers += [clean_number(unsigned["number"]) for unsigned in _unsigned_number(language).finditer(entry)]
    authority = match["authority"]
    registration = Registration(
        authority=to_nominative(" ".join(authority.split()), language) if authority else None,
        date=dates[0].date if dates else None,
        number=numbers[0] if numbers else None,
    )
    return RegistrationPhrase(match.span(), registration)


def mentions_registration(text: str, language: Language) -> bool:
    """Tell whether `text` speaks of a registration at all, so that one that could not be read can be reported."""
    known: HeaderWords = words("header", language)
    return compile_any_case(known.registered).search(text) is not None


@cache
def _patterns(language: Language) -> tuple[regex.Pattern[str], ...]:
    known: HeaderWords = words("header", language)
    flags = regex.IGNORECASE | regex.VERBOSE
    return tuple(
        regex.compile(template.replace("{date}", DATE_PATTERN[language]), flags) for template in known.registration
    )


@cache
def _unsigned_number(language: Language) -> regex.Pattern[str]:
    known: HeaderWords = words("header", language)
    return regex.compile(known.unsigned_number, regex.IGNORECASE)
