"""Anchors: the words at which a reference may begin or end, found in a paragraph once.

They are the nouns for acts and documents, the words that point to the speaking act or back to another one, and the
brackets that define a short form.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from regkb.lang import words
from regkb.lang.nouns import NounForms, noun_pattern, stems_of
from regkb.lang.patterns import FoldedPattern, compile_any_case, compile_folded, cut
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import Language


@dataclass(frozen=True, slots=True)
class Anchor:
    """One anchor at `[start, end)`: `this` is `осы`, `that` is `көрсетілген`.

    A noun has its dictionary form and its ending, a bracket that defines a short form what stands `inside`.
    """

    what: Literal["this", "that", "noun", "bracket"]
    start: int
    end: int
    noun: str = ""
    ending: str = ""
    inside: str = ""


def find_anchors(text: str, language: Language, start: int = 0, end: int = sys.maxsize) -> Iterator[Anchor]:
    """Yield the anchors between two places of `text`, from left to right."""
    grammar = _grammar(language)
    for found in grammar.anchor.finditer(text, start, end):
        if found["noun"]:
            yield Anchor("noun", *found.span(), noun=grammar.nouns[found["noun"]], ending=found["ending"])
        elif found["bracket"]:
            yield Anchor("bracket", *found.span(), inside=cut(text, found, "bracket"))
        else:
            yield Anchor("this" if found["this"] else "that", *found.span())


def find_nouns(text: str, language: Language, start: int = 0, end: int = sys.maxsize) -> Iterator[Anchor]:
    """Yield the nouns for acts and documents between two places of `text`, from left to right."""
    return (anchor for anchor in find_anchors(text, language, start, end) if anchor.what == "noun")


def is_plural(noun: Anchor, language: Language) -> bool:
    """Tell whether a noun may stand for several acts."""
    forms: NounForms = words("nouns", language)
    return compile_any_case(forms.plural).match(noun.ending) is not None


def is_nominative(noun: Anchor, language: Language) -> bool:
    """Tell whether a noun stands in the nominative."""
    forms: NounForms = words("nouns", language)
    return compile_any_case(forms.nominative).fullmatch(noun.ending) is not None


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled pattern of a language, and the dictionary form of each stem in it."""

    anchor: FoldedPattern
    nouns: dict[str, str]


@cache
def _grammar(language: Language) -> _Grammar:
    known: ReferenceWords = words("references", language)
    forms: NounForms = words("nouns", language)
    nouns = [*known.acts, *known.documents]
    anchor = rf"""
        (?<![\p{{L}}-]) (?:
            (?P<this>{known.this})(?!\p{{L}})
          | (?P<that>{known.that})(?=\s)
          | (?!{known.not_acts}) (?P<noun>{noun_pattern(nouns, forms)}) (?P<ending>{forms.endings})
        )
        | \((?P<bracket>\s*{known.shortened}[^()]{{1,80}}+)\)"""
    return _Grammar(anchor=compile_folded(anchor, re.VERBOSE), nouns=stems_of(nouns, forms))
