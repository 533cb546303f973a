"""Paragraphs → the raw text that offsets count: with a box for each letter, the start of each page, links and hints."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regkb.ingest.pdf_blocks import Paragraph
from regkb.ingest.pdf_letters import DrawnLink, turn_box
from regkb.ingest.pdf_rows import Row
from regkb.schemas.stages import BlockKind, Hint, Layout, Link

CELL_BORDER = " | "
_NOWHERE = array("f", (0.0, 0.0, 0.0, 0.0))


@dataclass(frozen=True, slots=True)
class PageFrame:
    """What must be known of a page beside its rows: its links, and the quarter turns in which it was read."""

    links: tuple[DrawnLink, ...] = ()
    turned: int = 0


def compose_text(
    paragraphs: Sequence[Paragraph], frames: Sequence[PageFrame]
) -> tuple[str, Layout, tuple[Link, ...], tuple[Hint, ...]]:
    """Return the raw text, where its letters stand, its links, and a hint for each paragraph.

    A letter's box is on the page that `Layout.page_of` tells; what a page break cut off a table's row has the box of
    no place, since the row's text belongs to the page where it begins.
    """
    composer = _Composer(frames)
    for paragraph in paragraphs:
        composer.add(paragraph)
    return composer.finish()


class _Composer:
    """The text so far."""

    def __init__(self, frames: Sequence[PageFrame]) -> None:
        self.frames = frames
        self.parts: list[str] = []
        self.at = 0
        self.page = 0
        self.boxes = array("f")
        self.starts: list[int] = []
        self.hints: list[Hint] = []
        self.links: list[Link] = []

    def add(self, paragraph: Paragraph) -> None:
        if paragraph.table is None:
            start = self._begin(paragraph.rows[0].page)
            for number, row in enumerate(paragraph.rows):
                if number:
                    self._join("\n")
                    self._turn_to(row.page)
                self._row(row)
            self._end(start, paragraph.kind)
            return
        page = paragraph.table.page
        for cells in paragraph.table.rows:
            start = self._begin(page)
            for number, cell in enumerate(cells):
                if number:
                    self._join(CELL_BORDER)
                for row_number, row in enumerate(cell.rows):
                    if row_number:
                        self._join("\n")
                    self._row(row, lost=row.page != page)
            self._end(start, "table")

    def finish(self) -> tuple[str, Layout, tuple[Link, ...], tuple[Hint, ...]]:
        self._turn_to(len(self.frames))
        return "".join(self.parts), Layout(tuple(self.starts), self.boxes), tuple(self.links), tuple(self.hints)

    def _begin(self, page: int) -> int:
        self._turn_to(page)
        return self.at

    def _end(self, start: int, kind: BlockKind) -> None:
        self.hints.append(Hint((start, self.at), kind))
        self._join("\n")

    def _turn_to(self, page: int) -> None:
        """Note where pages begin, up to this one."""
        while self.page < page:
            self.starts.append(self.at)
            self.page += 1

    def _join(self, text: str) -> None:
        self.parts.append(text)
        self.at += len(text)
        self.boxes.extend(_NOWHERE * len(text))

    def _row(self, row: Row, *, lost: bool = False) -> None:
        """Put down a row's words with the boxes of their letters; a lost row's boxes are on another page."""
        frame = self.frames[row.page - 1]
        start = self.at
        place = 0
        for number, word in enumerate(row.words):
            if number:
                self._join(" ")
            self.parts.append(word)
            self.at += len(word)
            if lost:
                self.boxes.extend(_NOWHERE * len(word))
            elif frame.turned:
                for box in range(place, place + len(word)):
                    x0, y0, x1, y1 = row.boxes[4 * box : 4 * box + 4]
                    self.boxes.extend(turn_box((x0, y0, x1, y1), frame.turned))
            else:
                self.boxes.extend(row.boxes[4 * place : 4 * (place + len(word))])
            place += len(word)
        if not lost:
            self.links += _find_links(self.boxes, start, self.at, frame.links)


def _find_links(boxes: array[float], start: int, end: int, links: Sequence[DrawnLink]) -> Iterator[Link]:
    """Yield the links of a row: the letters whose middle lies in a link's rectangle."""
    middle = (boxes[4 * start + 1] + boxes[4 * start + 3]) / 2
    for link in links:
        x0, y0, x1, y1 = link.box
        if not y0 <= middle <= y1:
            continue
        covered = [
            offset
            for offset in range(start, end)
            if boxes[4 * offset + 2] and x0 <= (boxes[4 * offset] + boxes[4 * offset + 2]) / 2 <= x1
        ]
        if covered:
            yield Link((covered[0], covered[-1] + 1), link.target)
