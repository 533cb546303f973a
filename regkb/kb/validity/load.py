"""Events, timelines and answers in the base: drawn from the records after each load, read for each question."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any, TypeVar

from regkb.kb.arrow import offer_rows
from regkb.kb.rows import Row, join_paragraphs
from regkb.kb.validity.answer import Reason, list_history
from regkb.kb.validity.events import Event
from regkb.kb.validity.evidence import Identify, derive_events
from regkb.kb.validity.history import read_history
from regkb.kb.validity.sql import VIEWS
from regkb.kb.validity.states import segment_days
from regkb.kb.validity.timeline import Timeline, settle_timeline
from regkb.schemas.record import Act, ActRef, EffectRule, Paragraph

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_Value = TypeVar("_Value")

Transact = Callable[["DuckDBPyConnection"], AbstractContextManager[object]]
"""What makes a transaction of all that is done inside it."""

_RECORDS_TOGETHER = 2000
"""So many records are drawn in one transaction."""
_RECORDS_AT_ONCE = 100
"""So many records are in memory at a time: DuckDB takes 0.3 MB and more to cut one record's JSON."""
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

_MENTIONS = """
SELECT entry, type, issuer, date, number, title, registration_number, target_act_id
FROM reference SEMI JOIN wanted USING (entry) WHERE target_kind = 'act' AND target_act_id IS NOT NULL
UNION ALL
SELECT
    entry, other_type, other_issuer, other_date, other_number, other_title, other_registration_number,
    if(affected_act_id = act_id, affecting_act_id, affected_act_id)
FROM effect SEMI JOIN wanted USING (entry)
WHERE affected_act_id IS NOT NULL AND affecting_act_id IS NOT NULL
"""

_RECORDS = """
SELECT r.entry, json_merge_patch(r.json, '{"services": [], "amendments": [], "diagnostics": []}'), s.ingested_at
FROM record r SEMI JOIN wanted USING (entry) LEFT JOIN source s USING (sha256) ORDER BY r.entry
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
    rows = []
    for entry, act, identify in _read_acts(con, entries):
        rows += [_write_event(event, entry, seq) for seq, event in enumerate(derive_events(act, identify))]
    _insert(con, "event", rows)
    return {row["act_id"] for row in rows}


def _read_acts(con: DuckDBPyConnection, entries: Collection[int]) -> Iterator[tuple[int, Act, Identify]]:
    """Yield each record with its text, when it was taken, and what its mentions mean by the base's resolution."""
    with _offer(con, [{"entry": entry} for entry in entries]):
        records = con.execute(_RECORDS).fetchall()
        told = con.execute("SELECT entry, path, text FROM paragraph SEMI JOIN wanted USING (entry) ORDER BY entry, seq")
        paragraphs: dict[int, list[Paragraph]] = {}
        for entry, path, text in told.fetchall():
            paragraphs.setdefault(entry, []).append(Paragraph(path=path, text=text))
        mentions: dict[int, list[tuple[Any, ...]]] = {}
        for entry, *mention in con.execute(_MENTIONS).fetchall():
            mentions.setdefault(entry, []).append(tuple(mention))
    for entry, json, ingested_at in records:
        act = join_paragraphs(json, paragraphs.get(entry, []))
        yield entry, _date_source(act, ingested_at), _make_identify(mentions.get(entry, []))


def _date_source(act: Act, ingested_at: datetime.datetime | None) -> Act:
    """Return the act with the day on which the base first read its text."""
    if act.source is None or ingested_at is None:
        return act
    return act.model_copy(update={"source": act.source.model_copy(update={"ingested_at": ingested_at.isoformat()})})


def _make_identify(mentions: Iterable[tuple[Any, ...]]) -> Identify:
    """Return what the mentions of one record mean; the same number and day in other words mean the same act."""
    exact: dict[tuple[Any, ...], str] = {}
    numbered: dict[tuple[Any, ...], set[str]] = {}
    for kind, issuer, date, number, title, registration_number, target in mentions:
        exact[kind, issuer, date, number, title, registration_number] = target
        numbered.setdefault((kind, date, number), set()).add(target)

    def identify(ref: ActRef) -> str | None:
        found = exact.get((ref.type, ref.issuer, ref.date, ref.number, ref.title, ref.registration_number))
        if found or not (ref.date and ref.number):
            return found
        targets = numbered.get((ref.type, ref.date, ref.number), set())
        return next(iter(targets)) if len(targets) == 1 else None

    return identify


def _write_event(event: Event, entry: int, seq: int) -> Row:
    return {
        "act_id": event.act_id,
        "evidence_entry": entry,
        "seq": seq,
        "kind": event.kind,
        "date": event.date,
        "earliest": event.earliest or event.date,
        "latest": event.latest or event.date,
        **_write_rule(event.rule),
        "by_act_id": event.by,
        "source_act_id": event.source,
        "at": event.at,
        "quote": event.quote,
        "basis": event.basis,
    }


def _write_timeline(timeline: Timeline) -> Iterator[Row]:
    for seq, reason in enumerate(list_history(timeline)):
        yield {"act_id": timeline.act_id, "seq": seq, **_write_reason(reason)}


def _write_reason(reason: Reason) -> Row:
    return {
        "kind": reason.event,
        "date": reason.date,
        "earliest": reason.earliest,
        "latest": reason.latest,
        **_write_rule(reason.rule),
        "by_act_id": reason.by,
        "source_act_id": reason.source,
        "at": reason.at,
        "quote": reason.quote,
        "basis": reason.basis,
    }


def _write_rule(rule: EffectRule | None) -> Row:
    if rule is None:
        return {}
    return {
        "rule_event": rule.event,
        "rule_days": rule.days,
        "rule_calendar": rule.calendar,
        "rule_date": rule.date,
        "rule_text": rule.text,
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
