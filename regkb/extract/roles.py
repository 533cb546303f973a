"""Which canonical role a unit, an employee or an actor has: `басшысымен` is the provider's head."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import regex
from rapidfuzz import fuzz, process

from regkb.extract.noun_phrases import Sentence
from regkb.extract.provisions import Provision
from regkb.lang import words
from regkb.lang.actors import Case
from regkb.lang.roles import RoleWords
from regkb.schemas.record import Role

LEAST_SCORE = 60.0
"""Below this likeness (0 to 100) a name tells no role that is known."""
EXACT_SCORE = 100.0
SHORTEST_LIKE = 5
"""A name of fewer letters is like another only where it is the same: `ЭҮШ` is no `ЭҮП`."""
BRACKET = regex.compile(r"\([^()]*\)")
WORD = regex.compile(r"[\p{L}\d]+(?:-[\p{L}\d]+)*")
HEAD_WORDS = 4
KEPT_NAMES = 2_000


def match_role(text: str, language: str, provision: Provision | None = None) -> Role:
    """Return `text` as a role with the canonical role that it is most like and the score of the likeness (0 to 100).

    Both are `None` where nothing known is like it. What follows or precedes the role says whose it is, so one to four
    words from the end of the name where the role stands are compared, with the adjectives before it and without; of
    equal scores, that of more words counts. What stands in brackets tells nothing. Where two that differ are joined
    (`маман немесе орталық қызметкері`), neither is chosen. `provision` is the paragraph that names it.
    """
    name = BRACKET.sub(" ", text)
    canonical, score = (None, None) if _names_two(name, language) else _find_likest(name, language)
    at, index = (provision.path, provision.index) if provision else (None, None)
    return Role(text=text, canonical=canonical, score=score, at=at, index=index)


def split_roles(text: str, language: str) -> list[str]:
    """Return the roles that a conjunction joins in `text`, each as written: `басшы және орындаушы`."""
    joint = _find_joint(text, language)
    if joint is None:
        return [text]
    return [text[: joint.start()].strip(" ,"), *split_roles(text[joint.end() :], language)]


def _names_two(text: str, language: str) -> bool:
    return _find_joint(text, language) is not None


def _find_joint(text: str, language: str) -> regex.Match[str] | None:
    """Return the conjunction that joins two roles that differ; in `бақ және орман бөлімінің маманы` none does."""
    start = 0
    for joint in _joint(language).finditer(text):
        before, after = text[start : joint.start()], text[joint.end() :]
        left, right = _find_likest(before, language)[0], _find_likest(after, language)[0]
        if None not in (left, right) and left != right and _are_alike(before, after, language):
            return joint
        start = joint.end()
    return None


def _are_alike(before: str, after: str, language: str) -> bool:
    """Tell whether a noun that can act stands at the end of both, or in the same case at the head of both."""
    roles: RoleWords = words("roles", language)
    cases = [_cases(part, language) for part in (before, after)]
    if not all(cases):
        return False
    return not roles.role_first or cases[0][0] == cases[1][0]


def _cases(text: str, language: str) -> list[Case]:
    """Return the cases of the nouns that can act; where the role stands last, only that of the last word."""
    roles: RoleWords = words("roles", language)
    tokens = Sentence(text, language).tokens
    return [token.form.case for token in (tokens if roles.role_first else tokens[-1:]) if token.form is not None]


# of one act, and of many, the same few names act in step after step
@lru_cache(maxsize=KEPT_NAMES)
def _find_likest(text: str, language: str) -> tuple[str | None, float | None]:
    """Return the canonical role that a name is most like, and the score."""
    roles: RoleWords = words("roles", language)
    known = _stems(language)
    names = list(known)
    heads = [
        " ".join(stems[:size] if roles.role_first else stems[-size:])
        for stems in _read_stems(text, language)
        for size in range(min(HEAD_WORDS, len(stems)), 0, -1)
    ]
    found = [
        process.extractOne(
            head,
            names,
            scorer=fuzz.token_sort_ratio,
            score_cutoff=LEAST_SCORE if len(head) >= SHORTEST_LIKE else EXACT_SCORE,
        )
        for head in heads
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
def _joint(language: str) -> regex.Pattern[str]:
    roles: RoleWords = words("roles", language)
    return regex.compile(rf"\s(?:{roles.joint})\s", regex.IGNORECASE)


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
