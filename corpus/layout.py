"""Sets a specimen on pages: lines, justification, links drawn after their line, stamps at the right, tables.

What a page holds is a list of shows in the order in which they are drawn, which is not the order of reading: as in
Adilet's exports, the words of a line that are neither link nor bold come first, then its links, then its bold words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import regex

from corpus.metrics import Face, width
from corpus.phrase import Cite
from corpus.specimen import Passage, Specimen
from regkb.schemas.record import ActRef, SelfRef, Span

PAGE_WIDTH, PAGE_HEIGHT = 595.0, 842.0
LEFT, TOP, BOTTOM = 69.0, 786.0, 60.0
TEXT_WIDTH = 457.0
SIZE, TITLE_SIZE, TABLE_SIZE = 10.0, 12.0, 9.0
LEADING = 2.0
"""Distance of baselines, in type sizes."""
GAP = 1.7
"""Space around headings and stamps, in type sizes."""
INDENT = " " * 6
STRETCH_TO = 0.58
"""The share of the measure up to which a stretched last line is letter-spaced."""
WIDEST_SPACE = 1.2
"""A line that would need wider word spaces than this, in type sizes, is letter-spaced instead, and no wider either."""
STAMP_LEFT = 0.5
COLUMNS = (0.07, 0.43, 0.28, 0.22)
PADDING = 4.0
PICTURE_HEIGHT = 220.0
SITE = "https://adilet.example/kaz/docs/"

_UNIT = regex.compile(
    r"""
    \p{N}+-(?=\p{L})                            # a figure before its ending may stand alone: 1- | қосымшасына
  | \p{L}[\p{L}\p{N}]*(?:[-–./][\p{L}\p{N}]+)*  # іс-қимыл, www.e.gov.kz
  | \p{N}+(?:[./:]\p{N}+)*                      # 2/498, 09.00
  | .                                           # any mark may be parted from its word: ( | іс-қимыл
    """,
    regex.VERBOSE,
)

RunStyle = Literal["plain", "link", "bold"]
_ORDER: tuple[RunStyle, ...] = ("plain", "link", "bold")


@dataclass(frozen=True, slots=True)
class Show:
    """A run of letters drawn in one go, from (x, y) on its baseline, with extra space after letters and blanks."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    letter_space: float = 0.0
    word_space: float = 0.0
    target: str | None = None


@dataclass(slots=True)
class Page:
    """What is drawn on one page; `rules` are table lines as (x0, y0, x1, y1), `pictures` boxes likewise."""

    shows: list[Show] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Unit:
    text: str
    style: RunStyle
    width: float
    target: str | None


@dataclass(slots=True)
class _Line:
    units: list[_Unit]
    width: float
    last: bool = False


def lay_out(specimen: Specimen) -> list[Page]:
    """Set a specimen on pages; the same specimen gives the same pages."""
    return _Setter(specimen.plan.style.latin_i).set(specimen.passages)


def drawn_text(text: str, latin_i: bool) -> str:
    """Return the letters that are drawn for a text: with `latin_i` the Latin look-alikes of і."""
    return text.replace("і", "i").replace("І", "I") if latin_i else text


def link_target(cites: tuple[tuple[Span, Cite], ...], link: Span) -> str:
    """Return the address behind a link: the act that is cited around it, or a place in this one."""
    for (start, end), cite in cites:
        if start <= link[0] and link[1] <= end:
            if isinstance(cite.target, ActRef):
                year = cite.target.date.year % 100 if cite.target.date else 0
                number = regex.sub(r"\D", "", cite.target.registration_number or cite.target.number or "")
                letter = "Z" if cite.target.type == "law" else "V"
                return f"{SITE}{letter}{year:02d}AE{number:0>6}"
            return "#z1" if isinstance(cite.target, SelfRef) else f"{SITE}V15AE000001#z9"
    return f"{SITE}V15AE000002"


class _Setter:
    """The place on the page where the next line goes."""

    def __init__(self, latin_i: bool) -> None:
        self.pages = [Page()]
        self.y = TOP
        self.latin_i = latin_i

    def set(self, passages: tuple[Passage, ...]) -> list[Page]:
        for index, passage in enumerate(passages):
            before = passages[index - 1] if index else None
            after = passages[index + 1] if index + 1 < len(passages) else None
            if after is not None and after.glued:
                self._block([passage, after], gap=True)
            elif passage.glued:
                continue
            elif passage.kind in ("title", "heading", "caption"):
                self._block([passage], gap=passage.kind != "caption")
            elif passage.kind == "stamp":
                self._stamp(passage)
            elif passage.kind == "row":
                self._row(passage, first=before is None or before.kind != "row")
            elif passage.kind == "picture":
                self._picture()
            else:
                self._paragraph(passage)
        return self.pages

    # -- places --------------------------------------------------------------------------------------------------------

    def _advance(self, size: float) -> float:
        """Return the baseline of the next line, on a new page where this one is full."""
        if self.y - size * LEADING < BOTTOM:
            self._turn()
        self.y -= size * LEADING
        return self.y

    def _turn(self) -> None:
        self.pages.append(Page())
        self.y = TOP

    def _space(self, size: float) -> None:
        if self.y < TOP:
            self.y -= size * GAP

    # -- blocks --------------------------------------------------------------------------------------------------------

    def _block(self, passages: list[Passage], *, gap: bool) -> None:
        """Set a title or a heading: bold, ragged, with space around it."""
        size = TITLE_SIZE if passages[0].kind == "title" else SIZE + 1
        text = drawn_text(" ".join(p.written.text for p in passages), self.latin_i)
        units = [_Unit(u, "bold", width("bold", u) * size / 1000, None) for u in _UNIT.findall(text)]
        if gap:
            self._space(size)
        for line in _break(units, TEXT_WIDTH):
            self._draw(line, LEFT, self._advance(size), size)
        if gap:
            self._space(size)

    def _paragraph(self, passage: Passage) -> None:
        """Set running text: justified, the first line opened by six blanks, the last one perhaps letter-spaced."""
        units = self._units(passage, SIZE)
        if passage.kind == "body":
            indent = width("regular", INDENT) * SIZE / 1000
            units.insert(0, _Unit(INDENT, "plain", indent, None))
        for line in _break(units, TEXT_WIDTH):
            y = self._advance(SIZE)
            letters, words = 0.0, 0.0
            blanks = sum(unit.text == " " for unit in line.units[:-1])
            slack = TEXT_WIDTH - line.width
            if line.last:
                if passage.stretched:
                    letters = _letter_space(line, TEXT_WIDTH * STRETCH_TO)
            elif blanks and slack / blanks <= WIDEST_SPACE * SIZE:
                words = max(0.0, slack / blanks)
            else:
                letters = _letter_space(line, TEXT_WIDTH * STRETCH_TO)
            self._draw(line, LEFT, y, SIZE, letters, words)

    def _stamp(self, passage: Passage) -> None:
        """Set a stamp in the right half, centred, beside an empty cell; a stretched one fills its measure."""
        self._space(SIZE)
        measure = TEXT_WIDTH * (1 - STAMP_LEFT)
        left = LEFT + TEXT_WIDTH * STAMP_LEFT
        for number, line in enumerate(_break(self._units(passage, SIZE), measure)):
            y = self._advance(SIZE)
            if number == 0:
                self.pages[-1].shows.append(Show(LEFT, y, " ", "regular", SIZE))
            if passage.stretched and not line.last:
                self._draw(line, left, y, SIZE, _letter_space(line, measure))
            else:
                self._draw(line, left + (measure - line.width) / 2, y, SIZE)

    def _picture(self) -> None:
        if self.y - PICTURE_HEIGHT < BOTTOM:
            self._turn()
        self.pages[-1].pictures.append((LEFT + 20, self.y - PICTURE_HEIGHT, LEFT + TEXT_WIDTH - 20, self.y - 10))
        self.y -= PICTURE_HEIGHT + SIZE

    def _row(self, passage: Passage, *, first: bool) -> None:
        """Set a table's row, cell after cell; where it meets the foot of the page, its cells go on overleaf."""
        cells = drawn_text(passage.written.text, self.latin_i).split(" | ")
        widths = [share * TEXT_WIDTH for share in COLUMNS]
        face: Face = "bold" if first else "regular"
        style: RunStyle = "bold" if first else "plain"
        waiting = []
        for cell, measure in zip(cells, widths, strict=True):
            units = [_Unit(u, style, width(face, u) * TABLE_SIZE / 1000, None) for u in _UNIT.findall(cell)]
            waiting.append(_break(units, measure - 2 * PADDING))
        if first:
            self.y -= SIZE
        step = TABLE_SIZE * 1.3
        while any(waiting):
            room = int((self.y - BOTTOM - 2 * PADDING) / step)
            if room < 1:
                self._turn()
                continue
            height = min(room, max(map(len, waiting))) * step + 2 * PADDING
            x = LEFT
            for number, measure in enumerate(widths):
                for line_number, line in enumerate(waiting[number][:room], start=1):
                    self._draw(line, x + PADDING, self.y - PADDING - line_number * step + 2, TABLE_SIZE)
                del waiting[number][:room]
                self._box(x, self.y - height, x + measure, self.y)
                x += measure
            self.y -= height

    def _box(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.pages[-1].rules += [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]

    # -- lines ---------------------------------------------------------------------------------------------------------

    def _units(self, passage: Passage, size: float) -> list[_Unit]:
        """Cut a paragraph into the pieces between which a line may break, each in its style."""
        written = passage.written
        text = drawn_text(written.text, self.latin_i)
        marks: list[tuple[Span, RunStyle]] = [(span, "link") for span in written.links]
        marks += [(span, "bold") for span in written.bold]
        units: list[_Unit] = []
        at = 0
        for (start, end), style in [*sorted(marks), ((len(text), len(text)), "plain")]:
            for piece, piece_style in ((text[at:start], "plain"), (text[start:end], style)):
                face: Face = "bold" if piece_style == "bold" else "regular"
                target = link_target(written.cites, (start, end)) if piece_style == "link" else None
                units += [
                    _Unit(u, piece_style, width(face, u) * size / 1000, target)  # type: ignore[arg-type]
                    for u in _UNIT.findall(piece)
                ]
            at = end
        return units

    def _draw(
        self, line: _Line, x: float, y: float, size: float, letter_space: float = 0.0, word_space: float = 0.0
    ) -> None:
        """Draw a line's runs: plain ones first, then links, then bold words."""
        drawn: dict[RunStyle, list[Show]] = {style: [] for style in _ORDER}
        units = line.units
        start = 0
        while start < len(units):
            style, target = units[start].style, units[start].target
            end = start + 1
            if units[start].text != INDENT:
                while end < len(units) and units[end].style == style and units[end].target == target:
                    end += 1
            run = units[start:end]
            text = "".join(unit.text for unit in run)
            spread = 0.0 if text == INDENT else word_space
            face: Face = "bold" if style == "bold" else "regular"
            drawn[style].append(Show(x, y, text, face, size, letter_space, spread, target))
            x += sum(unit.width for unit in run) + len(text) * letter_space + text.count(" ") * spread
            start = end
        for style in _ORDER:
            self.pages[-1].shows += drawn[style]


def _letter_space(line: _Line, measure: float) -> float:
    """Return the space after each letter that brings a line to `measure`, within bounds; none where it is longer."""
    letters = sum(len(unit.text) for unit in line.units)
    return min(WIDEST_SPACE * SIZE, max(0.0, (measure - line.width) / letters))


def _break(units: list[_Unit], measure: float) -> list[_Line]:
    """Break units into lines, each as long as fits; a blank that does not fit at a line's end is dropped."""
    lines: list[_Line] = []
    current: list[_Unit] = []
    used = 0.0
    for unit in units:
        if used + unit.width > measure and current:
            lines.append(_Line(current, _ink(current)))
            current, used = [], 0.0
            if unit.text == " ":
                continue
        current.append(unit)
        used += unit.width
    if current:
        lines.append(_Line(current, _ink(current)))
    lines[-1].last = True
    return lines


def _ink(units: list[_Unit]) -> float:
    """Return a line's width without the blank at its end."""
    total = sum(unit.width for unit in units)
    return total - units[-1].width if units[-1].text == " " else total
