"""The life of an act, settled from all events that are known: its beginning, its changes, and what ended it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from regkb.kb.validity.bounds import FIRST_DAY, LAST_DAY, Bounds, on_day
from regkb.kb.validity.effect_dates import bound_effect
from regkb.kb.validity.events import Event
from regkb.kb.validity.start import Conflict, History, Settled, Start, bound_event, bound_own_day, settle_amendment
from regkb.kb.validity.suspensions import Suspension, settle_suspensions
from regkb.schemas.record import Day

EndKind = Literal["repealed", "expired"]

_DEEDS = ("amended", "repeal_declared", "suspended", "resumed", "suspended_in_part", "resumed_in_part")
"""What another act does only to one that stands."""


@dataclass(frozen=True, slots=True)
class End:
    """Something that ended the act, or will. `by_start` is the beginning of the act that did it, where one is known.

    `own`: the act's own header tells it. `disputed`: other sources speak against it; then it is not certain, and counts
    as likely only if `presumed`.
    """

    kind: EndKind
    bounds: Bounds
    evidence: tuple[Event, ...]
    by: str | None = None
    by_start: Start | None = None
    own: bool = False
    disputed: bool = False
    presumed: bool = True


@dataclass(frozen=True, slots=True)
class Timeline:
    """All that is settled about an act.

    `standing_until`: nothing unknown to the base ended the act on that day or before. `closed`: the act's own header
    tells how it ended, so that nothing unknown did at all. `shown`: what sources show of its state.
    """

    start: Start
    ends: tuple[End, ...]
    suspensions: tuple[Suspension, ...]
    amendments: tuple[Settled, ...]
    shown: tuple[Event, ...]
    standing_until: Day
    closed: bool
    conflicts: tuple[Conflict, ...]

    @property
    def act_id(self) -> str:
        """The act whose life it is."""
        return self.start.act_id


def settle_timeline(act_id: str, history: History) -> Timeline:
    """Return the act's timeline; `history` holds its events and those of the acts that repeal or amend it.

    An act without events has a timeline in which nothing is known.
    """
    events = history.list_events(act_id)
    start = history.settle_start(act_id)
    conflicts = list(start.conflicts)
    shown = tuple(event for event in events if event.kind.startswith("shown_"))
    starts = {by: history.settle_start(by) for by in sorted({event.by for event in events if event.by})}
    amendments = tuple(settle_amendment(event, starts) for event in events if event.kind == "amended")
    ends = _settle_ends(start, events, starts, history, shown, conflicts)
    standing_until = _find_standing(act_id, events, starts)
    ends = _dispute(act_id, ends, standing_until, conflicts)
    return Timeline(
        start,
        tuple(ends),
        settle_suspensions(start, events, starts, history, shown),
        amendments,
        shown,
        standing_until,
        any(end.own for end in ends),
        tuple(conflicts),
    )


def _settle_ends(
    start: Start,
    events: Sequence[Event],
    starts: Mapping[str, Start],
    history: History,
    shown: Sequence[Event],
    conflicts: list[Conflict],
) -> list[End]:
    """Return one end an ending act: a repeal begins when the repealing act applies, a term has run out when told."""
    ends = []
    repeals: dict[str | Day | None, list[Event]] = {}
    for event in events:
        if event.kind == "repeal_declared":
            repeals.setdefault(event.by or event.date, []).append(event)
    for found in repeals.values():
        end = _settle_repeal(start, found, starts, history, conflicts)
        if end:
            ends.append(end)
    for event in events:
        if event.kind in ("repealed", "expired"):
            kind: EndKind = "repealed" if event.kind == "repealed" else "expired"
            bounds = bound_event(event)
            bounds = bounds.narrow(earliest=start.gate.earliest) or bounds
            # a term that the act set itself says nothing of what came before it ran out
            ends.append(End(kind, bounds, (event,), event.by, own=event.own and not event.rule))
    for event in shown:
        if event.kind in ("shown_repealed", "shown_expired"):
            _apply_shown_end("repealed" if event.kind == "shown_repealed" else "expired", event, ends, start, conflicts)
    return ends


def _settle_repeal(
    start: Start,
    found: Sequence[Event],
    starts: Mapping[str, Start],
    history: History,
    conflicts: list[Conflict],
) -> End | None:
    """Return the end that a repealing act brings; None where that act was itself ended before it applied."""
    event = found[0]
    own = any(one.own for one in found)
    by = starts.get(event.by or "")
    if by is None:
        declared = on_day(event.date) if event.date else Bounds(start.gate.earliest)
        since = declared if event.rule and event.rule.event == "signing" else Bounds(declared.earliest)
        bounds = bound_effect(event.rule, since) if event.rule else since
        return End("repealed", bounds, tuple(found), event.by, own=own)
    bounds = by.applied.bounds
    own_day = next((one.rule.date for one in found if one.rule and one.source == by.act_id), None)
    if own_day:
        bounds = bound_own_day(own_day, bounds)
    for other in history.list_events(by.act_id):
        if other.kind != "repeal_declared" or not other.by:
            continue
        ended = history.settle_start(other.by).applied.bounds
        if ended.latest < bounds.earliest:
            text = "{0} repealed {1} before that began to apply, so that it never repealed {2}"
            acts = (other.by, by.act_id, start.act_id)
            conflicts.append(Conflict(text, acts, (other.source,) if other.source else ()))
            return None
        if ended.earliest <= bounds.latest:
            bounds = Bounds(bounds.earliest, LAST_DAY, bounds.day)
    return End("repealed", bounds, tuple(found), event.by, by, own=own)


def _apply_shown_end(kind: EndKind, event: Event, ends: list[End], start: Start, conflicts: list[Conflict]) -> None:
    """Let the day by which the source shows the act as ended bound the end that it names, or be one by itself."""
    exported = event.latest or LAST_DAY
    own = [number for number, end in enumerate(ends) if end.own and end.kind == kind]
    if not own:
        bounds = Bounds(start.force.bounds.earliest).narrow(latest=exported)
        ends.append(End(kind, bounds or on_day(exported), (event,), own=True))
    for number in own:
        narrowed = ends[number].bounds.narrow(latest=exported)
        if narrowed:
            ends[number] = replace(ends[number], bounds=narrowed, evidence=(*ends[number].evidence, event))
        else:
            text = (
                f"{{0}} is shown as {kind} in a text taken by {exported.isoformat()}, though by the rule that it tells "
                f"this happens on {ends[number].bounds.earliest.isoformat()} or later; the rule is followed"
            )
            conflicts.append(Conflict(text, (event.act_id,), (event.source,) if event.source else ()))


def _find_standing(act_id: str, events: Sequence[Event], starts: Mapping[str, Start]) -> Day:
    """Return the last day on which the act surely had not been ended by something unknown."""
    days = [event.earliest for event in events if event.kind == "shown_in_force" and event.earliest]
    for event in events:
        if event.kind in _DEEDS and event.by in starts and event.by != act_id:
            adopted = starts[event.by or ""].adopted.bounds
            if adopted.exact:
                days.append(adopted.earliest - datetime.timedelta(days=1))
    return max(days, default=FIRST_DAY)


def _dispute(act_id: str, ends: Sequence[End], standing_until: Day, conflicts: list[Conflict]) -> list[End]:
    """Mark the ends that other sources speak against."""
    own_first = min((end.bounds.earliest for end in ends if end.own), default=None)
    settled = []
    for end in ends:
        acts = (end.by or act_id, act_id)
        sources = tuple(sorted({event.source for event in end.evidence if event.source}))
        if own_first and not end.own and end.bounds.earliest < own_first:
            text = f"{{0}} is said to end {{1}}, whose own header names another end, not before {own_first.isoformat()}"
            conflicts.append(Conflict(text, acts, sources))
            end = replace(end, disputed=True, presumed=False)
        elif end.bounds.latest <= standing_until:
            text = (
                f"{{0}} is said to have ended {{1}} by {end.bounds.latest.isoformat()}, "
                f"yet on {standing_until.isoformat()} it is dealt with as standing"
            )
            conflicts.append(Conflict(text, acts, sources))
            end = replace(end, disputed=True)
        settled.append(end)
    return settled
