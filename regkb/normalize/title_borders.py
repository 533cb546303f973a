"""The title of an act that no blank line parts from the line on issuer and number: the blank line it lacks."""

from __future__ import annotations

from collections.abc import Sequence

from regkb.normalize.lines import Line
from regkb.normalize.passages import is_status, structure_pattern
from regkb.normalize.tidying import tidy

_LONGEST_TITLE = 20
"""Lines."""


def part_off_title(lines: Sequence[Line], language: str) -> list[Line]:
    """Return the lines, with a blank line below a title at the margin that has none."""
    border = structure_pattern("title_border", language)
    result = list(lines)
    for i in range(1, min(len(lines), _LONGEST_TITLE)):
        last, line = lines[i - 1], lines[i]
        if line.blank_before or line.opens_paragraph or is_status(line.text, language):
            break
        if border.search(f"{tidy(last, language).text}\n{tidy(line, language).text}"):
            result[i] = line._replace(blank_before=1)
            break
    return result
