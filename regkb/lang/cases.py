"""What turning a name into the nominative has to know of a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class NounRule:
    """A noun in any case: `pattern` matches the whole word, `nominative` is the replacement, `gender` names a key of
    `CaseWords.adjectives` (empty where adjectives do not decline).
    """

    pattern: str
    nominative: str
    gender: str = ""


@dataclass(frozen=True)
class CaseWords:
    """How the head of a body's name is found and put into the nominative.

    `head_last`: the head is the last word (else the first that a rule knows). `adjectives` gives for a gender the
    endings, as (pattern, replacement), of the words before the head. `fixed` matches names that have no case.
    """

    head_last: bool
    nouns: tuple[NounRule, ...]
    adjectives: Mapping[str, tuple[tuple[str, str], ...]]
    fixed: str
