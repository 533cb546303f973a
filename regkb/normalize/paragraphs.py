"""Lines → paragraphs: which line goes on with the one above, which opens something new.

Six leading blanks open a paragraph, except where they stand in mid-sentence; a page break is three blank lines that
may stand in mid-sentence too; headings, stamps and titles are not set in and stand between blank lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import regex

from regkb.normalize.cells import part_cells
from regkb.normalize.line_ends import MARKER, PAGE_BREAK, SENTENCE_END, is_finished, was_full
from regkb.normalize.lines import FOLLOWING, Line
from regkb.normalize.passages import Passage, is_status, split_lines_at, structure_pattern
from regkb.normalize.stamps import begins_stamp, mark_stamps
from regkb.schemas.stages import BlockKind

_STAMP_WIDTH = 60
_CELL_WIDTH = 45
_FEWEST_CELLS = 8

_SENTENCE = regex.compile(rf"(?=[.;]){SENTENCE_END.pattern}")
_CELL_NAME = regex.compile(r"\p{Lu}\p{Ll}")
_CLOSING_QUOTES = '»"'
_CLOSING_QUOTE = regex.compile(r'"\s')


def group_lines(lines: Sequence[Line], language: str) -> list[Passage]:
    """Return the paragraphs of a text dump in reading order; every line is in just one of them."""
    passages: list[Passage] = []
    current: list[Line] = []
    kind: BlockKind = "plain"
    for i, line in enumerate(lines):
        opened = _opened_kind(current, kind, lines, i, language)
        if opened is not None:
            if current:
                passages.append(Passage(tuple(current), kind))
            current, kind = [], opened
        current.append(line)
    if current:
        passages.append(Passage(tuple(current), kind))
    return list(_mark_cells(list(part_passages(passages, language)), language))


def _opened_kind(
    current: list[Line], kind: BlockKind, lines: Sequence[Line], i: int, language: str
) -> BlockKind | None:
    """Return the kind of paragraph that line `i` opens, or None where it goes on with `current`."""
    line = lines[i]
    if not current:
        return "body" if line.opens_paragraph else "plain"
    last = current[-1]
    if line.opens_paragraph:
        return None if kind == "body" and _goes_on_set_in(current, line) else "body"
    if is_status(last.text, language) or is_status(line.text, language):
        return "plain"
    if kind == "body":
        goes_on = _goes_on_below(current, line, language) and not begins_stamp(lines, i, language)
        return None if goes_on and not _is_signed(current, line, language) else "plain"
    if line.follows and line.text[0] not in FOLLOWING and not is_finished(last.text):
        return None  # № 454 | қаулысы. Үлгі: began with the full stop before the link was put back
    if _begins_other(line, language):
        return "plain"
    return "plain" if line.blank_before and not _goes_on_overleaf(last, line) else None


def _begins_other(line: Line, language: str) -> bool:
    """Tell whether a line begins what is left of a diagram, or a table, right below a title."""
    if structure_pattern("caption", language).match(line.text):
        return True
    head = structure_pattern("table_head", language).match(line.text)
    return head is not None and _CELL_NAME.match(line.text, head.end()) is not None  # № Атауы, not № А-2/63


def _is_signed(current: list[Line], line: Line, language: str) -> bool:
    """Tell whether the paragraph is the name of who signed, below which a blank line stands."""
    signature = structure_pattern("signature", language)
    return line.blank_before > 0 and signature.fullmatch(Passage(tuple(current), "body").text) is not None


def _goes_on_overleaf(last: Line, line: Line) -> bool:
    """Tell whether a heading or a title goes on after a page break."""
    broken = line.blank_before >= PAGE_BREAK and len(last.text) > _CELL_WIDTH
    goes_on = line.text[0].islower() or line.text[0] == "(" or _CLOSING_QUOTE.match(line.text) or line.follows
    # «Рұқсат беру» | мемлекеттік көрсетілетін қызмет регламенті
    named = last.text[-1] in _CLOSING_QUOTES and line.text[0].islower()
    return broken and bool(goes_on) and (named or not is_finished(last.text))


def _goes_on_set_in(current: list[Line], line: Line) -> bool:
    """Tell whether a line that is set in goes on with the sentence above it."""
    last = current[-1]
    if is_finished(last.text) or MARKER.match(line.text):
        return False
    if current[0].text[:1].islower() and not was_full(last, line):
        return False  # items of a list that has lost its punctuation
    first = line.text.lstrip("(")[:1]
    return first.islower() or last.text.endswith(("–", "-", "(")) or (first.isupper() and _has_open_bracket(current))


def _has_open_bracket(lines: list[Line]) -> bool:
    text = "".join(line.text for line in lines)
    return text.count("(") > text.count(")") and text.endswith(("–", "-", ",", "("))


def _goes_on_below(current: list[Line], line: Line, language: str) -> bool:
    """Tell whether a line that is not set in goes on with the paragraph above it."""
    last = current[-1]
    first = line.text[0]
    if line.follows or (line.indent and first.islower()):
        return True
    if structure_pattern("heading", language).match(line.text) and (line.blank_before or is_finished(last.text)):
        return not is_finished(last.text) and line.blank_before == 0
    if line.indent and line.blank_before == 1 and was_full(last, line) and not SENTENCE_END.search(last.text):
        return True  # the second half of a link that wrapped: «Көл туралы» | Заңының
    starts_anew = first.isupper() or first in '«"'
    if starts_anew and line.indent and is_finished(last.text):
        return False
    if line.blank_before == 0:
        return not (starts_anew and not was_full(last, line))
    if line.blank_before < PAGE_BREAK and not line.indent:
        return first.islower() and not is_finished(last.text)
    if is_finished(last.text):
        # a heading or a stamp is short, and no sentence: `… аспайды.` | `Нәтижесі – бұрыштама;` below a page break
        goes_on = len(line.text) > _STAMP_WIDTH or _SENTENCE.search(line.text) is not None
        return first.islower() or (was_full(last, line) and goes_on)
    return not (starts_anew and not was_full(last, line))


def part_passages(passages: Iterable[Passage], language: str) -> Iterator[Passage]:
    """Yield paragraphs that the layout told apart: a stamp known by its words alone, a heading glued to a title."""
    for passage in mark_stamps(list(passages), language):
        if passage.kind in ("plain", "heading"):
            yield from _split_glued_heading(passage, language)
        else:
            yield passage


def _mark_cells(passages: Sequence[Passage], language: str) -> Iterator[Passage]:
    """Yield the passages, long runs of narrow ones between blank lines marked as the cells of a table."""
    narrow = [p.kind == "plain" and all(len(line.text) <= _CELL_WIDTH for line in p.lines) for p in passages]
    for is_narrow, run in groupby(range(len(passages)), key=narrow.__getitem__):
        indexes = list(run)
        is_table = is_narrow and len(indexes) >= _FEWEST_CELLS
        own = [passages[i] for i in indexes]
        yield from part_cells(own, language) if is_table else own


def _split_glued_heading(passage: Passage, language: str) -> Iterator[Passage]:
    """Yield a title and the heading that was glued to its last words as two: `… регламенті 1. Жалпы ережелер`."""
    lines = passage.lines
    if structure_pattern("heading", language).match(lines[0].text):
        yield Passage(lines, "heading")
        return
    text = passage.text
    match = structure_pattern("glued_heading", language).search(text)
    if match is None:
        yield passage
        return
    head, tail = split_lines_at(lines, len("".join(text[: match.end()].split())))
    yield Passage(head, "plain")
    if tail:
        yield Passage(tail, "heading")
