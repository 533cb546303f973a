"""Garbage in cycles, looked for seldom: nearly all objects of an act live until it is written."""

from __future__ import annotations

import gc

OBJECTS_UNSEARCHED = 500_000
"""So many new objects are not searched for garbage; an act has some 70,000."""
OBJECTS_LEFT = 20_000
"""So many new objects that tasks have left are not searched either: a text leaves no cycles, some pages of a PDF do."""


def collect_seldom() -> None:
    """Let this process search for garbage seldom; `collect_left` finds the cycles that tasks have left.

    What the program itself consists of is not frozen: libraries would report it as leaked at the end.
    """
    gc.set_threshold(OBJECTS_UNSEARCHED, 10, 10)


def collect_left() -> None:
    """Search for garbage between two tasks, where what they have left is worth it."""
    if gc.get_count()[0] > OBJECTS_LEFT:
        gc.collect(0)
