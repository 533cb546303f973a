"""The two texts of one act side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Protocol


class Placed(Protocol):
    """A paragraph with its path."""

    @property
    def path(self) -> str:
        """The path by which people cite it."""

    @property
    def text(self) -> str:
        """Its words."""


Pair = tuple[str, str | None, str | None]


def pair_provisions(kazakh: Sequence[Placed], russian: Sequence[Placed]) -> Iterator[Pair]:
    """Yield path, Kazakh text and Russian text in reading order, matched by path; `None` where a text lacks it."""
    matcher = SequenceMatcher(a=[one.path for one in kazakh], b=[one.path for one in russian], autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        left, right = kazakh[start:end], russian[other_start:other_end]
        if kind == "equal":
            yield from ((one.path, one.text, other.text) for one, other in zip(left, right, strict=True))
        else:
            yield from ((one.path, one.text, None) for one in left)
            yield from ((other.path, None, other.text) for other in right)
