"""Bad PDFs: a clear reason within limits of time and memory, never a traceback, never half a text."""

import random
import time

import pytest

from corpus.layout import lay_out
from corpus.make import make
from corpus.pdf import write_pdf
from regkb.errors import UnreadableDocument
from regkb.ingest.pdf import read_pdf
from regkb.ingest.pdf_guard import MAX_INFLATED, MAX_PAGES, check_file
from tests.ingest.sheets import Sheet, deflated_blanks, page_with, pages_without_text

WHOLE = write_pdf(lay_out(make("pdf", 1)))
BOMB = deflated_blanks(MAX_INFLATED // 2**20 + 40)


def reason(data: bytes) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read_pdf("bad.pdf", data)
    assert caught.value.remedy
    return caught.value.reason


@pytest.mark.parametrize("part", range(60))
def test_a_file_cut_off_anywhere_is_refused(part) -> None:
    cut = random.Random(part).randrange(9, len(WHOLE) - 6)
    assert "cut off" in reason(WHOLE[:cut])


def test_a_whole_file_is_not_refused() -> None:
    assert check_file(WHOLE) == 0
    assert check_file(WHOLE.rstrip() + b"\r\n\r\n") == 0


def test_a_password_is_named() -> None:
    sheet = Sheet(password="secret")
    sheet.text(60, 60, "Құпия мәтін")
    assert "password" in reason(sheet.done())


def test_a_file_that_may_be_read_but_not_changed_is_read() -> None:
    sheet = Sheet(password="")
    sheet.text(60, 60, "Ашық мәтін")
    assert read_pdf("x.pdf", sheet.done()).text.strip() == "Ашық мәтін"


def test_no_pages_and_too_many() -> None:
    assert "no pages" in reason(pages_without_text(0))
    assert f"{MAX_PAGES:,}" in reason(pages_without_text(2000))


def test_no_text() -> None:
    assert reason(page_with(b"BT ET")) == "the PDF holds no text"


def test_letters_without_text_behind_them() -> None:
    assert "ToUnicode" in reason(WHOLE.replace(b"/ToUnicode", b"/ToUnicodX"))


@pytest.mark.parametrize("filters", [b"/Filter/FlateDecode", b"/Filter [ /FlateDecode ]", b"/Filter /Fl"])
def test_a_stream_that_swells_is_refused_at_once(filters) -> None:
    start = time.process_time()
    assert "swells" in reason(page_with(BOMB, filters))
    assert time.process_time() - start < 5


def test_a_stream_that_swells_behind_ascii_is_refused() -> None:
    import base64

    assert "swells" in reason(page_with(base64.a85encode(BOMB) + b"~>", b"/Filter[/ASCII85Decode/FlateDecode]"))


def test_a_stream_packed_twice_is_refused() -> None:
    import zlib

    assert "packed" in reason(page_with(zlib.compress(BOMB), b"/Filter[/FlateDecode/FlateDecode]"))


def test_a_damaged_stream_is_reported() -> None:
    at = WHOLE.rindex(b"stream\n", 0, WHOLE.rindex(b"endstream")) + 400
    document = read_pdf("x.pdf", WHOLE[:at] + bytes(20) + WHOLE[at + 20 :])
    assert [found.severity for found in document.diagnostics if found.code == "pdf_damaged"] == ["error"]


@pytest.mark.parametrize("seed", range(40))
def test_changed_bytes_give_a_text_or_a_reason(seed) -> None:
    rng = random.Random(seed)
    data = bytearray(WHOLE)
    for _ in range(rng.choice((1, 5, 60))):
        data[rng.randrange(len(data))] = rng.randrange(256)
    try:
        document = read_pdf("x.pdf", bytes(data))
    except UnreadableDocument as error:
        assert error.reason and error.remedy
    else:
        assert document.layout is not None and len(document.layout.boxes) == 4 * len(document.text)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n%%EOF\n", b"%PDF-1.4\n" + bytes(3000) + b"%%EOF"])
def test_what_only_looks_like_a_pdf(data) -> None:
    assert "opened" in reason(data)
