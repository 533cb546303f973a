"""Texts that repeat: what is read of one and the same text is read once.

Acts are written after one another: of five real ones a third of the paragraphs stand in them before word for word
(`python -m bench.repeats`). What a stage finds in the words of a paragraph or a line alone, whatever stands around
them, is remembered and handed out again, so it must not be changed.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, update_wrapper
from inspect import signature
from types import FunctionType
from typing import ParamSpec, TypeVar, TypeVarTuple, cast

KEPT = 4096
"""Texts of which a reading is remembered; the one that was asked for longest ago goes first."""
KEPT_COSTLY = 8192
"""Texts of which a reading that costs much is remembered: memory is spent where it spares most."""
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


def read_once(read: Callable[[str, *Rest], Reading], kept: int = KEPT) -> Callable[[str, *Rest], Reading]:
    """Return `read`, a pure function of a text and of what can be looked up, such that equal texts are read once."""
    remembered: Callable[..., Reading] = remember(read, kept)
    remembered_long: Callable[..., Reading] = remember(read, KEPT_LONG)

    # no arguments by name, and a tuple of them only where there are three: a look-up would take longer by them
    def recall(text: str, /) -> Reading:
        return remembered(text) if len(text) <= LONGEST else remembered_long(text)

    def recall_with(text: str, other: object, /) -> Reading:
        return remembered(text, other) if len(text) <= LONGEST else remembered_long(text, other)

    def recall_with_all(text: str, /, *others: object) -> Reading:
        return remembered(text, *others) if len(text) <= LONGEST else remembered_long(text, *others)

    fitting = {1: recall, 2: recall_with}.get(len(signature(read).parameters), recall_with_all)
    recalling = cast("FunctionType", fitting)
    recalling.__defaults__ = read.__defaults__
    update_wrapper(recalling, read)
    return cast("Callable[[str, *Rest], Reading]", recalling)


def read_costly_once(read: Callable[[str, *Rest], Reading]) -> Callable[[str, *Rest], Reading]:
    """Return `read` as `read_once` does, with more texts remembered."""
    return read_once(read, KEPT_COSTLY)


def forget_readings() -> None:
    """Forget what was remembered of every text, as in a program that has just begun."""
    for forget in _forget:
        forget()
