"""How wide the specimen fonts' letters are, in thousandths of the type size."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Literal

Face = Literal["regular", "bold"]
FONTS = Path(__file__).parent / "fonts"
FILES: dict[Face, str] = {"regular": "DejaVuSerif.ttf", "bold": "DejaVuSerif-Bold.ttf"}


@cache
def letter_widths(face: Face) -> dict[str, float]:
    """Return the advance width of each letter of a face."""
    widths: dict[str, dict[str, float]] = json.loads((FONTS / "widths.json").read_text("utf-8"))
    return widths[face]


@cache
def width(face: Face, text: str) -> float:
    """Return the width of a text set without extra spacing; raises KeyError for a letter that the fonts lack."""
    widths = letter_widths(face)
    return sum([widths[letter] for letter in text])
