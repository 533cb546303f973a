"""Lone characters behind a line that was not set letter by letter: the words of a link that was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from regkb.normalize.lines import Token
from regkb.normalize.lookalikes import fold

_TAIL = regex.compile(r"\p{L}{3}")
SPACED_LENGTH = 2.3
"""Words are longer than this on the average, where they were not set letter by letter."""
_GLUED = regex.compile(r"[.,;:)»\"][\p{L}\d]\Z")
_NUMBER_OF_TAIL = regex.compile(r"[№N]\d[\d/-]")


def find_spaced_tail(tokens: Sequence[Token]) -> int:
    """Return the index of the first of the lone characters with which a line ends; how many tokens there are if none.

    So stand the words of a link that was set letter by letter behind a line that was not: `салсын. 1 - т а р м а қ`,
    `тізілімінде  болып тіркелген) № 2 6 0 8`. Three letters are a word, but not `1 и 3`.
    """
    start = len(tokens)
    while start and len(tokens[start - 1].text) == 1:
        start -= 1
    if start == len(tokens):
        return start
    run = "".join(token.text for token in tokens[start:])
    if sum(len(token.text) for token in tokens[:start]) <= SPACED_LENGTH * start:
        return len(tokens)  # all of the line was set apart, though not all its letters were
    before = tokens[start - 1].text[-1]
    return start if _TAIL.search(before + run, 1) or _NUMBER_OF_TAIL.search(before + run) else len(tokens)


def part_tail(
    tokens: Sequence[Token], start: int, vocabulary: Mapping[str, int]
) -> tuple[Sequence[Token], Sequence[Token]]:
    """Return a line and the lone characters behind it, the first of which may be glued to its last word: `Стандарта.п`.

    It belongs to the link where it stands behind punctuation, or where but without it the word is one of the document.
    """
    last, first = tokens[start - 1], tokens[start]
    is_apart = first.start - last.end > 1 or not (last.text[-1].isalnum() and first.text.isalpha())
    if (is_apart and not _GLUED.search(last.text)) or fold(last.text) in vocabulary:
        return tokens[:start], tokens[start:]
    word = fold(last.text[:-1].lstrip('(«"'))
    is_whole = last.end - last.start == len(last.text) > 1
    if not is_whole or (word[-1:].isalnum() and word not in vocabulary):
        return tokens, ()  # бұрыш т а м а: a word that was set apart in part
    plain, glued = last._replace(text=last.text[:-1], end=last.end - 1), Token(last.text[-1], last.end - 1, last.end)
    return (*tokens[: start - 1], plain), (glued, *tokens[start:])
