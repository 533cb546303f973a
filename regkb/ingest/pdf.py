"""PDF → raw document: the letters in reading order, words whole, a paragraph a hint, each letter with page and box."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from regkb.errors import UnreadableDocument
from regkb.ingest.pdf_blocks import Paragraph, make_paragraphs, measure
from regkb.ingest.pdf_furniture import find_furniture
from regkb.ingest.pdf_guard import check_file, check_pages
from regkb.ingest.pdf_letters import OpenPages, Pages, PageText, PdfiumPages
from regkb.ingest.pdf_rows import Row, make_rows
from regkb.ingest.pdf_tables import Table, TableFinder, join_cut_tables
from regkb.ingest.pdf_text import PageFrame, compose_text
from regkb.schemas.record import Diagnostic
from regkb.schemas.stages import RawDocument

MAX_SECONDS = 90.0
MOST_UNREADABLE = 0.05
"""More letters without text behind them than this share: nothing of the text can be trusted."""


def read_pdf(path: str, data: bytes, open_pages: OpenPages = PdfiumPages) -> RawDocument:
    """Read a PDF; `path` is the name that the record will carry, `open_pages` the library that reads letters.

    The text is in reading order by place, whatever the order of drawing: words parted by a blank, rows by a line break,
    paragraphs likewise, each under a hint with its kind; a table's row is one paragraph, its cells parted by ` | `.
    Page numbers and running heads are left out and reported. Raises UnreadableDocument for a file that is damaged,
    protected, empty, beyond the limits, or that holds pictures of text only.
    """
    found = _Found()
    damaged = check_file(data)
    if damaged:
        found.report("pdf_damaged", f"{damaged} parts of the PDF are damaged; letters may be missing", "error")
    pages = open_pages(data)
    try:
        check_pages(len(pages))
        _read_pages(pages, data, found)
    finally:
        pages.close()
    paragraphs = _find_paragraphs(found)
    text, layout, links, hints = compose_text(paragraphs, found.frames)
    return RawDocument(
        path=path,
        sha256=sha256(data).hexdigest(),
        format="pdf",
        text=text,
        pages=len(found.frames),
        layout=layout,
        links=links,
        hints=hints,
        diagnostics=tuple(found.diagnostics),
    )


@dataclass(slots=True)
class _Found:
    """What the pages of a file hold: their rows from the top down, their tables, their links, and what is doubtful."""

    rows: list[list[Row]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    frames: list[PageFrame] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def report(self, code: str, message: str, severity: str = "warning") -> None:
        """Note what a reader of the text should know."""
        self.diagnostics.append(Diagnostic.model_validate({"code": code, "message": message, "severity": severity}))


def _read_pages(pages: Pages, data: bytes, found: _Found) -> None:
    """Read every page; raises UnreadableDocument where that takes too long or the letters have no text."""
    until = time.monotonic() + MAX_SECONDS
    unreadable = readable = 0
    finder: TableFinder | None = None
    try:
        for index in range(len(pages)):
            if time.monotonic() > until:
                raise UnreadableDocument(
                    f"reading the PDF took more than {MAX_SECONDS:g} seconds", "print it to a new PDF from a reader"
                )
            page = pages.read_page(index)
            letters = page.letters
            unreadable += page.unreadable
            readable += len(letters)
            if page.has_rules and letters and not page.turned:
                try:
                    finder = finder or TableFinder(data)
                    tables, letters = finder.find_tables(page)
                    found.tables += tables
                except Exception as error:  # pdfplumber gives up in many ways where PDFium still reads
                    found.report("tables_unread", f"page {page.number}: its tables are read as text ({error})")
            found.rows.append(make_rows(page.number, letters))
            found.frames.append(PageFrame(page.links, page.turned))
            _report_page(page, found)
    finally:
        if finder is not None:
            finder.close()
    if unreadable > MOST_UNREADABLE * (unreadable + readable):
        raise UnreadableDocument(
            "the PDF's letters have no text behind them (fonts without ToUnicode)",
            "run it through text recognition (OCR), or export it again from its source",
        )
    if unreadable:
        found.report("letters_unreadable", f"{unreadable} letters of the PDF have no text behind them", "error")
    if not readable:
        scanned = any(diagnostic.code == "page_without_text" for diagnostic in found.diagnostics)
        reason = "the PDF holds pictures of pages and no text" if scanned else "the PDF holds no text"
        raise UnreadableDocument(reason, "run it through text recognition (OCR) first")


def _report_page(page: PageText, found: _Found) -> None:
    if page.has_pictures and not any(letter.text.strip() for letter in page.letters):
        found.report("page_without_text", f"page {page.number} holds a picture and no text")


def _find_paragraphs(found: _Found) -> list[Paragraph]:
    """Return the paragraphs and tables in reading order, page numbers and running heads left out and reported."""
    furniture = find_furniture(found.rows)
    for index, rows in furniture.items():
        found.rows[index] = [row for row in found.rows[index] if row not in rows]
        for row in rows:
            found.report("furniture", f"page {row.page}: «{row.text}» is no text of the act", "info")
    tables = join_cut_tables(found.tables)
    items = _in_order(found.rows, tables)
    rows = [row for rows_of_page in found.rows for row in rows_of_page]
    cells = [row for table in tables for cells in table.rows for cell in cells for row in cell.rows]
    if not rows and not cells:
        raise UnreadableDocument("the PDF holds page numbers and no text", "export it again from its source")
    return make_paragraphs(items, measure(rows or cells))


def _in_order(rows: Sequence[Sequence[Row]], tables: Sequence[Table]) -> list[Row | Table]:
    """Return the rows and the tables of all pages in reading order."""
    items: list[Row | Table] = []
    for page, rows_of_page in enumerate(rows, start=1):
        placed: list[tuple[float, Row | Table]] = [(row.y, row) for row in rows_of_page]
        placed += [(table.box[3], table) for table in tables if table.page == page]
        items += [item for _, item in sorted(placed, key=lambda pair: -pair[0])]
    return items
