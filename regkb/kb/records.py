"""Records out of the base: the same acts that went in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from regkb.kb.rows import join_paragraphs
from regkb.schemas.record import Act, Paragraph

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AT_ONCE = 100
"""Records that are in memory together while many are read."""

AMONG = "entry IN (SELECT unnest(?::INTEGER[]))"
"""The condition that rows are of the entries of a list, its one parameter.

Of entries far apart the engine finds the rows by this join; a list of numbers it compares with every row between the
least and the greatest, which took twenty times as long for a hundred of 100,000 records.
"""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which records: of these acts (`None`: all), in one language, of issuers whose name holds the words, adopted from
    one day to another (both included), read into the base since a moment (UTC).
    """

    act_ids: Sequence[str] | None = None
    language: str | None = None
    issuer: str | None = None
    since: date | None = None
    until: date | None = None
    changed_since: datetime | None = None


def select_entries(con: DuckDBPyConnection, selection: Selection = Selection()) -> list[int]:
    """Return the entries of the records that the selection asks for, in the order of act and language."""
    conditions = {
        "list_contains(?::VARCHAR[], r.act_id)": selection.act_ids,
        "r.language = ?": selection.language,
        "contains(lower(issuer), lower(?))": selection.issuer,
        "date >= ?": selection.since,
        "date <= ?": selection.until,
        "ingested_at >= ?": selection.changed_since,
    }
    asked = {condition: value for condition, value in conditions.items() if value is not None}
    rows = con.execute(
        "SELECT entry FROM record r JOIN source USING (sha256)"
        f" WHERE {' AND '.join(asked) or 'true'} ORDER BY r.act_id, r.language",
        list(asked.values()),
    ).fetchall()
    return [entry for (entry,) in rows]


def read_records(con: DuckDBPyConnection, entries: Sequence[int]) -> Iterator[Act]:
    """Yield the records of the entries in their order; memory does not grow with their number."""
    for start in range(0, len(entries), _AT_ONCE):
        some = list(entries[start : start + _AT_ONCE])
        json = dict(con.execute(f"SELECT entry, json FROM record WHERE {AMONG}", [some]).fetchall())
        rows = con.execute(
            f"SELECT entry, path, text, spans FROM paragraph WHERE {AMONG} ORDER BY entry, seq", [some]
        ).fetchall()
        paragraphs = {
            entry: [Paragraph(path=path, text=text, spans=spans) for _, path, text, spans in group]
            for entry, group in groupby(rows, itemgetter(0))
        }
        for entry in some:
            yield join_paragraphs(json[entry], paragraphs.get(entry, []))


def read_record(con: DuckDBPyConnection, entry: int) -> Act:
    """Return the record of one entry."""
    return next(read_records(con, [entry]))
