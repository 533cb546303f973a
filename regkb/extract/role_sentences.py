"""Who takes part in a service, named in a sentence without a list: `участвуют сотрудник канцелярии и специалист`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from regkb.extract.listings import Point, strip_number
from regkb.extract.noun_phrases import Sentence
from regkb.extract.roles import match_role, split_roles
from regkb.lang import words
from regkb.lang.procedures import ProcedureWords
from regkb.schemas.record import Role

_LEAST_SCORE = 80.0
_BORDER = regex.compile(r",\s+(?![^()]{0,500}+\))")


def read_role_sentences(points: Sequence[Point], language: str) -> Iterator[Role]:
    """Yield the roles that sentences name, where each of two names or more is like a known role."""
    for point in points:
        for paragraph in point.paragraphs:
            found = _sentence(language).match(strip_number(paragraph.text).strip())
            if not found or has_finite_verb(found["names"], language):
                continue
            parts = _BORDER.split(found["names"].strip())
            roles = [match_role(name, language, paragraph) for part in parts for name in split_roles(part, language)]
            if len(roles) > 1 and all((role.score or 0) >= _LEAST_SCORE for role in roles):
                yield from roles


def has_finite_verb(text: str, language: str) -> bool:
    """Tell whether a text says what is done: `маман құжаттарды тексереді` is no name."""
    sentence = Sentence(text, language)
    return any(sentence.fits(sentence.grammar.finite, place) for place in range(len(sentence.tokens)))


@cache
def _sentence(language: str) -> regex.Pattern[str]:
    known: ProcedureWords = words("procedures", language)
    return regex.compile(known.taking_part, regex.IGNORECASE)
