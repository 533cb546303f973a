"""Section headings that have lost their number: `Бөлімшелердің әрекеттері тәртібін сипаттау` between 1 and 3.

What tells such a line: it is not set in, it is worded as a heading is, it closes with no mark, and the point below it
goes on from the point above. Its number is told by the headings around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import regex

from regkb.normalize.passages import structure_pattern
from regkb.schemas.stages import Block

_POINT = regex.compile(r"(?P<number>\d{1,3})(?:-\d{1,2})?\.(?!\d)")
_LONGEST_HEADING = 400


def infer_section(blocks: Sequence[Block], i: int, above: str, point: str, language: str) -> str | None:
    """Return the number of the section that block `i` opens without having one; None where it opens none.

    `above` is the number of the section that it stands in, `point` that of the last point in it, both empty at the head
    of a regulation. A heading to which the next one leaves no number is no section of its own.
    """
    text = blocks[i].text.rstrip()
    if len(text) > _LONGEST_HEADING or structure_pattern("unnumbered_heading", language).fullmatch(text) is None:
        return None
    if not _goes_on(blocks[i + 1 : i + 2], point) or not (above or "0").isdigit():
        return None
    number = int(above or 0) + 1
    below = _next_number(blocks[i + 1 :], language)
    return None if below is not None and below <= number else str(number)


def _goes_on(below: Sequence[Block], point: str) -> bool:
    """Tell whether the block below is the point that follows `point`."""
    last = point.partition("-")[0]
    found = _POINT.match(below[0].text) if below and below[0].kind == "body" else None
    return found is not None and int(found["number"]) == int(last if last.isdigit() else 0) + 1


def _next_number(below: Sequence[Block], language: str) -> int | None:
    """Return the number of the next section of the same regulation that has one in figures."""
    heading = structure_pattern("heading", language)
    same = takewhile(lambda block: block.kind != "stamp", below)
    found = (heading.match(block.text) for block in same if block.kind not in ("body", "table"))
    numbers = (match["number"] or match["chapter"] for match in found if match)
    return next((int(number) for number in numbers if number), None)
