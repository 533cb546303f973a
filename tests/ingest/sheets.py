"""Small PDFs for tests, letter by letter where that is the point."""

import io
import zlib

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from corpus.pdf import FONT_NAMES, register_fonts


class Sheet:
    """Pages of 595 × 842 points, y counted from the top; text in the specimen fonts."""

    def __init__(self, password: str | None = None) -> None:
        register_fonts()
        self.out = io.BytesIO()
        encryption = None if password is None else StandardEncryption(password, ownerPassword="owner")
        self.canvas = Canvas(self.out, pagesize=(595, 842), invariant=1, encrypt=encryption)

    def text(self, x: float, y: float, text: str, *, bold=False, size=10.0, spacing=0.0) -> float:
        """Draw text; return where it ends."""
        pen = self.canvas.beginText(x, 842 - y)
        pen.setFont(FONT_NAMES["bold" if bold else "regular"], size)
        pen.setCharSpace(spacing)
        pen.textOut(text)
        self.canvas.drawText(pen)
        return x + self.width(text, bold=bold, size=size) + spacing * len(text)

    def letters(self, x: float, y: float, text: str, spacing: float, size=10.0) -> None:
        """Draw each letter by itself, and blanks not at all."""
        for letter in text:
            if letter != " ":
                self.text(x, y, letter, size=size)
            x += self.width(letter, size=size) + spacing

    def width(self, text: str, *, bold=False, size=10.0) -> float:
        return pdfmetrics.stringWidth(text, FONT_NAMES["bold" if bold else "regular"], size)

    def link(self, x0: float, y0: float, x1: float, y1: float, target: str) -> None:
        self.canvas.linkURL(target, (x0, 842 - y1, x1, 842 - y0), relative=0)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.line(x0, 842 - y0, x1, 842 - y1)

    def grid(self, xs: list[float], ys: list[float]) -> None:
        """Draw the lines of a table."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])

    def turn(self) -> None:
        self.canvas.showPage()

    def done(self) -> bytes:
        self.canvas.showPage()
        self.canvas.save()
        return self.out.getvalue()


def raw_pdf(*objects: bytes) -> bytes:
    """Return a PDF made of these objects, the first of which is the catalog."""
    out = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def page_with(content: bytes, filters: bytes = b"") -> bytes:
    """Return a PDF of one page whose content stream holds these bytes behind these filters."""
    stream = b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), filters, content)
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        stream,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


def pages_without_text(count: int) -> bytes:
    """Return a PDF of so many empty pages."""
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    return raw_pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
        *[b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"] * count,
    )


def deflated_blanks(megabytes: int) -> bytes:
    """Return so many megabytes of blanks, deflated."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(b" " * 2**20) for _ in range(megabytes)) + packer.flush()
