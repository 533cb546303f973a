"""Where the facts of a record stand in its paragraphs, so that they can be shown in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

import regex

from regkb.schemas.record import Act, Amendment, Duration, Model, Paragraph, Service, Span, Step, TimeLimit

KINDS: dict[str, str] = {
    "header": "title, number, registration, status",
    "rule": "when something takes effect",
    "signatory": "who signed",
    "reference": "citation",
    "amendment": "change of wording",
    "service": "service: title, provider, recipient, form, result",
    "role": "unit or employee that takes part",
    "step": "step of a procedure",
    "label": "inner number of a step",
    "actor": "who does a step",
    "duration": "length of time",
    "result": "result of a step",
    "limit": "time limit of a service",
    "mention": "role mentioned anywhere in the text",
}
"""The kinds of marks with what they are, in the order of a legend."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact and where it stands: `paragraph` counts the record's paragraphs, `span` is in that paragraph's text."""

    kind: str
    paragraph: int
    span: Span
    fact: dict[str, Any]


def collect_marks(act: Act) -> list[Mark]:
    """Return the marks of all facts of `act` that have words of their own in its text, in reading order.

    A fact whose words are not found (an issuer in the nominative, a date in figures) has no mark.
    """
    text = _Text(act.paragraphs)
    marks = [
        *_mark_header(act, text),
        *_mark_references(act, text),
        *(mark for change in act.amendments for mark in _mark_amendment(change, text)),
        *(mark for service in act.services for mark in _mark_service(service, text)),
    ]
    return sorted(_set_apart(marks), key=lambda mark: (mark.paragraph, mark.span[0], -mark.span[1]))


def _set_apart(marks: Iterable[Mark]) -> list[Mark]:
    """Return the marks without those of the same kind on the same words as an earlier one."""
    seen: dict[tuple[str, int, Span], Mark] = {}
    for mark in marks:
        seen.setdefault((mark.kind, mark.paragraph, mark.span), mark)
    return list(seen.values())


class _Text:
    """The paragraphs of a record by path: several may share one."""

    def __init__(self, paragraphs: list[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self._by_path: dict[str, list[int]] = {}
        for place, paragraph in enumerate(paragraphs):
            self._by_path.setdefault(paragraph.path, []).append(place)

    def at(self, path: str | None) -> list[int]:
        """Return the places of the paragraphs with this path."""
        return self._by_path.get(path or "", [])

    def place(self, at: str | None, index: int | None) -> list[int]:
        """Return the place of a fact's paragraph, or the places at its path where the record does not number it."""
        return self.at(at) if index is None or index >= len(self.paragraphs) else [index]

    def below(self, path: str) -> list[int]:
        """Return the places of the paragraphs at and below a path."""
        return [n for n, p in enumerate(self.paragraphs) if p.path == path or p.path.startswith(f"{path}/")]

    def quoted_after(self, place: int) -> list[int]:
        """Return the places of the wording in quotes that follows a paragraph."""
        following = range(place + 1, len(self.paragraphs))
        return list(takewhile(lambda other: self.paragraphs[other].path.endswith("/quote"), following))

    def find(self, words: str | None, places: Iterable[int]) -> Iterator[tuple[int, Span]]:
        """Yield the first of `places` where `words` stand, with the first span there; nothing where there are none."""
        for place in places if words else ():
            start = self.paragraphs[place].text.find(words or "")
            if start >= 0:
                yield place, (start, start + len(words or ""))
                return

    def find_last(self, words: str | None, places: Iterable[int]) -> Iterator[tuple[int, Span]]:
        """Yield the last of `places` where `words` stand, with the last span there."""
        for place in reversed(list(places)) if words else ():
            start = self.paragraphs[place].text.rfind(words or "")
            if start >= 0:
                yield place, (start, start + len(words or ""))
                return


def _mark_header(act: Act, text: _Text) -> Iterator[Mark]:
    for path in ("title", "status"):
        for place in text.at(path):
            fact = {"title": act.title} if path == "title" else {"status": act.status}
            yield Mark("header", place, (0, len(text.paragraphs[place].text)), fact)
    numbers = {"number": act.number, "registration number": act.registration.number if act.registration else None}
    for name, number in numbers.items():
        for place in text.at("info") if number else []:
            signed = regex.search(rf"(?:№|N)\s?{regex.escape(number or '')}(?!\w)", text.paragraphs[place].text)
            if signed:
                yield Mark("header", place, signed.span(), {name: number})
    rules = [
        act.repeal.effective if act.repeal else None,
        *((act.commencement.in_force, act.commencement.applied) if act.commencement else ()),
    ]
    for rule in rules:
        for place, span in text.find(rule.text if rule else None, range(len(text.paragraphs))):
            yield Mark("rule", place, span, _dump(rule))
    for person in [*act.signatories, *act.agreed_by]:
        for words in (person.position, person.name):
            for place, span in text.find(words, text.at("signature")):
                yield Mark("signatory", place, span, _dump(person))


def _mark_references(act: Act, text: _Text) -> Iterator[Mark]:
    for reference in act.references:
        for place in text.place(reference.at, reference.index):
            start, end = reference.span
            if text.paragraphs[place].text[start:end] == reference.text:
                yield Mark("reference", place, reference.span, _dump(reference))
                break


def _mark_amendment(change: Amendment, text: _Text) -> Iterator[Mark]:
    """Yield the words that go and come: in the instruction, and in the wording in quotes that follows it."""
    places = text.below(change.at) if change.index is None else [change.index, *text.quoted_after(change.index)]
    for words in (change.old, change.new):
        left = places
        for line in (words or "").split("\n"):
            for place, span in text.find(line or None, left):
                yield Mark("amendment", place, span, _dump(change))
                left = [other for other in left if other >= place]


def _mark_service(service: Service, text: _Text) -> Iterator[Mark]:
    annex = text.below(f"annex:{service.annex}")
    own = [place for place in annex if "/annex:" not in text.paragraphs[place].path]
    fields = {"title": service.title, "provider": service.provider, "recipient": service.recipient}
    if service.standard is not None:
        fields["standard"] = service.standard.title
    for name, words in fields.items():
        # the title of the annex names the service, and so does the Standard in the first point
        places = own if name != "standard" else [p for p in own if "/point:" in text.paragraphs[p].path]
        for place, span in text.find(words, places):
            yield Mark("service", place, span, {name: words})
    for line in (service.result or "").split("\n"):
        for place, span in text.find(line or None, own):
            yield Mark("service", place, span, {"result": line})
    for role in service.roles:
        for place, span in text.find(role.text, text.place(role.at, role.index)):
            yield Mark("role", place, span, _dump(role))
    for procedure in service.procedures:
        for step in procedure.steps:
            yield from _mark_step(step, procedure.kind, text)
    for limit in service.time_limits:
        for place in _lines_of(limit, text):
            yield Mark("limit", place, _words_of(text.paragraphs[place], limit.text), _dump(limit))
        yield from _mark_durations(limit.durations, text)


def _mark_step(step: Step, kind: str, text: _Text) -> Iterator[Mark]:
    places = _lines_of(step, text)
    fact = {"procedure": kind, **_dump(step)}
    for place in places:
        yield Mark("step", place, _words_of(text.paragraphs[place], step.text), fact)
    for place, span in text.find(step.label, places):
        yield Mark("label", place, span, {"label": step.label, "kind": step.kind})
    for place, span in text.find(step.actor, places):
        yield Mark("actor", place, span, _dump(step.actor_role) or {"actor": step.actor})
    # the words of the result may stand in the step itself too
    for place, span in text.find_last(step.result, places):
        yield Mark("result", place, span, {"result": step.result})
    yield from _mark_durations(step.durations, text)


def _mark_durations(durations: list[Duration], text: _Text) -> Iterator[Mark]:
    for duration in durations:
        for place in text.place(duration.at, duration.index):
            start, end = duration.span or (0, 0)
            if text.paragraphs[place].text[start:end] == duration.text:
                yield Mark("duration", place, (start, end), _dump(duration))
                break


def _lines_of(fact: Step | TimeLimit, text: _Text) -> list[int]:
    """Return the places of the paragraphs that a step or a limit is made of: the first at its path, the rest behind."""
    lines = fact.text.split("\n")
    for first in text.place(fact.at, fact.index):
        places = range(first, min(first + len(lines), len(text.paragraphs)))
        if all(text.paragraphs[place].text.endswith(line) for place, line in zip(places, lines, strict=False)):
            return list(places)
    return []


def _words_of(paragraph: Paragraph, words: str) -> Span:
    """Return the span of the one line of `words` that is this paragraph, its number left out."""
    line = max((line for line in words.split("\n") if paragraph.text.endswith(line)), key=len, default="")
    return len(paragraph.text) - len(line), len(paragraph.text)


def _dump(model: Model | None) -> dict[str, Any]:
    """Return a fact as plain values, what it does not state left out."""
    return model.model_dump(mode="json", exclude_none=True, exclude_defaults=True) if model is not None else {}
