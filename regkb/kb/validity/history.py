"""Reading the events of acts from the base, and answering about one of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from regkb.kb.sorting import make_act_key
from regkb.kb.validity.answer import ValidityAnswer, answer_from_timeline
from regkb.kb.validity.events import Event
from regkb.kb.validity.start import History
from regkb.kb.validity.states import Sense
from regkb.kb.validity.timeline import settle_timeline
from regkb.lang import KAZAKH_LETTERS
from regkb.schemas.record import Day, EffectRule

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_COLUMNS = """
    act_id, kind, date, earliest, latest, rule_event, rule_days, rule_calendar, rule_date, by_act_id,
    source_act_id = act_id, source_act_id, "at", seq, quote, rule_text, basis"""
_SAME = 11
"""So many of the columns tell things apart. Of those that tell the same, one is enough: of an act that thousands cite
one citation for each thing. Which one does not depend on the order in which they were loaded: of the two texts of an
act that tell it in the same place, the Kazakh one, which its letters show.
"""
_ALL = f"SELECT {_COLUMNS} FROM event WHERE {{condition}}"
_ONE_EACH = f"""{_ALL}
QUALIFY row_number() OVER (
    PARTITION BY
        act_id, kind, date, earliest, latest, rule_event, rule_days, rule_calendar, rule_date, by_act_id,
        source_act_id = act_id
    ORDER BY source_act_id, "at", seq, NOT regexp_matches(quote, '[{"".join(sorted(KAZAKH_LETTERS))}]'), quote
) = 1
"""
_OF_ACTS = "act_id IN (SELECT unnest(?::VARCHAR[]))"
_OF_KEY = "act_key = {}"
"""Of one act: the number in the statement itself tells the engine which part of the table to read."""
_OF_KEYS = "rowid IN (SELECT rowid FROM event WHERE act_key IN (SELECT unnest([{}])))"
"""Of several the rows are found first: else all columns of all rows would be read, and then the numbers compared."""
_FEW = 50
_FEW_EVENTS = 500
"""So many events are chosen from here: the engine takes longer to begin choosing than to read them."""


def answer_validity(con: DuckDBPyConnection, act_id: str, on: Day, sense: Sense = "application") -> ValidityAnswer:
    """Return whether the act was in force on the day `on`, from all that the base `con` knows.

    An act that the base has no word of is answered `unknown` with `known="absent"`, never denied.
    """
    history = read_history(con, [act_id])
    timeline = settle_timeline(act_id, history)
    tell = {event.source for known in history.acts for event in history.list_events(known) if event.source}
    return answer_from_timeline(timeline, on, sense, _read_names(con, {act_id, *history.acts, *tell}))


def read_history(con: DuckDBPyConnection, act_ids: Collection[str]) -> History:
    """Return the events of the acts, of the acts that repeal or amend them, and of those that repeal these."""
    events: list[Event] = []
    asked: set[str] = set()
    wanted = set(act_ids)
    for _ in range(3):
        found = _read_events(con, wanted)
        events += found
        asked |= wanted
        wanted = {event.by for event in found if event.by} - asked
    return History(events)


def _read_events(con: DuckDBPyConnection, act_ids: Collection[str]) -> list[Event]:
    ids = sorted(act_ids)
    if not ids:
        return []
    rows = _read_few(con, ids) if len(ids) <= _FEW else None
    if rows is None:
        rows = con.execute(_ONE_EACH.format(condition=_OF_ACTS), [ids]).fetchall()
    return [_read_event(row) for row in rows]


def _read_few(con: DuckDBPyConnection, act_ids: Sequence[str]) -> list[tuple[Any, ...]] | None:
    """Return the rows of `_ONE_EACH` for a few acts; None where there are too many, or rows have no place (a lake)."""
    import duckdb

    keys = sorted({make_act_key(act_id) for act_id in act_ids})
    condition = (_OF_KEY if len(keys) == 1 else _OF_KEYS).format(", ".join(map(str, keys)))
    try:
        rows = con.execute(f"{_ALL.format(condition=condition)} LIMIT {_FEW_EVENTS + 1}").fetchall()
    except duckdb.BinderException:
        return None
    return _choose_rows(row for row in rows if row[0] in act_ids) if len(rows) <= _FEW_EVENTS else None


def _choose_rows(rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Return one of the rows that tell the same thing: as `_ONE_EACH` does, NULL after all places."""
    chosen: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    for row in rows:
        other = chosen.setdefault(row[:_SAME], row)
        if other is not row and _rank_row(row) < _rank_row(other):
            chosen[row[:_SAME]] = row
    return list(chosen.values())


def _rank_row(row: tuple[Any, ...]) -> tuple[str, bool, str, int, bool, bool, str]:
    source, at, seq, quote = row[_SAME : _SAME + 4]
    return source, at is None, at or "", seq, quote is None, KAZAKH_LETTERS.isdisjoint(quote or ""), quote or ""


def _read_event(row: tuple[Any, ...]) -> Event:
    act_id, kind, date, earliest, latest, event, days, calendar, day, by, _, source, at, _, quote, text, basis = row
    if date:
        earliest = latest = None  # the table repeats the day as its bounds
    rule = read_rule(event, days, calendar, day, text)
    return Event(act_id, kind, date, earliest, latest, rule, by, source, at, quote, basis)


def read_rule(event: Any, days: Any, calendar: Any, date: Any, text: Any) -> EffectRule | None:
    """Return the effect rule that the columns of a row hold, `None` where they hold none."""
    return EffectRule(event=event, days=days, calendar=calendar, date=date, text=text) if event else None


def _read_names(con: DuckDBPyConnection, act_ids: Collection[str]) -> dict[str, str]:
    """Return what to call the acts: `Алматы облысы әкімдігі, 2016-06-02 № 275`, as far as this is known."""
    # placeholders, not a list: with those the engine asks its index
    wanted = ", ".join("?" * len(act_ids))
    found = con.execute(f"SELECT id, issuer, date, number FROM act WHERE id IN ({wanted})", list(act_ids))
    names = {}
    for act_id, issuer, date, number in found.fetchall():
        if issuer and (date or number):
            day_and_number = " ".join(part for part in (str(date or ""), f"№ {number}" if number else "") if part)
            names[act_id] = f"{issuer}, {day_and_number}"
    return names
