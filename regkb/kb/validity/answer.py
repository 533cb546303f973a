"""Was the act in force on that day: the answer, its reasons, and what is missing for a certain one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from regkb.kb.validity.bounds import FIRST_DAY, LAST_DAY, Bounds
from regkb.kb.validity.events import Basis, EventKind
from regkb.kb.validity.missing import Missing, Names, find_missing, name_act
from regkb.kb.validity.start import Settled, bound_event
from regkb.kb.validity.states import Sense, State, Verdict, judge_day
from regkb.kb.validity.timeline import End, Timeline
from regkb.schemas.record import Day, EffectRule

Known = Literal["ingested", "cited", "absent"]
"""What the base has of an act: its text; what other acts say of it; nothing."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Reason(_Part):
    """An event as far as it is settled, with the words behind it.

    `date` is the day that is known or likely; `earliest` and `latest` are the days between which it surely lies (null:
    no bound). `source` is the act whose text says so, `at` the path in it, `quote` its words; `by` the act that did it.
    `rule` is what the days were computed from; by `basis` "law" it is the article that holds where the act is silent.
    """

    event: EventKind
    date: Day | None
    earliest: Day | None
    latest: Day | None
    quote: str | None = None
    at: str | None = None
    source: str | None = None
    by: str | None = None
    rule: EffectRule | None = None
    basis: Basis


class SenseAnswer(_Part):
    """The answer in the other sense of "in force"."""

    answer: Verdict
    certain: bool


class ValidityAnswer(_Part):
    """Whether `act` was in force `on` a day.

    `possible` lists the states that agree with all sources (`repealed` also stands for an end unknown to this base);
    the answer is certain if there is one. `likely` lists those that are left once likely days are taken for granted.
    `force` answers for legal force (күшіне енген), `answer` for application unless `sense` says otherwise. `conflicts`
    names sources that contradict each other; `names` says which act an id is.
    """

    act: str
    on: Day
    answer: Verdict
    certain: bool
    sense: Sense = "application"
    possible: list[State]
    likely: list[State]
    known: Known
    force: SenseAnswer
    because: list[Reason] = Field(default_factory=list)
    timeline: list[Reason] = Field(default_factory=list)
    missing: list[Missing] = Field(default_factory=list)
    conflicts: list[str] = Field(default_factory=list)
    names: dict[str, str] = Field(default_factory=dict)

    def to_json(self, indent: int | None = None) -> str:
        """Return the answer as JSON text, dates as ISO 8601."""
        return self.model_dump_json(indent=indent)


def answer_from_timeline(
    timeline: Timeline, on: Day, sense: Sense = "application", names: Names | None = None
) -> ValidityAnswer:
    """Return the answer for the day `on` from a timeline that is settled already."""
    names = names or {}
    verdicts = judge_day(timeline, on, sense)
    force = judge_day(timeline, on, "force")
    history = [_give_reason(settled) for settled in list_history(timeline)]
    missing = [] if verdicts.certain else find_missing(timeline, on, sense, verdicts.possible, names)
    concerned = {timeline.act_id, *(one.act for one in missing)}
    concerned.update(act for reason in history for act in (reason.by, reason.source) if act)
    concerned.update(act for conflict in timeline.conflicts for act in conflict.acts)
    return ValidityAnswer(
        act=timeline.act_id,
        on=on,
        answer=verdicts.answer,
        certain=verdicts.certain,
        sense=sense,
        possible=sorted(verdicts.possible),
        likely=sorted(verdicts.likely),
        known=_tell_known(timeline),
        force=SenseAnswer(answer=force.answer, certain=force.certain),
        because=_choose_reasons(history, on, verdicts.possible, timeline.closed),
        timeline=history,
        missing=missing,
        conflicts=[
            conflict.text.format(*(name_act(act, names) for act in conflict.acts)) for conflict in timeline.conflicts
        ],
        names={act: name_act(act, names) for act in sorted(concerned)},
    )


def list_history(timeline: Timeline) -> list[Settled]:
    """Return everything that is settled about the act, in the order of time; what has no known day comes where its
    earliest one is.
    """
    start = timeline.start
    every = [start.adopted, start.registered, start.published, start.force, start.applied, *timeline.amendments]
    found = [settled for settled in every if settled and _is_known(settled)]
    for end in timeline.ends:
        declared = tuple(event for event in end.evidence if event.kind == "repeal_declared")
        if declared:
            when = end.by_start.adopted.bounds if end.by_start else bound_event(declared[0])
            found.append(Settled("repeal_declared", when, declared[0].basis, declared, by=end.by))
        found.append(_describe_end(end))
    for suspension in timeline.suspensions:
        told = suspension.evidence
        found.append(Settled(suspension.kind, suspension.since, told[0].basis, told, by=told[0].by))
        if suspension.until.exact:
            found.append(Settled(told[-1].kind, suspension.until, told[-1].basis, told[-1:]))
    for event in timeline.shown:
        bounds = Bounds(event.earliest or FIRST_DAY, event.latest or LAST_DAY)
        found.append(Settled(event.kind, bounds, event.basis, (event,)))
    return sorted(found, key=_in_time)


def _choose_reasons(history: Iterable[Reason], on: Day, possible: frozenset[State], closed: bool) -> list[Reason]:
    """Return the part of the history that bears on the answer for that day."""
    begun = possible != {"not_yet"}
    standing = not possible <= {"repealed", "expired"}
    chosen = []
    for reason in history:
        has_come = (reason.earliest or FIRST_DAY) <= on
        if reason.event == "repeal_declared":
            wanted = begun
        elif reason.event in _ENDING:
            wanted = begun and has_come and bool(possible & {"repealed", "expired"})
        elif reason.event in ("amended", "suspended", "resumed", "suspended_in_part", "resumed_in_part"):
            wanted = standing and has_come
        elif reason.event == "shown_in_force":
            wanted = begun and not closed
        else:
            wanted = standing
        if wanted:
            chosen.append(reason)
    return chosen


def _give_reason(settled: Settled) -> Reason:
    told = settled.evidence[0] if settled.evidence else None
    return Reason(
        event=settled.kind,
        date=settled.bounds.known_day,
        earliest=settled.bounds.known_earliest,
        latest=settled.bounds.known_latest,
        quote=told.quote if told else None,
        at=told.at if told else None,
        source=told.source if told else None,
        by=settled.by,
        rule=settled.rule,
        basis=settled.basis,
    )


def _describe_end(end: End) -> Settled:
    """Return the end as something settled: a repeal is computed from when the repealing act applies."""
    by = end.by_start.applied if end.by_start else None
    if by is None:
        first = end.evidence[0]
        return Settled(end.kind, end.bounds, first.basis, end.evidence, first.rule, end.by)
    return Settled(end.kind, end.bounds, by.basis, by.evidence or end.evidence, by.rule, end.by)


def _is_known(settled: Settled) -> bool:
    return bool(settled.evidence or settled.rule) or settled.bounds.earliest != FIRST_DAY


_ENDING = ("repealed", "expired", "shown_repealed", "shown_expired")
_KINDS = ("adopted", "registered", "in_force", "published", "applied", "amended", "repeal_declared")
_ORDER: Mapping[str, int] = {kind: number for number, kind in enumerate(_KINDS)}


def _in_time(settled: Settled) -> tuple[Day, int, str]:
    day = settled.bounds.known_day or settled.bounds.earliest
    return day, _ORDER.get(settled.kind, len(_ORDER)), settled.by or ""


def _tell_known(timeline: Timeline) -> Known:
    if timeline.start.has_text:
        return "ingested"
    known = timeline.ends or timeline.amendments or timeline.start.adopted.evidence or timeline.start.published.evidence
    return "cited" if known or timeline.start.registered else "absent"
