"""Ruled tables: which letters of a page stand in which cell, and rows that a page break cut in two."""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from regkb.ingest.pdf_letters import Box, Letter, PageText
from regkb.ingest.pdf_rows import Row, make_rows

_FEWEST_COLUMNS = 2
_SAME_EDGE = 3.0


@dataclass(frozen=True, slots=True)
class Cell:
    """The rows of text in a cell; after a page break they may stand on two pages."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table, or the part of one that stands on a page: its box and its rows of cells."""

    page: int
    box: Box
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def columns(self) -> int:
        """The greatest number of cells in a row."""
        return max(len(row) for row in self.rows)


class TableFinder:
    """Finds the ruled tables of a PDF with pdfplumber, which is opened only once a page has lines."""

    def __init__(self, data: bytes) -> None:
        import pdfplumber  # costs half a second that files without tables need not pay

        # what it mends in a bent file it tells the log, where nobody asked
        logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
        self._document = pdfplumber.open(io.BytesIO(data))

    def find_tables(self, page: PageText) -> tuple[list[Table], list[Letter]]:
        """Return the tables of a page from the top down, and the letters that stand in none.

        Raises whatever pdfplumber stumbles over in a bent file.
        """
        plumbed = self._document.pages[page.number - 1]
        left, top = plumbed.bbox[0], plumbed.bbox[1]
        tables: list[Table] = []
        letters = page.letters
        for found in plumbed.find_tables():
            grid = [
                [
                    (x0 + left, page.height - y1 - top, x1 + left, page.height - y0 - top)
                    for x0, y0, x1, y1 in (cell for cell in row.cells if cell)
                ]
                for row in found.rows
            ]
            if max((len(row) for row in grid), default=0) < _FEWEST_COLUMNS:
                continue
            table, letters = _fill(page.number, grid, letters)
            if table is not None:
                tables.append(table)
        plumbed.close()
        return sorted(tables, key=lambda table: -table.box[3]), letters

    def close(self) -> None:
        """Let go of the document."""
        with suppress(Exception):
            self._document.close()


def _fill(page: int, grid: list[list[Box]], letters: list[Letter]) -> tuple[Table | None, list[Letter]]:
    """Put letters into the cells in whose boxes their middles lie; return the table and the letters left over."""
    boxes = [box for row in grid for box in row]
    whole = (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
    inside = [letter for letter in letters if _holds(whole, letter)]
    rows: list[tuple[Cell, ...]] = []
    taken: set[int] = set()
    for boxes_of_row in grid:
        cells = []
        for box in sorted(boxes_of_row):
            mine = [letter for letter in inside if id(letter) not in taken and _holds(box, letter)]
            taken.update(map(id, mine))
            cells.append(Cell(tuple(make_rows(page, mine))))
        if any(cell.rows for cell in cells):
            rows.append(tuple(cells))
    if not rows:
        return None, letters
    return Table(page, whole, tuple(rows)), [letter for letter in letters if id(letter) not in taken]


def _holds(box: Box, letter: Letter) -> bool:
    x, y = (letter.x0 + letter.x1) / 2, (letter.bottom + letter.top) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def goes_on(table: Table, following: Table) -> bool:
    """Tell whether a table is the rest of one that the foot of the page before it cut off."""
    same_edges = all(abs(a - b) < _SAME_EDGE for a, b in zip(table.box[::2], following.box[::2], strict=True))
    return following.page == table.page + 1 and same_edges and table.columns == following.columns


def join_cut_row(table: Table, following: Table) -> tuple[Table, Table]:
    """Join a row that the page break cut: overleaf its first cell, where the others have their number, is empty.

    Returns the two parts, the first with the whole row.
    """
    last, first = table.rows[-1], following.rows[0]
    if len(last) != len(first) or first[0].rows or not last[0].rows:
        return table, following
    whole = tuple(Cell(a.rows + b.rows) for a, b in zip(last, first, strict=True))
    return replace(table, rows=(*table.rows[:-1], whole)), replace(following, rows=following.rows[1:])


def join_cut_tables(tables: Sequence[Table]) -> list[Table]:
    """Return the tables of a document in order, each row that a page break cut joined on the page where it began."""
    joined: list[Table] = []
    for table in tables:
        rest = table
        if joined and goes_on(joined[-1], table):
            joined[-1], rest = join_cut_row(joined[-1], table)
        if rest.rows:
            joined.append(rest)
    return joined
