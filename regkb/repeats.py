"""Texts that repeat: what is read of one and the same text is read once.

Acts are written after one another: of five real ones a third of the paragraphs stand in them before word for word
(`python -m bench.repeats`). What a stage finds in the words of a paragraph or a line alone, whatever stands around
them, is remembered and handed out again, so it must not be changed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from typing import ParamSpec, TypeVar, TypeVarTuple, cast

KEPT = 4096
"""Texts of which a reading is remembered; the one that was asked for longest ago goes first."""
LONGEST = 2000
"""Characters: of longer texts but `KEPT_LONG` are remembered, so that memory stays bounded whatever documents hold."""
KEPT_LONG = 8

Given = ParamSpec("Given")
Rest = TypeVarTuple("Rest")
Reading = TypeVar("Reading")
_forget: list[Callable[[], None]] = []


def remember(read: Callable[Given, Reading], kept: int = KEPT) -> Callable[Given, Reading]:
    """Return `read`, a pure function of what can be looked up and is not long, such that its last results are kept."""
    remembered = lru_cache(maxsize=kept)(read)
    _forget.append(remembered.cache_clear)
    return cast("Callable[Given, Reading]", remembered)


def read_once(read: Callable[[str, *Rest], Reading]) -> Callable[[str, *Rest], Reading]:
    """Return `read`, a pure function of a text and of what can be looked up, such that equal texts are read once."""
    remembered, remembered_long = remember(read), remember(read, KEPT_LONG)

    # no arguments by name: a look-up would take longer by them
    def recall(text: str, /, *rest: *Rest) -> Reading:
        return (remembered if len(text) <= LONGEST else remembered_long)(text, *rest)

    update_wrapper(recall, read)
    return recall


def forget_readings() -> None:
    """Forget what was remembered of every text, as in a program that has just begun."""
    for forget in _forget:
        forget()
