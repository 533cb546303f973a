"""What a language must bring to put a plan into words."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from corpus.phrase import Length
from corpus.plan import DurationPlan
from regkb.schemas.record import Language

DateForm = Literal["of", "on", "in_year", "from", "dotted", "quoted"]
"""2016 жылғы 2 маусымдағы; 2016 жылғы 2 маусымда; 2016 жылы 2 маусымда; 2016 жылғы 2 маусымнан; 02.06.2016;
2016 жылғы "2" маусым."""


@dataclass(frozen=True)
class Issuer:
    """An akimat: its name as the record has it, the forms that sentences need, and who registers and signs its acts."""

    name: str
    genitive: str
    itself: str
    head: str
    head_genitive: str
    authority: str
    authority_at: str


@dataclass(frozen=True)
class Person:
    """An invented official."""

    name: str
    charged: str
    """The form in `… орынбасары {charged} жүктелсін`."""


@dataclass(frozen=True)
class Named:
    """A word group in the forms that sentences need."""

    nominative: str
    genitive: str
    instrumental: str


@dataclass(frozen=True)
class Action:
    """What a step does: as a noun phrase, as a predicate, as something that the doer possesses; and its result."""

    nominal: str
    finite: str
    possessive: str
    result: str


@dataclass(frozen=True)
class LabelledStep:
    """A step of an information system, with its inner number's kind."""

    kind: Literal["action", "process", "condition"]
    text: str
    actor: bool = False


@dataclass(frozen=True)
class Law:
    """A law of the Republic that preambles cite."""

    title: str
    date: datetime.date
    article: str
    point: str | None = None


@dataclass(frozen=True)
class Effect:
    """Words for when something takes effect: the rule itself, and the point of an act that states it."""

    rule: str
    point: str


@dataclass(frozen=True)
class Change:
    """Words that an amendment exchanges."""

    old: str
    new: str


@dataclass(frozen=True)
class ProcessWords:
    """The section headings and introductions of one year's word for what is done."""

    headings: tuple[str, str, str, str]
    heading_without_center: str
    basis: tuple[str, ...]
    steps: tuple[str, ...]
    results: str
    roles: tuple[str, ...]
    interaction: str
    by_annex: str
    duration: str
    process: str
    condition: str


@dataclass(frozen=True)
class CenterWords:
    """The one-stop shop of the year: the State Corporation, before it the public service centres."""

    name: str
    defined: str
    application: str
    intro: str
    worker: str
    steps: tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Wording:
    """The templates and tables of one language; a tuple of templates is a choice among equals."""

    language: Language
    say_date: Callable[[datetime.date, DateForm, bool], str]
    say_length: Callable[[DurationPlan], Length]
    republic: str
    issuers: tuple[Issuer, ...]
    people: tuple[Person, ...]
    ministries: tuple[Named, ...]
    acting_ministries: tuple[Named, ...]
    newspapers: tuple[str, str]
    departments: tuple[str, ...]
    department_heads: tuple[str, ...]
    laws: tuple[Law, ...]
    spheres: tuple[str, ...]
    benefits: tuple[str, ...]
    recipients: tuple[str, ...]
    service_title: str
    service_title_to: str
    recipient_group: str
    providers: tuple[Named, ...]
    roles: tuple[Named, ...]
    actions: tuple[Action, ...]
    branches: tuple[str, str]
    applicant: str
    # the act itself
    act_words: dict[str, str]
    many_title: str
    one_title: str
    restate_title: str
    amend_title: str
    repeal_title: str
    repeal_many_title: str
    status_repealed: str
    status_in_force: tuple[str, ...]
    info: tuple[str, ...]
    info_repeal: str
    note: tuple[str, ...]
    editor_notes: tuple[str, ...]
    effects: dict[str, tuple[Effect, ...]]
    in_force: str
    effect_both: str
    effect_alone: str
    selves: dict[str, str]
    """This act in the forms that sentences need: of, acc, nom; with a capital: Of, Nom; `same`: the act just named."""
    annex_of_act: dict[str, str]
    this_regulation: str
    own_point: str
    own_annex: str
    standard_point: dict[str, str]
    standard_annex: str
    alias: str
    places: dict[str, dict[str, str]]
    """Points and annexes as locators: `places["to"]["hyphen"]` is `[[{number}-тармағына]]`."""
    order_title: str
    preamble: tuple[str, ...]
    preamble_shared: tuple[str, ...]
    law: tuple[str, ...]
    law_without_point: tuple[str, ...]
    shared_law: tuple[str, str]
    order: tuple[str, ...]
    order_in_preamble: tuple[str, ...]
    registered: str
    act_cite: tuple[str, ...]
    act_cite_told: tuple[str, ...]
    act_registered: str
    act_registered_published: str
    approve_one: tuple[str, ...]
    approve_many: tuple[tuple[str, str, str], ...]
    restate: tuple[str, ...]
    restate_one: tuple[str, ...]
    amend: tuple[str, ...]
    amend_one: dict[str, tuple[str, ...]]
    amend_place: tuple[str, str]
    only_russian: str
    appended: tuple[str, ...]
    quoted_points: tuple[str, ...]
    changes: tuple[Change, ...]
    repeal: tuple[str, ...]
    repeal_many: tuple[str, str]
    duties: tuple[str, ...]
    duties_listed: tuple[str, tuple[str, ...]]
    control: tuple[str, ...]
    agreed: tuple[str, str, str]
    """Who endorsed: the word for it, the position, the name."""
    # annexes
    annex: dict[str, str]
    annex_alone: str
    stamps: dict[str, str]
    annexed_stamps: tuple[str, ...]
    """The stamps that name the annex together with the act."""
    stamp_second: str
    regulation_title: tuple[str, ...]
    chapter: str
    service_one: tuple[str, ...]
    standard: tuple[str, ...]
    service_two: tuple[tuple[str, str], ...]
    service_two_free: tuple[str, ...]
    accepting: tuple[tuple[str, str, str, str], ...]
    form: tuple[str, ...]
    forms: dict[tuple[bool, bool, str | None], str]
    result: tuple[str, ...]
    results: tuple[str, ...]
    result_form: str
    process: dict[str, ProcessWords]
    sentence: str
    possession: str
    agency: str
    label: str
    frames: dict[str, str]
    outcome: str
    center: tuple[CenterWords, CenterWords]
    limits: tuple[str, tuple[str, str, str]]
    longest: str
    portal_plain: tuple[str, tuple[str, ...]]
    portal_labelled: tuple[str, tuple[LabelledStep, ...]]
    annex_of_regulation: str
    annex_label: str
    annex_label_numbered: str
    diagram: str
    legend: str
    table_title: str
    table_head: tuple[str, ...]
