"""A record as a bag of facts by kind, so that what was found can be counted against what is true."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

KINDS = (
    "paragraphs",
    "header",
    "signatories",
    "actions",
    "amendments",
    "services",
    "service fields",
    "roles",
    "procedures",
    "steps",
    "durations",
    "actors",
    "results",
    "time limits",
    "references",
)
_HEADER = (
    "title",
    "type",
    "issuer",
    "number",
    "date",
    "status",
    "registration.authority",
    "registration.date",
    "registration.number",
    "repeal.by.issuer",
    "repeal.by.date",
    "repeal.by.number",
    "repeal.effective.event",
    "repeal.effective.days",
    "repeal.effective.calendar",
    "commencement.in_force.event",
    "commencement.in_force.days",
    "commencement.applied.event",
    "commencement.applied.days",
    "commencement.applied.calendar",
    "commencement.applied.date",
)
_SERVICE = ("provider", "recipient", "fee", "automation", "result")

Record = Mapping[str, Any]
Fact = tuple[Any, ...]


def count_facts(record: Record) -> dict[str, Counter[Fact]]:
    """Return the facts of a record (as plain JSON values) by kind; texts are compared without their closing marks."""
    facts: dict[str, Counter[Fact]] = {kind: Counter() for kind in KINDS}
    for paragraph in record.get("paragraphs") or []:
        facts["paragraphs"][paragraph["path"], _words(paragraph["text"])] += 1
    for name in _HEADER:
        value = _dig(record, name.split("."))
        if value is not None:
            facts["header"][name, _closed(value)] += 1
    for who in record.get("signatories") or []:
        facts["signatories"][_closed(who.get("position")), _closed(who.get("name"))] += 1
    for action in record.get("actions") or []:
        facts["actions"][action["type"], action["at"], _act(action.get("target"))] += 1
    for change in record.get("amendments") or []:
        place = _locator(change.get("locator"))
        facts["amendments"][change["operation"], place, _closed(change.get("old")), _closed(change.get("new"))] += 1
    for reference in record.get("references") or []:
        facts["references"][reference["at"], _act(reference.get("target")), _locator(reference.get("locator"))] += 1
    for service in record.get("services") or []:
        for kind, fact in _service_facts(service):
            facts[kind][fact] += 1
    return facts


def _service_facts(service: Record) -> Iterator[tuple[str, Fact]]:
    annex = str(service.get("annex"))
    yield "services", (annex, _closed(service.get("title")))
    for name in _SERVICE:
        if service.get(name) is not None:
            yield "service fields", (annex, name, _closed(service[name]))
    for form in service.get("form") or []:
        yield "service fields", (annex, "form", form)
    approved = (service.get("standard") or {}).get("approved_by")
    if approved:
        yield "service fields", (annex, "standard", _act(approved))
    for role in service.get("roles") or []:
        yield "roles", (annex, _closed(role["text"]))
    for procedure in service.get("procedures") or []:
        at = procedure["at"]
        yield "procedures", (at, procedure["kind"])
        for result in procedure.get("results") or []:
            yield "results", (at, "", _closed(result))
        for step in procedure.get("steps") or []:
            number = str(step["number"])
            yield "steps", (at, number, _closed(step["text"]))
            if step.get("actor"):
                yield "actors", (at, number, _closed(step["actor"]))
            if step.get("result"):
                yield "results", (at, number, _closed(step["result"]))
            for duration in step.get("durations") or []:
                yield "durations", (at, number, *_duration(duration))
    for limit in service.get("time_limits") or []:
        for duration in limit.get("durations") or []:
            yield "time limits", (limit["at"], *_duration(duration))


def _duration(duration: Record) -> Fact:
    return tuple(duration.get(name) for name in ("value", "max", "unit", "day_type", "limit"))


def _act(target: Record | None) -> Fact:
    """Return what identifies a cited act: type, date and number (its title where it has none), or the short form."""
    if not target:
        return ()
    if "alias" in target:
        return ("alias", target["alias"])
    if "self" in target:
        return ("self", target["self"])
    if "type" not in target:
        return ("title", _closed(target.get("title")))
    return (target.get("type"), target.get("date"), _closed(target.get("number")) or _closed(target.get("title")))


def _locator(locator: Record | None) -> Fact:
    held = {name: value for name, value in (locator or {}).items() if value not in (None, [])}
    return tuple(
        sorted((name, *map(str, value if isinstance(value, list) else [value])) for name, value in held.items())
    )


def _dig(record: Record, names: list[str]) -> Any:
    value: Any = record
    for name in names:
        value = (value or {}).get(name)
    return value


def _words(text: Any) -> str:
    return " ".join(str(text).split())


def _closed(value: Any) -> str | None:
    """Return a text with single blanks and without closing marks; anything else as text."""
    return None if value is None else re.sub(r"[\s;.:,]+\Z", "", _words(value))
