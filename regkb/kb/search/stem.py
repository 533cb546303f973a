"""Cutting words to stems, so that a word is found in any of its forms and in the spellings that people type."""

from __future__ import annotations

from functools import cache, lru_cache

from regex import Match

from regkb.lang import words
from regkb.lang.stems import StemRules


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """Return the stem of `word` in `language` (`kk`, `ru`), lower case and in folded letters; figures stay as they are.

    A stem is a key, not a word: `қаулы`, `қаулысымен` and `каулысымен` share one.
    """
    rules: StemRules = words("stems", language)
    typed, fold = _letter_tables(language)
    word = word.lower().translate(typed)
    if not word.isalpha():
        return word
    head = _find_head(word.translate(fold), rules)
    if head is not None:
        return head
    folded = _strip_endings(word, rules).translate(fold)
    return folded[:-1] + rules.hard.get(folded[-1], folded[-1])


@cache
def _letter_tables(language: str) -> tuple[dict[int, str], dict[int, str]]:
    """Return the tables of the letters to replace before and after the endings are cut."""
    rules: StemRules = words("stems", language)
    return str.maketrans(dict(rules.typed)), str.maketrans(dict(rules.fold))


def _find_head(word: str, rules: StemRules) -> str | None:
    """Return the stem of the longest listed beginning of `word` (in folded letters) that only endings follow."""
    for end in range(len(word), 1, -1):
        head = rules.heads.get(word[:end])
        if head is not None and rules.any_ending.fullmatch(word, end):
            return head
    return None


def _strip_endings(word: str, rules: StemRules) -> str:
    """Return `word` without its endings."""
    for _ in range(rules.rounds):
        before = word
        for layer in rules.layers:
            word = _cut(word, layer.search(word), rules.shortest)
        if word == before:
            break
    return _cut(word, rules.tail.search(word), rules.shortest + 1)


def _cut(word: str, match: Match[str] | None, shortest: int) -> str:
    """Return `word` up to the match, or whole where there is none or too little would be left."""
    if match is None or match.start() < shortest:
        return word
    return word[: match.start()]
