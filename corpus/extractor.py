"""A content-order text extractor, of the kind that made the real dumps: it trusts the order of drawing.

It opens a line where the baseline changes, an empty line where the text jumps down or sets in further right than the
line before, and writes a blank where letters stand apart by half the width of the letter that follows. Displaced links
and letter-spaced words are not imitated: they come of this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.layout import Page
from corpus.metrics import width

SAME_LINE = 0.3
"""Baselines nearer than this, in type sizes, are one line."""
JUMP = 2.8
"""A distance of baselines, in type sizes, that counts as an empty line."""
SET_IN = 1.2
"""A line that begins so much further right than the last, in type sizes, has an empty line before it."""
APART = 0.5
"""Letters further apart than this, in widths of the second, have a blank between them."""
PAGE_BREAK = "\n\n\n\n"


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One letter, or a run of letters that touch: where it begins and ends, and how wide its first letter is."""

    page: int
    x0: float
    x1: float
    y: float
    size: float
    text: str
    first_width: float


def extract(glyphs: Iterable[Glyphs]) -> str:
    """Return the text of letters as they come."""
    parts: list[str] = ["\n"]
    last: Glyphs | None = None
    line_start = 0.0
    for glyph in glyphs:
        if last is None:
            line_start = glyph.x0
        elif glyph.page != last.page:
            parts.append(PAGE_BREAK)
            line_start = glyph.x0
        elif abs(glyph.y - last.y) > SAME_LINE * glyph.size:
            parts.append("\n")
            if last.y - glyph.y > JUMP * glyph.size or glyph.x0 - line_start > SET_IN * glyph.size:
                parts.append("\n")
            line_start = glyph.x0
        elif glyph.x0 - last.x1 > APART * glyph.first_width and not last.text.endswith(" "):
            parts.append(" ")
        parts.append(glyph.text)
        last = glyph
    return "".join(parts) + "\n "


def glyphs_of(pages: list[Page]) -> Iterator[Glyphs]:
    """Return what is drawn on pages: letter by letter where letters are spaced, else run by run.

    Inside a run without letter-spacing letters touch, and word spaces widen blanks alone, so that no letter there
    could change what `extract` writes.
    """
    for number, page in enumerate(pages):
        for show in page.shows:
            scale = show.size / 1000
            if not show.letter_space:
                first = width(show.face, show.text[0]) * scale
                end = show.x + width(show.face, show.text) * scale + show.text.count(" ") * show.word_space
                yield Glyphs(number, show.x, end, show.y, show.size, show.text, first)
                continue
            x = show.x
            for letter in show.text:
                wide = width(show.face, letter) * scale
                yield Glyphs(number, x, x + wide, show.y, show.size, letter, wide)
                x += wide + show.letter_space + (show.word_space if letter == " " else 0.0)


def dump(pages: list[Page]) -> str:
    """Return the text dump of laid-out pages."""
    return extract(glyphs_of(pages))
