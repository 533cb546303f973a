"""Figures that were set letter by letter: `8 ( 7 2 7 )`, `2 3 0 - 2 7 - 2 4`.

Between lone digits no word tells whether a blank belongs there: `1 2 3` may be three numbers. Only where the signs
about them are set apart too, as nobody writes them, are the digits one number.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import regex

from regkb.normalize.lines import Token

_DIGITS = r"\d(?:\s\d){1,30}+"
_GROUPS = rf"{_DIGITS}(?:\s[-–]\s{_DIGITS}){{1,9}}+"
# one blank between any two signs, two where a word ends
_NUMBER = regex.compile(
    rf"""
    (?:
        (?:\+\s)?(?:\d\s)?\(\s{_DIGITS}\s\)(?:\s{_GROUPS})?   # 8 ( 7 2 7 )
      | {_GROUPS}                                            # 2 3 0 - 2 7 - 2 4
    )
    (?:\s[,;])?
    """,
    regex.VERBOSE,
)
_LONG_NUMBER = regex.compile(r"(?P<digits>\d(?:\s\d){3,30}+)\s[,;]")
_BEGINS = regex.compile(r"[\d(+]")
_DATE = r"\d\s\d\s\.\s\d\s\d\s\.\s\d\s\d\s\d\s\d"
_PARTED = r"(?:\p{Lu}\s-\s)?\d(?:\s\d){0,30}+\s/\s\d(?:\s\d){0,30}+"
_NUMBER_LINE = regex.compile(
    rf"""
    (?:
        [«("]\s[№N]\s\s{_DIGITS}                        # « №  2 3
      | {_DATE}(?:\s\s[№N]\s\s(?:{_PARTED}|\d(?:\s\d){{0,30}}+))?  # 1 1 . 0 4 . 2 0 1 4  №  7
      | [№N]\s\s(?:{_PARTED}|(?P<digits>{_DIGITS}))     # №  2 / 4 9 8, №  А - 7 / 3 0, №  3 0 5
    )
    (?:\s[,;.)]){{0,9}}+
    """,
    regex.VERBOSE,
)

_CUT_OFF_NUMBER = regex.compile(
    r"(?:\p{Lu}\s(?:-\s)?)?\d(?:\s\d){0,30}+(?:\s[/-]\s\d(?:\s\d){0,30}+){0,3}+(?:\s[,;.)]){0,9}+"
)
_SIGNS = ("№", "N")


def ends_with_sign(text: str) -> bool:
    """Tell whether a line ends in a lone `№`, whose number is on the next."""
    return text.endswith(_SIGNS) and (len(text) == 1 or not text[-2].isalpha())


def is_number_of_sign(tokens: Sequence[Token]) -> bool:
    """Tell whether a line below a lone `№` is but its number, set letter by letter: `5 1 2`, `А - 4 / 3 2 2 .`."""
    if len(tokens) < 2 or any(len(token.text) != 1 for token in tokens):
        return False
    return _CUT_OFF_NUMBER.fullmatch(" ".join(token.text for token in tokens)) is not None


def is_spaced_number(tokens: Sequence[Token]) -> bool:
    """Tell whether tokens that single blanks part are one number set digit by digit: `8 ( 7 2 7 )`, `2 5 5 2 7 4 4 ,`.

    A run without other signs than the comma behind it is none where each digit is greater than the one before: these
    may be the numbers of points.
    """
    if len(tokens) < 3 or not _BEGINS.match(tokens[0].text) or any(len(token.text) != 1 for token in tokens):
        return False
    text = " ".join(token.text for token in tokens)
    if _NUMBER.fullmatch(text):
        return True
    run = _LONG_NUMBER.fullmatch(text)
    return run is not None and not _ascend(run["digits"])


def is_spaced_number_line(tokens: Sequence[Token]) -> bool:
    """Tell whether a line is but a day or a number, set letter by letter: `1 1 . 0 4 . 2 0 1 4  №  7`, `« №  2 3`.

    Digits each of which is greater than the one before may be the numbers of points there too: `№  2 3`.
    """
    if len(tokens) < 4 or any(len(token.text) != 1 for token in tokens):
        return False
    blanks = ["", *(" " * min(2, b.start - a.end) for a, b in pairwise(tokens))]
    text = "".join(blank + token.text for blank, token in zip(blanks, tokens, strict=True))
    found = _NUMBER_LINE.fullmatch(text)
    return found is not None and not (found["digits"] and _ascend(found["digits"]))


def _ascend(digits: str) -> bool:
    """Tell whether each of the digits is greater than the one before."""
    return all(a < b for a, b in pairwise(digits.split()))
