"""Stamps that no blank line parts from the text above them or the title below them: the blank lines they lack.

A stamp is narrow and ends with words of its own (`№ 41 қаулысына 1-қосымша`); the title of the annex begins below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from regkb.normalize.line_ends import is_finished
from regkb.normalize.lines import Line
from regkb.normalize.passages import Passage, structure_pattern
from regkb.normalize.stamps import MOST_LINES, WIDTH, cannot_go_on, is_stamp, may_open, set_apart
from regkb.normalize.tidying import tidy


def part_off_stamps(lines: Sequence[Line], language: str) -> list[Line]:
    """Return the lines, with a blank line above and below a stamp that stands at the margin without one."""
    result = list(lines)
    i = 0
    while i < len(lines):
        count = _count_lines(lines, i, language) if _may_begin(lines, i, language) else 0
        set_apart(result, i, count)
        i += max(count, 1)
    return result


def _may_begin(lines: Sequence[Line], i: int, language: str) -> bool:
    """Tell whether a stamp may begin with a line: a narrow one with a capital or a quote, not in mid-sentence."""
    line = lines[i]
    if not i or line.opens_paragraph or len(line.text) > WIDTH or not may_open(line.text):
        return False
    if line.blank_before or is_finished(lines[i - 1].text):
        return True
    if structure_pattern("stamp_start", language).match(tidy(line, language).text):
        return True
    return structure_pattern("signature", language).fullmatch(lines[i - 1].text) is not None


def _count_lines(lines: Sequence[Line], i: int, language: str) -> int:
    """Return how many lines make a stamp together: all that touch, or the least that do; 0 where none do.

    Blank lines may stand within a stamp, and a stamp that names two acts has none.
    """
    narrow = takewhile(lambda line: not line.opens_paragraph and len(line.text) <= WIDTH, lines[i : i + MOST_LINES])
    tidied = (tidy(line, language) for line in narrow)
    block = list(takewhile(lambda line: not cannot_go_on(line.text, language), tidied))
    if not any(structure_pattern("stamp_key", language).search(line.text) for line in block):
        return 0
    behind = lines[i + len(block) : i + len(block) + 1]
    below = [*block[1:], tidy(behind[0], language) if behind else None]
    apart = [line is None or line.blank_before > 0 or line.opens_paragraph for line in below]
    touching = apart.index(True) + 1 if True in apart else 0
    counts: list[int] = [*([touching] if touching else []), *range(1, len(block) + 1)]
    for count in counts:
        line = below[count - 1]
        goes_on = line is not None and _goes_on(line, count == touching, language)
        if not goes_on and _are_stamp(block[:count], language):
            return count
    return 0


def _are_stamp(lines: Sequence[Line], language: str) -> bool:
    return is_stamp(Passage(tuple(lines), "plain").text, language)


def _goes_on(below: Line, is_parted: bool, language: str) -> bool:
    """Tell whether a stamp goes on with the line below, which a blank line may part from it."""
    if structure_pattern("stamp_continues", language).match(below.text):
        return True
    last_words = structure_pattern("stamp_end", language).fullmatch(below.text) is not None
    return last_words or not (is_parted or may_open(below.text))
