"""Where a bracket closes that opens before a text."""

from __future__ import annotations

import regex

_LIST_NUMBER = regex.compile(r"(?r)(?<![\p{L}\d])(?:\d{1,2}|\p{Ll})")
"""Before a bracket that closes none: `1) талон; 2) жетон`."""


def length_inside_bracket(text: str) -> int:
    """Return how far `text` goes before a bracket closes that opens before it: `талон (жетон)|, 15 минут); …`."""
    opened = 0
    for place, mark in enumerate(text):
        if mark == ")" and not opened and _LIST_NUMBER.match(text, 0, place):
            continue
        opened += (mark == "(") - (mark == ")")
        if opened < 0:
            return place
    return len(text)
