"""How nouns change: what a language's extractors need to find a noun in all its forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import regex


@dataclass(frozen=True, slots=True)
class NounForms:
    """The endings of nouns as patterns, and how the last letter of a stem changes before them.

    `endings` matches every ending, the empty one included; `plural`, `genitive` and `nominative` match whole endings
    of that kind, `closed` those of the cases after which no part of the thing is named (`қаулысымен 1 қосымша`);
    `softening` maps the last letters of a dictionary form to what becomes of them before endings, in Kazakh a soft
    consonant (`бұйрық`, `бұйрығы`), in Russian nothing (`постановление`, `постановления`).
    """

    endings: str
    plural: str
    genitive: str
    nominative: str
    closed: str
    softening: Mapping[str, str]


def noun_pattern(nouns: Iterable[str], forms: NounForms) -> str:
    """Return a pattern that matches the stems of `nouns` (dictionary forms), longest first, without their endings."""
    stems = sorted(stems_of(nouns, forms), key=len, reverse=True)
    return "(?:" + "|".join(regex.escape(stem, literal_spaces=True).replace(" ", r"\s") for stem in stems) + ")"


def stems_of(nouns: Iterable[str], forms: NounForms) -> dict[str, str]:
    """Return each stem that the `nouns` have before their endings, with the noun: `бұйрығ` → `бұйрық`."""
    stems: dict[str, str] = {}
    for noun in nouns:
        stems[noun] = noun
        for last, soft in forms.softening.items():
            if noun.endswith(last):
                stems[noun.removesuffix(last) + soft] = noun
    return stems
