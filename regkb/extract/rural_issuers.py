"""Akims of villages and rural districts, which no table lists: `Үлгі облысы Мысал ауданы Бақ ауылдық округі әкімі`.

What the name says is enough to tell one from another: the district or city, which the table has, and what kind of
place it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from regkb.lang import words
from regkb.lang.issuers import IssuerWords, RuralKind
from regkb.schemas.record import Language


@dataclass(frozen=True, slots=True)
class RuralName:
    """The name of the place as written, what it is, and the words that tell the district or city around it."""

    place: str
    kind: RuralKind
    around: str


def read_rural_name(name: str, language: Language) -> RuralName | None:
    """Return what the name of an akim says of a village or a rural district, `None` where it is no such name."""
    for pattern, kind in _patterns(language):
        found = pattern.fullmatch(name)
        if found is not None:
            return RuralName(found["place"], kind, found["around"])
    return None


@cache
def _patterns(language: Language) -> tuple[tuple[regex.Pattern[str], RuralKind], ...]:
    known: IssuerWords = words("issuers", language)
    return tuple((regex.compile(pattern, regex.IGNORECASE), kind) for pattern, kind in known.rural)
