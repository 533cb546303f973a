"""What an act is to say, drawn from a seed, before any language puts it into words.

A plan holds numbers, dates and keys of the tables of a wording (`corpus/languages`); the Kazakh and the Russian text
of one act are two wordings of one plan.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from regkb.schemas.record import Operation

Kind = Literal["approve_one", "approve_many", "restate", "amend", "repeal"]
KINDS: dict[Kind, int] = {"approve_one": 36, "approve_many": 18, "restate": 26, "amend": 10, "repeal": 10}
ISSUERS = 8
MINISTRIES = 4
SPHERES = 5
BENEFITS = 24
RECIPIENTS = 9
PROVIDERS = 5
PEOPLE = 8
CHANGES = 8
QUOTED_POINTS = 4

RuleKind = Literal["first_publication", "publication_days", "publication_day", "date"]


@dataclass(frozen=True)
class Style:
    """How the act is written and set: the habits of its year and of its clerk."""

    quotes: str
    number_sign: str
    dash: str
    latin_i: bool
    stretched: float
    """The share of paragraphs whose last line is stretched by letter-spacing."""
    padded_days: bool
    registered_in_year: bool
    """`2016 жылы 13 шілдеде` instead of `2016 жылғы 13 шілдеде`."""
    annex_numbers: Literal["hyphen", "space", "dash"]
    stamp: Literal["annex", "annex_and_approved", "approved_annex", "approved"]
    quoted_dates: bool
    """Stamps say `2016 жылғы "2" маусым` for the day."""
    glued_heading: bool
    chapters: bool
    process: Literal["action", "deed", "process"]
    """The year's word for what is done: рәсім (іс-қимыл), рәсім (іс-әрекет), үдеріс."""
    steps: Literal["nominal", "actor", "possessive"]
    frame: Literal["dash", "sentence", "tail"]
    words_in_brackets: bool
    results: Literal["inline", "list", "none"]
    roles_numbered: bool
    service_point: Literal["one", "two"]
    page_numbers: bool
    note_of_editor: bool


@dataclass(frozen=True)
class OrderPlan:
    """A minister's order that approved a Standard."""

    ministry: int
    acting: bool
    date: datetime.date
    number: str
    registration: str | None


@dataclass(frozen=True)
class RulePlan:
    """When the act, or its repeal, takes effect."""

    kind: RuleKind
    days: int = 0
    date: datetime.date | None = None
    in_force_on_registration: bool = True


@dataclass(frozen=True)
class DurationPlan:
    """A length of time, without words."""

    value: int
    unit: Literal["minute", "hour", "day"]
    limit: Literal["exact", "max", "within", "range"] = "exact"
    max: int | None = None
    day_type: Literal["working", "calendar"] | None = None
    in_brackets: bool = False
    """Whether the figure is repeated in words: `15 (он бес)`; with `within` the words may stand alone."""
    words_only: bool = False
    day_type_first: bool = False
    """`күнтізбелік 2 күн` instead of `2 күнтізбелік күн`."""


@dataclass(frozen=True)
class StepPlan:
    """A step: what is done (`action`), by whom (`role`), how long it takes, and the branches where it has some."""

    action: int
    role: int
    durations: tuple[DurationPlan, ...]
    branches: bool = False


@dataclass(frozen=True)
class ServicePlan:
    """A regulation of a public service."""

    sphere: int
    benefit: int
    recipient: int
    to_whom: bool
    provider: int
    order: OrderPlan
    electronic: bool
    paper: bool
    automation: Literal["full", "partial"] | None
    result: int
    documents_point: int
    steps: tuple[StepPlan, ...]
    interaction: bool
    intermediary: bool
    portal: Literal["none", "plain", "labelled"]
    center_minutes: int
    limits: tuple[DurationPlan, ...]
    diagram: bool
    table_rows: int


@dataclass(frozen=True)
class ActPlan:
    """An act that is cited: issuer, date, number, title and, where it is told, registration and publication."""

    issuer: int
    date: datetime.date
    number: str
    sphere: int
    registration: str | None = None
    published: datetime.date | None = None


@dataclass(frozen=True)
class ChangePlan:
    """One change of wording."""

    operation: Operation
    point: int
    subpoint: int | None
    words: int
    only_russian: bool = False


@dataclass(frozen=True)
class Plan:
    """An act of this family."""

    name: str
    kind: Kind
    style: Style
    issuer: int
    number: str
    date: datetime.date
    registration_date: datetime.date
    registration_number: str
    rule: RulePlan
    repeal: ActPlan | None
    repeal_rule: RulePlan
    head: int
    deputy: int
    agreed: bool
    sphere: int
    services: tuple[ServicePlan, ...]
    amended: ActPlan | None
    amended_service: ServicePlan | None
    """The service whose regulation has its wording changed."""
    repeals: tuple[ActPlan, ...]
    changes: tuple[ChangePlan, ...]
    law: int
    wording: int
    """Seeds the choice of templates, so that both languages may choose each for itself."""


def _day(rng: Random, year: int) -> datetime.date:
    return datetime.date(year, 1, 5) + datetime.timedelta(days=rng.randrange(350))


def _number(rng: Random) -> str:
    """A number as akimats give them: plain, with a slash, with letters before it."""
    form = rng.random()
    if form < 0.7:
        return str(rng.randrange(2, 480))
    if form < 0.85:
        return f"{rng.randrange(1, 12)}/{rng.randrange(20, 1100)}"
    return f"А-{rng.randrange(1, 12)}/{rng.randrange(20, 600)}"


def _style(rng: Random, year: int) -> Style:
    early = year <= 2014
    steps: Literal["nominal", "actor", "possessive"] = rng.choice(
        ("possessive", "actor", "actor", "nominal") if early else ("nominal", "nominal", "actor")
    )
    frame: Literal["dash", "sentence", "tail"] = "dash"
    if early:
        frame = rng.choice(("tail", "tail", "dash"))
    elif steps == "nominal":
        frame = rng.choice(("sentence", "dash"))
    return Style(
        quotes="«»" if early or rng.random() < 0.1 else '""',
        number_sign="N" if early and rng.random() < 0.5 else "№",
        dash="-" if rng.random() < 0.2 else "–",
        latin_i=rng.random() < (0.5 if early else 0.25),
        stretched=rng.choice((0.5, 0.9)) if early else rng.choice((0.0, 0.1, 0.4)),
        padded_days=rng.random() < 0.3,
        registered_in_year=rng.random() < 0.4,
        annex_numbers=rng.choice(("hyphen", "hyphen", "hyphen", "space", "dash")),
        stamp=rng.choice(("approved", "annex", "approved_annex") if early else ("annex", "annex", "approved_annex")),
        quoted_dates=rng.random() < 0.25,
        glued_heading=rng.random() < 0.12,
        chapters=year >= 2018 and rng.random() < 0.4,
        process=rng.choice(("deed", "process", "process", "action")) if early else "action",
        steps=steps,
        frame=frame,
        words_in_brackets=rng.random() < 0.5,
        results=rng.choice(("inline", "none"))
        if frame != "tail" and steps == "nominal"
        else rng.choice(("list", "none")),
        roles_numbered=rng.random() < 0.7,
        service_point="two" if early or rng.random() < 0.25 else "one",
        page_numbers=rng.random() < 0.2,
        note_of_editor=rng.random() < 0.1,
    )


def _duration(rng: Random, style: Style, long: bool) -> DurationPlan:
    brackets = style.words_in_brackets
    first = rng.random() < 0.4
    if not long:
        limit: Literal["exact", "max"] = "max" if style.frame == "sentence" or rng.random() < 0.3 else "exact"
        if rng.random() < 0.75:
            return DurationPlan(rng.choice((5, 10, 15, 20, 30, 40, 60)), "minute", limit, in_brackets=brackets)
        return DurationPlan(rng.choice((1, 2, 3, 4, 6, 8)), "hour", limit, in_brackets=brackets)
    form = rng.random()
    day_type: Literal["working", "calendar"] = "working" if rng.random() < 0.7 else "calendar"
    value = rng.choice((1, 1, 2, 2, 3, 4, 5, 6, 7, 9, 10, 12, 15, 20, 26, 28))
    if form < 0.06:
        return DurationPlan(value + 30, "day", "range", max=value + 120, day_type="calendar", day_type_first=True)
    if form < 0.4:
        return DurationPlan(value, "day", "max", day_type=day_type, in_brackets=brackets, day_type_first=first)
    if form < 0.55 and style.frame != "sentence":
        words = rng.random() < 0.4
        return DurationPlan(
            value, "day", "within", day_type=day_type, in_brackets=brackets, words_only=words, day_type_first=first
        )
    limit = "max" if style.frame == "sentence" else "exact"
    return DurationPlan(value, "day", limit, day_type=day_type, in_brackets=brackets, day_type_first=first)


def _order(rng: Random, year: int) -> OrderPlan:
    date = _day(rng, year - rng.choice((1, 1, 2)) if year > 2013 else year - 1)
    registration = str(rng.randrange(8000, 19000)) if rng.random() < 0.6 else None
    return OrderPlan(rng.randrange(MINISTRIES), rng.random() < 0.2, date, str(rng.randrange(20, 700)), registration)


INTAKE, DELIVERY = 0, 13
"""Keys into the table of actions of a wording: the first takes documents in, the last gives the result out."""
SHORT_ACTIONS = (1, 2, 3)
LONG_ACTIONS = (4, 5, 6, 7, 8, 9, 10)
SIGNING_ACTIONS = (11, 12)
CLERK, HEAD, EXECUTOR, SPECIALIST, DIVISION, COMMISSION = range(6)


def _steps(rng: Random, style: Style) -> tuple[StepPlan, ...]:
    def step(action: int, role: int, long: bool, branches: bool = False) -> StepPlan:
        durations = tuple(_duration(rng, style, long) for _ in range(2 if branches else 1))
        return StepPlan(action, role, durations, branches)

    worker = rng.choice((EXECUTOR, EXECUTOR, SPECIALIST))
    steps = [step(INTAKE, CLERK, False)]
    if rng.random() < 0.8:
        steps.append(step(rng.choice(SHORT_ACTIONS), HEAD, rng.random() < 0.3))
    middle = rng.sample(LONG_ACTIONS, rng.randrange(1, 4))
    for action in sorted(middle):
        role = rng.choice((worker, worker, DIVISION, COMMISSION))
        steps.append(step(action, role, True, style.frame == "dash" and rng.random() < 0.12))
    steps.append(step(rng.choice(SIGNING_ACTIONS), HEAD, rng.random() < 0.5))
    steps.append(step(DELIVERY, rng.choice((CLERK, worker)), False))
    return tuple(steps)


def _service(rng: Random, style: Style, year: int, sphere: int) -> ServicePlan:
    electronic = rng.random() < 0.65
    paper = not electronic or rng.random() < 0.7
    portal: Literal["none", "plain", "labelled"] = "none"
    if electronic:
        portal = rng.choice(("plain", "labelled", "labelled", "none"))
    limits: tuple[DurationPlan, ...] = ()
    if rng.random() < 0.4:
        limits = (
            _duration(rng, style, True),
            DurationPlan(rng.choice((10, 15, 20, 30)), "minute", "max", in_brackets=style.words_in_brackets),
            DurationPlan(rng.choice((10, 15, 20, 30)), "minute", rng.choice(("max", "exact"))),
        )
    return ServicePlan(
        sphere=sphere,
        benefit=rng.randrange(BENEFITS),
        recipient=rng.randrange(RECIPIENTS),
        to_whom=rng.random() < 0.6,
        provider=rng.randrange(PROVIDERS),
        order=_order(rng, year),
        electronic=electronic,
        paper=paper,
        automation=rng.choice(("full", "partial", None)) if electronic else None,
        result=rng.randrange(3),
        documents_point=rng.choice((4, 9, 9, 9, 10, 13)),
        steps=_steps(rng, style),
        interaction=rng.random() < 0.4,
        intermediary=rng.random() < 0.6,
        portal=portal,
        center_minutes=rng.choice((5, 10, 15, 20)),
        limits=limits,
        diagram=rng.random() < 0.7,
        table_rows=rng.choice((0, 0, 0, 6, 12, 30)),
    )


def _cited(rng: Random, year: int, issuer: int, sphere: int, told: bool) -> ActPlan:
    date = _day(rng, year)
    registration = str(rng.randrange(1000, 5200)) if told else None
    published = date + datetime.timedelta(days=rng.randrange(30, 75)) if told and rng.random() < 0.7 else None
    return ActPlan(issuer, date, _number(rng), sphere, registration, published)


def _rule(rng: Random, day: datetime.date) -> RulePlan:
    form = rng.random()
    if form < 0.7:
        return RulePlan("first_publication", 10)
    if form < 0.85:
        return RulePlan("publication_days", 10)
    if form < 0.95:
        return RulePlan("publication_day", 0, in_force_on_registration=False)
    return RulePlan("date", date=datetime.date(day.year + 1, 1, 1), in_force_on_registration=False)


_OPERATIONS: tuple[Operation, ...] = (
    "replace_whole",
    "replace_words",
    "replace_words",
    "insert_after",
    "append",
    "delete",
)


def _changes(rng: Random) -> tuple[ChangePlan, ...]:
    points = sorted(rng.sample(range(2, 16), rng.randrange(2, 6)))
    changes = []
    for point in points:
        operation = rng.choice(_OPERATIONS)
        words = operation in ("replace_words", "insert_after", "delete")
        changes.append(
            ChangePlan(
                operation,
                point,
                rng.randrange(1, 6) if words and rng.random() < 0.5 else None,
                rng.randrange(CHANGES if words else QUOTED_POINTS),
                words and rng.random() < 0.15,
            )
        )
    return tuple(changes)


LOOK_BACK = 12
"""Among so many acts before it an act looks for one that it may change or repeal."""


def draw(seed: int | str, index: int = 0, kind: Kind | None = None) -> Plan:
    """Return the plan of the act number `index` of a corpus; the same seed and index give the same plan.

    `kind` asks for one kind of act; else the kind is drawn too. An act that changes or repeals another takes one of the
    corpus where a fitting one stands shortly before it, else one that only it knows of.
    """
    plan = _draw_alone(seed, index, kind)
    if plan.kind in ("restate", "amend", "repeal"):
        for before in range(index - 1, max(-1, index - 1 - LOOK_BACK), -1):
            earlier = _draw_alone(seed, before)
            if earlier.kind == "approve_many" and earlier.date < plan.date:
                return _follow(plan, earlier)
    return plan


def _follow(plan: Plan, earlier: Plan) -> Plan:
    """Return the plan as that of an act of the same akimat which changes or repeals an earlier act."""
    published = earlier.registration_date + datetime.timedelta(days=21)
    act = ActPlan(earlier.issuer, earlier.date, earlier.number, earlier.sphere, earlier.registration_number, published)
    repeal = None if plan.repeal is None else replace(plan.repeal, issuer=earlier.issuer, sphere=earlier.sphere)
    plan = replace(plan, issuer=earlier.issuer, sphere=earlier.sphere, repeal=repeal)
    if plan.kind == "repeal":
        return replace(plan, repeals=(act, *(replace(other, issuer=earlier.issuer) for other in plan.repeals[1:])))
    services = tuple(
        replace(new, benefit=old.benefit, recipient=old.recipient, to_whom=old.to_whom)
        for new, old in zip(plan.services, earlier.services, strict=False)
    )
    return replace(plan, amended=act, services=services, amended_service=earlier.services[0])


def _draw_alone(seed: int | str, index: int, kind: Kind | None = None) -> Plan:
    """Return the plan of an act that knows nothing of the others."""
    rng = Random(f"regkb/{seed}/{index}")
    drawn: Kind = rng.choices(tuple(KINDS), tuple(KINDS.values()))[0]
    kind = kind or drawn
    year = rng.randrange(2012, 2021)
    style = _style(rng, year)
    date = _day(rng, year)
    issuer = rng.randrange(ISSUERS)
    sphere = rng.randrange(SPHERES)
    count = {"approve_one": 1, "approve_many": rng.randrange(2, 5), "restate": rng.randrange(1, 4)}.get(kind, 0)
    services: list[ServicePlan] = []
    seen: set[tuple[int, int, bool]] = set()
    while len(services) < count:
        service = _service(rng, style, year, sphere)
        title = (service.benefit, service.recipient if service.to_whom else -1, service.to_whom)
        if title not in seen:
            seen.add(title)
            services.append(service)
    earlier = max(2011, year - rng.randrange(1, 4))
    repeals: tuple[ActPlan, ...] = ()
    if kind == "repeal":
        repeals = tuple(
            _cited(rng, earlier, issuer, rng.randrange(SPHERES), True) for _ in range(rng.choice((1, 1, 3)))
        )
    elif kind.startswith("approve") and rng.random() < 0.5:
        repeals = (_cited(rng, earlier, issuer, sphere, True),)
    repealed = rng.random() < 0.5
    return Plan(
        name=f"{seed}-{index:05d}",
        kind=kind,
        style=style,
        issuer=issuer,
        number=_number(rng),
        date=date,
        registration_date=date + datetime.timedelta(days=rng.randrange(12, 45)),
        registration_number=str(rng.randrange(900, 6400)),
        rule=_rule(rng, date),
        repeal=_cited(rng, min(2021, year + rng.randrange(1, 4)), issuer, sphere, False) if repealed else None,
        repeal_rule=_rule(rng, date),
        head=rng.randrange(PEOPLE),
        deputy=rng.randrange(PEOPLE),
        agreed=rng.random() < 0.1,
        sphere=sphere,
        services=tuple(services),
        amended=_cited(rng, earlier, issuer, sphere, True) if kind in ("restate", "amend") else None,
        amended_service=_service(rng, style, year, sphere) if kind == "amend" else None,
        repeals=repeals,
        changes=_changes(rng) if kind == "amend" else (),
        law=rng.randrange(4),
        wording=rng.randrange(1 << 30),
    )
