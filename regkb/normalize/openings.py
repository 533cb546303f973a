"""Paragraphs that a dump does not set in by six blanks: their first lines get the indent that they lack.

Where most provisions stand at the margin or are set in by less, all lines are told apart by their words. Else only
what is plain to see is mended: a note, a preamble or a provision with too few blanks.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from regkb.normalize.line_ends import MARKER, PAGE_BREAK, is_finished, was_full
from regkb.normalize.lines import INDENT, Line
from regkb.normalize.passages import structure_pattern
from regkb.normalize.provisions import find_provisions
from regkb.schemas.record import Diagnostic

_SHALLOW = 3
"""So many blanks open a paragraph too: a stamp is set in by one or two, and so is a line that has lost a link."""

_MOST_AT_MARGIN = 0.5
"""Where more provisions than that, for each line that is set in, are not, it is no rule of the dump to set them in."""

_TITLE_WIDTH = 60
_LONGEST_HEADER = 3000
_MOST_LINES = 60
_FARTHEST_POINT = 500
_PROVISION = regex.compile(r"(?P<number>\d{1,3})(?P<sign>\.(?!\d)|\))\s*\S")


def set_in_openings(lines: list[Line], language: str) -> tuple[list[Line], list[Diagnostic]]:
    """Return the lines, those that open a paragraph set in by six blanks or more, and the doubts that remain.

    A dump whose paragraphs are all set in comes back as it is.
    """
    deep = [i for i, line in enumerate(lines) if line.opens_paragraph]
    if not deep or _most_are_not_set_in(lines, len(deep), language):
        return _set_in_by_words(lines, language)
    result = _set_in_head(lines, deep, language)
    last = 0
    for i, line in enumerate(result):
        if line.opens_paragraph or (i and _opens_with_few_blanks(result, i, last, language)):
            result[i] = line if line.opens_paragraph else _open(line)
            provision = _PROVISION.match(line.text)
            last = int(provision["number"]) if provision and provision["sign"] == "." else last
    return result, []


def _set_in_head(lines: list[Line], deep: Sequence[int], language: str) -> list[Line]:
    """Return the lines, notes and preamble set in where they stand above the first provision without being so."""
    note, enacting = structure_pattern("note", language), structure_pattern("enacting", language)
    first = next((i for i in deep if not note.match(lines[i].text)), len(lines))
    shallow = [line.text for line in lines[:first] if not line.opens_paragraph]
    if not any(note.match(text) or enacting.search(text) for text in shallow):
        return list(lines)
    head, _ = _set_in(lines[:first], language)
    return [old if old.opens_paragraph else new for old, new in zip(lines, head, strict=False)] + lines[first:]


def _set_in_by_words(lines: list[Line], language: str) -> tuple[list[Line], list[Diagnostic]]:
    """Return the lines of a dump that is not set in, and what a reader should know of them."""
    result, unclear = _set_in(lines, language)
    opened = [line for line in result if line.opens_paragraph]
    if not opened:
        if sum(len(line.text) for line in lines) <= _LONGEST_HEADER:
            return lines, []
        return lines, [_report("provisions_unread", "warning", "no line was found to open a provision", lines[0])]
    result = _join_title(result, result.index(opened[0]))
    doubts = [
        _report("indents_inferred", "info", "paragraphs are not set in by six blanks; told apart by words", opened[0])
    ]
    for i in unclear:
        doubts.append(
            _report(
                "paragraph_unclear",
                "warning",
                "whether a paragraph begins here, and of what kind, could not be told",
                lines[i],
            )
        )
    return result, doubts


def _join_title(lines: list[Line], count: int) -> list[Line]:
    """Return the lines, the narrow ones of a title made one text where blank lines part all of the first `count`."""
    if not all(line.blank_before for line in lines[1:count]):
        return lines
    for i in range(1, count):
        above = lines[i - 1]
        if max(len(above.text), len(lines[i].text)) <= _TITLE_WIDTH and not is_finished(above.text):
            lines[i] = lines[i]._replace(blank_before=0)
    return lines


def _report(code: str, severity: str, message: str, line: Line) -> Diagnostic:
    return Diagnostic.model_validate(
        {"code": code, "severity": severity, "message": message, "span": (line.start, line.end)}
    )


def _set_in(lines: Sequence[Line], language: str) -> tuple[list[Line], list[int]]:
    openings, plain, unclear = find_provisions(lines, language)
    result = [
        _open(line) if i in openings else _close_off(lines, i) if i in plain else _show_gap(line)
        for i, line in enumerate(lines)
    ]
    return result, unclear


def _open(line: Line) -> Line:
    return line._replace(indent=max(line.indent, INDENT))


def _show_gap(line: Line) -> Line:
    """Return a line in mid-sentence below a blank line set in by one blank, as the usual dump has it at a lost link."""
    if line.blank_before == 0 or line.blank_before >= PAGE_BREAK or line.indent:
        return line
    return line._replace(indent=1, blank_before=1)


def _close_off(lines: Sequence[Line], i: int) -> Line:
    """Return a line that begins a heading, a stamp or a title: at the margin, and below a blank line behind a long one.

    Within the narrow lines of a title the blank lines of a dump that has them everywhere say nothing.
    """
    line = lines[i]
    blank = line.blank_before
    if i and (is_finished(lines[i - 1].text) or was_full(lines[i - 1], line)):
        blank = max(blank, 1)
    return line._replace(indent=0, blank_before=blank)


def _most_are_not_set_in(lines: Sequence[Line], deep: int, language: str) -> bool:
    """Tell whether more than a few provisions are not set in, beside the `deep` lines that are."""
    most = _MOST_AT_MARGIN * deep
    # a line that was broken before a figure is none, and to read all lines by their words takes long
    numbered = (line for line in lines if line.text[0].isdigit() and not line.opens_paragraph)
    if sum(MARKER.match(line.text) is not None for line in numbered) <= most:
        return False
    openings, _, _ = find_provisions(lines, language)
    return sum(not lines[i].opens_paragraph for i in openings if lines[i].text[0].isdigit()) > most


def _opens_with_few_blanks(lines: Sequence[Line], i: int, last: int, language: str) -> bool:
    """Tell whether a line opens a paragraph though it is set in by less than six blanks; `last` is the point above."""
    line = lines[i]
    if not line.indent and not line.text[0].isdigit():
        return False
    over = is_finished(lines[i - 1].text)
    if line.indent and structure_pattern("note", language).match(line.text):
        return True
    if line.indent >= _SHALLOW:
        return over or (bool(line.blank_before) and not line.follows and not line.text[0].islower())
    provision = _PROVISION.match(line.text) if over and line.text[0].isdigit() else None
    if provision is None or not _ends_sentence(lines, i):
        return False
    if provision["sign"] == ")":
        return line.indent > 0
    number = int(provision["number"])
    following = _following_point(lines, i) if number == last + 1 else number
    return following == number + 1 or (line.indent > 0 and following != number)


def _ends_sentence(lines: Sequence[Line], i: int) -> bool:
    """Tell whether the paragraph that would begin with line `i` ends as a sentence does, not as a heading."""
    last = lines[i]
    for line in lines[i + 1 : i + _MOST_LINES]:
        if line.blank_before or line.indent or (is_finished(last.text) and not was_full(last, line)):
            break
        last = line
    return is_finished(last.text)


def _following_point(lines: Sequence[Line], i: int) -> int | None:
    """Return the number of the next point that is set in."""
    for line in lines[i + 1 : i + _FARTHEST_POINT]:
        if line.opens_paragraph and line.text[0].isdigit():
            provision = _PROVISION.match(line.text)
            if provision and provision["sign"] == ".":
                return int(provision["number"])
    return None
