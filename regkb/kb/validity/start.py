"""When an act came into being: adopted, registered, published, in force, applied, each within its bounds."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast, get_args

from regkb.kb.validity.bounds import FIRST_DAY, LAST_DAY, Bounds, on_day
from regkb.kb.validity.effect_dates import bound_effect
from regkb.kb.validity.events import Basis, Event, EventKind, order_events
from regkb.kb.validity.law import find_application_rule, find_force_rule
from regkb.schemas.record import ActType, Day, EffectRule


@dataclass(frozen=True, slots=True)
class Settled:
    """One thing that happened to an act, settled from all that is known: when, why, by which act, on what rule."""

    kind: EventKind
    bounds: Bounds
    basis: Basis
    evidence: tuple[Event, ...] = ()
    rule: EffectRule | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sources that cannot all be right: words in which `{0}`, `{1}` stand for the acts, and the acts that say so."""

    text: str
    acts: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Start:
    """The beginning of an act's life. `registered` is None where no registration is known of.

    `has_text`: the act's own text is in the base. Where the act, or what is known of it, is silent, `force` and
    `applied` are what the law on legal acts provides (basis "law"), as far as its wording of the day was read.
    """

    act_id: str
    has_text: bool
    adopted: Settled
    registered: Settled | None
    published: Settled
    force: Settled
    applied: Settled
    conflicts: tuple[Conflict, ...]

    @property
    def gate(self) -> Bounds:
        """When the act could first enter into force: registration where there is one, else adoption."""
        return (self.registered or self.adopted).bounds


class History:
    """The events of acts, in the order that does not depend on how they came in, and the beginning of each act.

    Both are worked out once: an act is looked at for itself and for all that it repealed or amended.
    """

    def __init__(self, events: Iterable[Event]) -> None:
        """`events` are those of an act and, for an answer about it, also those of the acts that touch it."""
        self._found: dict[str, list[Event]] = {}
        for event in events:
            self._found.setdefault(event.act_id, []).append(event)
        self._ordered: dict[str, list[Event]] = {}
        self._starts: dict[str, Start] = {}

    @property
    def acts(self) -> Collection[str]:
        """The acts of which something is known."""
        return self._found.keys()

    def list_events(self, act_id: str) -> Sequence[Event]:
        """Return what happened to the act, nothing where that is not known."""
        if act_id not in self._ordered:
            self._ordered[act_id] = order_events(self._found.get(act_id, ()))
        return self._ordered[act_id]

    def settle_start(self, act_id: str) -> Start:
        """Return the beginning of the act."""
        if act_id not in self._starts:
            self._starts[act_id] = settle_start(act_id, self.list_events(act_id))
        return self._starts[act_id]


def settle_start(act_id: str, events: Sequence[Event]) -> Start:
    """Return the beginning of the act from the events about it, which are in order (see `order_events`)."""
    conflicts: list[Conflict] = []
    has_text = any(event.own for event in events)
    adopted = _settle_stated(act_id, "adopted", events, conflicts) or Settled("adopted", Bounds(), "cited")
    registered = _settle_stated(act_id, "registered", events, conflicts)
    gate = (registered or adopted).bounds
    floor = max(gate.earliest, adopted.bounds.earliest)
    published = _settle_publication(act_id, events, floor, conflicts)
    if registered and not registered.bounds.exact:
        bounds = registered.bounds.narrow(adopted.bounds.earliest, published.bounds.latest)
        registered = Settled("registered", bounds or registered.bounds, registered.basis, registered.evidence)
        gate = registered.bounds
    days = {"registration": gate if registered else Bounds(floor), "signing": adopted.bounds}
    force = _settle_rule("in_force", events, days, published.bounds, gate)
    if force is None:
        force = _fill_in_force(registered, adopted, has_text)
    applied = _settle_rule("applied", events, days, published.bounds, gate)
    if applied is None:
        applied = _fill_in_application(act_id, registered, gate, force, published.bounds)
    return Start(act_id, has_text, adopted, registered, published, force, applied, tuple(conflicts))


def _settle_stated(act_id: str, kind: EventKind, events: Iterable[Event], conflicts: list[Conflict]) -> Settled | None:
    """Settle what is stated as a date: the act's own words count before those of others."""
    found = [event for event in events if event.kind == kind]
    if not found:
        return None
    dated = [event for event in found if event.date]
    chosen = [event for event in dated if event.own] or dated
    days = sorted({event.date for event in dated if event.date})
    if len(days) > 1:
        named = ", ".join(day.isoformat() for day in days)
        text = f"sources differ on when {{0}} was {kind}: {named}"
        conflicts.append(Conflict(text, (act_id,), _sources(dated)))
    if not chosen:
        return Settled(kind, Bounds(), _basis(found), tuple(found))
    first = min(event.date for event in chosen if event.date)
    last = max(event.date for event in chosen if event.date)
    rest = [event for event in found if event not in chosen]
    return Settled(kind, on_day(first) if first == last else Bounds(first, last), _basis(chosen), (*chosen, *rest))


def _settle_publication(act_id: str, events: Iterable[Event], floor: Day, conflicts: list[Conflict]) -> Settled:
    """Bound the first official publication: not before registration, not after the earliest one that is told of."""
    found = [event for event in events if event.kind == "published" and event.date]
    fitting = [event for event in found if event.date and event.date >= floor]
    if len(fitting) < len(found):
        wrong = [event for event in found if event not in fitting]
        days = ", ".join(sorted({event.date.isoformat() for event in wrong if event.date}))
        text = f"{{0}} is said to be published on {days}, before it was registered or adopted; not counted"
        conflicts.append(Conflict(text, (act_id,), _sources(wrong)))
    day = min((event.date for event in fitting if event.date), default=None)
    bounds = Bounds(floor, day or LAST_DAY, day)
    return Settled("published", bounds, _basis(fitting), tuple(event for event in fitting if event.date == day))


def _settle_rule(
    kind: EventKind, events: Iterable[Event], days: dict[str, Bounds], published: Bounds, gate: Bounds
) -> Settled | None:
    """Settle what a rule computes (or, without a rule, what is dated); None where nobody says anything of it."""
    found = [event for event in events if event.kind == kind]
    chosen = [event for event in found if event.own] or found
    if not chosen:
        return None
    each = []
    for event in chosen:
        rule = event.rule
        computed = bound_effect(rule, days.get(rule.event, published)) if rule else bound_event(event)
        each.append(_gate(computed, gate))
    bounds = each[0]
    if any(other != bounds for other in each):
        bounds = Bounds(min(one.earliest for one in each), max(one.latest for one in each))
    rule = chosen[0].rule
    return Settled(kind, bounds, "computed" if rule else _basis(chosen), tuple(chosen), rule)


def _gate(bounds: Bounds, gate: Bounds) -> Bounds:
    """Keep an effect from beginning before the act was registered.

    What the act dates back (a fixed day before its registration) likely holds from that day, surely from registration.
    """
    narrowed = bounds.narrow(earliest=gate.earliest)
    return narrowed or Bounds(bounds.earliest, gate.latest, bounds.day)


def _fill_in_force(registered: Settled | None, adopted: Settled, has_text: bool) -> Settled:
    """Settle the entry into force of an act that does not tell it."""
    ground = registered or adopted
    rule = find_force_rule(ground.bounds.earliest, registered is not None)
    if rule and (registered or has_text):
        return Settled("in_force", ground.bounds, "law", ground.evidence, rule)
    return Settled("in_force", Bounds(ground.bounds.earliest), "law", ground.evidence)


def _fill_in_application(
    act_id: str, registered: Settled | None, gate: Bounds, force: Settled, published: Bounds
) -> Settled:
    """Settle the application of an act that does not tell it: what the law provides is likely, and no more."""
    earliest = max(gate.earliest, force.bounds.earliest)
    rule = find_application_rule(type_of(act_id), gate.earliest, registered is not None)
    likely = bound_effect(rule, published).day if rule else None
    if likely and force.bounds.day:
        likely = max(likely, force.bounds.day)
    return Settled("applied", Bounds(earliest, LAST_DAY, likely), "law", (), rule)


def bound_event(event: Event) -> Bounds:
    """Return the days on which the event can have happened by its own words."""
    return on_day(event.date) if event.date else Bounds(event.earliest or FIRST_DAY, event.latest or LAST_DAY)


def type_of(act_id: str) -> ActType | None:
    """Return the type that a work IRI `/akn/kz/act/{type}/…` names."""
    parts = act_id.split("/")
    return cast(ActType, parts[4]) if len(parts) > 4 and parts[4] in get_args(ActType) else None


def _basis(events: Sequence[Event]) -> Basis:
    return events[0].basis if events else "cited"


def _sources(events: Iterable[Event]) -> tuple[str, ...]:
    return tuple(sorted({event.source for event in events if event.source}))


def bound_own_day(day: Day, applied: Bounds) -> Bounds:
    """Return when an order holds that tells its own day, by an act that applies within `applied`.

    It holds from that day on; where that lies before the act applies, whether from then or only once it does is open.
    """
    return Bounds(day, max(day, applied.latest), day if applied.day and applied.day <= day else None)


def settle_amendment(event: Event, starts: Mapping[str, Start]) -> Settled:
    """Return a change of an act as far as it is settled: it holds from when the act that made it applies."""
    bounds = starts[event.by].applied.bounds if event.by else Bounds(event.date or FIRST_DAY)
    return Settled("amended", bounds, event.basis, (event,), event.rule, event.by)
