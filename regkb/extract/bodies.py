"""The body or the state that issued an act, as a citation names it beside the act."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import regex

from regkb.extract.nominative import to_nominative
from regkb.lang import words
from regkb.lang.header import HeaderWords
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


def body_ending_at(text: str, end: int, language: Language) -> Body | None:
    """Return the body whose name ends just before `end`: `… Алматы облысы әкімдігінің|`, `… ҚР Үкіметінің|`.

    A council's session (`мәслихаты XIX сессиясының`) belongs to the place, not to the name.
    """
    return _body(_name(language, "r").match(text, max(0, end - LONGEST_NAME), end), language)


def shared_body_ending_at(text: str, end: int, language: Language) -> Body | None:
    """Return the body that has issued all acts of the noun after it: `… № 7 |Үлгі облысы әкімдігі| қаулыларының`."""
    return _body(_name(language, "r", "shared_body").match(text, max(0, end - LONGEST_NAME), end), language)


def body_starting_at(text: str, start: int, language: Language) -> Body | None:
    """Return the body whose name begins at `start`: `|Министра образования и науки Республики Казахстан …`."""
    return _body(_name(language, "").match(text, start, start + LONGEST_NAME), language)


def _body(found: regex.Match[str] | None, language: Language) -> Body | None:
    if found is None:
        return None
    known: ReferenceWords = words("references", language)
    if found["lone"]:
        return Body(known.state_name, found.start(), found.end())
    name = to_nominative(" ".join(found["name"].split()), language)
    header: HeaderWords = words("header", language)
    if header.capital_issuer:
        name = name[0].upper() + name[1:]
    return Body(name, found.start(), found.end())


@cache
def _name(language: Language, direction: str, kind: Literal["body", "shared_body"] = "body") -> regex.Pattern[str]:
    """Return the pattern of a name, read from its end where `direction` is `r`, else from its beginning."""
    known: ReferenceWords = words("references", language)
    return regex.compile(rf"(?x{direction})(?:{getattr(known, kind)})")
