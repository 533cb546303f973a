"""What the reading of effect rules has to know of a language."""

from __future__ import annotations

from dataclasses import dataclass

from regkb.schemas.record import DayType, EventKind


@dataclass(frozen=True)
class EffectWords:
    """The parts from which effect rules are composed; all patterns ignore case and are verbose (a space is `\\s`).

    events: what a term is counted from, the most particular first. in_force, applied: the verbs of legal force and of
    application. delay: so many days after the event, group `number`; `{number}` stands for figures or
    words. day_types: an adjective near the days → the kind of day. orders: templates of a whole rule with `{event}`,
    `{delay}`, `{verb}` and `{date}`; `{between}` stands for words in which no event, verb,
    figure or `term` occurs. term: what shows that the rule says more than was read (months, the next day).
    second_verb: a second verb that shares the rule, after the first. not_before: words that put off what a rule
    says. except_for: words that open a clause about a part of the act, which may have a rule of its own; excepted:
    words that end one. reaches_back: words for relations that arose before the act applies, and that it governs.
    until_before, until: words before and behind the day up to which an act has effect.
    losses: what stands, in pairs, before and behind the day from which on an act that is repealed loses its force.
    """

    events: tuple[tuple[EventKind, str], ...]
    in_force: str
    applied: str
    delay: str
    day_types: tuple[tuple[str, DayType], ...]
    orders: tuple[str, ...]
    term: str
    second_verb: str
    not_before: str
    except_for: str
    excepted: str
    reaches_back: str
    until_before: str
    until: str
    losses: tuple[tuple[str, str], ...]
