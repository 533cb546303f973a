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


LEAST_BEGINNING = 4
"""A beginning of fewer letters would be that of many other words."""
RELATED_WEIGHT = 0.5
"""A related word counts half as much as the one that was asked for."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the index that a word of the question stands for, and how much it counts."""

    number: int
    weight: float


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked for: for each known word its `terms`, by language the stems to mark, and the words no text has."""

    words: tuple[tuple[Term, ...], ...]
    stems: dict[str, frozenset[str]]
    unknown: tuple[str, ...]


def read_question(con: DuckDBPyConnection, words: str) -> Question:
    """Return the terms of the base for the words: in any form and in either language.

    Of a noun made of a verb, the verb's forms are meant too; of a word that no text has, the words that begin with it.
    """
    tokens = list(dict.fromkeys(_TOKEN.findall(words.lower())))
    found: dict[str, list[Term]] = {token: [] for token in tokens}
    stems: dict[str, frozenset[str]] = {}
    for language in LANGUAGES:
        exact = _find_terms(con, language, "stem IN (SELECT unnest(?::VARCHAR[]))", _list_stems(tokens, language))
        marked = set(exact)
        for token in tokens:
            noun = stem(token, language)
            related = _find_related(con, language, noun, noun in exact)
            marked |= related.keys()
            found[token] += [Term(exact[noun], 1.0)] if noun in exact else []
            found[token] += [Term(number, RELATED_WEIGHT) for form, number in related.items() if form not in exact]
        stems[language] = frozenset(marked)
    return Question(
        words=tuple(dict.fromkeys(tuple(terms) for terms in found.values() if terms)),
        stems=stems,
        unknown=tuple(token for token in tokens if not found[token]),
    )


def _list_stems(tokens: list[str], language: str) -> list[str]:
    return sorted({stem(token, language) for token in tokens})


def _find_terms(con: DuckDBPyConnection, language: str, condition: str, value: object) -> dict[str, int]:
    """Return the stems of the language for which the condition holds, each with the number of its term."""
    query = f"SELECT stem, term FROM search_term WHERE language = ? AND {condition} ORDER BY stem"
    return dict(con.execute(query, [language, value]).fetchall())


def _find_related(con: DuckDBPyConnection, language: str, noun: str, is_known: bool) -> dict[str, int]:
    """Return the terms that begin as the verb behind the stem `noun` does, or, where it is not known, as it does."""
    verb_noun = load_words("stems", language).verb_noun
    ending = verb_noun.search(noun) if verb_noun else None
    beginning = noun[: ending.start()] if ending else "" if is_known else noun
    if len(beginning) < LEAST_BEGINNING or not beginning.isalpha():
        return {}
    return _find_terms(con, language, "starts_with(stem, ?)", beginning)


def mark_words(text: str, language: str, stems: frozenset[str]) -> list[tuple[int, int]]:
    """Return where in `text` the words with one of the stems stand, as `[start, end)` in characters."""
    return [match.span() for match in _TOKEN.finditer(text) if stem(match[0], language) in stems]


def suggest_words(con: DuckDBPyConnection, word: str) -> list[str]:
    """Return up to three words of the base that are written nearly like `word`, the likeliest first."""
    from rapidfuzz import fuzz, process

    known = [found for (found,) in con.execute("SELECT DISTINCT word FROM search_word ORDER BY word").fetchall()]
    return [found for found, _, _ in process.extract(word, known, scorer=fuzz.ratio, score_cutoff=75, limit=3)]
