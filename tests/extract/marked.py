"""Texts of tests in which bars stand around words: `№ 5 |қаулысына| сәйкес`."""

from __future__ import annotations


def read_marked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text without its bars, and the places of the words between them."""
    text, spans = "", []
    for place, piece in enumerate(marked.split("|")):
        if place % 2:
            spans.append((len(text), len(text) + len(piece)))
        text += piece
    return text, spans
