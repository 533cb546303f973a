"""Words for the places inside an act: articles, points, subpoints, paragraphs, annexes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LocatorWords:
    """What a locator is made of.

    `parts` maps a noun (dictionary form) to its key in the record's locator, or to None where the record has no key
    for it (chapters, sections). `unnumbered` are the keys that count without a number (`қосымшасына`). `lists` are
    the words and marks that join numbers of one list (a pattern), `ranges` those between the ends of a range, and
    `ordinal_marks` what may be written after a figure to make it an ordinal (`2-ші`). `ordinals` maps an ordinal
    in words to its value. `parts_first` tells the order: False for `9-тармағына`, True for `пункту 9`. Where places
    stand before the noun of what they lie in, `before_whole` matches what is between (`приложению 1 | к | Стандарту`).
    `short` are shortened nouns (a pattern: `ст\\.`), what must follow them (a pattern), and the noun that each is.
    """

    parts: Mapping[str, str | None]
    unnumbered: frozenset[str]
    lists: str
    ranges: str
    ordinal_marks: str
    ordinals: Mapping[str, int]
    parts_first: bool
    before_whole: str
    short: tuple[tuple[str, str, str], ...] = ()
