"""An answer in words, for a person who has to rely on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regkb.kb.validity.answer import Reason, ValidityAnswer
from regkb.kb.validity.states import State
from regkb.schemas.record import EffectRule

_SAYS = {
    "not_yet": "not yet in force",
    "in_force": "in force",
    "repealed": "repealed",
    "expired": "expired",
    "suspended": "suspended",
    "partly_suspended": "suspended in part, in force for the rest",
    "unknown": "unknown",
}
_POSSIBLY = {
    "not_yet": "not yet applied",
    "in_force": "in force",
    "repealed": "ended",
    "expired": "expired",
    "suspended": "suspended",
    "partly_suspended": "suspended in part",
}
_EVENTS = {
    "adopted": "adopted",
    "registered": "registered",
    "published": "first officially published",
    "in_force": "entered into force (күшіне енді)",
    "applied": "began to apply (қолданысқа енгізілді)",
    "amended": "amended",
    "suspended": "suspended",
    "resumed": "resumed",
    "suspended_in_part": "suspended in part",
    "resumed_in_part": "resumed in part",
    "repeal_declared": "repeal declared",
    "repealed": "repeal took effect",
    "expired": "expired",
    "shown_in_force": "shown as in force by its source",
    "shown_repealed": "shown as repealed by its source",
    "shown_expired": "shown as expired by its source",
    "shown_suspended": "shown as suspended by its source",
}
_COUNTED_FROM = {
    "registration": "registration",
    "official_publication": "official publication",
    "first_official_publication": "first official publication",
    "publication": "publication",
    "signing": "signing",
}


_DAYS_WIDTH = 24


def describe_answer(answer: ValidityAnswer) -> str:
    """Return the answer as plain text of several lines: the verdict, its reasons, what is missing, the timeline."""
    return "\n".join(_write_lines(answer))


def describe_rule(rule: EffectRule) -> str:
    """Return a rule of effect in words: `10 calendar days after first official publication`."""
    if rule.event == "date":
        return f"from {rule.date.isoformat()}" if rule.date else "from a date that is not known"
    event = _COUNTED_FROM[rule.event]
    if not rule.days:
        return f"from {event}"
    kind = f"{rule.calendar} " if rule.calendar else ""
    return f"when {rule.days} {kind}days have passed after {event}"


def _write_lines(answer: ValidityAnswer) -> Iterator[str]:
    name = answer.names.get(answer.act, answer.act)
    yield f"{name}  [{answer.act}]" if name != answer.act else answer.act
    yield f"On {answer.on.isoformat()}: {_say_verdict(answer)}"
    if answer.known == "absent":
        yield "This act is not in this base, and nothing in it tells of the act. That does not mean that there is none."
        return
    if answer.sense == "application":
        sure = "certain" if answer.force.certain else "not certain"
        yield f"  Legal force alone (күшіне ену): {_SAYS[answer.force.answer]}, {sure}."
    if answer.known == "cited":
        yield "  The text of this act is not in this base; this is what other acts tell of it."
    yield from _write_reasons("Because", answer.because, answer, quoted=True)
    if answer.timeline != answer.because:
        yield from _write_reasons("Timeline", answer.timeline, answer, quoted=False)
    if answer.conflicts:
        yield "Sources disagree:"
        yield from (f"  - {conflict}" for conflict in answer.conflicts)
    if answer.missing:
        yield "Missing for a certain answer:"
        yield from (f"  - {missing.text}" for missing in answer.missing)


def _say_verdict(answer: ValidityAnswer) -> str:
    if answer.certain:
        return f"{_SAYS[answer.answer]} (certain)."
    if answer.answer != "unknown":
        others = _say_states(state for state in answer.possible if state != answer.answer)
        return f"{_SAYS[answer.answer]} as far as is known, not certain: it could be {others}."
    strict = sorted(set(answer.possible) - set(answer.likely))
    rest = f"; strictly also {_say_states(strict)}" if strict and answer.likely else ""
    return f"unknown: it could be {_say_states(answer.likely or answer.possible)}{rest}."


def _say_states(states: Iterable[State]) -> str:
    return " or ".join(_POSSIBLY[state] for state in states)


def _write_reasons(heading: str, reasons: Iterable[Reason], answer: ValidityAnswer, quoted: bool) -> Iterator[str]:
    """Yield the reasons, a line each, under a heading; words that were quoted already are not quoted again."""
    seen: set[tuple[str | None, str | None]] = set()
    for number, reason in enumerate(reasons):
        if not number:
            yield f"{heading}:"
        yield f"  {_say_days(reason):<{_DAYS_WIDTH}}  {_say_event(reason, answer)}"
        if not quoted or not reason.quote:
            continue
        place = ", ".join(part for part in (_name_source(reason, answer), reason.at) if part)
        words = "the same words" if (reason.source, reason.quote) in seen else f"“{reason.quote}”"
        seen.add((reason.source, reason.quote))
        yield f"  {'':<{_DAYS_WIDTH}}  {words} [{place}]"


def _say_event(reason: Reason, answer: ValidityAnswer) -> str:
    text = _EVENTS[reason.event]
    if reason.by:
        text += f" by {answer.names.get(reason.by, reason.by)}"
    if reason.basis == "law":
        rule = f"{describe_rule(reason.rule)} ({reason.rule.text})" if reason.rule else "not told"
        return f"{text}; unless the act says otherwise, {rule}" if reason.rule else f"{text}: {rule}"
    if reason.date and reason.earliest != reason.latest:
        text += f", likely on {reason.date.isoformat()}"
    return f"{text}: {describe_rule(reason.rule)}" if reason.rule else text


def _name_source(reason: Reason, answer: ValidityAnswer) -> str | None:
    """Return the act that says so, nothing where it is the one that is asked about."""
    if reason.source is None or reason.source == answer.act:
        return None
    return answer.names.get(reason.source, reason.source)


def _say_days(reason: Reason) -> str:
    first = reason.earliest.isoformat() if reason.earliest else ""
    last = reason.latest.isoformat() if reason.latest else ""
    if first and first == last:
        return first
    if first and last:
        return f"{first} to {last}"
    if last:
        return f"{last} or before"
    return f"not before {first}" if first else "day unknown"
