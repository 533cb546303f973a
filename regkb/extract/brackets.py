"""Where a bracket closes that opens before a text."""

from __future__ import annotations


def length_inside_bracket(text: str) -> int:
    """Return how far `text` goes before a bracket closes that opens before it: `талон (жетон)|, 15 минут); …`."""
    opened = 0
    for place, mark in enumerate(text):
        opened += (mark == "(") - (mark == ")")
        if opened < 0:
            return place
    return len(text)
