"""Rows → paragraphs: what is set in opens one, what ended short closes one; headings, stamps and tables apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from statistics import median
from typing import Literal

import regex

from regkb.ingest.pdf_rows import Row
from regkb.ingest.pdf_tables import Table
from regkb.schemas.stages import BlockKind

_INDENT = 0.8
"""A row set in by this many type sizes opens a paragraph."""
_DEEPEST_INDENT = 6
_RIGHT = 0.38
"""A row that begins behind this share of the measure is part of a stamp."""
_CENTRED = 0.03
_CENTRED_INDENT = 1.5
_SAME_SIZE = 0.5
_LARGE = 1.08
"""Type larger than the text's by this factor is a heading's."""
_LOOSE = 1.35
"""Rows further apart than this many times the usual distance do not belong together."""
_ROOM = 0.45
"""What a blank takes, in type sizes, and a little more."""
_SUPPORT = 0.04
_FEW_INDENTS = 0.1

_NUMBERED = regex.compile(r"\d{1,3}(?:-\d{1,2})?[.)](?!\d)")
_HEADING_NUMBER = regex.compile(r"(?:\d{1,2}\.\s?\p{Lu}|\d{1,2}-\p{L}+\.?\s)")
_FINISHED = regex.compile(r"[.;:]\W{0,9}+\Z")

Place = Literal["flush", "set_in", "centred", "right"]


@dataclass(slots=True)
class Paragraph:
    """The rows of one paragraph, or a table."""

    kind: BlockKind
    rows: list[Row] = field(default_factory=list)
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Measures:
    """The text's margins, type size and distance of rows.

    `top`: the baseline with which most pages begin; `bottom`: the lowest one of any page; `indent`: how far paragraphs
    are set in, 0 where they are not; `stamp_width`: how wide the widest row of a stamp is.
    """

    left: float
    right: float
    size: float
    leading: float
    top: float
    bottom: float
    indent: float = 0.0
    stamp_width: float = 0.0

    def place(self, row: Row) -> Place:
        """Tell where between the margins a row stands."""
        offset = row.x0 - self.left
        width = self.right - self.left
        middle = abs((row.x0 + row.x1) / 2 - (self.left + self.right) / 2) < _CENTRED * width
        sides = min(offset, self.right - row.x1) / row.size
        if middle and sides > _CENTRED_INDENT and abs(offset - self.indent) > row.size / 4:
            return "centred"
        if offset > _RIGHT * width:
            return "right"
        return "set_in" if offset > _INDENT * row.size else "flush"

    def is_heading(self, row: Row) -> bool:
        """Tell whether a row's type is a heading's."""
        return row.bold or row.size > _LARGE * self.size

    def ended_short(self, row: Row, following: Row) -> bool:
        """Tell whether the first word of the next row would have found room in this one."""
        return self.right - row.x1 > following.first_word_width + _ROOM * row.size


def measure(rows: Sequence[Row]) -> Measures:
    """Return the measures of a document's rows, of which there is at least one."""
    starts = Counter(round(row.x0) for row in rows)
    enough = max(2, _SUPPORT * len(rows))
    near = {x: starts[x - 1] + starts[x] + starts[x + 1] for x in starts}
    left = min((x for x, count in near.items() if count >= enough), default=min(starts))
    ends = sorted(row.x1 for row in rows)
    right = ends[max(0, int(0.97 * len(ends)) - 1)] if len(ends) > 20 else ends[-1]
    sizes = Counter(round(row.size, 1) for row in rows for _ in row.words)
    size = sizes.most_common(1)[0][0]
    steps = [
        before.y - after.y
        for before, after in zip(rows, rows[1:], strict=False)
        if before.page == after.page and 0 < before.y - after.y < 4 * size
    ]
    offsets = Counter(round(row.x0 - left) for row in rows if _INDENT * size < row.x0 - left < _DEEPEST_INDENT * size)
    indent, times = offsets.most_common(1)[0] if offsets else (0, 0)
    leading = median(steps) if steps else 1.5 * size
    tops = [row.y for before, row in zip([None, *rows], rows, strict=False) if not before or before.page != row.page]
    bottom = min(row.y for row in rows)
    measures = Measures(left, right, size, leading, median(tops), bottom, indent if times > 1 else 0)
    widths = [row.x1 - row.x0 for row in rows if measures.place(row) == "right"]
    return replace(measures, stamp_width=max(widths, default=0.0))


def make_paragraphs(items: Iterable[Row | Table], measures: Measures) -> list[Paragraph]:
    """Return the paragraphs of a document; `items` are its rows and tables in reading order, furniture left out."""
    maker = _Maker(measures)
    for item in items:
        if isinstance(item, Table):
            maker.paragraphs.append(Paragraph("table", table=item))
        else:
            maker.add(item)
    paragraphs = maker.paragraphs
    texts = [paragraph for paragraph in paragraphs if paragraph.kind in ("body", "plain")]
    if sum(paragraph.kind == "body" for paragraph in texts) < _FEW_INDENTS * len(texts):
        _call_body(paragraphs)
    return paragraphs


def _call_body(paragraphs: list[Paragraph]) -> None:
    """Where nothing is set in, call what follows the act's head running text: the head has at most two paragraphs."""
    seen = 0
    for paragraph in paragraphs:
        if paragraph.kind == "plain":
            seen += 1
            if seen > 2 or _NUMBERED.match(paragraph.rows[0].text):
                paragraph.kind = "body"


class _Maker:
    """Adds rows to the paragraph that is open, or opens another."""

    def __init__(self, measures: Measures) -> None:
        self.measures = measures
        self.paragraphs: list[Paragraph] = []

    def add(self, row: Row) -> None:
        last = self.paragraphs[-1] if self.paragraphs else None
        kind = self._kind(row)
        if last is not None and last.rows:
            kind = self._kind_below(last, row, kind)
            if kind == last.kind and not self._opens(last, row):
                last.rows.append(row)
                return
        self.paragraphs.append(Paragraph(kind, [row]))

    def _kind(self, row: Row) -> BlockKind:
        place = self.measures.place(row)
        if self.measures.is_heading(row) and place != "right":
            return "heading"
        if place == "right":
            return "stamp"
        return "body" if place == "set_in" else "plain"

    def _kind_below(self, last: Paragraph, row: Row, kind: BlockKind) -> BlockKind:
        """Return what a row is, given the paragraph above: a flush row may go on with it."""
        place = self.measures.place(row)
        above = last.rows[-1]
        if not self._is_near(above, row):
            return kind
        if last.kind in ("body", "plain") and place == "flush" and not self.measures.ended_short(above, row):
            # the last words of running text in bold type may stand alone on their row
            in_bold = abs(above.size - row.size) < _SAME_SIZE and not _FINISHED.search(above.text)
            return last.kind if kind != "heading" or in_bold else kind
        # a stamp's row that is short enough to stand in the middle
        if last.kind == "stamp" and place == "centred" and kind != "heading":
            return "stamp"
        return kind

    def _is_near(self, above: Row, row: Row) -> bool:
        """Tell whether a row stands as close under another as rows of one paragraph do, a page break aside."""
        if above.page != row.page:
            return True
        return above.y - row.y <= _LOOSE * self._usual_step(row)

    def _usual_step(self, row: Row) -> float:
        """Return the usual distance of rows of this row's type size."""
        return self.measures.leading * max(1.0, row.size / self.measures.size)

    def _had_room_below(self, row: Row) -> bool:
        """Tell whether the page had room for another row below this one, so that what follows overleaf begins anew."""
        return row.y - self._usual_step(row) >= self.measures.bottom

    def _had_room_above(self, row: Row) -> bool:
        """Tell whether a row that is the first of its page stands deep in it, as below a picture."""
        return row.y + _LOOSE * self._usual_step(row) < self.measures.top

    def _opens(self, last: Paragraph, row: Row) -> bool:
        """Tell whether a row of the same kind as the paragraph above opens another."""
        above = last.rows[-1]
        if not self._is_near(above, row):
            return True
        place, place_above = self.measures.place(row), self.measures.place(above)
        if last.kind == "body":
            if place == "set_in":
                return True
            return _NUMBERED.match(row.text) is not None and _FINISHED.search(above.text) is not None
        if last.kind == "heading":
            if abs(above.size - row.size) >= _SAME_SIZE or _HEADING_NUMBER.match(row.text):
                return True
            if above.page == row.page:
                return False
            apart = self._had_room_below(above) or self._had_room_above(row)
            return apart or self.measures.ended_short(above, row)
        if last.kind == "stamp" and above.page != row.page:
            if self._had_room_below(above):
                return True
            room = self.measures.stamp_width - (above.x1 - above.x0)
            return room > row.first_word_width + _ROOM * row.size
        if last.kind == "plain" and place == place_above == "flush":
            numbered = _NUMBERED.match(row.text) is not None and _FINISHED.search(above.text) is not None
            return numbered or self.measures.ended_short(above, row)
        return last.kind == "plain" and place != place_above
