"""What letters do alone, so that pieces of letter-spaced words are told from words: the topic `spelling`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpellingWords:
    """Small letters and words in small letters.

    `lone_words` are the letters that are words by themselves. `set_apart` are the letters that an export may part from
    the rest of their word, because they come from another font: pieces of words begin with them. `short_words` are
    frequent words that are as short as pieces. `vowels` do not follow each other where pieces are joined.
    """

    lone_words: frozenset[str]
    set_apart: frozenset[str]
    short_words: frozenset[str]
    vowels: frozenset[str]
