"""Which canonical role a unit, an employee or an actor has: `басшысымен` is the provider's head."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import regex
from rapidfuzz import fuzz, process

from regkb.lang import words
from regkb.lang.roles import RoleWords
from regkb.schemas.record import Role

LEAST_SCORE = 60.0
"""Below this likeness (0 to 100) a name tells no role that is known."""
WORD = regex.compile(r"[\p{L}\d]+(?:-[\p{L}\d]+)*")
HEAD_WORDS = 4
KEPT_NAMES = 2_000


def match_role(text: str, language: str, at: str | None = None) -> Role:
    """Return `text` as a role with the canonical role that it is most like and the score of the likeness (0 to 100).

    Both are `None` where nothing known is like it. What follows or precedes the role says whose it is, so one to four
    words from the end of the name where the role stands are compared, with the adjectives before it and without; of
    equal scores, that of more words counts. `at` is the path of the paragraph that names it.
    """
    canonical, score = _find_likest(text, language)
    return Role(text=text, canonical=canonical, score=score, at=at)


# of one act, and of many, the same few names act in step after step
@lru_cache(maxsize=KEPT_NAMES)
def _find_likest(text: str, language: str) -> tuple[str | None, float | None]:
    """Return the canonical role that a name is most like, and the score."""
    roles: RoleWords = words("roles", language)
    known = _stems(language)
    names = list(known)
    found = [
        process.extractOne(
            " ".join(stems[:size] if roles.role_first else stems[-size:]),
            names,
            scorer=fuzz.token_sort_ratio,
            score_cutoff=LEAST_SCORE,
        )
        for stems in _read_stems(text, language)
        for size in range(min(HEAD_WORDS, len(stems)), 0, -1)
    ]
    best = max((match for match in found if match is not None), key=lambda match: match[1], default=None)
    return (known[best[0]], round(best[1], 1)) if best else (None, None)


def _read_stems(text: str, language: str) -> Iterator[list[str]]:
    """Yield the stems of a name, then those without its first adjective, without its first two, and so on."""
    yield reduce_to_stems(text, language).split()
    while (leading := _leading(language).match(text)) is not None:
        text = text[leading.end() :]
        yield reduce_to_stems(text, language).split()


def reduce_to_stems(text: str, language: str) -> str:
    """Return the words of `text`, lower case, without their case endings and without the words that tell no role."""
    # the stems of search are shorter and their letters folded: with them a tenth more of other words is like some role
    roles: RoleWords = words("roles", language)
    ending = _ending(language)
    stems = []
    for word in WORD.findall(text.lower()):
        if word not in roles.ignored:
            stem = ending.sub("", word, count=1)
            stems.append(stem[:-1] + roles.hard.get(stem[-1], stem[-1]))
    return " ".join(stem for stem in stems if stem not in roles.ignored)


@cache
def _leading(language: str) -> regex.Pattern[str]:
    roles: RoleWords = words("roles", language)
    return regex.compile(rf"\s*(?:{roles.leading})\s+(?=\p{{L}})", regex.IGNORECASE)


@cache
def _ending(language: str) -> regex.Pattern[str]:
    roles: RoleWords = words("roles", language)
    return regex.compile(rf"(?<=\p{{L}}{{{roles.shortest_stem}}})(?!$){roles.ending}$")


@cache
def _stems(language: str) -> dict[str, str]:
    """Return the usual names of all roles, as stems, each with its role."""
    roles: RoleWords = words("roles", language)
    names = (
        (reduce_to_stems(name, language) or name, role) for role, names in roles.canonical.items() for name in names
    )
    return dict(reversed(list(names)))
