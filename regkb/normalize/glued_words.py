"""Words that have lost the blank between them: `жауаптыорындаушысы`, where the document has `жауапты орындаушысы` too.

A word that stands once is parted where both halves are words of the document, and stand one behind the other elsewhere:
a compound (`вышеуказанный`) has halves that do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import regex

from regkb.normalize.lines import Line, Token
from regkb.normalize.lookalikes import map_lookalikes

_SHORTEST = 3
"""A half has as many letters at least."""
_LONGEST = 60
_WORD = regex.compile(r"\p{L}+")


def part_glued_words(lines: Sequence[Line], words: Sequence[str], vocabulary: Mapping[str, int]) -> list[Line]:
    """Return the lines, two words apart where they have lost their blank; every character stays.

    `words` are those of the document's sound lines in their order, in small letters with look-alikes mapped;
    `vocabulary` counts them.
    """
    doubtful = dict(_find_doubtful(vocabulary))
    if not doubtful:
        return list(lines)
    in_order = f" {' '.join(words)} "
    parted = {
        word: border
        for word, borders in doubtful.items()
        for border in borders
        if f" {word[:border]} {word[border:]} " in in_order
    }
    return [_part(line, parted) for line in lines] if parted else list(lines)


def _find_doubtful(vocabulary: Mapping[str, int]) -> Iterator[tuple[str, list[int]]]:
    """Yield the words that stand once, each with the places at which both halves are words of the document."""
    lengths: dict[str, set[int]] = {}
    for word in vocabulary:
        lengths.setdefault(word[:_SHORTEST], set()).add(len(word))
    for word, count in vocabulary.items():
        if count > 1 or not 2 * _SHORTEST <= len(word) <= _LONGEST:
            continue
        longest = len(word) - _SHORTEST
        borders = [
            length
            for length in lengths[word[:_SHORTEST]]
            if _SHORTEST <= length <= longest and word[length:] in vocabulary and word[:length] in vocabulary
        ]
        if borders:
            yield word, sorted(borders)


def _part(line: Line, parted: Mapping[str, int]) -> Line:
    """Return a line with its glued words apart; a token that encloses blanks is not cut."""
    words = line.words()
    tokens: list[Token] = []
    for token in words:
        word = _WORD.search(token.text)
        border = parted.get(map_lookalikes(word[0]).lower()) if word else None
        if word is None or border is None or token.end - token.start != len(token.text):
            tokens.append(token)
            continue
        cut = word.start() + border
        tokens.append(token._replace(text=token.text[:cut], end=token.start + cut))
        tokens.append(Token(token.text[cut:], token.start + cut, token.end))
    return line if len(tokens) == len(words) else line.with_tokens(tuple(tokens), line.letter_spaced)
