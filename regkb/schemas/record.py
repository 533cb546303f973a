"""The act record: one legal act in one language, as it is exported and published as a JSON Schema.

Names and meanings follow the contract `regkb/act/1`. Absent or not stated is `None` (a list: empty), never a guess.
"""

from __future__ import annotations

import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA = "regkb/act/1"

ActType = Literal["law", "code", "decree", "resolution", "order", "decision", "other"]
Language = Literal["kk", "ru"]
Status = Literal["in_force", "repealed", "expired", "suspended"]
EventKind = Literal[
    "registration", "official_publication", "first_official_publication", "publication", "signing", "date"
]
DayType = Literal["working", "calendar"]
Unit = Literal["minute", "hour", "day", "month", "year"]
Limit = Literal["exact", "max", "within", "range"]
ProcedureKind = Literal["provider", "interaction", "corporation", "portal", "information_system"]
Operation = Literal["replace_whole", "replace_words", "insert_after", "append", "delete"]

Day = datetime.date
Span = tuple[int, int]
"""`[start, end)`: character offsets, into the raw text or into a paragraph's text as the field says."""


class Model(BaseModel):
    """An immutable part of the record that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class ActRef(Model):
    """An act as one mention states it; what the mention leaves out is `None`."""

    type: ActType | None = None
    issuer: str | None = None
    date: Day | None = None
    number: str | None = None
    title: str | None = None
    registration_number: str | None = None


class TitleRef(Model):
    """Something that an act approves or restates and names by its title alone."""

    title: str


class AliasRef(Model):
    """A short form that the act defines: `бұдан әрі – Стандарт`."""

    alias: str


class SelfRef(Model):
    """The act, the regulation or the point that is speaking: `осы қаулының`, `осы регламенттің`, `осы тармақтың`."""

    self: Literal["act", "regulation", "point"]


class Registration(Model):
    """State registration with a justice body; the authority in the nominative."""

    authority: str | None = None
    date: Day | None = None
    number: str | None = None


class EffectRule(Model):
    """When something takes effect: so many days after an event, or on a date."""

    event: EventKind
    days: int = 0
    calendar: DayType | None = None
    date: Day | None = None
    text: str


class Repeal(Model):
    """The act that repealed this one, and from when."""

    by: ActRef | None = None
    effective: EffectRule | None = None


class Expiry(Model):
    """An act whose term ran out (`қолдану тоқтатылды`): by what letter or decision, in the source's words."""

    by: ActRef | None = None
    text: str


class Commencement(Model):
    """Legal force (күшіне енеді) and application (қолданысқа енгізіледі): two events.

    `reaches_back` tells from when on relations are governed that arose before; its date is null where none is told.
    `until` tells the day up to which the act says that it has effect; whether that day counts is not always clear.
    """

    in_force: EffectRule | None = None
    applied: EffectRule | None = None
    reaches_back: EffectRule | None = None
    until: EffectRule | None = None


class Signatory(Model):
    """Who signed, or who endorsed."""

    position: str | None = None
    name: str | None = None


class IssuerNumber(Model):
    """One of the bodies behind a joint act, with the number that it gave."""

    type: ActType | None = None
    issuer: str | None = None
    number: str | None = None
    date: Day | None = None


class Action(Model):
    """What the act does to another act, or to what it approves; `at` is the path of the paragraph that says so."""

    type: Literal["approve", "amend", "repeal"]
    target: TitleRef | ActRef
    at: str


class Locator(Model):
    """A place inside an act; a list where several of one kind are named; an annex without a number is `""`."""

    article: str | list[str] | None = None
    point: str | list[str] | None = None
    subpoint: str | list[str] | None = None
    paragraph: str | list[str] | None = None
    annex: str | list[str] | None = None


class Amendment(Model):
    """One change of wording; `at` is the path of the paragraph that orders it (the `index`-th of `paragraphs`).

    `target` is the act that is changed; `affected_title` names the regulation in it whose provision `locator` means.
    """

    at: str
    index: int | None = None
    locator: Locator | None = None
    operation: Operation
    old: str | None = None
    new: str | None = None
    condition: str | None = None
    target: TitleRef | ActRef | None = None
    affected_title: str | None = None


class Duration(Model):
    """A length of time; `span` is in the text of the paragraph at `at` (the `index`-th of `paragraphs`)."""

    text: str
    value: int | float | None = None
    max: int | float | None = None
    unit: Unit
    day_type: DayType | None = None
    limit: Limit
    condition: str | None = None
    at: str | None = None
    index: int | None = None
    span: Span | None = None
    iso: str | None = None
    min_minutes: int | None = None
    max_minutes: int | None = None


class Role(Model):
    """A unit or an employee, as written and as the canonical role that it matches best.

    `at` is the path of the paragraph that names it, the `index`-th of `paragraphs`.
    """

    text: str
    canonical: str | None = None
    score: float | None = None
    at: str | None = None
    index: int | None = None


class Step(Model):
    """One step of a procedure; `label` is the inner number (`1 шарт`, `4 үдеріс`); `kind` is process or condition.

    `at` is the path of its first paragraph, the `index`-th of `paragraphs`.
    """

    number: str
    text: str
    actor: str | None = None
    durations: list[Duration] = Field(default_factory=list)
    result: str | None = None
    at: str | None = None
    index: int | None = None
    label: str | None = None
    kind: Literal["action", "process", "condition"] = "action"
    actor_role: Role | None = None


class Procedure(Model):
    """An ordered list of steps; `at` is the path of the point that introduces it, or of the first that is a step."""

    at: str
    kind: ProcedureKind
    steps: list[Step] = Field(default_factory=list)
    results: list[str] = Field(default_factory=list)
    results_at: str | None = None


class TimeLimit(Model):
    """A limit on the service as a whole; `at` is the path of its first paragraph, the `index`-th of `paragraphs`."""

    at: str
    index: int | None = None
    text: str
    durations: list[Duration] = Field(default_factory=list)


class Standard(Model):
    """The Standard on which a service rests."""

    title: str | None = None
    approved_by: ActRef | None = None


class Service(Model):
    """A regulation of a public service."""

    title: str
    annex: str | None = None
    provider: str | None = None
    recipient: str | None = None
    fee: Literal["free"] | None = None
    form: list[Literal["electronic", "paper"]] = Field(default_factory=list)
    automation: Literal["full", "partial"] | None = None
    result: str | None = None
    standard: Standard | None = None
    roles: list[Role] = Field(default_factory=list)
    procedures: list[Procedure] = Field(default_factory=list)
    time_limits: list[TimeLimit] = Field(default_factory=list)


class Reference(Model):
    """A citation; `span` is `[start, end)` in the text of the paragraph at `at` (the `index`-th of `paragraphs`)."""

    at: str
    text: str
    span: Span
    target: AliasRef | SelfRef | ActRef
    locator: Locator | None = None
    index: int | None = None
    resolved: ActRef | None = None
    publications: list[str] = Field(default_factory=list)


class Paragraph(Model):
    """A paragraph of clean text; `spans` are raw offsets in reading order.

    Invariant: the raw characters under the spans, white space removed and look-alikes mapped, are the paragraph's
    characters, white space removed; all paragraphs together cover every non-white raw character once.
    """

    path: str
    text: str
    spans: list[Span] = Field(default_factory=list)


class Diagnostic(Model):
    """What could not be settled; `at` is a path, `span` raw offsets."""

    code: str
    at: str | None = None
    message: str
    severity: Literal["error", "warning", "info"] = "warning"
    span: Span | None = None


class Source(Model):
    """Where the text came from."""

    path: str
    sha256: str
    format: Literal["text", "pdf", "html"]
    pages: int | None = None
    ingested_at: str | None = None


class Act(Model):
    """One legal act in one language."""

    schema_: str = Field(default=SCHEMA, alias="schema")
    id: str
    language: Language
    type: ActType | None = None
    title: str | None = None
    issuer: str | None = None
    number: str | None = None
    date: Day | None = None
    issuers: list[IssuerNumber] = Field(default_factory=list)
    registration: Registration | None = None
    status: Status | None = None
    repeal: Repeal | None = None
    expiry: Expiry | None = None
    commencement: Commencement | None = None
    signatories: list[Signatory] = Field(default_factory=list)
    agreed_by: list[Signatory] = Field(default_factory=list)
    actions: list[Action] = Field(default_factory=list)
    amendments: list[Amendment] = Field(default_factory=list)
    services: list[Service] = Field(default_factory=list)
    references: list[Reference] = Field(default_factory=list)
    paragraphs: list[Paragraph] = Field(default_factory=list)
    diagnostics: list[Diagnostic] = Field(default_factory=list)
    source: Source | None = None

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, allow_inf_nan=False)

    def to_json(self, indent: int | None = None) -> str:
        """Return the record as JSON text with the contract's key names, readable letters and ISO 8601 dates."""
        return self.model_dump_json(by_alias=True, indent=indent)

    def to_dict(self) -> dict[str, Any]:
        """Return the record as plain JSON values (dates as ISO 8601 text)."""
        return self.model_dump(mode="json", by_alias=True)
