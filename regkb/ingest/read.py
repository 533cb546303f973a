"""One file's bytes → raw document, by what the bytes are and not by what the file is called."""

from __future__ import annotations

from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from typing import Literal

import regex

from regkb.errors import UnreadableDocument
from regkb.ingest.decode import decode_text
from regkb.schemas.stages import RawDocument

MAX_CHARACTERS = 20_000_000
"""Longest text that is read: two hundred times the longest act of the family known so far."""

AS_TEXT = "save it as a PDF or as UTF-8 text"
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (rb"{\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"SQLite format 3", "a database"),
)
_PDF_MARK = b"%PDF-"
# what opens a page: <!DOCTYPE html>, <html>, or an XML declaration and then <html xmlns=…>
_HTML_OPENING = regex.compile(
    rb"\s*+(?:<\?xml[^>]{0,200}+>\s*+)?(?:<!--[\s\S]{0,2000}?-->\s*+){0,9}+<(?:!doctype\s++html|html|head|body)\b",
    regex.IGNORECASE,
)
Kind = Literal["text", "pdf", "html"]


def fingerprint(data: bytes) -> str:
    """Return the SHA-256 of a file's bytes, hexadecimal: what tells one source from another."""
    return sha256(data).hexdigest()


def tell_kind(data: bytes) -> Kind:
    """Tell from the first bytes whether this is a PDF, an HTML page, or else to be tried as text.

    Raises UnreadableDocument for the formats that are known not to be read.
    """
    if _PDF_MARK in data[:1024]:
        return "pdf"
    for mark, what in _FOREIGN:
        if data.startswith(mark):
            raise UnreadableDocument(f"the file is {what}", AS_TEXT)
    opening = data[:8000]
    if opening[:2] in (b"\xff\xfe", b"\xfe\xff"):
        opening = opening.replace(b"\0", b"")[2:]
    if _HTML_OPENING.match(opening.removeprefix(b"\xef\xbb\xbf")):
        return "html"
    return "text"


def read_document(path: str, data: bytes) -> RawDocument:
    """Read the bytes of one file; `path` is the name that the record will carry.

    Raises UnreadableDocument with the reason and the remedy; nothing else is expected of a file's content.
    """
    if not data:
        raise UnreadableDocument("the file is empty", "export the act again")
    kind = tell_kind(data)
    if kind == "text":
        document = RawDocument(path=path, sha256=fingerprint(data), format="text", text=decode_text(data))
    else:
        document = _read_with(kind, path, data)
    if len(document.text) > MAX_CHARACTERS:
        raise UnreadableDocument(f"the text is longer than {MAX_CHARACTERS:,} characters", "split it, an act a file")
    return document


def _read_with(kind: Kind, path: str, data: bytes) -> RawDocument:
    """Call the reader of the format, which is imported only now: a text dump does not pay for it."""
    module = f"regkb.ingest.{kind}"
    if find_spec(module) is None:
        raise UnreadableDocument(f"this installation cannot read {kind.upper()} files", "save it as UTF-8 text")
    document = getattr(import_module(module), f"read_{kind}")(path, data)
    assert isinstance(document, RawDocument)
    return document
