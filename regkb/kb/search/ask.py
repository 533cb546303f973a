"""What a person typed, as terms of the index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from regkb.kb.search.index import TOKEN
from regkb.kb.search.stem import stem
from regkb.lang import words as load_words

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LANGUAGES = ("kk", "ru")
_TOKEN = regex.compile(TOKEN)


LEAST_OF_VERB = 4
"""A verb's beginning of fewer letters would be that of many other words."""
VERB_WEIGHT = 0.5
"""A form of the verb counts half as much as the noun that was asked for."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the index that a word of the question stands for, and how much it counts."""

    number: int
    weight: float


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked for: for each known word its `terms`, every stem to be marked, and the words that no text has."""

    words: tuple[tuple[Term, ...], ...]
    stems: frozenset[str]
    unknown: tuple[str, ...]


def read_question(con: DuckDBPyConnection, words: str) -> Question:
    """Return the terms of the base for the words: in any form, in either language, verbs behind their nouns too."""
    tokens = list(dict.fromkeys(_TOKEN.findall(words.lower())))
    stems = {token: {stem(token, language) for language in LANGUAGES} for token in tokens}
    exact = _find_terms(con, "stem IN (SELECT unnest(?::VARCHAR[]))", sorted(set().union(*stems.values())))
    verbs = {token: _find_verb_forms(con, token, exact) for token in tokens}
    found = {
        token: [Term(exact[key], 1.0) for key in sorted(stems[token]) if key in exact]
        + [Term(number, VERB_WEIGHT) for number in verbs[token].values()]
        for token in tokens
    }
    return Question(
        words=tuple(dict.fromkeys(tuple(terms) for terms in found.values() if terms)),
        stems=frozenset(exact).union(*verbs.values()),
        unknown=tuple(token for token in tokens if not found[token]),
    )


def _find_terms(con: DuckDBPyConnection, condition: str, value: object) -> dict[str, int]:
    """Return the stems of the base for which the condition holds, each with its number."""
    return dict(con.execute(f"SELECT stem, term FROM search_term WHERE {condition} ORDER BY stem", [value]).fetchall())


def _find_verb_forms(con: DuckDBPyConnection, token: str, exact: dict[str, int]) -> dict[str, int]:
    """Return the terms that are forms of the verb of which `token` is the noun, but for those in `exact`."""
    forms: dict[str, int] = {}
    for language in LANGUAGES:
        noun = stem(token, language)
        verb_noun = load_words("stems", language).verb_noun
        ending = verb_noun.search(noun) if verb_noun else None
        if ending and ending.start() >= LEAST_OF_VERB:
            forms |= _find_terms(con, "starts_with(stem, ?)", noun[: ending.start()])
    return {key: number for key, number in forms.items() if key not in exact}


def mark_words(text: str, language: str, stems: frozenset[str]) -> list[tuple[int, int]]:
    """Return where in `text` the words with one of the stems stand, as `[start, end)` in characters."""
    return [match.span() for match in _TOKEN.finditer(text) if stem(match[0], language) in stems]


def suggest_words(con: DuckDBPyConnection, word: str) -> list[str]:
    """Return up to three words of the base that are written nearly like `word`, the likeliest first."""
    from rapidfuzz import fuzz, process

    known = [found for (found,) in con.execute("SELECT DISTINCT word FROM search_word ORDER BY word").fetchall()]
    return [found for found, _, _ in process.extract(word, known, scorer=fuzz.ratio, score_cutoff=75, limit=3)]
