"""Table cells → rows: what a dump leaves of a table is a column of cells; a row begins with its number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from regkb.extract.banners import part_banners
from regkb.schemas.record import Span
from regkb.schemas.stages import Block

CELL_BORDER = " | "


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its cells joined by ` | `, their spans, and how many blocks it takes."""

    text: str
    spans: tuple[Span, ...]
    blocks: int


def read_rows(blocks: Sequence[Block], start: int, language: str) -> list[Row]:
    """Return the rows of the table that begins with the block at `start`.

    It goes on as long as blocks are cells; one that begins with a block of running words takes these too. Cells come
    in reading order. A row begins at a cell that is the next whole number; cells before the first number make the head;
    a heading across all columns is a row of its own, where that can be told. Where no cell is numbered, all cells are
    one row: which belong together can't be told.
    """
    kinds = ("table", "plain") if blocks[start].kind == "plain" else ("table",)
    end = start
    while end < len(blocks) and blocks[end].kind in kinds:
        end += 1
    rows: list[list[Block]] = [[]]
    number = 0
    for block in blocks[start:end]:
        if CELL_BORDER in block.text:
            rows += [[block], []]
            continue
        if block.text == str(number + 1):
            rows.append([])
            number += 1
        rows[-1].append(block)
    return [_join_cells(cells) for cells in part_banners([cells for cells in rows if cells], language)]


def _join_cells(cells: Sequence[Block]) -> Row:
    spans = tuple(span for cell in cells for span in cell.spans)
    return Row(CELL_BORDER.join(cell.text for cell in cells), spans, len(cells))
