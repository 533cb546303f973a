"""Page numbers and running heads: what a page carries beside its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import regex

from regkb.ingest.pdf_rows import Row

APART = 1.6
"""Furniture stands this many type sizes or more away from the text."""
_FEWEST_REPEATS = 3
_REPEATED = 0.6
_PAGE_NUMBER = regex.compile(r"[\p{P}\s]*(?:\p{L}{3,4}\.?\s)?(?P<number>\d{1,4})[\p{P}\s]*(?:/\s?\d{1,4})?")


def find_furniture(pages: Sequence[Sequence[Row]]) -> dict[int, list[Row]]:
    """Return the rows that are no text of the act, by page index: numbers that count the pages, lines that repeat.

    `pages` holds the rows of each page from the top down. Only the outermost rows are looked at.
    """
    found: dict[int, list[Row]] = {}
    for end in (0, -1):
        outer = {index: rows[end] for index, rows in enumerate(pages) if rows and _stands_apart(rows, end)}
        counted = Counter(
            int(match["number"]) - index for index, row in outer.items() if (match := _PAGE_NUMBER.fullmatch(row.text))
        )
        repeated = Counter(row.text for row in outer.values())
        offset, hits = counted.most_common(1)[0] if counted else (0, 0)
        for index, row in outer.items():
            match = _PAGE_NUMBER.fullmatch(row.text)
            numbers = match is not None and int(match["number"]) - index == offset and (hits > 1 or offset == 1)
            repeats = repeated[row.text] >= max(_FEWEST_REPEATS, _REPEATED * len(pages))
            if numbers or repeats:
                found.setdefault(index, []).append(row)
    return found


def _stands_apart(rows: Sequence[Row], end: int) -> bool:
    """Tell whether the first (0) or last (-1) row of a page stands away from the others."""
    if len(rows) == 1:
        return True
    inner = rows[1] if end == 0 else rows[-2]
    return abs(inner.y - rows[end].y) > APART * max(inner.size, rows[end].size)
