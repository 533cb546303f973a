"""What is asked of a PDF before it is opened: that it is whole, and that it does not swell beyond all measure."""

from __future__ import annotations

import zlib

import regex

from regkb.ingest.errors import UnreadableDocument

MAX_PAGES = 1500
MAX_INFLATED = 256 * 1024 * 1024
"""Greatest size of all compressed streams of a file together, once inflated."""
_AT_ONCE = 1024 * 1024
_TAIL = 2048
_STREAM = regex.compile(rb"(?<!end)stream\r?\n")
_FLATE = regex.compile(rb"/Filter\s*\[?\s*/(?:FlateDecode|Fl)\b")
"""A stream whose outermost filter is deflation; what hides behind another filter is left to the limits on memory."""
_DICTIONARY = 2000
"""A stream's dictionary is looked for in so many bytes before it."""


def check_file(data: bytes) -> int:
    """Refuse a PDF that is cut off or would inflate beyond the limit; return how many of its streams are damaged.

    Raises UnreadableDocument. Streams of an encrypted file are not looked at: they cannot be inflated as they stand.
    """
    if b"%%EOF" not in data[-_TAIL:]:
        raise UnreadableDocument("the PDF is cut off: its end is missing", "fetch the file again")
    if b"/Encrypt" in data:
        return 0
    damaged = total = 0
    for match in _STREAM.finditer(data):
        dictionary = data[max(0, match.start() - _DICTIONARY) : match.start()]
        if not _FLATE.search(dictionary.rsplit(b" obj", 1)[-1]):
            continue
        size, whole = _inflate(data, match.end(), MAX_INFLATED - total)
        total += size
        damaged += not whole
        if total > MAX_INFLATED:
            raise UnreadableDocument(
                f"the PDF swells to more than {MAX_INFLATED // 2**20} MB when it is unpacked",
                "print it to a new PDF from a reader",
            )
    return damaged


def _inflate(data: bytes, start: int, limit: int) -> tuple[int, bool]:
    """Return how many bytes a stream inflates to, stopping soon after `limit`, and whether it came to its end."""
    inflater = zlib.decompressobj()
    size = 0
    view = memoryview(data)
    chunk: bytes = bytes(view[start : start + _AT_ONCE])
    at = start + len(chunk)
    try:
        while chunk and not inflater.eof:
            size += len(inflater.decompress(chunk, _AT_ONCE))
            if size > limit:
                return size, True
            chunk = inflater.unconsumed_tail
            if not chunk and not inflater.eof:
                chunk = bytes(view[at : at + _AT_ONCE])
                at += len(chunk)
    except zlib.error:
        return size, False
    return size, inflater.eof


def check_pages(count: int) -> None:
    """Refuse a PDF without pages or with too many; raises UnreadableDocument."""
    if count == 0:
        raise UnreadableDocument("the PDF has no pages", "export it again from its source")
    if count > MAX_PAGES:
        raise UnreadableDocument(f"the PDF has {count:,} pages, more than {MAX_PAGES:,}", "split it, an act a file")
