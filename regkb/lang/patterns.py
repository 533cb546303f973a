"""Patterns that take no heed of capitals, compiled once, for either of two engines.

`regex` knows all that a pattern may say. The standard engine knows less (no classes of letters, no name given twice, no
look behind of a length that varies), but reads a text in small letters two to four times as fast: it is for what every
paragraph is asked. A pattern that begins with plain letters is read faster by `regex`, and so is one that tries a run
of characters at many places: `regex` remembers where it failed, so that its time does not grow with the square of the
text's length (`python -m tests.fuzz.patterns` tells).
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache

import regex

_LETTER = r"[^\W\d_\u00b2\u00b3\u00b9\u00bc-\u00be]"  # no figure set small: м²
_SMALL_LETTERS = (
    r"a-z\u00aa\u00b5\u00ba\u00df-\u00f6\u00f8-\u02c1\u02c6-\u02d1\u02e0-\u02e4\u02ec\u02ee"
    r"\u0371-\u0374\u0377\u037a-\u037d\u0390\u03ac-\u03ce\u03d0-\u03f5\u03f7-\u0481\u048b-\u052f"
)
"""The small letters of the Latin, Greek and Cyrillic scripts, for use inside a class."""


@cache
def compile_any_case(pattern: str) -> regex.Pattern[str]:
    """Return a pattern compiled by `regex`, capitals and small letters alike."""
    return regex.compile(pattern, regex.IGNORECASE)


@cache
def compile_spanning(pattern: str) -> regex.Pattern[str]:
    """Return a pattern compiled by `regex`, capitals and small letters alike, whose dot fits the end of a line too."""
    return regex.compile(pattern, regex.IGNORECASE | regex.DOTALL)


@cache
def compile_folded(pattern: str, flags: int = 0) -> FoldedPattern:
    r"""Return a pattern in small letters for texts in any; `flags` are those of `re`.

    It is written as for `regex`, with `\p{L}` and `(?<name>…)`, and read by the standard engine where that knows what
    it says, else by `regex`. Raises ValueError where it asks for capitals or is read from right to left.
    """
    try:
        return FoldedPattern(re.compile(_say_plainly(pattern), flags))
    except re.error:  # a name given twice, a look behind of a length that varies
        return FoldedPattern(regex.compile(pattern, flags))


class FoldedPattern:
    """A pattern in small letters, looked for in texts as they stand.

    Places in a match are places in the text; the words of its groups are in small letters: `cut` gives them as they
    stand.
    """

    __slots__ = ("_compiled",)

    def __init__(self, compiled: re.Pattern[str]) -> None:
        self._compiled = compiled

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match between two places."""
        return self._compiled.search(lower_in_place(text), start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match that begins at a place."""
        return self._compiled.match(lower_in_place(text), start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match of all between two places."""
        return self._compiled.fullmatch(lower_in_place(text), start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Return the matches between two places, from left to right."""
        return self._compiled.finditer(lower_in_place(text), start, end)


def cut(text: str, match: re.Match[str], group: str) -> str:
    """Return the words of a group as they stand in the text; none where the group has no part in the match."""
    return text[slice(*match.span(group))]


def lower_in_place(text: str) -> str:
    """Return the text in small letters, each in the place of its capital.

    The one capital whose small letter takes two characters (İ) stays as it is.
    """
    small = text.lower()
    return small if len(small) == len(text) else "".join(map(_lower_letter, text))


def _lower_letter(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 else letter


def _say_plainly(pattern: str) -> str:
    """Return a pattern that was written for `regex` in the words of the standard engine."""
    said: list[str] = []
    in_class = False
    at = 0
    while at < len(pattern):
        piece = pattern[at]
        if pattern.startswith(r"\p{L}", at):
            piece, at = _SMALL_LETTERS if in_class else _LETTER, at + 4
        elif pattern.startswith((r"\p", r"\P", "(?-i", "(?r"), at):
            raise ValueError(f"no pattern for small letters: {pattern[at : at + 6]} in {pattern}")
        elif piece == "\\":
            piece, at = pattern[at : at + 2], at + 1
        elif in_class:
            in_class = piece != "]"
            piece = r"\[" if piece == "[" else piece
        elif piece == "[":
            in_class = True
            if pattern.startswith(("[]", "[^]"), at):
                piece, at = pattern[at : pattern.index("]", at)] + r"\]", pattern.index("]", at)
            elif pattern.startswith("[^", at):
                piece, at = "[^", at + 1
        elif pattern.startswith("(?<", at) and pattern[at + 3] not in "=!":
            piece, at = "(?P<", at + 2
        said.append(piece)
        at += 1
    return "".join(said)
