"""Events, timelines and answers in the base: drawn from the records after each load, read for each question."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from regkb.kb.arrow import offer_rows
from regkb.kb.rows import Row, write_rule
from regkb.kb.sorting import UNSORTED_SHARE, make_act_key, sort_rows
from regkb.kb.validity.answer import list_history
from regkb.kb.validity.events import Event
from regkb.kb.validity.evidence import Other, Telling, name_acts
from regkb.kb.validity.history import read_history, read_rule
from regkb.kb.validity.sql import VIEWS
from regkb.kb.validity.states import segment_days
from regkb.kb.validity.timeline import Timeline, settle_timeline

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_Value = TypeVar("_Value")

Transact = Callable[["DuckDBPyConnection"], AbstractContextManager[object]]
"""What makes a transaction of all that is done inside it."""

_RECORDS_TOGETHER = 2000
"""So many records are drawn in one transaction."""
_RECORDS_AT_ONCE = 500
"""So many records are in memory at a time."""
_ACTS_AT_ONCE = 5000
"""So many acts are settled at a time: each time all events are looked through for theirs."""

_STALE_ENTRIES = """
SELECT entry FROM (
SELECT entry FROM loaded
UNION
SELECT r.entry FROM reference r
WHERE r.target_kind = 'act' AND r.target_act_id <> r.act_id AND r.date IS NOT NULL
  AND NOT EXISTS (FROM event e WHERE e.evidence_entry = r.entry AND e.act_id = r.target_act_id)
UNION
SELECT e.evidence_entry FROM event e
WHERE e.act_id <> e.source_act_id
  AND NOT EXISTS (FROM reference r WHERE r.entry = e.evidence_entry AND r.target_act_id = e.act_id)
  AND NOT EXISTS (
    FROM effect f WHERE f.entry = e.evidence_entry AND e.act_id IN (f.affected_act_id, f.affecting_act_id)
  )
) SEMI JOIN record USING (entry) ORDER BY entry
"""
"""Records that came, and those of which a citation now means another act than when their events were drawn."""

_UNSETTLED = "SELECT DISTINCT act_id FROM event ANTI JOIN validity USING (act_id) ORDER BY act_id"

_TOLD = """
WITH mention AS MATERIALIZED (
  SELECT entry, seq AS place, type, date, number, target_act_id AS act_id,
    "at", len(articles) + len(points) + len(subpoints) + len(paragraphs) + len(annexes) > 0 AS is_part
  FROM reference WHERE {among} AND target_kind = 'act'
  UNION ALL
  SELECT entry, -1 - seq, other_type, other_date, other_number,
    if(affected_act_id = act_id, affecting_act_id, affected_act_id), NULL, false
  FROM effect WHERE {among}
),
-- the same number and day in other words mean the same act
numbered AS (
  SELECT entry, type, date, number, any_value(act_id) AS act_id FROM mention
  WHERE act_id IS NOT NULL AND date IS NOT NULL AND number IS NOT NULL
  GROUP BY ALL HAVING count(DISTINCT act_id) = 1
),
meant AS MATERIALIZED (
  SELECT m.entry, m.place, coalesce(m.act_id, n.act_id) AS act_id, m."at", m.is_part
  FROM mention m LEFT JOIN numbered n USING (entry, type, date, number)
)
SELECT t.entry, t.act_id, t.kind, t.reference, t.effect, t.is_subject, t.date, t.earliest,
  if(t.basis = 'shown', s.ingested_at::DATE, t.latest), t.rule_event, t.rule_days, t.rule_calendar, t.rule_date,
  t.rule_text, t."at", t.quote, t.basis, o.act_id,
  EXISTS (FROM meant p WHERE p.is_part AND p.entry = t.entry AND p."at" = t."at" AND p.act_id = o.act_id)
FROM telling t JOIN record r USING (entry) JOIN source s USING (sha256)
LEFT JOIN meant o ON o.entry = t.entry AND o.place = coalesce(t.reference, -1 - t.effect)
WHERE t.{among} ORDER BY t.entry, t.seq
"""


def derive(con: DuckDBPyConnection, transact: Transact = nullcontext) -> None:
    """Draw the tables event, timeline and validity, and the views over them, up to the records that were loaded.

    `con` is the writable base, with the view `loaded`. Each portion is done inside `transact(con)`, since one
    transaction over all would hold more in memory the more there is; what one leaves undone, the next call finds.
    """
    for statement in VIEWS.values():
        con.execute(statement)
    with transact(con):
        _unsettle(con, _drop_events(con, "evidence_entry NOT IN (SELECT entry FROM record)"))
    stale = [entry for (entry,) in con.execute(_STALE_ENTRIES).fetchall()]
    for portion in _cut(stale, _RECORDS_TOGETHER):
        with transact(con):
            with _offer(con, [{"entry": entry} for entry in portion]):
                touched = _drop_events(con, "evidence_entry IN (SELECT entry FROM wanted)")
            for batch in _cut(portion, _RECORDS_AT_ONCE):
                touched |= _add_events(con, batch)
            _unsettle(con, touched)
    with transact(con):
        _sort_events(con)
    unsettled = [act_id for (act_id,) in con.execute(_UNSETTLED).fetchall()]
    for acts in _cut(unsettled, _ACTS_AT_ONCE):
        with transact(con):
            _settle(con, acts)


def _unsettle(con: DuckDBPyConnection, act_ids: Collection[str]) -> None:
    """Forget the timelines of the acts and those that rest on theirs: what they repeal or amend, and what that did."""
    touched = set(act_ids)
    for _ in range(2):
        with _offer(con, [{"act_id": act_id} for act_id in sorted(touched)]):
            found = con.execute("SELECT DISTINCT e.act_id FROM event e JOIN wanted w ON e.by_act_id = w.act_id")
            touched |= {act_id for (act_id,) in found.fetchall()}
    with _offer(con, [{"act_id": act_id} for act_id in sorted(touched)]):
        con.execute("DELETE FROM timeline WHERE act_id IN (SELECT act_id FROM wanted)")
        con.execute("DELETE FROM validity WHERE act_id IN (SELECT act_id FROM wanted)")


def _sort_events(con: DuckDBPyConnection) -> None:
    """Lay the events of an act together once a good part of them was added at the end."""
    ((known, events),) = con.execute(
        "SELECT value::BIGINT, (SELECT count(*) FROM event) FROM meta WHERE key = 'sorted_events'"
    ).fetchall()
    if events > known * (1 + UNSORTED_SHARE):
        sort_rows(con, "event", "act_key, act_id, evidence_entry, seq")
        con.execute("UPDATE meta SET value = ? WHERE key = 'sorted_events'", [str(events)])


def _settle(con: DuckDBPyConnection, act_ids: Collection[str]) -> None:
    """Write the timelines of acts that have events and none yet."""
    history = read_history(con, act_ids)
    settled = [settle_timeline(act_id, history) for act_id in act_ids]
    _insert(con, "timeline", (row for timeline in settled for row in _write_timeline(timeline)))
    _insert(con, "validity", (row for timeline in settled for row in _write_validity(timeline)))


def _drop_events(con: DuckDBPyConnection, condition: str) -> set[str]:
    """Delete the events for which the condition holds; return the acts that they were about."""
    touched = con.execute(f"SELECT DISTINCT act_id FROM event WHERE {condition}").fetchall()
    con.execute(f"DELETE FROM event WHERE {condition}")
    return {act_id for (act_id,) in touched}


def _add_events(con: DuckDBPyConnection, entries: Collection[int]) -> set[str]:
    """Write the events that these records tell of; return the acts that they are about."""
    told = con.execute(_TOLD.format(among=f"entry IN ({', '.join(map(str, entries))})")).fetchall()
    rows = []
    for (entry, act_id), group in groupby(told, key=itemgetter(0, 1)):
        events = name_acts(act_id, map(_read_telling, group))
        rows += [_write_event(event, entry, seq) for seq, event in enumerate(events)]
    _insert(con, "event", rows)
    return {row["act_id"] for row in rows}


def _read_telling(row: tuple[Any, ...]) -> tuple[Telling, str | None, bool]:
    """Return what a row tells, the other act that it means, and whether it names a part of that."""
    _, _, kind, reference, effect, is_subject, date, earliest, latest, *rule, at, quote, basis, act_id, is_part = row
    other = None
    if reference is not None:
        other = Other("reference", reference, is_subject)
    elif effect is not None:
        other = Other("effect", effect, is_subject)
    return Telling(kind, other, date, earliest, latest, read_rule(*rule), at, quote, basis), act_id, is_part


def _write_event(event: Event, entry: int, seq: int) -> Row:
    return {
        "act_id": event.act_id,
        "act_key": make_act_key(event.act_id),
        "evidence_entry": entry,
        "seq": seq,
        "kind": event.kind,
        "date": event.date,
        "earliest": event.earliest or event.date,
        "latest": event.latest or event.date,
        **write_rule(event.rule),
        "by_act_id": event.by,
        "source_act_id": event.source,
        "at": event.at,
        "quote": event.quote,
        "basis": event.basis,
    }


def _write_timeline(timeline: Timeline) -> Iterator[Row]:
    for seq, settled in enumerate(list_history(timeline)):
        told = settled.evidence[0] if settled.evidence else None
        yield {
            "act_id": timeline.act_id,
            "seq": seq,
            "kind": settled.kind,
            "date": settled.bounds.known_day,
            "earliest": settled.bounds.known_earliest,
            "latest": settled.bounds.known_latest,
            **write_rule(settled.rule),
            "by_act_id": settled.by,
            "source_act_id": told.source if told else None,
            "at": told.at if told else None,
            "quote": told.quote if told else None,
            "basis": settled.basis,
        }


def _write_validity(timeline: Timeline) -> Iterator[Row]:
    for segment in segment_days(timeline):
        yield {
            "act_id": timeline.act_id,
            "first_day": segment.first,
            "last_day": segment.last,
            "answer": segment.application.answer,
            "certain": segment.application.certain,
            "possible": sorted(segment.application.possible),
            "force_answer": segment.force.answer,
            "force_certain": segment.force.certain,
        }


def _insert(con: DuckDBPyConnection, table: str, rows: Iterable[Row]) -> None:
    with offer_rows(con, "incoming", table, rows):
        con.execute(f"INSERT INTO {table} SELECT * FROM incoming")


def _offer(con: DuckDBPyConnection, rows: list[Row]) -> AbstractContextManager[None]:
    """Let statements see the numbers of records, or the ids of acts, as the table `wanted`."""
    return offer_rows(con, "wanted", "record", rows)


def _cut(values: Sequence[_Value], at_once: int) -> Iterator[Sequence[_Value]]:
    for first in range(0, len(values), at_once):
        yield values[first : first + at_once]
