"""Headings across all columns of a table: `Үлгі ауданы` above the rows of that district.

In a column of cells such a heading stands between the last cell of a row and the number of the next. A row that has
one cell more than the table has columns, and ends in words alone, ends in a heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

from regkb.lang import words
from regkb.lang.structure import StructureWords
from regkb.schemas.stages import Block

FEWEST_FULL = 2
"""So many rows must have as many cells as the head, or how many columns there are can't be told."""
LONG_BANNER = 5
"""Words: a cell with so many is no rest of a name that a page break cut off."""
_WORDS = regex.compile(r"\p{Lu}[\p{L}-]*(?:\s[\p{L}-]+)+")


class _Shape(NamedTuple):
    """How many columns a table has, whether a place is a heading in it, whether words alone fill its last column."""

    columns: int
    places: bool
    wordy: bool


def part_banners(rows: Sequence[list[Block]], language: str) -> Iterator[list[Block]]:
    """Yield the rows of a table, each a list of cells, the first its head; the headings across it as rows of one cell.

    A row that lacks a cell may end in a heading too: the name of a place, where another place is one for sure. The last
    row has none, since no row stands below it.
    """
    shape = _read_shape(rows, language)
    for i, row in enumerate(rows):
        if shape and len(row) > 1 and i + 1 < len(rows) and _ends_in_banner(row, i == 0, shape, language):
            yield row[:-1]
            yield row[-1:]
        else:
            yield row


def _read_shape(rows: Sequence[list[Block]], language: str) -> _Shape | None:
    """Return the shape of a table; None where its rows don't bear out that it has as many columns as its head cells."""
    if not rows or rows[0][0].text.isdecimal():
        return None
    columns = len(rows[0]) - _is_place(rows[0][-1], language)
    full = [row[-1] for row in rows[1:] if len(row) == columns]
    if columns == 1 or len(full) < FEWEST_FULL:
        return None
    places = any(len(row) == columns + 1 and _is_place(row[-1], language) for row in rows[1:-1])
    wordy = any(_WORDS.fullmatch(cell.text) and not (places and _is_place(cell, language)) for cell in full)
    return _Shape(columns, places, wordy)


def _ends_in_banner(row: Sequence[Block], is_head: bool, shape: _Shape, language: str) -> bool:
    last = row[-1]
    surplus = 0 if is_head else len(row) - shape.columns
    if _is_place(last, language):
        return surplus > 0 or shape.places
    if surplus < 1 or not _WORDS.fullmatch(last.text):
        return False
    return len(last.text.split()) >= LONG_BANNER or surplus == 1 and not shape.wordy


def _is_place(cell: Block, language: str) -> bool:
    return _place(language).fullmatch(cell.text) is not None


@cache
def _place(language: str) -> regex.Pattern[str]:
    known: StructureWords = words("structure", language)
    return regex.compile(known.place_banner)
