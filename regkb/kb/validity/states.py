"""In which states an act can have been on a day, and the stretches of days over which that stays the same."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from regkb.kb.validity.bounds import FIRST_DAY, LAST_DAY, Bounds
from regkb.kb.validity.timeline import Timeline
from regkb.schemas.record import Day

State = Literal["not_yet", "in_force", "repealed", "expired", "suspended", "partly_suspended"]
Verdict = Literal["not_yet", "in_force", "repealed", "expired", "suspended", "partly_suspended", "unknown"]
Sense = Literal["application", "force"]
"""What "in force" asks for: қолданысқа енгізілген, or күшіне енген."""

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The answer for a day: `possible` are the states that agree with all sources; certain if that is one.

    Else the answer is the one state that is left once likely days are taken for granted (`likely`), or `unknown`.
    """

    answer: Verdict
    certain: bool
    possible: frozenset[State]
    likely: frozenset[State] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Segment:
    """Days, from `first` to `last` with both included, on which the answers are the same in both senses."""

    first: Day
    last: Day
    application: Verdicts
    force: Verdicts


def judge_day(timeline: Timeline, on: Day, sense: Sense = "application") -> Verdicts:
    """Return the answer for the day `on`; the last day of the calendar stands for no day and is answered as its eve."""
    on = min(on, LAST_DAY - _DAY)
    possible = _find_possible(timeline, on, sense, presumed=False)
    if len(possible) == 1:
        return Verdicts(next(iter(possible)), True, possible, possible)
    likely = _find_possible(timeline, on, sense, presumed=True)
    return Verdicts(next(iter(likely)) if len(likely) == 1 else "unknown", False, possible, likely)


def segment_days(timeline: Timeline) -> list[Segment]:
    """Return the answers for all days, the longest stretches of equal ones in the order of time."""
    borders = sorted({FIRST_DAY, *_find_borders(timeline)} - {LAST_DAY})
    segments: list[Segment] = []
    for number, first in enumerate(borders):
        last = borders[number + 1] - _DAY if number + 1 < len(borders) else LAST_DAY
        verdicts = judge_day(timeline, first), judge_day(timeline, first, "force")
        if segments and (segments[-1].application, segments[-1].force) == verdicts:
            segments[-1] = Segment(segments[-1].first, last, *verdicts)
        else:
            segments.append(Segment(first, last, *verdicts))
    return segments


def start_of(timeline: Timeline, sense: Sense) -> Bounds:
    """Return when the act began to apply, or to be in force."""
    settled = timeline.start.applied if sense == "application" else timeline.start.force
    return settled.bounds


def can_have_ended_unseen(timeline: Timeline, on: Day, sense: Sense) -> bool:
    """Tell whether something that this base does not know may have ended the act by the day `on`."""
    return not timeline.closed and on > timeline.standing_until and on >= start_of(timeline, sense).earliest


def _find_possible(timeline: Timeline, on: Day, sense: Sense, presumed: bool) -> frozenset[State]:
    start = start_of(timeline, sense)
    if presumed:
        start = start.presume()
    states: set[State] = set()
    ended = False
    for end in timeline.ends:
        if presumed and not end.presumed:
            continue
        bounds = end.bounds.presume() if presumed else end.bounds
        if bounds.earliest <= on:
            states.add(end.kind)
        if bounds.latest <= on and (presumed or not end.disputed):
            ended = True
    if not presumed and can_have_ended_unseen(timeline, on, sense):
        states.add("repealed")
    if not ended:
        if on < start.latest:
            states.add("not_yet")
        if start.earliest <= on:
            states |= _find_standing_states(timeline, on, presumed)
    return frozenset(states)


def _find_standing_states(timeline: Timeline, on: Day, presumed: bool) -> set[State]:
    """Return whether an act that has begun and not ended operates, or is suspended in all or in part, or can be either.

    What is suspended in part is so no more while all of it is suspended.
    """
    states: set[State] = {"in_force"}
    sure: set[State] = set()
    for suspension in timeline.suspensions:
        since = suspension.since.presume() if presumed else suspension.since
        until = suspension.until.presume() if presumed else suspension.until
        if since.earliest <= on < until.latest:
            states.add(suspension.state)
        if since.latest <= on < until.earliest:
            sure.add(suspension.state)
    if "suspended" in sure:
        return {"suspended"}
    return states - {"in_force"} if sure else states


def _find_borders(timeline: Timeline) -> Iterator[Day]:
    """Yield each day on which an answer can change."""
    every = [timeline.start.applied.bounds, timeline.start.force.bounds]
    every += [end.bounds for end in timeline.ends]
    every += [bounds for suspension in timeline.suspensions for bounds in (suspension.since, suspension.until)]
    for bounds in every:
        yield bounds.earliest
        yield bounds.latest
        if bounds.likely:
            yield bounds.likely
    yield timeline.standing_until + _DAY
