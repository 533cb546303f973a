"""The words of a line's links dealt out to its gaps: which runs may be links, and the line with them in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from regkb.lang import words
from regkb.lang.links import LinkWords
from regkb.normalize.lines import Token
from regkb.normalize.link_sites import SIGNS, Site, may_begin_link, quote_change
from regkb.normalize.neighbours import classify

_ENDS_OF_LINK = '»")-–№N'
_LIST_NUMBER = regex.compile(r"\d{1,3}(?:-\d{1,2})?\)[,;.]?")
_PART_NUMBER = regex.compile(r"\d{1,3}(?:-\d{1,2})?[,–-]?|[–-]")


def are_links(chunks: Sequence[tuple[Token, ...]], site: Site) -> bool:
    """Tell whether each chunk begins as a link may, and none cuts a title in two but where a line's end does."""
    for i, chunk in enumerate(chunks):
        if not chunk:
            continue
        first = i == 0
        closing = site.closes_title and first
        numbers = all(_PART_NUMBER.fullmatch(t.text) for t in chunk)
        cut_number = i == len(chunks) - 1 and chunk[0].text in SIGNS and len(chunk) == 1
        if (
            not numbers
            and not cut_number
            and not may_begin_link(chunk, closing, first and _is_wanted_number(chunk, site), site.language)
        ):
            return False
        if closing and quote_change(chunk[-1].text, 1) >= 0:
            closing = False
        if i < len(chunks) - 1 and (
            _quote_balance(chunk, closing) != -int(closing)
            or not _is_bracketed_well(chunk)
            or _goes_on_behind_title(chunk)
            or not _ends_link(chunk, site.language)
        ):
            return False
    return True


def _goes_on_behind_title(chunk: Sequence[Token]) -> bool:
    """Tell whether a clause follows the title with which a chunk begins: `"пять дней" исключить, | изменения …`."""
    depth = 0
    for number, token in enumerate(chunk):
        if number and depth == 0 and token.text[-1] in ",;":
            return quote_change(chunk[0].text, 0) > 0
        depth += quote_change(token.text, depth)
    return False


def _ends_link(chunk: Sequence[Token], language: str) -> bool:
    """Tell whether a link may end with a chunk: with its noun, its number, a title; where owners follow, with any word.

    `бөлімнің | маманына` begins as a link does, but no link ends so. A title has no owner behind it.
    """
    last = chunk[-1].text
    known: LinkWords = words("links", language)
    is_title = quote_change(chunk[0].text, 0) > 0
    if (known.head_first and not is_title) or last[-1] in _ENDS_OF_LINK or last[-1].isdigit():
        return True
    return classify(last, language).is_link


def _is_wanted_number(chunk: Sequence[Token], site: Site) -> bool:
    """Tell whether a chunk is the number for which the line above waits, its act perhaps behind it: `198 бұйрығына`."""
    return site.wants_number and all(classify(token.text, site.language).is_link for token in chunk[1:])


def _quote_balance(tokens: Sequence[Token], inside: bool) -> int:
    depth = int(inside)
    for token in tokens:
        depth += quote_change(token.text, depth)
    return depth - int(inside)


def _is_bracketed_well(tokens: Sequence[Token]) -> bool:
    """Tell whether all brackets are closed and opened; that of a number (`подпункте 2)`) need not be."""
    balance = sum(t.text.count("(") - t.text.count(")") for t in tokens)
    return balance == 0 or balance + sum(_LIST_NUMBER.fullmatch(t.text) is not None for t in tokens) == 0


def distribute(tail: tuple[Token, ...], places: int) -> Iterator[list[tuple[Token, ...]]]:
    """Yield the ways to cut `tail` into `places` runs, in order, some of them empty."""
    if places == 1:
        yield [tail]
        return
    for i in range(len(tail) + 1):
        for rest in distribute(tail[i:], places - 1):
            yield [tail[:i], *rest]


def insert_chunks(
    base: tuple[Token, ...], places: Sequence[int], chunks: Sequence[tuple[Token, ...]]
) -> tuple[Token, ...]:
    """Return `base` with each chunk put before the token at its place, and the last chunk at the end."""
    result: list[Token] = []
    at = 0
    for place, chunk in zip([*places, len(base)], chunks, strict=True):
        result += base[at:place]
        at = place
        if chunk:
            result.append(chunk[0]._replace(spaced=True))
            result += chunk[1:]
    result += base[at:]
    return tuple(_close_up(result))


def _close_up(tokens: list[Token]) -> Iterator[Token]:
    """Let closing punctuation follow the word before it, and a word an opening bracket, without a blank."""
    previous = ""
    for token in tokens:
        if previous and (token.text[0] in ",.;:)»" or previous[-1] in "(«"):
            token = token._replace(spaced=False)
        previous = token.text
        yield token
