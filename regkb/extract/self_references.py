"""The words with which an act speaks of itself or points back: `осы «…» регламенті`, `көрсетілген қаулымен`.

In Russian the title stands behind the noun: `настоящий регламент государственной услуги «…»`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

import regex

from regkb.extract.quotations import quotation_starting_at
from regkb.lang import words
from regkb.lang.nouns import NounForms, noun_pattern, stems_of
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import ActType, Language

Self = Literal["act", "regulation", "point"]


@dataclass(frozen=True, slots=True)
class PointedNoun:
    """The noun after a pointing word: its dictionary form and its ending, and where it stands."""

    noun: str
    ending: str
    is_capital: bool
    start: int
    end: int


def read_self_noun(text: str, at: int, language: Language) -> PointedNoun | None:
    """Return the noun that `осы` (which ends at `at`) points to; its title in quotes may stand before or behind it."""
    grammar = _grammar(language)
    found = grammar.this_noun.match(text, at)
    if found is None:
        opening = at + 1
        closing = quotation_starting_at(text, opening)
        found = grammar.this_noun.match(text, closing) if closing else None
    if found is None:
        return None
    pointed = _pointed(found, grammar)
    between = grammar.before_title.match(text, pointed.end)
    title = quotation_starting_at(text, between.end()) if between else None
    return replace(pointed, end=title) if title else pointed


def read_back_noun(text: str, at: int, language: Language) -> PointedNoun | None:
    """Return the noun for an act that `көрсетілген` (which ends at `at`) points to."""
    grammar = _grammar(language)
    found = grammar.that_noun.match(text, at)
    return _pointed(found, grammar) if found else None


def kind_of_self(noun: str, language: Language) -> Self:
    """Return what speaks where an act says `осы` and the noun."""
    known: ReferenceWords = words("references", language)
    return known.selves[noun]


def type_of(noun: str, language: Language) -> ActType | None:
    """Return the type of act that the noun means; None for a document that acts approve."""
    known: ReferenceWords = words("references", language)
    return known.acts.get(noun)


def _pointed(found: regex.Match[str], grammar: _Grammar) -> PointedNoun:
    written = found["noun"]
    return PointedNoun(
        grammar.nouns[written.lower()], found["ending"], written[0].isupper(), found.start("noun"), found.end()
    )


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language."""

    this_noun: regex.Pattern[str]
    that_noun: regex.Pattern[str]
    before_title: regex.Pattern[str]
    nouns: dict[str, str]


@cache
def _grammar(language: Language) -> _Grammar:
    known: ReferenceWords = words("references", language)
    forms: NounForms = words("nouns", language)

    def after(nouns: list[str]) -> regex.Pattern[str]:
        pattern = rf"(?:\s+{known.between}){{0,6}}+\s+(?P<noun>{noun_pattern(nouns, forms)})(?P<ending>{forms.endings})"
        return regex.compile(pattern, regex.IGNORECASE)

    return _Grammar(
        this_noun=after(list(known.selves)),
        that_noun=after(list(known.acts)),
        before_title=regex.compile(
            "(?!)" if known.noun_last else rf"(?:\s+{known.between}){{0,6}}+\s(?=[«\"“„])", regex.IGNORECASE
        ),
        nouns=stems_of([*known.selves, *known.acts], forms),
    )
