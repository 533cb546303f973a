"""Garbage in cycles, looked for seldom: nearly all objects of an act live until it is written."""

from __future__ import annotations

import gc

OBJECTS_UNSEARCHED = 500_000
"""So many new objects are not searched for garbage; an act has some 70,000."""


def collect_seldom() -> None:
    """Let this process search for garbage seldom; `gc.collect(0)` finds the cycles that a task has left.

    What the program itself consists of is not frozen: libraries would report it as leaked at the end.
    """
    gc.set_threshold(OBJECTS_UNSEARCHED, 10, 10)
