"""Cells that ran together told apart: the number of a row and what stands beside it, `14 Үлгі мектебі`.

An export puts blank lines between the cells of a table, but not where two stand on one line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from regkb.normalize.lines import Line
from regkb.normalize.passages import Passage, split_lines_at, structure_pattern


def part_cells(passages: Sequence[Passage], language: str) -> Iterator[Passage]:
    """Yield the cells of a table, from the passages between its blank lines.

    The number of a row is parted from a name behind it, and from a word it is glued to, where it is the number that
    comes next and stands nowhere below by itself. So is the first cell of the head, a line by itself.
    """
    # with the place of each, the last one
    numbers = {passage.text: i for i, passage in enumerate(passages) if passage.text.isdecimal()}
    number = 0
    for i, passage in enumerate(passages):
        if passage.text == str(number + 1):
            number += 1
            yield Passage(passage.lines, "table")
            continue
        rest = passage
        if number == 0:
            yield from (Passage(lines, "table") for lines in _split_head(rest, language))
            continue
        while numbers.get(str(number + 1), -1) < i and (place := _find_number(rest.text, number + 1)):
            before, behind = split_lines_at(rest.lines, place[0])
            figure, name = split_lines_at(behind, place[1])
            if before:
                yield Passage(before, "table")
            yield Passage(figure, "table")
            rest = Passage(name, "table")
            number += 1
        yield Passage(rest.lines, "table")


def _find_number(text: str, number: int) -> tuple[int, int] | None:
    """Return how many characters stand before the number of a row, and how many it has; blanks do not count.

    `14 Үлгі мектебі`, `ге дейін15 «Үлгі» мектебі`.
    """
    found = regex.search(rf'(?:^|(?<=\p{{Ll}})){number}(?=\s+[\p{{Lu}}«"])', text)
    return (len("".join(text[: found.start()].split())), len(found[0])) if found else None


def _split_head(passage: Passage, language: str) -> list[tuple[Line, ...]]:
    """Return the cells in a passage above the first row: two where its first line begins a table (`р/с | Атауы`)."""
    first, *others = passage.lines
    begins = structure_pattern("table_head", language).fullmatch(first.text)
    return [(first,), tuple(others)] if begins and others and others[0].text[0].isupper() else [passage.lines]
