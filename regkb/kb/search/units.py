"""Within the best acts: which paragraphs, services or steps speak best of the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import regex

from regkb.kb.search.index import IS_TITLE, KINDS, LENGTH_SHARE, ORDINARY_LENGTH, SATURATION, TITLE_WEIGHT, TOKEN
from regkb.kb.sorting import keeps_rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TOKEN = regex.compile(TOKEN)

Rarities = Mapping[int, Sequence[tuple[int, float]]]
"""Of each term that was asked for, the words of the question (by number) that it stands for, and how much it counts."""


class Spot(NamedTuple):
    """Where to look: a unit of a record (`entry`), its number there, and its row in its table where that is known."""

    entry: int
    seq: int
    row: int | None


class Unit(NamedTuple):
    """A paragraph, service or step: its words, and those of them that are shown."""

    path: str | None
    text: str
    shown: str
    is_title: bool


class Forms:
    """The forms of the terms that were asked for, and how much each counts for which word of the question."""

    def __init__(self, con: DuckDBPyConnection, rarities: Rarities) -> None:
        terms = ", ".join(map(str, rarities))
        rows = con.execute(f"SELECT language, word, term FROM search_word WHERE term IN ({terms})").fetchall()
        self._counted: dict[tuple[str, str], list[tuple[int, float]]] = {}
        for language, form, term in rows:
            self._counted.setdefault((language, form), []).extend(rarities[term])

    def score(self, unit: Unit, language: str) -> float:
        """Return what the unit says of the words: BM25, each word by the rarest of its terms that stand there."""
        spoken = _TOKEN.findall(unit.text.lower())
        counts: Counter[int] = Counter()
        rarest: dict[int, float] = {}
        for form in spoken:
            for word, rarity in self._counted.get((language, form), ()):
                counts[word] += 1
                rarest[word] = max(rarity, rarest.get(word, 0.0))
        length = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE / ORDINARY_LENGTH * len(spoken))
        weight = TITLE_WEIGHT if unit.is_title else 1.0
        return sum(weight * rarest[word] * count / (count + length) for word, count in counts.items())


def read_units(con: DuckDBPyConnection, kind: str, spots: Sequence[Spot]) -> dict[tuple[int, int], Unit]:
    """Return the units of a kind that stand at the spots, by record and number.

    A row that is where the index says is read by that place; else all rows are looked through for it, by the two
    columns of numbers alone, before any text is read.
    """
    table, columns = KINDS[kind]
    by_row = {spot.row for spot in spots if spot.row is not None}
    found = dict(_read_rows(con, f"SELECT rowid AS row, {columns} FROM {table}", by_row)) if by_row else {}
    units = {spot[:2]: found[spot[:2]] for spot in spots if spot[:2] in found}
    lost = [spot for spot in spots if spot[:2] not in units]
    if lost:
        rows = f"SELECT {'rowid' if keeps_rows(con, table) else 'entry'} AS row, {columns} FROM {table}"
        places = con.execute(
            f"SELECT row FROM ({rows}) SEMI JOIN (SELECT unnest(?::INTEGER[]) AS entry, unnest(?::INTEGER[]) AS seq)"
            " USING (entry, seq)",
            [[spot.entry for spot in lost], [spot.seq for spot in lost]],
        ).fetchall()
        units |= _read_rows(con, rows, {row for (row,) in places})
    return units


def _read_rows(con: DuckDBPyConnection, rows: str, places: Iterable[int]) -> Iterable[tuple[tuple[int, int], Unit]]:
    """Yield the units in these rows, with their record and number."""
    for entry, seq, *unit in con.execute(
        f"SELECT entry, seq, path, text, shown, {IS_TITLE} FROM ({rows})"
        " SEMI JOIN (SELECT unnest(?::BIGINT[]) AS row) USING (row)",
        [sorted(places)],
    ).fetchall():
        yield (entry, seq), Unit(*unit)
