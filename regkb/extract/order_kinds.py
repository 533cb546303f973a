"""The kinds of an order, told by its verb: it approves, amends (restating included) or repeals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex

from regkb.lang import words
from regkb.lang.actions import ActionWords
from regkb.lang.patterns import FoldedPattern, compile_any_case, compile_folded
from regkb.repeats import read_once
from regkb.schemas.record import Language

Kind = Literal["approve", "amend", "repeal"]


@read_once
def read_kind(text: str, language: Language) -> Kind | None:
    """Return the kind of order whose verb `text` holds."""
    grammar = _grammar(language)
    if grammar.repeal.search(text):
        return "repeal"
    if grammar.amend.search(text):
        return "amend"
    if grammar.approve.search(text):
        return "amend" if grammar.restate.search(text) else "approve"
    return None


def find_approving_verb(text: str, language: Language, start: int = 0) -> regex.Match[str] | None:
    """Return the first verb in `text` from `start` on that approves something."""
    return _grammar(language).approve.search(text, start)


def may_amend_no_act(text: str, language: Language) -> bool:
    """Tell whether the verb that amends may be of records or things: `облыстық бюджетке ауыстырылсын`."""
    return _grammar(language).amend_other.search(text) is not None


def ends_with_order(text: str, language: Language) -> bool:
    """Tell whether `text` ends with a verb that orders something: `… бекітіл|сін;`."""
    return _grammar(language).ordered.search(text) is not None


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language."""

    approve: regex.Pattern[str]
    restate: FoldedPattern
    amend: FoldedPattern
    amend_other: FoldedPattern
    repeal: regex.Pattern[str]
    ordered: regex.Pattern[str]


@cache
def _grammar(language: Language) -> _Grammar:
    known: ActionWords = words("actions", language)
    return _Grammar(
        approve=compile_any_case(rf"(?<!\p{{L}})(?:{known.approve})(?!\p{{L}})"),
        restate=compile_folded(known.restate),
        amend=compile_folded(known.amend),
        amend_other=compile_folded(known.amend_other),
        repeal=compile_any_case(known.repeal),
        ordered=compile_any_case(rf"(?:{known.order})[\s;,]*$"),
    )
