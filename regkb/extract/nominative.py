"""Names of bodies and offices from the case in which a sentence has them to the nominative."""

from __future__ import annotations

from functools import lru_cache

import regex

from regkb.lang import words
from regkb.lang.cases import CaseWords, NounRule
from regkb.lang.patterns import compile_any_case
from regkb.schemas.record import Language

LONGEST_NAME = 300
"""Characters: what is longer is no name, and is left as it is."""


@lru_cache(maxsize=4096)
def to_nominative(name: str, language: Language) -> str:
    """Return `name` in the nominative: `Алматы облысы әкімдігінің` → `Алматы облысы әкімдігі`,
    `Шымкентского городского маслихата` → `Шымкентский городской маслихат`. A name whose head is not known, or that
    stands in the nominative already, comes back as it is.
    """
    known: CaseWords = words("cases", language)
    tokens = name.split()
    if not tokens or len(name) > LONGEST_NAME or compile_any_case(known.fixed).match(name):
        return name
    places = [len(tokens) - 1] if known.head_last else range(len(tokens))
    for place in places:
        rule = _rule_for(tokens[place], known)
        if rule is not None:
            head = _whole(rule.pattern).sub(rule.nominative, tokens[place])
            before = [_decline(word, rule.gender, known) for word in tokens[:place]]
            return " ".join([*before, head, *tokens[place + 1 :]])
    return name


def _whole(pattern: str) -> regex.Pattern[str]:
    return compile_any_case(rf"^(?:{pattern})$")


def _rule_for(word: str, known: CaseWords) -> NounRule | None:
    return next((rule for rule in known.nouns if _whole(rule.pattern).match(word)), None)


def _decline(word: str, gender: str, known: CaseWords) -> str:
    """Return an adjective in the nominative of `gender`; a word that is no adjective stays."""
    for pattern, replacement in known.adjectives.get(gender, ()):
        declined, count = _whole(pattern).subn(replacement, word)
        if count:
            return str(declined)
    return word
