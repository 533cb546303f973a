"""Pictures of pages: the paragraph's place is marked, on every page that it stands on."""

import pytest
from PIL import Image

from corpus.layout import lay_out
from corpus.make import make
from corpus.pdf import write_pdf
from regkb.errors import UnreadableDocument
from regkb.ingest.pdf import read_pdf
from regkb.ingest.pdf_render import draw_spans

DATA = write_pdf(lay_out(make("pdf", 1)))
DOCUMENT = read_pdf("x.pdf", DATA)


def is_marked(colour: tuple[int, int, int]) -> bool:
    red, green, blue = colour
    return red > 230 and green > 210 and blue < 200


def test_the_paragraph_and_nothing_else_is_marked(tmp_path) -> None:
    hint = DOCUMENT.hints[4]
    out = tmp_path / "page.png"
    assert draw_spans(DATA, DOCUMENT.layout, [hint.span], out) == [DOCUMENT.layout.page_of(hint.span[0])]
    picture = Image.open(out).convert("RGB")
    left, bottom, _, top = DOCUMENT.layout.box_of(hint.span[0])
    scale = picture.width / 595
    inside = picture.getpixel((int((left - 1) * scale), int((842 - (bottom + top) / 2) * scale)))
    assert is_marked(inside)
    assert not is_marked(picture.getpixel((int(300 * scale), int(20 * scale))))


def test_a_paragraph_on_two_pages_gives_both(tmp_path) -> None:
    layout = DOCUMENT.layout
    hint = next(h for h in DOCUMENT.hints if layout.page_of(h.span[0]) < layout.page_of(h.span[1] - 1))
    out = tmp_path / "pages.png"
    first = layout.page_of(hint.span[0])
    assert draw_spans(DATA, layout, [hint.span], out) == [first, first + 1]
    picture = Image.open(out)
    assert picture.height > 2 * picture.width


def test_a_span_without_a_place_is_refused(tmp_path) -> None:
    at = DOCUMENT.text.index("\n")
    with pytest.raises(UnreadableDocument, match="no place"):
        draw_spans(DATA, DOCUMENT.layout, [(at, at + 1)], tmp_path / "none.png")
