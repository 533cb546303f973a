"""What is asked of a PDF before it is opened: that it is whole, and that it does not swell beyond all measure."""

from __future__ import annotations

import base64
import zlib
from contextlib import suppress

import regex

from regkb.errors import UnreadableDocument

MAX_PAGES = 1500
MAX_INFLATED = 256 * 1024 * 1024
"""Greatest size of all compressed streams of a file together, once inflated."""
_AT_ONCE = 1024 * 1024
_TAIL = 2048
_DICTIONARY = 2000
"""A stream's dictionary is looked for in so many bytes before it."""
_HARMLESS = MAX_INFLATED // 1032
"""Deflation makes nothing more than 1032 times smaller: fewer bytes than these cannot swell beyond the limit."""

_STREAM = regex.compile(rb"(?<!end)stream\r?\n")
_FILTERS = regex.compile(rb"/Filter\s*+(?:\[([^\]]{0,400}+)\]|(/\w{1,40}+))")
_FLATE = frozenset((b"/FlateDecode", b"/Fl"))
_ASCII85 = frozenset((b"/ASCII85Decode", b"/A85"))
_PRINT_ANEW = "print it to a new PDF from a reader"


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
        filters = _name_filters(data[max(0, match.start() - _DICTIONARY) : match.start()])
        deflated = sum(name in _FLATE for name in filters)
        if deflated > 1:
            raise UnreadableDocument("the PDF is packed more than once over", _PRINT_ANEW)
        if deflated and filters[0] in _FLATE:
            size, whole = _inflate(data, match.end(), MAX_INFLATED - total)
        elif deflated and filters[0] in _ASCII85:
            size, whole = _inflate(_decode_ascii85(data, match.end()), 0, MAX_INFLATED - total)
        else:
            continue
        total += size
        damaged += not whole
        if total > MAX_INFLATED:
            raise UnreadableDocument(
                f"the PDF swells to more than {MAX_INFLATED // 2**20} MB when it is unpacked", _PRINT_ANEW
            )
    return damaged


def check_pages(count: int) -> None:
    """Refuse a PDF without pages or with too many; raises UnreadableDocument."""
    if count == 0:
        raise UnreadableDocument("the PDF has no pages", "export it again from its source")
    if count > MAX_PAGES:
        raise UnreadableDocument(f"the PDF has {count:,} pages, more than {MAX_PAGES:,}", "split it, an act a file")


def _name_filters(before: bytes) -> list[bytes]:
    """Return the filters that the dictionary at the end of `before` names, outermost first."""
    match = _FILTERS.search(before.rsplit(b" obj", 1)[-1])
    return [] if match is None else [b"/" + name for name in (match[1] or match[2]).replace(b"/", b" ").split()]


def _decode_ascii85(data: bytes, start: int) -> bytes:
    """Return the bytes behind a stream in ASCII85 where there are enough of them to do harm."""
    end = data.find(b"~>", start)
    if end - start < _HARMLESS:
        return b""
    with suppress(ValueError):
        return base64.a85decode(data[start:end])
    return b""


def _inflate(data: bytes, start: int, limit: int) -> tuple[int, bool]:
    """Return how many bytes a stream inflates to, stopping soon after `limit`, and whether it came to its end."""
    if start >= len(data):
        return 0, True
    inflater = zlib.decompressobj()
    size = 0
    at = start
    chunk = b""
    try:
        while not inflater.eof:
            chunk = inflater.unconsumed_tail or data[at : at + _AT_ONCE]
            if not chunk:
                break
            if not inflater.unconsumed_tail:
                at += len(chunk)
            size += len(inflater.decompress(chunk, _AT_ONCE))
            if size > limit:
                return size, True
    except zlib.error:
        return size, False
    return size, inflater.eof
