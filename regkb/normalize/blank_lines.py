"""Blank lines that a dump has below every line: those that say nothing are left out of the count."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from regkb.normalize.line_ends import is_finished
from regkb.normalize.lines import Line

_MOST_TOUCHING = 0.1
_FEWEST_BROKEN = 0.2
"""Lines that go on in mid-sentence, a share of all: where there are less, lines were not broken, and each is a
paragraph that a blank line may well part from the next.
"""


def close_rows(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, each line feed counted once where a dump has all of them twice.

    There hardly any two lines touch, though many stand in mid-sentence: one blank line was none, three were one.
    """
    below = lines[1:]
    if sum(not line.blank_before for line in below) > _MOST_TOUCHING * len(below):
        return list(lines)
    broken = sum(b.text[0].islower() and not is_finished(a.text) for a, b in pairwise(lines))
    if broken < _FEWEST_BROKEN * len(below):
        return list(lines)
    return [line._replace(blank_before=max(0, line.blank_before - 1) // 2) for line in lines]
