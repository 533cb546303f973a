"""Letter-spacing undone: `ө т к е н  с о ң`, `көрсет ілет ін  қызметт і  берушін ің`.

A justified last line comes out of the export with a blank between any two letters and two between words. Where only
some glyphs were set apart (those of `і`, which come from another font), the pieces must be matched with what can be a
word: the vocabulary of the document first, then the shape of a word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import regex

from regkb.lang import words
from regkb.lang.spelling import SpellingWords
from regkb.normalize.lines import Token
from regkb.normalize.lookalikes import map_lookalikes

_LETTERS = regex.compile(r"\p{L}+")
_PIECE = regex.compile(r"^[(«\"]*(?P<letters>\p{L}+)[)»\",.;:!?]*$")
_CLOSING = regex.compile(r"^[,.;:)»!?]+$")
_OPENING = regex.compile(r"^[(«]+$")
_SHORT = 3
_LONGEST_JOIN = 6


def is_letter_spaced(tokens: Sequence[Token]) -> bool:
    """Tell whether nearly all tokens of a line are lone characters, letters among them: `3 0  к ү н н е н`."""
    lone = sum(len(t.text) == 1 for t in tokens)
    letters = sum(len(t.text) == 1 and t.text.isalpha() for t in tokens)
    return letters >= 2 and lone >= 3 and lone >= 0.8 * len(tokens)


def join_spaced_letters(tokens: Sequence[Token], vocabulary: Mapping[str, int], language: str) -> tuple[Token, ...]:
    """Return the tokens of one line with letter-spaced words made whole.

    `vocabulary` counts the document's words, in small letters with look-alikes mapped. Every character stays, in its
    order; only blanks go.
    """
    chunks = _split_at_wide_blanks(tokens)
    if is_letter_spaced(tokens):
        return tuple(_merge(part) for chunk in chunks for part in _split_spaced_chunk(chunk))
    joined: list[Token] = []
    spelling: SpellingWords = words("spelling", language)
    for chunk in chunks:
        joined += _join_chunk(chunk, vocabulary, spelling, damaged=len(chunks) > 1)
    return tuple(joined)


def _split_at_wide_blanks(tokens: Sequence[Token]) -> list[list[Token]]:
    chunks: list[list[Token]] = []
    for i, token in enumerate(tokens):
        if i == 0 or token.start - tokens[i - 1].end >= 2:
            chunks.append([])
        chunks[-1].append(token)
    return chunks


def _split_spaced_chunk(chunk: list[Token]) -> list[list[Token]]:
    """Cut a chunk of a letter-spaced line where a whole word stands in it: `психологиялық-медициналық комиссия`."""
    parts: list[list[Token]] = []
    whole = True
    for token in chunk:
        is_whole = len(token.text) > 1 and _LETTERS.search(token.text) is not None and len(token.text) > _SHORT
        if is_whole or whole:
            parts.append([])
        parts[-1].append(token)
        whole = is_whole
    return parts


def _merge(tokens: Sequence[Token]) -> Token:
    return Token("".join(t.text for t in tokens), tokens[0].start, tokens[-1].end, tokens[0].spaced)


def _join_chunk(
    chunk: list[Token], vocabulary: Mapping[str, int], spelling: SpellingWords, damaged: bool
) -> list[Token]:
    """Join the pieces of a chunk that single blanks part, where they are no words by themselves."""
    if len(chunk) == 1:
        return chunk
    result: list[Token] = []
    i = 0
    while i < len(chunk):
        run = _spaced_run(chunk, i)
        if run > i + 2:
            result.append(_merge(chunk[i:run]))
            i = run
        else:
            result.append(chunk[i])
            i += 1
    strength = [_fragment_strength(t, vocabulary, spelling) for t in result]
    set_apart = damaged or any(_CLOSING.match(t.text) for t in result)
    if 2 in strength or (set_apart and 1 in strength):
        result = _best_grouping(result, [bool(s) for s in strength], vocabulary, spelling)
        damaged = True
    return _attach_punctuation(result) if damaged else result


def _spaced_run(chunk: list[Token], start: int) -> int:
    """Return the end of the run of lone letters that begins at `start`: `М е к т е п`."""
    end = start
    while end < len(chunk) and len(chunk[end].text) == 1 and chunk[end].text.isalpha():
        end += 1
    return end


def _fragment_strength(token: Token, vocabulary: Mapping[str, int], spelling: SpellingWords) -> int:
    """Return 2 where a token can only be a piece of a word, 1 where it may be one, 0 where it is none.

    Pieces begin at a letter that was set apart, or are a lone letter that is no word.
    """
    match = _PIECE.match(token.text)
    if match is None:
        return 0
    letters = _fold(match["letters"])
    if len(letters) == 1:
        return 0 if letters in spelling.lone_words else 2 if letters in spelling.set_apart else 1
    if letters[0] not in spelling.set_apart or letters in vocabulary:
        return 0
    return 2 if len(letters) <= _SHORT and letters not in spelling.short_words else 1


def _fold(letters: str) -> str:
    return map_lookalikes(letters).lower().replace("i", "і")


def _best_grouping(
    tokens: list[Token], fragment: list[bool], vocabulary: Mapping[str, int], spelling: SpellingWords
) -> list[Token]:
    """Group pieces into words so that the words are as likely as can be; ties keep the blanks.

    `fragment` tells which tokens may be pieces: only beside them is a blank in doubt.
    """
    count = len(tokens)
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * count
    for end in range(1, count + 1):
        for start in range(end - 1, max(-1, end - 1 - _LONGEST_JOIN), -1):
            if end - start > 1 and not _may_join(tokens, fragment, start, spelling):
                break
            cost = best[start][0] + _word_cost("".join(t.text for t in tokens[start:end]), vocabulary, spelling)
            if cost < best[end][0]:
                best[end] = (cost, start)
    groups: list[Token] = []
    end = count
    while end:
        start = best[end][1]
        groups.append(_merge(tokens[start:end]))
        end = start
    return groups[::-1]


def _may_join(tokens: list[Token], fragment: list[bool], i: int, spelling: SpellingWords) -> bool:
    """Tell whether token `i` and the next may be one word: letter to letter, no capital inside, no two vowels."""
    left, right = tokens[i].text[-1], tokens[i + 1].text[0]
    if not (fragment[i] or fragment[i + 1]) or not (left.isalpha() and right.isalpha()):
        return False
    two_vowels = left.lower() in spelling.vowels and right.lower() in spelling.vowels
    return not (right.isupper() and left.islower()) and not two_vowels


def _word_cost(text: str, vocabulary: Mapping[str, int], spelling: SpellingWords) -> float:
    letters = _fold("".join(_LETTERS.findall(text)))
    if not letters:
        return 1.0
    if letters in vocabulary:
        return 1.0 if len(letters) > _SHORT else 2.0
    if len(letters) <= _SHORT:
        return 8.0
    return 4.0 + 0.5 * len(letters) + (3.0 if letters[0] in spelling.set_apart else 0.0)


def _attach_punctuation(tokens: list[Token]) -> list[Token]:
    """Let a lone mark of punctuation follow the word before it without a blank: `беред і ,` → `береді,`."""
    return [
        replace(token, spaced=False)
        if i and (_CLOSING.match(token.text) or _OPENING.match(tokens[i - 1].text))
        else token
        for i, token in enumerate(tokens)
    ]
