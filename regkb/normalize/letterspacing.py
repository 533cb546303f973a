"""Letter-spacing undone: `ө т к е н  с о ң`, `көрсет ілет ін  қызметт і  берушін ің`.

A justified last line comes out of the export with a blank between any two letters and two between words. Where only
some letters were set apart (those of `і`, which come from another font, or whichever the extractor's threshold let
through), the pieces must be matched with what can be a word: the vocabulary of the document first, then the shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import regex

from regkb.lang import words
from regkb.lang.spelling import SpellingWords
from regkb.normalize.lines import Token
from regkb.normalize.lookalikes import fold
from regkb.normalize.spaced_figures import is_number_of_sign, is_spaced_number, is_spaced_number_line
from regkb.normalize.spaced_tails import SPACED_LENGTH, find_spaced_tail, part_tail

_LETTERS = re.compile(r"[^\W\d_]+")
_PIECE = re.compile(r"^[(«\"]*(?P<letters>[^\W\d_]+)[)»\",.;:!?]*$")
_CLOSING = re.compile(r"^[,.;:)»!?]+$")
_FOLLOWS = regex.compile(r"^(?:[,.;:)»!?]+$|-\p{Ll})")
_MARKS = re.compile(r"[)»\",.;:]+")
_OPENING = re.compile(r"^[(«]+$")
_WHOLE_WORD = 4
_LONG_WORD = 7
_MOST_PARTS = 4
_SHORT = 3
_MOST_PIECES = 9
_SPACED_SHARE = 0.8
_FEWEST_WIDE = 3
_WIDE_SHARE = 0.55
_KEPT_BLANK = 6.0

_CUT_NUMBER = regex.compile(r"[№N]?\p{Lu}{0,2}-?\d+(?:[-/]\d+)+|[№N]?\p{Lu}{1,2}-\d+")
"""The number of an act, whose pieces were set apart: `А -4 /20`."""

_INITIAL = regex.compile(r"(?:^|\.)\p{Lu}\p{Ll}?$")
_INITIALED = regex.compile(r"\.\p{Lu}\p{Ll}")
_SURE, _LIKELY, _NONE = 2, 1, 0


def is_letter_spaced(tokens: Sequence[Token]) -> bool:
    """Tell whether a line is set letter by letter: `3 0  к ү н н е н`, `қы зм е т  б е к і т і л с і н .`.

    Nearly all its tokens are lone characters; or they are short on the average and wide blanks part the words; or it
    is but the punctuation that ends a paragraph (`) ;`), or a day or a number (`№  3 0 5`).
    """
    begins_with_sign = len(tokens) > 1 and (tokens[0].text == "N" or not tokens[0].text[0].isalpha())
    if begins_with_sign and (all(_MARKS.fullmatch(t.text) for t in tokens) or is_spaced_number_line(tokens)):
        return True
    letters = sum(len(t.text) == 1 and t.text.isalpha() for t in tokens)
    if letters < 2 or len(tokens) < 3:
        return False
    if find_spaced_tail(tokens) < len(tokens):
        return False
    if sum(len(t.text) == 1 for t in tokens) >= _SPACED_SHARE * len(tokens):
        return True
    wide = any(b.start - a.end >= 2 for a, b in pairwise(tokens))
    return wide and letters >= 3 and sum(len(t.text) for t in tokens) <= SPACED_LENGTH * len(tokens)


def join_spaced_letters(
    tokens: Sequence[Token], vocabulary: Mapping[str, int], language: str, below_sign: bool = False
) -> tuple[Token, ...]:
    """Return the tokens of one line with letter-spaced words made whole.

    `vocabulary` counts the document's words, in small letters with look-alikes mapped; `below_sign` tells that the
    line above ends in a lone `№`. Every character stays, in its order; only blanks go.
    """
    if below_sign and is_number_of_sign(tokens):
        return (_merge(tokens),)
    tail = find_spaced_tail(tokens)
    if tail < len(tokens):
        plain, spaced = part_tail(tokens, tail, vocabulary)
        if spaced:
            head = join_spaced_letters(plain, vocabulary, language)
            return (*head, *(_merge(chunk) for chunk in _split_at_wide_blanks(spaced)))
    chunks = _split_at_wide_blanks(tokens)
    if is_letter_spaced(tokens):
        return tuple(_merge(part) for chunk in chunks for part in _split_at_whole_words(chunk))
    spelling: SpellingWords = words("spelling", language)
    price = _KEPT_BLANK if has_wide_words(tokens, language) else 0.0
    joined: list[Token] = []
    for chunk in chunks:
        joined += _join_chunk(chunk, vocabulary, spelling, damaged=len(chunks) > 1, price=price)
    return tuple(_close_initials(joined))


def _close_initials(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens with an initial put to the full stop behind it: `Аким  области  К .Үлгібаев`."""
    above: Token | None = None
    for token in tokens:
        if above is not None and _INITIAL.search(above.text) and _INITIALED.match(token.text):
            above = _merge([above, token])
            continue
        if above is not None:
            yield above
        above = token
    if above is not None:
        yield above


def has_wide_words(tokens: Sequence[Token], language: str) -> bool:
    """Tell whether wide blanks part most words of a line, so that they are no gaps, and single ones stand in words.

    A single blank before a letter that is set apart stands in a word: `бөл імшелер ін ің  т ізбес і`.
    """
    spelling: SpellingWords = words("spelling", language)
    wide = narrow = 0
    for a, b in pairwise(tokens):
        is_wide = b.start - a.end >= 2
        wide += is_wide
        narrow += not is_wide and fold(b.text[0]) not in spelling.set_apart
    return wide >= _FEWEST_WIDE and wide >= _WIDE_SHARE * (wide + narrow)


def _split_at_wide_blanks(tokens: Sequence[Token]) -> list[list[Token]]:
    chunks: list[list[Token]] = []
    for i, token in enumerate(tokens):
        if i == 0 or token.start - tokens[i - 1].end >= 2:
            chunks.append([])
        chunks[-1].append(token)
    return chunks


def _split_at_whole_words(chunk: list[Token]) -> list[list[Token]]:
    """Cut a chunk of a letter-spaced line where a long whole word stands in it: it was not set letter by letter."""
    parts: list[list[Token]] = []
    whole = True
    for token in chunk:
        is_whole = len(token.text) > 2 * _WHOLE_WORD and _LETTERS.search(token.text) is not None
        if is_whole or whole:
            parts.append([])
        parts[-1].append(token)
        whole = is_whole
    return parts


def _merge(tokens: Sequence[Token]) -> Token:
    return Token("".join(t.text for t in tokens), tokens[0].start, tokens[-1].end, tokens[0].spaced)


def _join_chunk(
    chunk: list[Token], vocabulary: Mapping[str, int], spelling: SpellingWords, damaged: bool, price: float
) -> list[Token]:
    """Join the pieces of a chunk that single blanks part, where they are no words by themselves."""
    if len(chunk) == 1:
        return chunk
    if is_spaced_number(chunk):
        return [_merge(chunk)]
    if price and _CUT_NUMBER.fullmatch("".join(t.text for t in chunk)):
        return [_merge(chunk)]
    tokens = _join_lone_letters(chunk)
    damaged = damaged or len(tokens) < len(chunk)
    letters = [fold(token.text.rstrip(".,;:!?")) for token in tokens]
    strength = [
        max(_piece_strength(tokens, i, vocabulary, spelling), _joins_to_word(letters, i, vocabulary, spelling))
        for i in range(len(tokens))
    ]
    if price:
        strength = [s or _is_unknown(t, vocabulary) for s, t in zip(strength, tokens, strict=True)]
    set_apart = damaged or any(_CLOSING.match(t.text) for t in tokens)
    if _SURE in strength or (set_apart and _LIKELY in strength):
        tokens = _best_grouping(tokens, [bool(s) for s in strength], vocabulary, spelling, price)
        damaged = True
    return _attach_punctuation(tokens) if damaged else tokens


def _join_lone_letters(chunk: list[Token]) -> list[Token]:
    """Merge runs of three and more lone letters: `М е к т е п`."""
    result: list[Token] = []
    i = 0
    while i < len(chunk):
        end = i
        while end < len(chunk) and len(chunk[end].text) == 1 and chunk[end].text.isalpha():
            end += 1
        if end > i + 2:
            result.append(_merge(chunk[i:end]))
            i = end
        else:
            result.append(chunk[i])
            i += 1
    return result


def _piece_strength(tokens: Sequence[Token], i: int, vocabulary: Mapping[str, int], spelling: SpellingWords) -> int:
    """Tell whether a token can only be a piece of a word (2), may be one (1), or is none (0)."""
    match = _PIECE.match(tokens[i].text)
    if match is None:
        return _NONE
    if _is_shortened(tokens, i):
        return _NONE
    letters = fold(match["letters"])
    if len(letters) == 1:
        after_number = i > 0 and tokens[i - 1].text[-1:].isdigit()
        if after_number or match["letters"].isupper():
            return _NONE
        if letters in spelling.lone_words:  # специали с т: no word, beside a letter that is none
            following = _PIECE.match(tokens[i + 1].text) if i + 1 < len(tokens) else None
            lone = fold(following["letters"]) if following and not _is_shortened(tokens, i + 1) else ""
            return _LIKELY if len(lone) == 1 and lone not in spelling.lone_words else _NONE
        return _SURE
    if letters in vocabulary or letters in spelling.short_words or match["letters"].isupper():
        return _NONE
    # every letter of those is set apart, so a piece has one of them: көрсет|ілет|ін, but not ішінде
    begins_apart = letters[0] in spelling.set_apart and not spelling.set_apart.intersection(letters[1:])
    if len(letters) <= _SHORT:
        is_name = match["letters"][0].isupper()  # "Бақ беру"
        return _SURE if begins_apart else _NONE if is_name else _LIKELY
    return _LIKELY if begins_apart else _NONE


def _is_shortened(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a word with a full stop stands before a figure: `п. 9`, `ст. 16`."""
    return tokens[i].text[-1] == "." and i + 1 < len(tokens) and tokens[i + 1].text[0].isdigit()


def _is_unknown(token: Token, vocabulary: Mapping[str, int]) -> int:
    match = _PIECE.match(token.text)
    return _LIKELY if match and fold(match["letters"]) not in vocabulary else _NONE


def _joins_to_word(letters: Sequence[str], i: int, vocabulary: Mapping[str, int], spelling: SpellingWords) -> int:
    """Tell whether a token and the next ones are a word of the document together: `анық тама`, `услу года теля`.

    `letters` are those of each token, as words are compared. Words each of which is known by itself (`қоса`,
    `алғанда`) are left apart. Where the others, none a word, begin with letters that are set apart, it is sure:
    `түр інде`.
    """
    joined, is_known = letters[i], letters[i] in vocabulary
    if not joined.isalpha():
        return _NONE
    for end in range(i + 1, min(i + _MOST_PARTS, len(letters))):
        if not letters[end].isalpha():
            break
        joined += letters[end]
        is_known = is_known and letters[end] in vocabulary
        if not is_known and joined in vocabulary:
            others = letters[i + 1 : end + 1]
            apart = all(part[0] in spelling.set_apart and part not in vocabulary for part in others)
            return _SURE if apart else _LIKELY
    return _NONE


def _best_grouping(
    tokens: list[Token], piece: list[bool], vocabulary: Mapping[str, int], spelling: SpellingWords, price: float
) -> list[Token]:
    """Group pieces into words so that the words are as likely as can be; ties keep the blanks.

    `piece` tells which tokens may be pieces: only beside them is a blank in doubt. `price` is what a blank costs there.
    """
    count = len(tokens)
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * count
    for end in range(1, count + 1):
        for start in range(end - 1, max(-1, end - 1 - _MOST_PIECES), -1):
            if end - start > 1 and not _may_join(tokens, start, spelling):
                break
            word = "".join(t.text for t in tokens[start:end])
            if not _has_pieces(piece[start:end]) and not _is_known_word(word, vocabulary):
                continue
            kept = start > 0 and (piece[start - 1] or piece[start])
            cost = best[start][0] + _word_cost(word, vocabulary, spelling) + (price if kept else 0.0)
            if cost < best[end][0]:
                best[end] = (cost, start)
    groups: list[Token] = []
    end = count
    while end:
        start = best[end][1]
        groups.append(_merge(tokens[start:end]))
        end = start
    return groups[::-1]


def _has_pieces(piece: Sequence[bool]) -> bool:
    """Tell whether of any two neighbours one may be a piece of a word."""
    return all(a or b for a, b in zip(piece, piece[1:], strict=False))


def _is_known_word(text: str, vocabulary: Mapping[str, int]) -> bool:
    """Tell whether the document has a word, so long that its parts do not make it up by chance: `услу года теля`."""
    letters = fold("".join(_LETTERS.findall(text)))
    return len(letters) >= _LONG_WORD and letters in vocabulary


def _may_join(tokens: list[Token], i: int, spelling: SpellingWords) -> bool:
    """Tell whether token `i` and the next may be one word: letter to letter, no capital inside, no two vowels."""
    left, right = tokens[i].text[-1], tokens[i + 1].text[0]
    if not (left.isalpha() and right.isalpha()):
        return False
    if right.isupper() and left.islower():
        return False
    return not (fold(left) in spelling.vowels and fold(right) in spelling.vowels)


def _word_cost(text: str, vocabulary: Mapping[str, int], spelling: SpellingWords) -> float:
    """Return how unlikely a word is: 1 for one that the document has; unknown ones the more, the longer or shorter."""
    letters = fold("".join(_LETTERS.findall(text)))
    if not letters:
        return 1.0
    if letters in vocabulary or letters in spelling.short_words or letters in spelling.lone_words:
        return 1.0 if len(letters) > _SHORT else 2.0
    if len(letters) <= _SHORT:
        return 8.0
    apart = 3.0 if letters[0] in spelling.set_apart else 0.0
    return 3.0 + 0.05 * len(letters) ** 2 + apart


def _attach_punctuation(tokens: list[Token]) -> list[Token]:
    """Let a lone mark of punctuation follow the word before it without a blank: `беред і ,` → `береді,`.

    So does a part that was cut off at its hyphen (`ребенку -сироте`), and a straight quote before such a mark.
    """
    return [
        token._replace(spaced=False)
        if i and (_FOLLOWS.match(token.text) or _OPENING.match(tokens[i - 1].text) or _closes_quote(tokens, i))
        else token
        for i, token in enumerate(tokens)
    ]


def _closes_quote(tokens: list[Token], i: int) -> bool:
    """Tell whether a token is a lone straight quote behind which only punctuation stands."""
    return tokens[i].text == '"' and i + 1 < len(tokens) and _CLOSING.match(tokens[i + 1].text) is not None
