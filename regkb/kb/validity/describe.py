"""An answer in words, for a person who has to rely on it."""

from __future__ import annotations

from collections.abc import Iterator

from regkb.kb.validity.answer import Reason, ValidityAnswer
from regkb.schemas.record import EffectRule

_SAYS = {
    "not_yet": "not yet in force",
    "in_force": "in force",
    "repealed": "repealed",
    "expired": "expired",
    "suspended": "suspended",
    "unknown": "unknown",
}
_POSSIBLY = {
    "not_yet": "not yet applied",
    "in_force": "in force",
    "repealed": "ended",
    "expired": "expired",
    "suspended": "suspended",
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
    "repeal_declared": "repeal declared",
    "repealed": "repeal took effect",
    "expired": "expired",
    "shown_in_force": "shown as in force by its source",
    "shown_repealed": "shown as repealed by its source",
    "shown_expired": "shown as expired by its source",
    "shown_suspended": "shown as suspended by its source",
}
_BASES = {
    "stated": "the act says so",
    "cited": "another act says so",
    "shown": "the source's status line; of the day of its export",
    "computed": "computed",
    "law": "the act is silent",
}
_COUNTED_FROM = {
    "registration": "registration",
    "official_publication": "official publication",
    "first_official_publication": "first official publication",
    "publication": "publication",
    "signing": "signing",
}


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
        yield "This act is not in this base, and nothing in it cites the act. That does not say that it does not exist."
        return
    if answer.sense == "application":
        sure = "certain" if answer.force.certain else "not certain"
        yield f"  legal force alone (күшіне ену): {_SAYS[answer.force.answer]}, {sure}"
    if answer.known == "cited":
        yield "  The text of this act is not in this base; this is what other acts tell of it."
    for heading, reasons in (("Because", answer.because), ("Timeline", answer.timeline)):
        if reasons and not (heading == "Timeline" and answer.timeline == answer.because):
            yield f"{heading}:"
            for reason in reasons:
                yield from _write_reason(reason, answer, quoted=heading == "Because")
    if answer.conflicts:
        yield "Sources disagree:"
        yield from (f"  - {conflict}" for conflict in answer.conflicts)
    if answer.missing:
        yield "Missing for a certain answer:"
        yield from (f"  - {missing.text}" for missing in answer.missing)


def _say_verdict(answer: ValidityAnswer) -> str:
    if answer.certain:
        return f"{_SAYS[answer.answer]} (certain)"
    states = " or ".join(_POSSIBLY[state] for state in answer.possible)
    if answer.answer == "unknown":
        return f"unknown: {states}"
    return f"{_SAYS[answer.answer]}, not certain: could be {states}"


def _write_reason(reason: Reason, answer: ValidityAnswer, quoted: bool) -> Iterator[str]:
    text = _EVENTS[reason.event]
    if reason.by:
        text += f" by {answer.names.get(reason.by, reason.by)}"
    detail = describe_rule(reason.rule) if reason.rule else ""
    if reason.basis == "law":
        detail = f"the act is silent; {reason.rule.text}: {detail}" if reason.rule else "not stated"
    yield f"  {_say_days(reason):<29} {text}" + (f": {detail}" if detail else "")
    if quoted and reason.quote:
        place = " ".join(part for part in (reason.source, reason.at) if part)
        yield f"  {'':<29} “{reason.quote}” [{place}]"


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
