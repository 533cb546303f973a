"""What a document is made of: the record, and what the base has found out about the act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from regkb.kb.records import AMONG, read_records
from regkb.schemas.record import Act

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of the act's timeline: what, when (both bounds alike: certain), by which act, and who says so where."""

    kind: str
    earliest: date | None
    latest: date | None
    by_act_id: str | None
    source_act_id: str | None
    at: str | None
    quote: str | None

    @property
    def date(self) -> date | None:
        """The day, where it is certain."""
        return self.earliest if self.earliest == self.latest else None


@dataclass(frozen=True, slots=True)
class Effect:
    """What the act does to another, or another to it."""

    type: str
    affecting: str | None
    affected: str | None
    at: str | None


@dataclass(frozen=True, slots=True)
class AknSource:
    """An act in one language with what the base knows: `citations` and `amended` are targets by the number of the
    reference or amendment, each with the path of the provision that is meant, of an amendment the annex; `outlook` is
    the answer on validity for all days to come, `read_on` the day on which the text came into the base.
    """

    act: Act
    citations: dict[int, tuple[str, str | None]] = field(default_factory=dict)
    amended: dict[int, tuple[str, str | None]] = field(default_factory=dict)
    effects: tuple[Effect, ...] = ()
    timeline: tuple[Happening, ...] = ()
    outlook: str | None = None
    read_on: date | None = None


def read_sources(con: DuckDBPyConnection, entries: Sequence[int]) -> Iterator[AknSource]:
    """Yield what the documents of the records are made of, in their order; memory does not grow with their number."""
    for start in range(0, len(entries), _AT_ONCE):
        some = list(entries[start : start + _AT_ONCE])
        known = _group(
            con,
            f"SELECT entry, record.act_id, ingested_at::DATE FROM record JOIN source USING (sha256) WHERE {AMONG}",
            some,
        )
        citations = _group(
            con,
            f"SELECT entry, seq, target_act_id, target_path FROM reference WHERE {AMONG} AND target_act_id IS NOT NULL",
            some,
        )
        amended = _group(
            con,
            f"SELECT entry, seq, target_act_id, affected_path FROM amendment"
            f" WHERE {AMONG} AND target_act_id IS NOT NULL",
            some,
        )
        effects = _group(
            con,
            'SELECT entry, type, affecting_act_id, affected_act_id, "at" FROM effect'
            f" WHERE {AMONG} ORDER BY entry, seq",
            some,
        )
        of_acts = f"act_id IN (SELECT act_id FROM record WHERE {AMONG})"
        timeline = _group(
            con,
            'SELECT act_id, kind, earliest, latest, by_act_id, source_act_id, "at", quote FROM timeline'
            f" WHERE {of_acts} ORDER BY act_id, seq",
            some,
        )
        outlook = dict(
            con.execute(
                f"SELECT act_id, max_by(answer, last_day) FROM validity WHERE {of_acts} GROUP BY act_id", [some]
            ).fetchall()
        )
        for entry, act in zip(some, read_records(con, some), strict=True):
            [(act_id, read_on)] = known[entry]
            yield AknSource(
                act=act,
                citations={seq: (target, path) for seq, target, path in citations.get(entry, [])},
                amended={seq: (target, path) for seq, target, path in amended.get(entry, [])},
                effects=tuple(Effect(*row) for row in effects.get(entry, [])),
                timeline=tuple(Happening(*row) for row in timeline.get(act_id, [])),
                outlook=outlook.get(act_id),
                read_on=read_on,
            )


def _group(con: DuckDBPyConnection, query: str, entries: list[int]) -> dict[Any, list[tuple[Any, ...]]]:
    """Return the rows of a query about the entries by their first column."""
    rows: dict[Any, list[tuple[Any, ...]]] = {}
    for key, *row in con.execute(query, [entries]).fetchall():
        rows.setdefault(key, []).append(tuple(row))
    return rows
