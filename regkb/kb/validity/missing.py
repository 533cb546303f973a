"""What would have to be known for an answer to be certain: as data, and in words."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict

from regkb.kb.validity.bounds import FIRST_DAY, LAST_DAY, Bounds, on_day
from regkb.kb.validity.effect_dates import bound_effect
from regkb.kb.validity.law import find_publication_due
from regkb.kb.validity.start import Start
from regkb.kb.validity.states import Sense, State, can_have_ended_unseen
from regkb.kb.validity.timeline import Timeline
from regkb.schemas.record import Day, EffectRule

Names = Mapping[str, str]
"""What to call an act in words, by its id."""

MissingKind = Literal[
    "act",
    "text",
    "adopted",
    "registered",
    "published",
    "rule",
    "calendar",
    "ending",
    "suspension",
    "later_history",
    "agreement",
]
"""`act`: anything at all about the act; `text`: its text; `adopted`, `registered`, `published`: the day
of that; `rule`: when it begins to apply by its own words; `calendar`: which days count; `ending`: when it was ended;
`suspension`: from when and until when it was suspended; `later_history`: what came after the base's sources;
`agreement`: which of two sources is right.
"""

_PUBLICATION = ("first_official_publication", "official_publication", "publication")


class Missing(BaseModel):
    """One thing that is missing, about the act `act`; its day lies from `earliest` to `latest` where these are known.

    `due` is the day by which the law wanted it; that it was kept is not known.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    what: MissingKind
    act: str
    earliest: Day | None = None
    latest: Day | None = None
    due: Day | None = None
    text: str


def find_missing(timeline: Timeline, on: Day, sense: Sense, possible: frozenset[State], names: Names) -> list[Missing]:
    """Return what is missing for a certain answer about the day `on`, nothing twice."""
    act = timeline.act_id
    if not timeline.start.adopted.evidence and not timeline.start.has_text:
        return [
            Missing(what="act", act=act, text=f"anything at all about {name_act(act, names)}: it is not in this base")
        ]
    found: list[Missing] = []
    if "not_yet" in possible:
        found += _explain_start(timeline.start, sense, names)
    for end in timeline.ends:
        if end.disputed and end.bounds.earliest <= on:
            text = f"which source is right about the end of {name_act(act, names)}"
            found.append(Missing(what="agreement", act=act, text=text))
        if not end.bounds.earliest <= on < end.bounds.latest:
            continue
        if end.by_start:
            found += _explain_start(end.by_start, "application", names)
        else:
            text = f"on which day {name_act(act, names)} {_ENDED[end.kind]}{_say_bounds(end.bounds)}"
            found.append(_bounded("ending", act, end.bounds, text))
    for one in timeline.suspensions:
        if one.state in possible:
            part = "suspended in part" if one.state == "partly_suspended" else "suspended"
            text = f"from when and until when {name_act(act, names)} was {part}"
            found.append(_bounded("suspension", act, one.since, text))
    if can_have_ended_unseen(timeline, on, sense):
        found.append(_explain_later(timeline, names))
    return list(dict.fromkeys(found))


def name_act(act_id: str, names: Names) -> str:
    """Return what to call the act: its name if there is one, else `resolution № 275 of 2016-06-02` from its IRI."""
    parts = act_id.strip("/").split("/")
    if act_id in names or len(parts) < 6:
        return names.get(act_id, act_id)
    kind, date, number = parts[3], parts[-2], parts[-1]
    return f"{kind} № {number} of {date}"


_ENDED = {"repealed": "ceased to have effect", "expired": "expired"}


def _explain_start(start: Start, sense: Sense, names: Names) -> Iterable[Missing]:
    """Yield what keeps the beginning of an act from being known."""
    act = start.act_id
    name = name_act(act, names)
    settled = start.applied if sense == "application" else start.force
    if settled.bounds.exact:
        return
    stated = bool(settled.evidence) and settled.basis != "law"
    event = settled.rule.event if settled.rule else None
    if not start.adopted.bounds.exact and not start.registered:
        yield _bounded("adopted", act, start.adopted.bounds, f"when {name} was adopted")
    if not start.has_text and not stated:
        yield Missing(what="text", act=act, text=f"the text of {name}, which may say when it begins to apply")
    if start.has_text and not stated and not (sense == "force" and settled.rule):
        yield Missing(what="rule", act=act, text=f"from when {name} applies by its own words: none were found in it")
    if (event in _PUBLICATION or (sense == "application" and not stated)) and not start.published.bounds.exact:
        yield _explain_publication(start, name)
    if event == "registration" and not (start.registered and start.registered.bounds.exact):
        bounds = start.registered.bounds if start.registered else start.gate
        yield _bounded("registered", act, bounds, f"when {name} was registered{_say_bounds(bounds)}")
    if stated and settled.rule and not _counts_exactly(settled.rule, start.gate):
        yield Missing(what="calendar", act=act, text=f"how the days in {name} count: “{settled.rule.text}”")
    if settled.bounds.earliest < start.gate.earliest:
        text = f"whether {name} applies from before its registration, as it says"
        yield _bounded("rule", act, settled.bounds, text)


def _counts_exactly(rule: EffectRule, gate: Bounds) -> bool:
    """Tell whether the rule would give one day if the day of its event were known, a day of the act's time at least."""
    day = gate.day or datetime.date(2016, 4, 19)
    return bound_effect(rule, on_day(day)).exact


def _explain_publication(start: Start, name: str) -> Missing:
    bounds = start.published.bounds
    due = find_publication_due(start.force.bounds.earliest) if start.force.bounds.exact else None
    words = f"when {name} was first officially published{_say_bounds(bounds)}"
    if bounds.likely:
        words = f"whether {name} was officially published before {bounds.likely.isoformat()}, the day that is cited"
    elif due:
        words += f"; the law wanted it by {due[0].isoformat()} ({due[1]}), which does not show that it was done"
    missing = _bounded("published", start.act_id, bounds, words)
    return missing.model_copy(update={"due": due[0]}) if due else missing


def _explain_later(timeline: Timeline, names: Names) -> Missing:
    act = timeline.act_id
    words = f"whether {name_act(act, names)} was ended by something that is not in this base"
    if timeline.standing_until == FIRST_DAY:
        return Missing(what="later_history", act=act, text=words)
    since = timeline.standing_until + datetime.timedelta(days=1)
    words += f"; what is in it shows the act standing until {timeline.standing_until.isoformat()}"
    return Missing(what="later_history", act=act, earliest=since, text=words)


def _bounded(what: MissingKind, act: str, bounds: Bounds, text: str) -> Missing:
    return Missing(
        what=what,
        act=act,
        earliest=bounds.earliest if bounds.earliest != FIRST_DAY else None,
        latest=bounds.latest if bounds.latest != LAST_DAY else None,
        text=text,
    )


def _say_bounds(bounds: Bounds) -> str:
    """Return the bounds in brackets, nothing where there are none."""
    parts = []
    if bounds.earliest != FIRST_DAY:
        parts.append(f"not before {bounds.earliest.isoformat()}")
    if bounds.latest != LAST_DAY:
        parts.append(f"not after {bounds.latest.isoformat()}")
    return f" ({', '.join(parts)})" if parts else ""
