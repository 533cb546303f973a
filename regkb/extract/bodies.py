"""The body or the state that issued an act, as a citation names it beside the act."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from regkb.extract.nominative import to_nominative
from regkb.lang import words
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import Language

LONGEST_NAME = 300
"""Characters: a name of a body is not longer."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body: its name in the nominative, and the characters `[start, end)` that name it."""

    name: str
    start: int
    end: int
    is_state: bool


def body_ending_at(text: str, end: int, language: Language) -> Body | None:
    """Return the body whose name ends just before `end`: `… Алматы облысы әкімдігінің|`, `… ҚР Үкіметінің|`.

    A council's session (`мәслихаты XIX сессиясының`) belongs to the place, not to the name.
    """
    return _body(_grammar(language).before.match(text, max(0, end - LONGEST_NAME), end), language)


def body_starting_at(text: str, start: int, language: Language) -> Body | None:
    """Return the body whose name begins at `start`: `|Министра образования и науки Республики Казахстан …`."""
    return _body(_grammar(language).after.match(text, start, start + LONGEST_NAME), language)


def _body(found: regex.Match[str] | None, language: Language) -> Body | None:
    if found is None:
        return None
    known: ReferenceWords = words("references", language)
    if found["lone"]:
        return Body(known.state_name, found.start(), found.end(), is_state=True)
    name = to_nominative(" ".join(found["name"].split()), language)
    return Body(name, found.start(), found.end(), is_state=False)


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The pattern of a name read from its end, and from its beginning."""

    before: regex.Pattern[str]
    after: regex.Pattern[str]


@cache
def _grammar(language: Language) -> _Grammar:
    known: ReferenceWords = words("references", language)
    name = rf"(?:{known.body})"
    return _Grammar(before=regex.compile(rf"(?xr){name}"), after=regex.compile(rf"(?x){name}"))
