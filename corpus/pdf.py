"""Writes laid-out pages as a PDF, drawing in the layout's order; the same pages give the same bytes."""

from __future__ import annotations

import io
from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from corpus.layout import BOTTOM, PAGE_HEIGHT, PAGE_WIDTH, Page, Show
from corpus.metrics import FILES, FONTS, width

FONT_NAMES = {"regular": "SpecimenRegular", "bold": "SpecimenBold"}


@cache
def register_fonts() -> None:
    """Make the specimen fonts known to reportlab."""
    for face, file in FILES.items():
        pdfmetrics.registerFont(TTFont(FONT_NAMES[face], str(FONTS / file), asciiReadable=True))


def write_pdf(pages: list[Page], *, title: str = "", numbered: bool = False, compress: bool = True) -> bytes:
    """Return the bytes of a PDF; `numbered` prints page numbers at the foot, marked as artifacts.

    With `compress` off what is drawn can be read, and spoilt, in the bytes.
    """
    register_fonts()
    rl_config.useA85 = 0
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=int(compress))
    canvas.setTitle(title)
    canvas.setCreator("regkb corpus: invented specimens, no law")
    for number, page in enumerate(pages, start=1):
        for x0, y0, x1, y1 in page.pictures:
            canvas.setFillGray(0.9)
            canvas.rect(x0, y0, x1 - x0, y1 - y0, fill=1)
            canvas.setFillGray(0)
        canvas.setLineWidth(0.5)
        for rule in page.rules:
            canvas.line(*rule)
        for show in page.shows:
            _draw(canvas, show)
        if numbered:
            canvas._code.append("/Artifact BMC")  # noqa: SLF001 - reportlab has no public call for marked content
            canvas.setFont(FONT_NAMES["regular"], 9)
            canvas.drawCentredString(PAGE_WIDTH / 2, BOTTOM - 25, str(number))
            canvas._code.append("EMC")  # noqa: SLF001
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw(canvas: Canvas, show: Show) -> None:
    text = canvas.beginText(show.x, show.y)
    text.setFont(FONT_NAMES[show.face], show.size)
    text.setCharSpace(show.letter_space)
    text.setWordSpace(show.word_space)
    text.textOut(show.text)
    canvas.drawText(text)
    if show.target:
        end = show.x + width(show.face, show.text) * show.size / 1000 + show.text.count(" ") * show.word_space
        box = (show.x, show.y - 2, end + len(show.text) * show.letter_space, show.y + show.size)
        canvas.linkURL(show.target, box, relative=0)
