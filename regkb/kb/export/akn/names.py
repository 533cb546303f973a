"""Names: IRIs of the work, its expression and its file, and eIds of provisions."""

from __future__ import annotations

import regex

from regkb.schemas.record import Act

LANGUAGES = {"kk": "kaz", "ru": "rus"}
UNKNOWN_DATE = "0001-01-01"
"""Stands where a date is required and none is known."""

ABBREVIATIONS = {
    "annex": "att",
    "section": "sec",
    "point": "para",
    "subpoint": "subpara",
    "p": "al",
    "table": "al",
    "quote": "al",
}
"""Segment of a path → abbreviation of the naming convention for the element that it becomes.

A `тармақ` is a paragraph, a `тармақша` a subparagraph; what has no number, a table or quoted wording is an alinea.
"""

_NOT_IN_AN_ID = regex.compile(r"[^\p{L}\p{N}.-]+")


def name_expression(act: Act) -> str:
    """Return the IRI of the act's text in its language: `/akn/…/275/kaz@2016-06-02`."""
    return f"{act.id}/{LANGUAGES[act.language]}@{date_of(act) if act.date else ''}"


def date_of(act: Act) -> str:
    """Return the day of adoption, or what stands for it."""
    return act.date.isoformat() if act.date else UNKNOWN_DATE


def make_eid(path: str) -> str:
    """Return the eId of the provision at a path: `annex:1/section:2/point:5` → `att_1__sec_2__para_5`."""
    return "__".join(_name_segment(segment) for segment in path.split("/"))


def _name_segment(segment: str) -> str:
    kind, _, number = segment.partition(":")
    number = _NOT_IN_AN_ID.sub("-", number).strip("-")
    name = ABBREVIATIONS.get(kind, kind)
    return f"{name}_{number}" if number else name
