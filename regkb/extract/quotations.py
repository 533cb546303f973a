"""Quotations: titles with quotes inside quotes, and quotes that the law forgot to open or to close."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

import regex

from regkb.schemas.record import Span

MARKS = '"«»“”„'
LONGEST_TITLE = 1500
"""Characters: no title of an act is longer, so that a search for a lost quotation mark ends."""

_MARK = regex.compile(rf"[{MARKS}]")
_CLAUSE_START = regex.compile(r"(?:(?<=\s)[–—-]|[:;])\s|^\d{1,3}[.)]\s")
_ALWAYS_OPENS, _ALWAYS_CLOSES = "«„“", "»”"
_BEFORE_OPENING = " \n(–—-,:" + MARKS
_ENDS_A_SENTENCE_PART = " ;.,:"


def opens_quotation(text: str, at: int) -> bool:
    """Tell whether the quotation mark at `at` opens: `«`, or a straight one that has a word on its right alone.

    A straight one between a space and a comma (`кейін ", бес күн" деген`) opens where no other one waits to be closed,
    and so does one between two blanks before a capital (`Кодекса " О налогах "`), or behind a number (`№ 438 " Үлгі`).
    """
    mark = text[at]
    if mark in _ALWAYS_OPENS:
        return True
    if mark in _ALWAYS_CLOSES:
        return False
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if not after or (before and before not in _BEFORE_OPENING):
        return False
    if after.isspace():
        behind_number = at > 1 and text[at - 2].isdigit()
        is_between = not before.strip() and text[at + 2 : at + 3].isupper()
        return is_between and (behind_number or _none_waits(text, at))
    if after in _ENDS_A_SENTENCE_PART + ")":
        return before.isspace() and _none_waits(text, at)
    return True


def _none_waits(text: str, at: int) -> bool:
    """Tell whether no straight mark before the one at `at` waits to be closed."""
    return text.count(text[at], max(0, at - LONGEST_TITLE), at) % 2 == 0


def quotation_ending_at(text: str, end: int, earliest: int = 0) -> int | None:
    """Return where the quotation that closes just before `end` begins, its opening mark included.

    Pairs inside are skipped. Where an opening mark is missing (`"Ә" стандартын бекіту туралы"`), the quotation
    begins with the first inner one. None: `text[end - 1]` closes nothing that was opened at or after `earliest`.
    """
    if end < 1 or text[end - 1] not in MARKS or opens_quotation(text, end - 1):
        return None
    earliest = max(earliest, end - LONGEST_TITLE)
    depth, best = 1, None
    for at in range(end - 2, earliest - 1, -1):
        if text[at] not in MARKS:
            continue
        depth += -1 if opens_quotation(text, at) else 1
        if depth == 0:
            return at
        if depth == 1 and best is None:
            best = at
    return best


def unopened_quotation(text: str, end: int) -> int | None:
    """Return where the words begin that a quotation mark just before `end` closes, though nothing opened them.

    They are the rest of the sentence: `нәтижесі – Отбасы … туралы"`. None: there is no such mark, or an opening one.
    """
    if end < 1 or text[end - 1] not in MARKS or opens_quotation(text, end - 1):
        return None
    earliest = max(0, end - LONGEST_TITLE)
    if any(opens_quotation(text, found.start()) for found in _MARK.finditer(text, earliest, end - 1)):
        return None
    start = max((found.end() for found in _CLAUSE_START.finditer(text, earliest, end - 1)), default=earliest)
    return start if text[start : start + 1].isupper() else None


def quotation_starting_at(text: str, start: int, longest: int = LONGEST_TITLE) -> int | None:
    """Return the end of the quotation that opens at `start`, its closing mark included; None: it never closes.

    It is sought for `longest` characters. Where a closing mark is missing, the quotation ends with the last one found.
    """
    if start >= len(text) or text[start] not in MARKS or not opens_quotation(text, start):
        return None
    depth = 0
    best: int | None = None
    for found in _MARK.finditer(text, start, start + longest):
        at: int = found.start()
        depth += 1 if opens_quotation(text, at) else -1
        if depth == 0:
            return at + 1
        if depth == 1 and at > start:
            best = at + 1
    return best


def end_of_shared_mark(text: str, start: int) -> int | None:
    """Return the end of a quotation that opens at `start`, two inside it: one mark, or a run of them, closes them all.

    `«О внесении изменений в решение № 7 «Об утверждении регламента «Выдача справок»| акимат …`.
    """
    if start >= len(text) or text[start] not in MARKS or not opens_quotation(text, start):
        return None
    closed: int | None = None
    for found in _MARK.finditer(text, start + 1, start + LONGEST_TITLE):
        at: int = found.start()
        if not opens_quotation(text, at):
            closed = at + 1
        elif closed is not None:
            break
    return closed


def find_quotations(text: str) -> list[Span]:
    """Return the outermost quotations from left to right, their marks included, ending as `quotation_starting_at` says.

    Time is bound by the length of the text alone, whatever it is made of: the depth after each mark is counted once.
    """
    marks = [found.start() for found in _MARK.finditer(text)]
    depths = list(accumulate(1 if opens_quotation(text, at) else -1 for at in marks))
    of_depth: dict[int, list[int]] = {}
    for number, depth in enumerate(depths):
        of_depth.setdefault(depth, []).append(number)
    spans: list[Span] = []
    number = 0
    while number < len(marks):
        last = _close(number, marks, depths, of_depth) if _opens(depths, number) else None
        if last is None:
            number += 1
        else:
            spans.append((marks[number], marks[last] + 1))
            number = last + 1
    return spans


def _opens(depths: Sequence[int], number: int) -> bool:
    return depths[number] > (depths[number - 1] if number else 0)


def _close(
    number: int, marks: Sequence[int], depths: Sequence[int], of_depth: Mapping[int, Sequence[int]]
) -> int | None:
    """Return the number of the mark that closes what the mark `number` opens; `None` where none does."""
    within = bisect_left(marks, marks[number] + LONGEST_TITLE)
    below = of_depth.get(depths[number] - 1, ())
    place = bisect_right(below, number)
    if place < len(below):
        if below[place] < within:
            return below[place]
        within = min(within, below[place])
    level = of_depth[depths[number]]
    last = level[bisect_left(level, within) - 1]
    return last if last > number else None


def unquote(text: str) -> str:
    """Return the words of a quotation without its outer marks; a mark that has no partner at the other end stays.

    A full stop, a comma or a semicolon after the closing mark goes with it. Where more is opened than closed, the
    closing mark is that of a quotation inside: `«Об утверждении «Правил»`.
    """
    inner = text.strip()
    bare = inner.rstrip(_ENDS_A_SENTENCE_PART)
    if len(bare) > 1 and bare[0] in MARKS and opens_quotation(bare, 0) and count_open(bare) > 0:
        return bare[1:].strip()
    if bare and bare[-1] in MARKS and not opens_quotation(bare, len(bare) - 1):
        inner = bare[:-1]
    if inner and inner[0] in MARKS and count_open(inner) > 0:
        inner = inner[1:]
    return inner.strip()


def unquote_wording(text: str) -> str:
    """Return the wording that an amendment quotes, without the marks around it, however many the law forgot inside.

    A full stop, a comma or a semicolon after the closing mark goes with it. A mark that is printed once where a
    quotation inside begins or ends with the wording stays: `"корпорация "Үлгі"`, `"Үлгі" корпорациясы"`.
    """
    inner = text.strip()
    bare = inner.rstrip(_ENDS_A_SENTENCE_PART)
    opened = bool(bare) and bare[0] in MARKS
    if not opened or len(bare) < 2 or bare[-1] not in MARKS or opens_quotation(bare, len(bare) - 1):
        return inner[1:].strip() if opened else inner
    within = bare[1:-1]
    opens = [opens_quotation(bare, found.start() + 1) for found in _MARK.finditer(within)]
    if opens.count(True) - opens.count(False) == 1 and opens[-1]:
        return bare[1:].strip()
    if opens.count(False) - opens.count(True) == 1 and not opens[0]:
        return bare[:-1].strip()
    return within.strip()


def count_open(text: str) -> int:
    """Return how many quotations of `text` stay open."""
    return sum(1 if opens_quotation(text, found.start()) else -1 for found in _MARK.finditer(text))
