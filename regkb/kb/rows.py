"""An act's record → the rows of the tables, a row a dictionary of its columns.

A column that is named like a field of the record holds that field; only what differs is spelled out here. What all
facts of a text share is left out: the load gives the number of the entry, and the act and language of its source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from pydantic import BaseModel

from regkb.extract.issuers import complete_issuer
from regkb.kb.ranking import rank_text
from regkb.kb.tables import TABLES
from regkb.kb.validity.evidence import Telling, tell_events
from regkb.schemas.record import (
    Act,
    ActRef,
    AliasRef,
    Amendment,
    Duration,
    EffectRule,
    Locator,
    Paragraph,
    Reference,
    SelfRef,
    Service,
    Span,
)
from regkb.schemas.stages import Layout, RawDocument

Row = dict[str, Any]
Key = tuple[str, str]
"""An act's id and a language: what a record is of."""

_COLUMNS = {table.name: [column.name for column in table.columns] for table in TABLES}
_BODIES = {
    "reference": "issuer",
    "effect": "other_issuer",
    "amendment": "target_issuer",
    "service": "standard_act_issuer",
}
"""Tables that mention acts, with the column that names the body."""
LOCATOR_KINDS = ("article", "point", "subpoint", "paragraph", "annex")


@dataclass(frozen=True, slots=True)
class ReadAct:
    """What reading one file gave: the rows of every table, without what they share."""

    rows: dict[str, list[Row]]

    @property
    def source(self) -> Row:
        """The row of the table source: what the text is, and of which act."""
        return self.rows["source"][0]

    @property
    def key(self) -> Key:
        """The act and the language."""
        return self.source["act_id"], self.source["language"]


def make_rows(document: RawDocument, act: Act, ingested_at: datetime) -> dict[str, list[Row]]:
    """Return the rows of each table; `document` is what the act was read from, `ingested_at` is UTC.

    A body that the act calls by its kind alone (`облыс әкімдігі`) is named in full, so that the mention can be matched;
    the record keeps what the text says.
    """
    bodies: list[BaseModel] = [*act.issuers] or [act]
    facts: dict[str, Iterable[Row]] = {
        "issuer": _number(_pick("issuer", body) for body in bodies),
        "paragraph": _number(_describe_paragraph(document.layout, paragraph) for paragraph in act.paragraphs),
        "reference": _number(_describe_reference(reference) for reference in act.references),
        "effect": _number(_find_effects(act)),
        "amendment": _number(_describe_amendment(amendment) for amendment in act.amendments),
        "telling": _number(map(_describe_telling, tell_events(act))),
        "diagnostic": _number({**_pick("diagnostic", found), **_bound(found.span)} for found in act.diagnostics),
        **_unfold_services(act.services),
    }
    expression = {"act_id": act.id, "language": act.language}
    rows = {table: list(found) for table, found in facts.items()}
    for table, column in _BODIES.items() if act.issuer else ():
        for row in rows[table]:
            if name := row.get(column):
                row[column] = complete_issuer(name, act.issuer, act.language)
    rows["source"] = [
        {
            **expression,
            "sha256": document.sha256,
            "path": document.path,
            "format": document.format,
            "pages": document.pages,
            "characters": len(document.text),
            "ranking": rank_text(document, act),
            "ingested_at": ingested_at,
            "text": document.text,
        }
    ]
    registration = _prefix("registration_", act.registration)
    json = write_without_paragraphs(act)
    rows["record"] = [{**expression, **_pick("record", act), **registration, "sha256": document.sha256, "json": json}]
    return rows


def write_without_paragraphs(act: Act) -> str:
    """Return the record as JSON text with an empty list of paragraphs: the table `paragraph` has them."""
    return act.model_copy(update={"paragraphs": []}).to_json()


def join_paragraphs(json: str, paragraphs: list[Paragraph]) -> Act:
    """Return the act that `write_without_paragraphs` wrote, with its paragraphs."""
    return Act.model_validate_json(json).model_copy(update={"paragraphs": paragraphs})


@cache
def _shared_fields(table: str, model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return the columns of the table that are named like fields of the model, with these; `paragraph` is `index`."""
    fields = ((name, "index" if name == "paragraph" else name) for name in _COLUMNS[table])
    return tuple((name, field) for name, field in fields if field in model.model_fields)


def _pick(table: str, model: BaseModel) -> Row:
    """Return the columns of the table that the model's fields fill."""
    return {name: getattr(model, field) for name, field in _shared_fields(table, type(model))}


def _prefix(prefix: str, model: BaseModel | None) -> Row:
    """Return all fields of the model under prefixed names; nothing for `None`."""
    return {column: getattr(model, name) for column, name in _prefixed_fields(prefix, type(model))} if model else {}


@cache
def _prefixed_fields(prefix: str, model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    return tuple((f"{prefix}{name}", name) for name in model.model_fields)


def _number(rows: Iterable[Row]) -> Iterator[Row]:
    """Put its place, from 0, into each row, which must be new."""
    for place, row in enumerate(rows):
        row["seq"] = place
        yield row


def _bound(span: Span | None) -> Row:
    """Return the columns of a span."""
    return {"span_start": span[0], "span_end": span[1]} if span else {}


def _describe_paragraph(layout: Layout | None, paragraph: Paragraph) -> Row:
    """Return the clean text with its spans, and the page and box of a paragraph that was laid out."""
    row: Row = {"path": paragraph.path, "text": paragraph.text, "spans": paragraph.spans}
    return {**row, **_find_box(layout, paragraph)} if layout and paragraph.spans else row


def _find_box(layout: Layout, paragraph: Paragraph) -> Row:
    """Return the page on which a paragraph begins, from 1, and the box of its characters there, in points."""
    page = layout.page_of(paragraph.spans[0][0])
    page_end = layout.page_starts[page] if page < len(layout.page_starts) else len(layout.boxes) // 4
    offsets = (offset for start, end in paragraph.spans for offset in range(start, min(end, page_end)))
    # a blank that was never drawn has no width
    drawn = [box for box in map(layout.box_of, offsets) if box[2] > box[0]]
    if not drawn:
        return {"page": page}
    left, bottom, right, top = zip(*drawn, strict=True)
    return {"page": page, "box": (min(left), min(bottom), max(right), max(top))}


def _describe_locator(locator: Locator | None) -> Row:
    """Return the columns of a locator: a list for each kind, empty where none of it is named."""
    row = {}
    for kind in LOCATOR_KINDS:
        named = getattr(locator, kind, None)
        row[f"{kind}s" if kind != "annex" else "annexes"] = [named] if isinstance(named, str) else named or []
    return row


def _describe_reference(reference: Reference) -> Row:
    """Return a citation's columns; an alias carries the act behind it where the text tells."""
    target = reference.target
    row = {
        **_pick("reference", reference),
        **_bound(reference.span),
        **_describe_locator(reference.locator),
    }
    if isinstance(target, SelfRef):
        return {**row, "target_kind": "self", "self": target.self}
    if isinstance(target, AliasRef):
        return {**row, **_prefix("", reference.resolved), "target_kind": "alias", "alias": target.alias}
    return {**row, **_prefix("", target), "target_kind": "act"}


def _find_effects(act: Act) -> Iterator[Row]:
    """Yield what the act does, and who repealed it; a regulation that it amends and sets out anew is restated."""
    restated = {service.title for service in act.services}
    for action in act.actions:
        row: Row = {"at": action.at, "type": action.type, "affecting_act_id": act.id}
        if isinstance(action.target, ActRef):
            yield {**row, **_prefix("other_", action.target)}
            continue
        title = action.target.title
        is_restated = action.type == "amend" and title in restated
        yield {**row, "type": "restate" if is_restated else action.type, "affected_title": title}
    if act.repeal and act.repeal.by:
        by = act.repeal.by
        cited = (
            reference.at
            for reference in act.references
            if isinstance(reference.target, ActRef)
            and (reference.target.date, reference.target.number) == (by.date, by.number)
        )
        yield {"type": "repeal", "affected_act_id": act.id, "at": next(cited, None), **_prefix("other_", by)}


def _describe_amendment(amendment: Amendment) -> Row:
    """Return the columns of a change of wording."""
    return {
        **_pick("amendment", amendment),
        **_describe_locator(amendment.locator),
        **_prefix("target_", amendment.target),
        "old_words": amendment.old,
        "new_words": amendment.new,
    }


def _describe_telling(telling: Telling) -> Row:
    """Return the columns of what a text tells of; the day on which it was taken is that of its source."""
    other = telling.other
    return {
        **{name: getattr(telling, name) for name in ("kind", "date", "earliest", "latest", "at", "quote", "basis")},
        **write_rule(telling.rule),
        **({other.mention: other.place, "is_subject": other.is_subject} if other else {}),
    }


def write_rule(rule: EffectRule | None) -> Row:
    """Return the columns of an effect rule."""
    return _prefix("rule_", rule)


def _unfold_services(services: list[Service]) -> dict[str, list[Row]]:
    """Return the rows of the tables that hang on services, each with the numbers of what it stands under."""
    rows: dict[str, list[Row]] = {
        name: [] for name in ("service", "procedure", "step", "time_limit", "duration", "role")
    }
    for place, service in enumerate(services):
        under = {"service": place}
        standard = service.standard
        approved_by = standard.approved_by if standard else None
        rows["service"].append(
            {
                **_pick("service", service),
                **_prefix("standard_act_", approved_by),
                "standard_title": standard.title if standard else None,
                "seq": place,
            }
        )
        rows["role"] += _number({**_pick("role", role), **under} for role in service.roles)
        for number, limit in enumerate(service.time_limits):
            rows["time_limit"].append({**_pick("time_limit", limit), **under, "seq": number})
            rows["duration"] += _describe_durations(limit.durations, {**under, "time_limit": number})
        for number, procedure in enumerate(service.procedures):
            rows["procedure"].append({**_pick("procedure", procedure), **under, "seq": number})
            for order, step in enumerate(procedure.steps):
                role = step.actor_role
                rows["step"].append(
                    {
                        **_pick("step", step),
                        **under,
                        "procedure": number,
                        "seq": order,
                        "actor_role": role.canonical if role else None,
                        "actor_score": role.score if role else None,
                    }
                )
                rows["duration"] += _describe_durations(step.durations, {**under, "procedure": number, "step": order})
    return rows


def _describe_durations(durations: list[Duration], under: Row) -> Iterator[Row]:
    """Yield the rows of the lengths of time that one step or time limit names."""
    return _number(
        {
            **_pick("duration", duration),
            **_bound(duration.span),
            **under,
            "max_value": duration.max,
            "limit_type": duration.limit,
        }
        for duration in durations
    )
