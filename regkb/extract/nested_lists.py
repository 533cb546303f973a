"""Lists below an item of a list: `2) маман шешім қабылдайды: 1) беру; 2) қайтару. 3) басшы …`.

Their paths are those of the outer items, so that numbers and punctuation alone tell where such a list ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

FEWEST = 2
"""Items of an inner list behind which nothing more is said."""


class Row(NamedTuple):
    """A paragraph of a point: the number or letter of an item, "" where it has none."""

    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Nesting:
    """The places of the rows in inner lists, and of the items of which it is not clear where their inner list ends."""

    inner: frozenset[int]
    unclear: tuple[int, ...]


def find_nested(rows: Sequence[Row]) -> Nesting:
    """Return which `rows` (the paragraphs of one point) stand in a list below an item.

    Such are letters behind a number, and numbers from 1 on directly behind an item that ends with a colon.
    """
    inner: set[int] = set()
    unclear: list[int] = []
    outer: int | None = None
    place = 0
    while place < len(rows):
        number = rows[place].number
        end: int | None = place
        if outer is not None and number.isalpha():
            end = _end_of_letters(rows, place)
        elif outer == place - 1 and number == "1" and rows[outer].text.rstrip().endswith(":"):
            end = _end_of_numbers(rows, outer, place)
        if end is None:
            unclear.append(place - 1)
        elif end > place:
            inner.update(range(place, end))
            place = end
            continue
        if number:
            outer = None if number.isalpha() else place
        place += 1
    return Nesting(frozenset(inner), tuple(unclear))


def _end_of_letters(rows: Sequence[Row], place: int) -> int:
    """Return where the letters from `place` on end, with what stands between them."""
    end = place
    for at in range(place, len(rows)):
        if rows[at].number.isalpha():
            end = at + 1
        elif rows[at].number:
            break
    return end


def _end_of_numbers(rows: Sequence[Row], outer: int, place: int) -> int | None:
    """Return where the numbers from 1 at `place` on end, with what stands between them; `None` where it is not clear.

    It is where they break off and the number of the item at `outer` goes on. Where both go on with the same number, the
    full stop before it ends the inner list, if it is the first there.
    """
    ends: list[int] = []
    following: str | None = None
    for at in range(place, len(rows)):
        number = rows[at].number
        if number == str(len(ends) + 1):
            ends.append(at + 1)
        elif number.isdigit():
            following = number
            break
        elif number and not number.isalpha() or not number and rows[at].text.rstrip().endswith(":"):
            return None
    own = rows[outer].number
    if not own.isdigit():
        return None
    if following is not None:
        return ends[-1] if int(following) == int(own) + 1 else None
    if len(ends) <= int(own):
        return ends[-1] if len(ends) >= FEWEST else None
    last = int(own) - 1
    closed = [at for at, end in enumerate(ends) if rows[end - 1].text.rstrip().endswith(".")]
    return ends[last] if last > 0 and closed[:1] == [last] else None
