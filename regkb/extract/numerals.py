"""Numbers written in words: `он бес` is 15, `бір жүз сексен` 180, `бір жарым` 1.5."""

from __future__ import annotations

from functools import cache

import regex

from regkb.lang import words
from regkb.lang.numerals import NumeralWords

# what has more digits counts nothing in an act
_FIGURES = regex.compile(r"\d{1,9}(?:[.,]\d{1,9})?")
MOST_WORDS = 6
"""The longest number in words that these acts need: `екі мың бес жүз қырық бес`."""


@cache
def list_number_words(language: str) -> frozenset[str]:
    """Return the words of which numbers are made, in small letters."""
    numerals: NumeralWords = words("numerals", language)
    return frozenset({*numerals.values, *numerals.multipliers, *numerals.halves})


@cache
def number_words_pattern(language: str, joined: str = r"(?!)") -> str:
    """Return a regular expression (as text, no groups, lower-case letters) for a number written in words.

    `joined` may follow the number without a blank.
    """
    forms = sorted(sorted(list_number_words(language)), key=len, reverse=True)
    word = rf"(?:{'|'.join(map(regex.escape, forms))})(?:(?!\p{{L}})|(?={joined}))"
    return rf"{word}(?:[ ]{word}){{0,{MOST_WORDS - 1}}}+"


def read_number(text: str, language: str) -> int | float | None:
    """Return the value of `text`, figures (`1,5` too) or words, or `None` where it is no number.

    Tens must be greater than the units that follow them, so that `бес он` (five or ten) is no number.
    """
    text = text.strip().lower()
    if _FIGURES.fullmatch(text):
        number = float(text.replace(",", "."))
        return int(number) if number.is_integer() else number
    numerals: NumeralWords = words("numerals", language)
    total, part, last, half, seen = 0, 0, 1000, 0.0, False
    for word in text.split():
        if half:
            return None
        if word in numerals.halves:
            half = numerals.halves[word]
        elif word in numerals.multipliers:
            times = numerals.multipliers[word]
            total, part = (total + max(1, part) * times, 0) if times >= 1000 else (total, max(1, part) * times)
            last = times
        elif word in numerals.values and numerals.values[word] < last and (last >= 100 or last % 10 == 0 < last):
            part += numerals.values[word]
            last = numerals.values[word]
        else:
            return None
        seen = True
    if not seen:
        return None
    return total + part + half if half else total + part
