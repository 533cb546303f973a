"""Lines that nothing but their words tells apart: which open a provision, which are titles, headings or stamps.

What counts: whether a sentence is over, the numbers of points (a heading has one too, but the point below it goes on
from the point above), the formula that enacts, notes, signatures, and long runs of narrow lines, which are tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import regex

from regkb.normalize.line_ends import ENDS_BEFORE_LINK, MARKER, PAGE_BREAK, SENTENCE_END, is_finished, was_full
from regkb.normalize.lines import Line
from regkb.normalize.passages import is_status, join_lines, structure_pattern
from regkb.normalize.tidying import tidy

_LONGEST_WRAPPED = 130
"""Where a line is longer, lines were not broken to a width: each is a paragraph."""
_CELL_WIDTH = 45
_FEWEST_CELLS = 8
_LONGEST_HEADING = 120
_LONGEST_TITLE = 400

_SET_IN_BY_LINK = 2
"""A blank or two stand where a line begins with what follows a lost link."""

_POINT = regex.compile(r"(?P<number>\d{1,3})\s?\.(?!\d)\s*\S")
_NAME = regex.compile(r"(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{L}-]+\.?")


@dataclass(frozen=True, slots=True)
class _Run:
    """Lines that belong together, the first of them line `start`; `point` is the number of a point or a heading."""

    start: int
    text: str
    point: int | None
    is_cell: bool = False

    @property
    def ends_sentence(self) -> bool:
        return SENTENCE_END.search(self.text) is not None or ENDS_BEFORE_LINK.search(self.text) is not None


def find_provisions(lines: Sequence[Line], language: str) -> tuple[set[int], set[int], list[int]]:
    """Return the indexes of the lines that open a paragraph of the text, of those that open something else (a title, a
    heading, a stamp, a cell), and of those that could be either.
    """
    runs = list(_mark_cells(_cut_runs([tidy(line, language) for line in lines], language)))
    walk = _Walk(language, _following_points(runs))
    opened = [walk.opens(runs, i) for i in range(len(runs))]
    openings = {run.start for run, is_open in zip(runs, opened, strict=True) if is_open}
    starts = {run.start for run in runs}
    unclear = [runs[i].start for i in walk.unclear]
    if sum(lines[i].indent > 0 for i in openings) * 2 < len(openings):
        joined = (i for i in range(1, len(lines)) if i not in starts)
        unclear += [i for i in joined if SENTENCE_END.search(lines[i - 1].text) is not None]
    return openings, starts - openings, sorted(unclear)


def _cut_runs(lines: Sequence[Line], language: str) -> Iterator[_Run]:
    """Yield the lines that belong together: a line each, or as many as make a paragraph where lines were broken."""
    whole = any(len(line.text) > _LONGEST_WRAPPED and not line.letter_spaced for line in lines)
    start = 0
    for i in range(1, len(lines) + 1):
        if i < len(lines) and not (
            _starts_anew(lines[i - 1], lines[i], language)
            or _ends_note(lines[start], lines[i - 1], language)
            or (whole and not (lines[start].text[0].isdigit() and _goes_on(lines[i - 1], lines[i])))
        ):
            continue
        if i > start:
            text = join_lines(lines[start:i])
            point = _POINT.match(text)
            yield _Run(start, text, int(point["number"]) if point else None)
        start = i


def _ends_note(first: Line, last: Line, language: str) -> bool:
    """Tell whether a note is over: it has one sentence in most cases, and the preamble below it is worse to lose."""
    if SENTENCE_END.search(last.text) is None:
        return False
    return structure_pattern("note", language).match(first.text) is not None


def _starts_anew(last: Line, line: Line, language: str) -> bool:
    """Tell whether a line begins a paragraph, a heading or a title in a text whose lines were broken to a width."""
    if any(_stands_alone(one.text, language) for one in (last, line)) or _NAME.fullmatch(line.text):
        return True
    if _goes_on(last, line) or _is_cut(last, line, language):
        return False
    if line.blank_before or line.indent:
        return True
    if not was_full(last, line) or last.text[-1] == ";" or (last.text[-1] == ":" and line.text[-1] == ";"):
        return True
    if (
        structure_pattern("note", language).match(line.text)
        or _ends_info(last, line, language)
        or _begins_wording(last, line, language)
    ):
        return True
    if MARKER.match(line.text):
        return is_finished(last.text) or ENDS_BEFORE_LINK.search(last.text) is not None
    return is_finished(last.text) and structure_pattern("signature", language).fullmatch(line.text) is not None


def _stands_alone(text: str, language: str) -> bool:
    """Tell whether a line is a paragraph by itself: the state of the act, or the word above an endorsement."""
    return is_status(text, language) or structure_pattern("agreed", language).fullmatch(text) is not None


def _ends_info(last: Line, line: Line, language: str) -> bool:
    """Tell whether the line on issuer and registration is over: `№ 1207 болып тіркелді | Үлгілер туралы`."""
    if not line.text[0].isupper() and line.text[0] not in '«"':
        return False
    return any(m.end() == len(last.text) for m in structure_pattern("info_end", language).finditer(last.text))


def _begins_wording(last: Line, line: Line, language: str) -> bool:
    """Tell whether a line begins the wording that the line above announces: `толықтырылсын: | «Құжаттар …`."""
    if line.text[0] not in '«"':
        return False
    glued = ENDS_BEFORE_LINK.search(last.text)
    end = glued.start() + 1 if glued else len(last.text)
    return any(m.end() == end for m in structure_pattern("quoted_wording", language).finditer(last.text))


def _goes_on(last: Line, line: Line) -> bool:
    """Tell whether a line is in mid-sentence."""
    begun = line.text[0].islower() or line.follows or last.text.endswith(("–", "-", "("))
    return begun and not is_finished(last.text)


def _is_cut(last: Line, line: Line, language: str) -> bool:
    """Tell whether a page, or a lost link, broke a sentence before a name: `… не осы | Регламенттің 6-тармағында`."""
    if line.indent > _SET_IN_BY_LINK or not was_full(last, line) or is_finished(last.text):
        return False
    if line.blank_before >= PAGE_BREAK and not line.indent:
        return MARKER.match(line.text) is None
    return (
        line.blank_before > 0
        and MARKER.match(line.text) is None
        and not structure_pattern("stamp_start", language).match(line.text)
    )


def _mark_cells(runs: Iterator[_Run]) -> Iterator[_Run]:
    """Yield the runs, those marked that stand among many narrow ones: the cells of a table."""
    for is_narrow, group in groupby(runs, key=lambda run: len(run.text) <= _CELL_WIDTH):
        narrow = list(group)
        is_table = is_narrow and len(narrow) >= _FEWEST_CELLS and sum(r.ends_sentence for r in narrow) * 2 < len(narrow)
        for run in narrow:
            yield _Run(run.start, run.text, None, is_cell=True) if is_table else run


def _following_points(runs: Sequence[_Run]) -> list[_Run | None]:
    """Return for each run the next point or numbered heading below it."""
    following: list[_Run | None] = []
    below: _Run | None = None
    for run in reversed(runs):
        following.append(below)
        below = run if run.point is not None else below
    return following[::-1]


@dataclass(slots=True)
class _Walk:
    """The place reached while the runs of a document are read in order."""

    language: str
    following: Sequence[_Run | None]
    enacted: bool = False
    noted: bool = False
    signed: bool = False
    last_point: int = 0
    last_opened: bool = False
    unclear: list[int] = field(default_factory=list)

    def opens(self, runs: Sequence[_Run], i: int) -> bool:
        """Tell whether run `i` is a paragraph of the text."""
        if not self.enacted:
            self.last_opened = self._opens_in_head(runs, i)
        else:
            self.last_opened = self._opens_in_text(runs, i)
        return self.last_opened

    def _pattern(self, name: str) -> regex.Pattern[str]:
        return structure_pattern(name, self.language)

    def _opens_in_head(self, runs: Sequence[_Run], i: int) -> bool:
        """Tell a note, the preamble, or the first point of an act that has none from title, status and info line."""
        text = runs[i].text
        if self._pattern("note").match(text):
            self.noted = True
            return True
        self.enacted = self._pattern("enacting").search(text) is not None or (runs[i].point == 1 and i > 0)
        if self.enacted:
            return self._opens_in_text(runs, i)
        return self.noted and runs[i].ends_sentence

    def _opens_in_text(self, runs: Sequence[_Run], i: int) -> bool:
        run = runs[i]
        if run.is_cell:
            return False
        signature = any(self._pattern(name).fullmatch(run.text) for name in ("signature", "agreed"))
        is_office = any(_NAME.fullmatch(below.text) for below in runs[i + 1 : i + 2])
        if signature or (self.signed and (is_office or _NAME.fullmatch(run.text))):
            self.signed = True
            return True
        self.signed = False
        if self._pattern("enacting").search(run.text) or self._pattern("note").match(run.text):
            return True
        if run.point is not None:
            return self._opens_point(runs, i)
        if run.ends_sentence:
            return True
        if MARKER.match(run.text) or run.text[0].islower():
            return self.last_opened
        if len(run.text) > _LONGEST_TITLE:
            self.unclear.append(i)
            return True
        return False

    def _opens_point(self, runs: Sequence[_Run], i: int) -> bool:
        """Tell a point from a heading with a number: below a heading the points go on from the point above it."""
        run, below = runs[i], self.following[i]
        number, following = run.point or 0, below.point if below else None
        expected = 1 if number == 1 else self.last_point + 1
        can_be = not run.ends_sentence or len(run.text) <= _LONGEST_HEADING
        if below and number == following and run.ends_sentence and not below.ends_sentence:
            can_be = False  # 2. …. | 2. Тәртіп: of two with one number the heading is the one without a full stop
        if can_be and following == (number if number == expected else expected):
            self.last_point = expected - 1
            return False
        if not run.ends_sentence and not (number == expected and following in (number + 1, None)):
            self.unclear.append(i)
            return False
        self.last_point = number
        return True
