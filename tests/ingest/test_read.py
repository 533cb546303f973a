import pytest

from regkb.errors import UnreadableDocument
from regkb.ingest import read
from regkb.ingest.read import fingerprint, read_document, tell_kind


@pytest.mark.parametrize(
    "data, kind",
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"\r\n\r\n%PDF-1.4", "pdf"),
        (b"<!DOCTYPE html><title>", "html"),
        (b'\xef\xbb\xbf  <?xml version="1.0"?>\n<!-- saved --> <html xmlns="x">', "html"),
        (b"<HTML lang=kk>", "html"),
        ("<html>".encode("utf-16"), "html"),
        ("Үлгі облысы".encode(), "text"),
        (b"<htmlish", "text"),
        (b"", "text"),
    ],
)
def test_the_kind_is_told_by_content(data, kind):
    assert tell_kind(data) == kind


@pytest.mark.parametrize("data", [b"PK\x03\x04zip", b"\xd0\xcf\x11\xe0doc", rb"{\rtf1", b"\x89PNG\r\n"])
def test_known_foreign_formats_say_what_to_do(data):
    with pytest.raises(UnreadableDocument, match="save it as"):
        read_document("a.txt", data)


def test_a_dump_becomes_a_raw_document():
    document = read_document("a.pdf", "Үлгі облысы\n".encode())
    assert (document.path, document.format, document.text) == ("a.pdf", "text", "Үлгі облысы\n")
    assert document.sha256 == "9f70d06c80dacd852bc97ab33f3b2f80b03bde11b652e21fdec630587b4e4cb0"


def test_a_text_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(read, "MAX_CHARACTERS", 10)
    with pytest.raises(UnreadableDocument, match="longer than"):
        read_document("a.txt", b"x" * 11)


def test_the_fingerprint_is_the_published_sha256():
    assert fingerprint(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
