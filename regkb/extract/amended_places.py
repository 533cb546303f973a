"""The places of a text that an instruction changes, those that were opened above it taken in: `5-тармақта: | 1) …`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from regkb.extract.instruction_clauses import Clause
from regkb.extract.locators import find_places, place_inside
from regkb.lang import words
from regkb.lang.amendments import AmendmentWords
from regkb.lang.patterns import compile_any_case
from regkb.schemas.record import Language, Locator


def place_clause(clause: Clause, around: Locator | None, language: Language) -> list[Locator | None]:
    """Return the places that a clause changes; none where that has no locator: a title, a preamble, a chapter."""
    if _names_no_place(clause.before, language) or _names_chapter(clause.before + clause.behind, language):
        return []
    locators = read_locators(clause.before, around, language)
    if find_places(clause.behind, language):  # пункт 5 дополнить абзацем вторым
        return read_locators(clause.behind, locators[-1], language)
    return locators


def read_locators(plain: str, around: Locator | None, language: Language) -> list[Locator | None]:
    """Return the places that the words name, the later ones inside the earlier ones; none: the place around."""
    runs = find_places(plain, language)
    if not runs:
        return [around]
    *outer, last = runs
    for run in outer:
        around = place_inside(run[-1].locator, around)
    return [place_inside(place.locator, around) for place in last]


def _names_no_place(plain: str, language: Language) -> bool:
    """Tell whether a clause changes what has no locator: `5-тармақтың | тақырыбы …`, but not the text as well."""
    grammar = _grammar(language)
    unplaced = grammar.unplaced.search(plain)
    if unplaced is None or grammar.whole_text.search(plain):
        return False
    return not find_places(plain[unplaced.end() :], language)


def _names_chapter(plain: str, language: Language) -> bool:
    """Tell whether a clause changes a whole chapter, which no locator names: `3-тарау алып тасталсын`."""
    if _grammar(language).chapter.search(plain) is None:
        return False
    return all(place.locator == Locator() for run in find_places(plain, language) for place in run)


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language."""

    unplaced: regex.Pattern[str]
    chapter: regex.Pattern[str]
    whole_text: regex.Pattern[str]


@cache
def _grammar(language: Language) -> _Grammar:
    known: AmendmentWords = words("amendments", language)
    return _Grammar(
        unplaced=compile_any_case(rf"(?<!\p{{L}})(?:{known.unplaced})\p{{L}}*"),
        chapter=compile_any_case(rf"(?<!\p{{L}})(?:{known.chapter})\p{{L}}*"),
        whole_text=compile_any_case(rf"(?<!\p{{L}})(?:{known.whole_text})\p{{L}}*"),
    )
