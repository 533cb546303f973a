"""What an act cites, which acts cite it, and what they do to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation: the act and the paragraph that cite, the words, and the act and the provision that are meant.

    `target` is None where it is open; `reason` says why this act is meant, or why it is open. `known` tells what the
    base has of the target: its text (ingested), or what citations say of it (cited).
    """

    source: str
    language: str
    at: str
    text: str
    target: str | None
    target_path: str | None
    known: str | None
    score: float | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Effect:
    """What one act does to another, or brings into being; None where an act could not be told."""

    type: str
    affecting: str | None
    affected: str | None
    title: str | None
    path: str | None
    source: str
    at: str | None


_CITATIONS = """
SELECT r.act_id, r.language, r.at, r.text, r.target_act_id, r.target_path,
  CASE act.ingested WHEN true THEN 'ingested' WHEN false THEN 'cited' END, r.score, r.reason
FROM reference r LEFT JOIN act ON act.id = r.target_act_id
"""


def read_citations_from(con: DuckDBPyConnection, act_id: str, with_itself: bool = False) -> list[Citation]:
    """Return what the texts of an act cite, in reading order; of itself only with `with_itself`."""
    condition = "" if with_itself else " AND r.target_kind <> 'self' AND r.target_act_id IS DISTINCT FROM r.act_id"
    rows = con.execute(
        f"{_CITATIONS} WHERE r.act_id = ?{condition} ORDER BY r.language, r.entry, r.seq", [act_id]
    ).fetchall()
    return [Citation(*row) for row in rows]


def read_citations_to(con: DuckDBPyConnection, act_id: str) -> list[Citation]:
    """Return where other acts cite an act, by the citing act and in reading order."""
    rows = con.execute(
        f"{_CITATIONS} WHERE r.target_act_id = ? AND r.act_id <> ? ORDER BY r.act_id, r.language, r.entry, r.seq",
        [act_id, act_id],
    ).fetchall()
    return [Citation(*row) for row in rows]


def read_effects(con: DuckDBPyConnection, act_id: str) -> list[Effect]:
    """Return what an act does, and what is done to it, by the act whose text says so and in reading order."""
    rows = con.execute(
        "SELECT e.type, e.affecting_act_id, e.affected_act_id, e.affected_title, e.affected_path, e.act_id, e.at"
        " FROM effect e WHERE ? IN (e.affecting_act_id, e.affected_act_id) ORDER BY e.act_id, e.entry, e.seq",
        [act_id],
    ).fetchall()
    return [Effect(*row) for row in rows]
