"""Letters → rows of words: which letters share a baseline, and where among them words end.

A word ends at a drawn blank, or where two letters stand further apart than their neighbours do: so letter-spacing,
whatever its stretch, joins nothing and parts nothing. In a row that has a blank behind nearly every letter the blanks
are the stretch, and only the distances count.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median_low

from regkb.ingest.pdf_letters import Letter

SAME_ROW = 0.35
"""Baselines nearer than this, in type sizes, are one row."""
WORD_GAP = 0.13
"""How much further apart than their neighbours, in type sizes, two letters of different words stand."""
SPACED_BY_BLANKS = 0.4
"""More blanks than this share of the letters: they are letter-spacing, not the ends of words."""
_NEIGHBOURS = 4
_OVERPRINT = 0.12
"""The same letter drawn again so near, in type sizes, is one letter made bold."""
_LEAST_SIZE = 0.1
"""A file may set type of no size at all, by which nothing can be divided."""


@dataclass(frozen=True, slots=True)
class Row:
    """The words on one baseline of a page, from left to right.

    `boxes` holds four numbers a letter, blanks left out: left, bottom, right, top. `bold`: most letters are.
    """

    page: int
    words: tuple[str, ...]
    boxes: array[float]
    y: float
    size: float
    bold: bool

    @property
    def x0(self) -> float:
        """Left edge of the first letter."""
        return self.boxes[0]

    @property
    def x1(self) -> float:
        """Right edge of the last letter."""
        return self.boxes[-2]

    @property
    def first_word_width(self) -> float:
        """From the left edge of the first word to its right edge."""
        return self.boxes[4 * len(self.words[0]) - 2] - self.boxes[0]

    @property
    def text(self) -> str:
        """The words, a blank between any two."""
        return " ".join(self.words)


def make_rows(page: int, letters: Sequence[Letter]) -> list[Row]:
    """Return the rows of a page from the top down, whatever the order in which its letters were drawn."""
    rows = []
    draws_blanks = any(letter.text == " " for letter in letters)
    for group in _group_by_baseline(letters):
        row = _make_row(page, _drop_overprints(group), draws_blanks)
        if row is not None:
            rows.append(row)
    return rows


def _group_by_baseline(letters: Sequence[Letter]) -> Iterator[list[Letter]]:
    """Yield the letters that share a baseline, each group from left to right, the groups from the top down."""
    group: list[Letter] = []
    for letter in sorted(letters, key=lambda letter: -letter.y):
        if group and group[-1].y - letter.y > SAME_ROW * min(letter.size, group[-1].size):
            yield _by_place(group)
            group = []
        group.append(letter)
    if group:
        yield _by_place(group)


def _by_place(group: list[Letter]) -> list[Letter]:
    return sorted(group, key=lambda letter: (letter.x0, letter.x1))


def _drop_overprints(letters: list[Letter]) -> list[Letter]:
    """Return the letters of a row without those that were drawn a second time in nearly the same place."""
    kept: list[Letter] = []
    for letter in letters:
        near = letter.x0 - _OVERPRINT * letter.size
        if kept and kept[-1].x0 > near and any(before.text == letter.text for before in kept[-2:] if before.x0 > near):
            continue
        kept.append(letter)
    return kept


def _make_row(page: int, letters: list[Letter], draws_blanks: bool) -> Row | None:
    """Return the row that letters in order make; none where only blanks were drawn.

    Two letters alone have no neighbours to be measured by: where the page draws its blanks, they are one word.
    """
    inked = [letter for letter in letters if letter.text != " "]
    if not inked:
        return None
    ends = set() if _is_spaced_by_blanks(letters, inked) else _find_blanks(letters)
    gaps = [after.x0 - before.x1 for before, after in zip(inked, inked[1:], strict=False)]
    free = [gap for index, gap in enumerate(gaps) if index not in ends]
    words: list[str] = []
    start = place = 0
    for index, gap in enumerate(gaps):
        if index in ends:
            is_end = True
        else:
            least = WORD_GAP * inked[index].size
            alone = draws_blanks and len(free) == 1
            is_end = gap > least and not alone and gap - _find_base(free, place) > least
            place += 1
        if is_end:
            words.append("".join([letter.text for letter in inked[start : index + 1]]))
            start = index + 1
    words.append("".join([letter.text for letter in inked[start:]]))
    boxes = array("f")
    for letter in inked:
        boxes.extend((letter.x0, letter.bottom, letter.x1, letter.top))
    size = max(_LEAST_SIZE, median_low([letter.size for letter in inked]))
    bold = sum([letter.bold for letter in inked]) > len(inked) / 2
    return Row(page, tuple(words), boxes, inked[0].y, size, bold)


def _is_spaced_by_blanks(letters: list[Letter], inked: list[Letter]) -> bool:
    """Tell whether blanks stretch the letters apart; a row of figures (`1 2 3 4` heads a table's columns) they part."""
    many = len(letters) - len(inked) > SPACED_BY_BLANKS * len(inked)
    return many and not all(letter.text.isdigit() for letter in inked)


def _find_blanks(letters: list[Letter]) -> set[int]:
    """Return behind which inked letters, counted from 0, a blank was drawn."""
    found = set()
    inked = 0
    for letter in letters:
        if letter.text == " ":
            if inked:
                found.add(inked - 1)
        else:
            inked += 1
    return found


def _find_base(gaps: list[float], place: int) -> float:
    """Return how far apart the letters around a gap stand: the lower median of the four gaps on each side."""
    around = gaps[max(0, place - _NEIGHBOURS) : place] + gaps[place + 1 : place + 1 + _NEIGHBOURS]
    return max(0.0, median_low(around)) if around else 0.0
