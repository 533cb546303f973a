"""Stretches of a text blotted out: what stands around them keeps its offsets."""

from __future__ import annotations

from collections.abc import Iterable

from regkb.schemas.record import Span

BLOT = "·"
"""Stands for words that are there but are not to be read; a blank would let a pattern read across."""


def blot_out(text: str, spans: Iterable[Span], blot: str = BLOT) -> str:
    """Return `text` with `blot`, one character, in the place of each character of `spans`."""
    for start, end in spans:
        text = text[:start] + blot * (end - start) + text[end:]
    return text
