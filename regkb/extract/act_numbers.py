"""Numbers of acts: `№ 321`, `N 4/889`, `№198`, `А -4/156`, `№ 28/238-6с`, `№ 218-I`, `N№37`, `№ ҚР ДСМ-175/2020`."""

from __future__ import annotations

import re
from dataclasses import dataclass

import regex

from regkb.schemas.record import Span

_JOIN = r"[/–—-]"
_DIGITS = r"\d{1,6}+(?:\p{L}{1,3}+(?!\p{L})|(?:\.\d{1,3}){1,4}+(?!\d))?+"
_CORE = rf"""
    (?:
        (?:\p{{Lu}}{{1,5}}+(?:[ ]?{_JOIN}[ ]?|[ ])?+){{1,3}}+(?=\d)   # С-6/4, А -4/156, ҚР ДСМ-175, ҚР-ДСМ-11, V-18
      | \p{{Ll}}{_JOIN}(?=\d)                                       # а-3/84
    )?+
    {_DIGITS}                                                      # 321, 150аз, 3.3.22
    (?:
        [ ]\p{{Lu}}{{1,2}}{_JOIN}(?=\d){_DIGITS}                    # 11 С-35
      | [ ]?{_JOIN}[ ]?(?=\d){_DIGITS}                             # /889, -6с, -4С, / 4
      | {_JOIN}{{1,2}}(?:\p{{Lu}}{{1,5}}+|(?!ш[іiы])\p{{Ll}}{{1,2}}+)\d{{0,3}}+(?!\p{{L}})  # -VII, /-МШ, /VI, -НҚ
    ){{0,6}}+
"""
NUMBER_PATTERN = rf"(?x-i:(?:№{{1,2}}|(?<!\p{{L}})N(?:\s?№|[º°]|(?=[\s\d])))[:.]?\s?(?<number>{_CORE})(?!-\Z))"
"""The sign and the number of an act, for use inside longer patterns of the `regex` module; group: `number`.

Give the group to `clean_number`. A number that the end of the text cuts off (`№ 17-01-`) is none.
"""
BARE_NUMBER_PATTERN = rf"(?x-i:(?<number>{_CORE}))"
"""The number alone, where other words than the sign announce it: `1475 нөмірімен`, `за номером 1675`."""

_NUMBER = regex.compile(NUMBER_PATTERN)
_AROUND_JOIN = re.compile(r"\s*([/-])\s*")


@dataclass(frozen=True, slots=True)
class NumberPhrase:
    """A number with its sign: `[start, end)` in the text, and the number without sign and inner spaces."""

    span: Span
    number: str


def clean_number(written: str) -> str:
    """Return the number of an act as the record holds it: no spaces around its signs, every dash a hyphen.

    `А -4/156` → `А-4/156`. Letters stay as written, Cyrillic or Latin.
    """
    return _AROUND_JOIN.sub(lambda sign: sign[1], written.replace("–", "-").replace("—", "-").strip())


def find_numbers(text: str) -> list[NumberPhrase]:
    """Return the numbers that stand after № or N, in reading order; spans are offsets into `text`."""
    return [NumberPhrase(match.span(), clean_number(match["number"])) for match in _NUMBER.finditer(text)]
