"""Stamps that no blank line parts from the text above them or the title below them: the blank lines they lack.

A stamp is narrow and ends with words of its own (`№ 41 қаулысына 1-қосымша`); the title of the annex begins below it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from regkb.normalize.line_ends import FINISHED
from regkb.normalize.lines import Line
from regkb.normalize.passages import Passage, structure_pattern
from regkb.normalize.stamps import MOST_LINES, WIDTH, is_stamp
from regkb.normalize.tidying import tidy

_OPENING_QUOTES = '«"'


def part_off_stamps(lines: Sequence[Line], language: str) -> list[Line]:
    """Return the lines, with a blank line above and below a stamp that stands at the margin without one."""
    result = list(lines)
    i = 0
    while i < len(lines):
        count = _count_lines(lines, i, language) if _may_begin(lines, i, language) else 0
        for border in (i, i + count):
            if count and border < len(lines):
                result[border] = result[border]._replace(blank_before=max(result[border].blank_before, 1))
        i += max(count, 1)
    return result


def _may_begin(lines: Sequence[Line], i: int, language: str) -> bool:
    """Tell whether a stamp may begin with a line: a narrow one with a capital or a quote, not in mid-sentence."""
    line = lines[i]
    if not i or line.opens_paragraph or len(line.text) > WIDTH or not _is_first(line.text):
        return False
    if line.blank_before or FINISHED.search(lines[i - 1].text):
        return True
    if structure_pattern("stamp_start", language).match(tidy(line, language).text):
        return True
    return structure_pattern("signature", language).fullmatch(lines[i - 1].text) is not None


def _is_first(text: str) -> bool:
    return text[0].isupper() or text[0] in _OPENING_QUOTES


def _count_lines(lines: Sequence[Line], i: int, language: str) -> int:
    """Return how many lines make a stamp together: all that touch, or the least that do; 0 where none do."""
    touching = takewhile(lambda line: not (line.blank_before or line.opens_paragraph), lines[i + 1 : i + MOST_LINES])
    block = [tidy(line, language) for line in (lines[i], *touching)]
    narrow = len(list(takewhile(lambda line: len(line.text) <= WIDTH, block)))
    counts = list(range(1, narrow + 1))
    if narrow == len(block):
        counts.insert(0, narrow)
    for count in counts:
        if is_stamp(Passage(tuple(block[:count]), "plain").text, language) and _is_over(block, count, language):
            return count
    return 0


def _is_over(block: Sequence[Line], count: int, language: str) -> bool:
    """Tell whether a stamp goes on no further than the first `count` lines."""
    if count == len(block):
        return True
    below = block[count].text
    last_words, going_on = structure_pattern("stamp_end", language), structure_pattern("stamp_continues", language)
    return _is_first(below) and not last_words.fullmatch(below) and not going_on.match(below)
