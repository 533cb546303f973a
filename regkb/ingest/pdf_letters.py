"""The letters of a PDF's pages with their places, through one of two libraries that must tell the same.

PDFium is the fast one and the default. pdfplumber checks it, and finds the ruled lines of tables.
"""

from __future__ import annotations

import ctypes
import io
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple, Protocol

import pypdfium2
import pypdfium2.raw as pdfium

from regkb.errors import UnreadableDocument

Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points from the page's lower left corner."""

_HYPHENS = {"\x02": "-", "\ufffe": "-", "\u00ad": "-"}
"""What PDFium gives for a hyphen at a line's end, and the soft hyphen that was drawn as one."""
_BLANKS = {"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\t": " "}
_MARKS = {**_HYPHENS, **_BLANKS}
_UNREADABLE = frozenset("\ufffd\x00")
_BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy")
_FORCE_BOLD = 1 << 18
_FEW_RULES = 3
_SAMPLE = 600
"""So many letters tell which way the lines of a page run."""


class Letter(NamedTuple):
    """A drawn letter or blank: from x0 to x1 on the baseline y; its box reaches from `bottom` to `top`."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class DrawnLink:
    """A rectangle of a page that leads to an address."""

    box: Box
    target: str


@dataclass(frozen=True, slots=True)
class PageText:
    """What stands on a page, in the order in which it was drawn.

    `turned`: by how many quarter turns, anticlockwise, the page was read so that its lines lie level. `unreadable`:
    letters that have no text behind them. `has_rules`: there are lines that may be a table's.
    """

    number: int
    height: float
    letters: list[Letter]
    links: tuple[DrawnLink, ...] = ()
    turned: int = 0
    unreadable: int = 0
    has_rules: bool = False
    has_pictures: bool = False


class Pages(Protocol):
    """A PDF from which pages can be read."""

    def __len__(self) -> int:
        """Return the number of pages."""

    def read_page(self, index: int) -> PageText:
        """Return what stands on a page; raises UnreadableDocument where it can't be loaded."""

    def close(self) -> None:
        """Let go of the document."""


class PdfiumPages:
    """A PDF read through PDFium; raises UnreadableDocument where it needs a password or is none."""

    def __init__(self, data: bytes) -> None:
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            # PDFium may still name the error of the file before
            if "password" in str(error).lower() and b"/Encrypt" in data:
                raise UnreadableDocument(
                    "the PDF is protected by a password", "save it without one and ingest it again"
                ) from None
            raise UnreadableDocument(
                "the PDF cannot be opened: it is damaged or has no pages", "export it again from its source"
            ) from None

    def __len__(self) -> int:
        return len(self._document)

    def read_page(self, index: int) -> PageText:
        """Return what stands on the page number `index` from 0."""
        try:
            page = self._document[index]
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError:
            raise UnreadableDocument(
                f"page {index + 1} of the PDF is damaged", "export it again from its source"
            ) from None
        letters, unreadable = _read_letters(textpage)
        letters, turned = _level(letters)
        rules, pictures = _count_drawings(page)
        found = PageText(
            number=index + 1,
            height=page.get_height(),
            letters=letters,
            links=tuple(_read_links(self._document, page)),
            turned=turned,
            unreadable=unreadable,
            has_rules=rules >= _FEW_RULES,
            has_pictures=pictures > 0,
        )
        textpage.close()
        page.close()
        return found

    def close(self) -> None:
        """Let go of the document."""
        self._document.close()


class PlumberPages:
    """A PDF read through pdfplumber; links and pictures are not looked for."""

    def __init__(self, data: bytes) -> None:
        import pdfplumber  # costs half a second that a look-up need not pay

        self._document = pdfplumber.open(io.BytesIO(data))

    def __len__(self) -> int:
        return len(self._document.pages)

    def read_page(self, index: int) -> PageText:
        """Return what stands on the page number `index` from 0."""
        page = self._document.pages[index]
        letters = []
        unreadable = 0
        for char in page.chars:
            text = str(_MARKS.get(char["text"], char["text"]))
            if text.startswith("(cid:") or text in _UNREADABLE:
                unreadable += 1
                continue
            _, _, _, _, x, y = char["matrix"]
            bold = any(name in char["fontname"].lower() for name in _BOLD_NAMES)
            bottom, top = page.height - char["bottom"], page.height - char["top"]
            letters += [
                Letter(mark, x0, x1, y, char["size"], bold, bottom, top)
                for mark, x0, x1 in _part_ligature(text, char["x0"], char["x1"])
            ]
        height = float(page.height)
        rules = len(page.lines) + len(page.rects) + len(page.curves)
        page.close()
        letters, turned = _level(letters)
        return PageText(index + 1, height, letters, turned=turned, unreadable=unreadable, has_rules=rules >= _FEW_RULES)

    def close(self) -> None:
        """Let go of the document."""
        self._document.close()


def _read_letters(textpage: pypdfium2.PdfTextPage) -> tuple[list[Letter], int]:
    """Return the letters of a page in PDFium's order, without those it makes up, and how many have no text."""
    raw = textpage.raw
    rect = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    box_at, x_at, y_at = ctypes.byref(rect), ctypes.byref(x), ctypes.byref(y)
    get_unicode, get_box = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    get_origin, is_generated = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_IsGenerated
    letters: list[Letter] = []
    types: dict[int | None, tuple[float, bool]] = {}
    unreadable = 0
    size, bold, fresh, bottom = 0.0, False, True, math.nan
    for index in range(pdfium.FPDFText_CountChars(raw)):
        code = get_unicode(raw, index)
        if code <= 32 or code == 0xA0:
            fresh = True
            if is_generated(raw, index) == 1:
                continue
        text = chr(code) if code < 0xD800 or code > 0xDFFF else "\ufffd"
        text = _MARKS.get(text, text)
        if text in _UNREADABLE or (text < " " and text not in _MARKS):
            unreadable += code not in (10, 13)
            continue
        if not get_box(raw, index, box_at):
            continue
        if fresh:
            run = ctypes.cast(pdfium.FPDFText_GetTextObject(raw, index), ctypes.c_void_p).value
            if run not in types:
                types[run] = _read_type(raw, index)
            size, bold = types[run]
            bottom = math.nan
            fresh = text == " "
        # letters of a word whose boxes stand level share a baseline
        if rect.bottom != bottom:
            get_origin(raw, index, x_at, y_at)
            bottom = rect.bottom
        if len(text) == 1:
            letters.append(Letter(text, rect.left, rect.right, y.value, size, bold, rect.bottom, rect.top))
            continue
        for mark, x0, x1 in _part_ligature(text, rect.left, rect.right):
            letters.append(Letter(mark, x0, x1, y.value, size, bold, rect.bottom, rect.top))
    return letters, unreadable


def _part_ligature(text: str, x0: float, x1: float) -> Iterator[tuple[str, float, float]]:
    """Yield the letters of one glyph, each with its share of the width."""
    if len(text) == 1:
        yield text, x0, x1
        return
    step = (x1 - x0) / max(1, len(text))
    for place, mark in enumerate(text):
        yield mark, x0 + place * step, x0 + (place + 1) * step


def _read_type(raw: Any, index: int) -> tuple[float, bool]:
    """Return the type size of a letter as it shows on the page, and whether its font is bold."""
    matrix = pdfium.FS_MATRIX()
    size = pdfium.FPDFText_GetFontSize(raw, index)
    if pdfium.FPDFText_GetMatrix(raw, index, ctypes.byref(matrix)):
        size *= math.hypot(matrix.c, matrix.d)
    flags = ctypes.c_int()
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(raw, index, name, 128, ctypes.byref(flags))
    named_bold = any(word in name.value.decode("utf-8", "replace").lower() for word in _BOLD_NAMES)
    heavy = pdfium.FPDFText_GetFontWeight(raw, index) >= _BOLD_WEIGHT
    return size, named_bold or heavy or bool(flags.value & _FORCE_BOLD)


def _level(letters: list[Letter]) -> tuple[list[Letter], int]:
    """Turn a page whose lines run up, down or backwards so that they lie level; return by how many quarter turns."""
    votes = [0, 0, 0, 0]
    for before, after in pairwise(letters[:_SAMPLE]):
        dx, dy = after.x0 - before.x0, after.y - before.y
        if max(abs(dx), abs(dy)) > 3 * before.size:
            continue
        if abs(dx) >= abs(dy):
            votes[0 if dx > 0 else 2] += 1
        else:
            votes[1 if dy > 0 else 3] += 1
    turned = votes.index(max(votes))
    if not turned:
        return letters, 0
    return [_turn_letter(letter, turned) for letter in letters], turned


def _turn_letter(letter: Letter, turned: int) -> Letter:
    """Return a letter of a line that runs up (1), backwards (2) or down (3) as it stands once the line lies level."""
    x0, bottom, x1, top = turn_box((letter.x0, letter.bottom, letter.x1, letter.top), -turned)
    return letter._replace(x0=x0, x1=x1, y=bottom, bottom=bottom, top=top)


def turn_box(box: Box, quarters: int) -> Box:
    """Return a box turned about the page's corner by quarter turns, anticlockwise (clockwise where negative)."""
    x0, y0, x1, y1 = box
    for _ in range(quarters % 4):
        x0, y0, x1, y1 = -y1, x0, -y0, x1
    return x0, y0, x1, y1


def _count_drawings(page: pypdfium2.PdfPage) -> tuple[int, int]:
    """Return how many lines or shapes and how many pictures a page has; PDFium counts a table's lines as paths."""
    rules = pictures = 0
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        kind = pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.raw, index))
        rules += kind == pdfium.FPDF_PAGEOBJ_PATH
        pictures += kind == pdfium.FPDF_PAGEOBJ_IMAGE
    return rules, pictures


def _read_links(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[DrawnLink]:
    """Yield the rectangles of a page that lead to an address."""
    position = ctypes.c_int(0)
    link = pdfium.FPDF_LINK()
    rect = pdfium.FS_RECTF()
    while pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(position), ctypes.byref(link)):
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        length = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0)
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, length)
        if pdfium.FPDFLink_GetAnnotRect(link, ctypes.byref(rect)):
            bottom, top = sorted((rect.bottom, rect.top))
            yield DrawnLink((rect.left, bottom, rect.right, top), buffer.value.decode("utf-8", "replace"))


OpenPages = Callable[[bytes], Pages]
"""A backend: opens the bytes of a PDF."""
