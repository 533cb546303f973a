"""What a person typed, as terms of the index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from regkb.kb.search.index import TOKEN
from regkb.kb.search.stem import stem
from regkb.lang import LANGUAGES
from regkb.lang import words as load_words

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TOKEN = regex.compile(TOKEN)


LEAST_BEGINNING = 4
"""A beginning of fewer letters would be that of many other words."""
RELATED_WEIGHT = 0.5
"""A related word counts half as much as the one that was asked for."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the index that a word of the question stands for, in texts of its language, and how much it counts."""

    number: int
    language: str
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
    nouns: dict[tuple[str, str], str] = {(token, one): stem(token, one) for token in tokens for one in LANGUAGES}
    terms = _find_terms(con, nouns)
    found: dict[str, list[Term]] = {token: [] for token in tokens}
    marked: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for (token, language), noun in nouns.items():
        known = terms[language]
        exact = {noun} & known.keys()
        beginning = _beginning_of(noun, language, bool(exact))
        related = {form for form in known if beginning and form.startswith(beginning)}
        marked[language] |= exact | related
        found[token] += [Term(known[form], language, 1.0) for form in exact]
        asked = {nouns[other, language] for other in tokens}
        found[token] += [Term(known[form], language, RELATED_WEIGHT) for form in sorted(related - asked)]
    return Question(
        words=tuple(dict.fromkeys(tuple(terms) for terms in found.values() if terms)),
        stems={language: frozenset(forms) for language, forms in marked.items()},
        unknown=tuple(token for token in tokens if not found[token]),
    )


def _find_terms(con: DuckDBPyConnection, nouns: dict[tuple[str, str], str]) -> dict[str, dict[str, int]]:
    """Return, by language, the stems of the base that are asked for or may be related to them, with their terms.

    All in one statement: the engine takes longer to plan one than to look through the terms.
    """
    conditions: list[str] = []
    values: list[str] = []
    for (_, language), noun in nouns.items():
        beginnings = {_beginning_of(noun, language, is_known) for is_known in (True, False)} - {""}
        conditions.append(f"language = ? AND (stem = ?{' OR starts_with(stem, ?)' * len(beginnings)})")
        values += [language, noun, *beginnings]
    found: dict[str, dict[str, int]] = {language: {} for language in LANGUAGES}
    if conditions:
        query = f"SELECT language, stem, term FROM search_term WHERE ({') OR ('.join(conditions)})"
        for language, form, term in con.execute(query, values).fetchall():
            found[language][form] = term
    return found


def _beginning_of(noun: str, language: str, is_known: bool) -> str:
    """Return how the terms begin that are related to the stem `noun`; empty where none are.

    They begin as its verb does or, where no text has the noun, as that does.
    """
    verb_noun = load_words("stems", language).verb_noun
    ending = verb_noun.search(noun) if verb_noun else None
    beginning = noun[: ending.start()] if ending else "" if is_known else noun
    return beginning if len(beginning) >= LEAST_BEGINNING and beginning.isalpha() else ""


def mark_words(text: str, language: str, stems: frozenset[str]) -> list[tuple[int, int]]:
    """Return where in `text` the words with one of the stems stand, as `[start, end)` in characters."""
    return [match.span() for match in _TOKEN.finditer(text) if stem(match[0], language) in stems]


def suggest_words(con: DuckDBPyConnection, word: str) -> list[str]:
    """Return up to three words of the base that are written nearly like `word`, the likeliest first."""
    from rapidfuzz import fuzz, process

    known = [found for (found,) in con.execute("SELECT DISTINCT word FROM search_word ORDER BY word").fetchall()]
    return [found for found, _, _ in process.extract(word, known, scorer=fuzz.ratio, score_cutoff=75, limit=3)]
