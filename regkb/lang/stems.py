"""How the words of a language are cut to a stem for search: what the search index needs to know of a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import regex


@dataclass(frozen=True, slots=True)
class StemRules:
    """Endings, outermost first, and what becomes of the letters that remain.

    `layers` are patterns of one ending each, anchored at the word's end; they are tried in order, `rounds` times over,
    and never leave fewer than `shortest` letters. `tail` is what is cut at last from any word, so that a word whose own
    last letters look like an ending comes out as its forms do. `heads` maps the beginning of a word's forms to its
    stem, both in folded letters, for words that the rules would break; what follows must be made of endings
    (`any_ending`).
    `verb_noun` is what makes a noun of a verb: without it, the rest begins the verb's other forms too.
    `typed` maps letters before the endings are looked for, `fold` letters that writers interchange afterwards, `hard`
    the last letter of a softened stem to the one it has when nothing follows.
    """

    layers: tuple[regex.Pattern[str], ...]
    any_ending: regex.Pattern[str]
    tail: regex.Pattern[str]
    heads: Mapping[str, str]
    typed: Mapping[str, str]
    fold: Mapping[str, str]
    hard: Mapping[str, str]
    verb_noun: regex.Pattern[str] | None
    shortest: int
    rounds: int


def compile_layer(*endings: str) -> regex.Pattern[str]:
    """Return a pattern that finds the longest of the `endings` (patterns themselves) at the end of a word."""
    return regex.compile("(?:" + "|".join(endings) + ")$")


def replace_letters(word: str, letters: Mapping[str, str]) -> str:
    """Return `word` with each letter that `letters` names replaced."""
    return "".join(letters.get(letter, letter) for letter in word)
