"""When an act, or a part of it, was suspended: from which order on, and until what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from regkb.kb.validity.bounds import LAST_DAY, Bounds, on_day
from regkb.kb.validity.events import Event, EventKind
from regkb.kb.validity.start import History, Start, bound_event, bound_own_day, settle_amendment


@dataclass(frozen=True, slots=True)
class Suspension:
    """A time in which the act, or a part of it, does not operate: from `since` until the day before `until`."""

    since: Bounds
    until: Bounds
    evidence: tuple[Event, ...]
    in_part: bool = False

    @property
    def state(self) -> Literal["suspended", "partly_suspended"]:
        """The state of the act in that time."""
        return "partly_suspended" if self.in_part else "suspended"

    @property
    def kind(self) -> EventKind:
        """What happened when it began."""
        return "suspended_in_part" if self.in_part else "suspended"


def settle_suspensions(
    start: Start, events: Sequence[Event], starts: Mapping[str, Start], history: History, shown: Sequence[Event]
) -> tuple[Suspension, ...]:
    """Return when the act was suspended: from when the suspending act applies until something ends it.

    Where a part of what was suspended has effect again, the rest is suspended in part from then on.
    """
    suspensions = []
    for event in events:
        if event.kind not in ("suspended", "suspended_in_part"):
            continue
        since = _bound_order(event, starts)
        ended = _list_ends(event.by, history)
        if any(bounds.latest < since.earliest for bounds in ended):
            continue  # the suspending act was itself repealed before it applied
        resumed = [(one, _bound_order(one, starts)) for one in events if one.kind in ("resumed", "resumed_in_part")]
        after = [(one, bounds) for one, bounds in resumed if bounds.latest > since.earliest]
        in_part = event.kind == "suspended_in_part"
        suspensions.append(_end_suspension(event, since, after, ended, events, starts, history))
        for one, bounds in after:
            if not in_part and one.kind == "resumed_in_part":
                left = [(other, later) for other, later in after if other.kind == "resumed"]
                rest = _end_suspension(one, bounds, left, ended, events, starts, history)
                suspensions.append(replace(rest, in_part=True))
    if not suspensions:
        for event in shown:
            if event.kind == "shown_suspended":
                exported = event.latest or LAST_DAY
                since = Bounds(start.applied.bounds.earliest).narrow(latest=exported) or on_day(exported)
                suspensions.append(Suspension(since, Bounds(since.earliest, likely=LAST_DAY), (event,)))
    return tuple(suspensions)


def _end_suspension(
    event: Event,
    since: Bounds,
    after: Sequence[tuple[Event, Bounds]],
    ended: Sequence[Bounds],
    events: Sequence[Event],
    starts: Mapping[str, Start],
    history: History,
) -> Suspension:
    """Return the suspension that `event` began: it ends with the first of what came `after`.

    Whether an order about a part is about this one is known where both stand in one paragraph.
    """
    in_part = event.kind == "suspended_in_part"
    # whether the repeal of the suspending act lets the other one have effect again is not said
    every = [Bounds(bounds.earliest) for bounds in ended]
    for one, bounds in after:
        is_sure = not in_part or one.kind == "resumed" or (one.source, one.at) == (event.source, event.at)
        every.append(bounds if is_sure else Bounds(bounds.earliest))
    if in_part:  # what changed the act may have done away with that part
        changes = (settle_amendment(one, starts).bounds for one in events if one.kind == "amended")
        every += [Bounds(bounds.earliest) for bounds in changes if bounds.latest > since.earliest]
    until = _bound_first(every) if every else Bounds(since.earliest, likely=LAST_DAY)
    if event.by and any(change.kind == "amended" for change in history.list_events(event.by)):
        until = Bounds(until.earliest, LAST_DAY, until.day)  # the day may have been put off
    return Suspension(since, until, (event, *(one for one, _ in after)), in_part)


def _bound_first(every: Sequence[Bounds]) -> Bounds:
    """Return when the first of several things happened."""
    days = [bounds.day for bounds in every if bounds.day]
    earliest, latest = min(bounds.earliest for bounds in every), min(bounds.latest for bounds in every)
    return Bounds(earliest, latest, min(days) if days else None)


def _bound_order(event: Event, starts: Mapping[str, Start]) -> Bounds:
    """Return when an order to suspend or to resume took effect: on its own days, not before its act applied."""
    by = starts.get(event.by or "")
    if by is None or event.date or event.earliest:
        return bound_event(event)
    bounds = by.applied.bounds
    return bound_own_day(event.rule.date, bounds) if event.rule and event.rule.date else bounds


def _list_ends(by: str | None, history: History) -> list[Bounds]:
    """Return when acts that repeal the act `by` began to apply."""
    repealing = (event.by for event in history.list_events(by) if event.kind == "repeal_declared") if by else ()
    return [history.settle_start(other).applied.bounds for other in repealing if other]
