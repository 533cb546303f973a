"""Stamps found: `… қаулысына 1-қосымша`, set narrow over several lines, blank lines and page breaks among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

import regex

from regkb.normalize.lines import Line
from regkb.normalize.passages import Passage, structure_pattern
from regkb.normalize.wraps import wrap_separator
from regkb.repeats import read_once

_MOST_PIECES = 9
_LONGEST = 900
WIDTH = 60
"""No line of a stamp is longer."""
MOST_LINES = 8
"""No stamp has more."""
_PUSHED_RIGHT = 12
"""Blanks, twice as many as open a paragraph."""

_QUOTED = regex.compile(r"[«\"]\p{Lu}")


def set_stamps_left(lines: list[Line], language: str) -> list[Line]:
    """Return the lines, those of a stamp that blanks push to the right, or set in, at the margin below a blank line.

    Else each of them would open a paragraph of its own. One that is set in no further than a paragraph begins as stamps
    of acts do.
    """
    result = list(lines)
    i = 0
    while i < len(lines):
        if _is_pushed_right(lines[i]):
            belongs = _is_pushed_right
        elif lines[i].opens_paragraph and _begins_act_stamp(lines[i], language):
            belongs = _is_narrow_and_set_in
        else:
            i += 1
            continue
        run = list(takewhile(belongs, lines[i : i + MOST_LINES]))
        texts = [Passage(tuple(run[:n]), "plain").text for n in range(1, len(run) + 1)]
        counts = (n for n in range(len(run), 1, -1) if is_stamp(texts[n - 1], language))
        count = next(counts, 0)
        if count and any(structure_pattern("signature", language).match(text) for text in texts[:count]):
            count = 0  # who signed stands above the stamp
        result[i : i + count] = [line._replace(indent=0) for line in run[:count]]
        set_apart(result, i, count)
        i += max(count, 1)
    return result


def set_apart(lines: list[Line], start: int, count: int) -> None:
    """Put a blank line above and below `count` of the lines from `start` on where there is none, for 0 nowhere."""
    for border in (start, start + count):
        if count and border < len(lines):
            lines[border] = lines[border]._replace(blank_before=max(lines[border].blank_before, 1))


def _is_pushed_right(line: Line) -> bool:
    return line.indent > _PUSHED_RIGHT and len(line.text) <= WIDTH


def _is_narrow_and_set_in(line: Line) -> bool:
    return line.opens_paragraph and len(line.text) <= WIDTH


def _begins_act_stamp(line: Line, language: str) -> bool:
    return line.text[0].isupper() and structure_pattern("stamp_start", language).match(line.text) is not None


def may_open(text: str) -> bool:
    """Tell whether a line may be the first of something: it begins with a capital or a quotation mark."""
    return text[0].isupper() or text[0] in '«"'


def begins_stamp(lines: Sequence[Line], i: int, language: str) -> bool:
    """Tell whether a stamp begins with line `i` though no blank line parts it from the paragraph above."""
    if not may_open(lines[i].text):
        return False
    below = takewhile(lambda line: not (line.blank_before or line.opens_paragraph), lines[i + 1 : i + MOST_LINES])
    stamp = (lines[i], *below)
    return all(len(line.text) <= WIDTH for line in stamp) and is_stamp(Passage(stamp, "plain").text, language)


def mark_stamps(passages: Sequence[Passage], language: str) -> Iterator[Passage]:
    """Yield the passages of a document, those that make a stamp together as one of the kind `stamp`."""
    texts = [p.text if p.kind == "plain" else "" for p in passages]
    named = [structure_pattern("stamp_key", language).search(text) is not None for text in texts]
    i = 0
    while i < len(passages):
        pieces = _count_pieces(passages, texts, i, language) if i and any(named[i : i + _MOST_PIECES]) else 0
        if pieces:
            stamp = Passage(tuple(line for p in passages[i : i + pieces] for line in p.lines), "stamp")
            yield from _part_stamps(
                stamp, [n for n, line in enumerate(stamp.lines) if n and line.blank_before], language
            )
        elif passages[i].kind == "stamp":
            yield from _part_stamps(passages[i], range(1, len(passages[i].lines)), language)
        else:
            yield passages[i]
        i += pieces or 1


def _part_stamps(passage: Passage, borders: Iterable[int], language: str) -> Iterator[Passage]:
    """Yield two stamps that stand one below the other as two, where one of the `borders` between lines parts them.

    A dump has a blank line or a page break there: lines without one are one stamp, whatever they name. Pages have not.
    """
    for count in borders:
        head, tail = Passage(passage.lines[:count], "stamp"), Passage(passage.lines[count:], "stamp")
        goes_on = structure_pattern("stamp_continues", language).match(tail.text)
        if not goes_on and is_stamp(head.text, language) and is_stamp(tail.text, language):
            yield head
            yield tail
            return
    yield passage


def _count_pieces(passages: Sequence[Passage], texts: Sequence[str], i: int, language: str) -> int:
    """Return how many passages from `i` make a stamp together, 0 where they make none.

    `texts` are those of the passages, empty where one is not plain.
    """
    narrow = all(len(line.text) <= WIDTH for line in passages[i].lines)
    text = ""
    pieces = 0
    for count in range(1, _MOST_PIECES + 1 if narrow else 2):
        piece = _text_at(texts, i + count - 1)
        names_state = structure_pattern("stamp_state", language).fullmatch(text) is not None
        apart = cannot_go_on(text, language) or _opens_other(piece, language) or _is_whole(text, piece, language)
        if not piece or (count > 1 and not names_state and apart):
            break
        text += wrap_separator(text, piece) + piece
        if len(text) > _LONGEST:
            break
        if is_stamp(text, language):
            following = _text_at(texts, i + count)
            pieces = count + (structure_pattern("stamp_end", language).fullmatch(following) is not None)
            if not structure_pattern("stamp_continues", language).match(following):
                break
    return pieces


def _text_at(texts: Sequence[str], i: int) -> str:
    return texts[i] if i < len(texts) else ""


# asked of the same lines as a run of them and as paragraphs
@read_once
def is_stamp(text: str, language: str) -> bool:
    """Tell whether a text is the whole of a stamp."""
    return structure_pattern("stamp_key", language).search(text) is not None and any(
        structure_pattern(name, language).fullmatch(text) for name in ("annex_stamp", "act_stamp")
    )


@read_once
def cannot_go_on(text: str, language: str) -> bool:
    """Tell whether a text ends as no stamp does in its midst."""
    return text.endswith((":", ".", ";")) or structure_pattern("annex_title", language).search(text) is not None


def _is_whole(above: str, piece: str, language: str) -> bool:
    """Tell whether a piece is all of an annex's stamp, though it has lost the quotation mark with which it begins.

    `Өтініш үлгісі | Көшет беру» мемлекеттік көрсетілетін қызмет регламентіне 2-қосымша`.
    """
    is_open = above.count("«") > above.count("»") or above.count('"') % 2 == 1
    return (
        not is_open and piece[:1].isupper() and structure_pattern("annex_stamp", language).fullmatch(piece) is not None
    )


@read_once
def _opens_other(piece: str, language: str) -> bool:
    """Tell whether a piece begins something that is no part of the stamp above it."""
    if structure_pattern("stamp_continues", language).match(piece):
        return False
    return _QUOTED.match(piece) is not None or any(
        structure_pattern(name, language).match(piece) for name in ("heading", "caption", "stamp_start")
    )
