"""Bytes → text: UTF-8, UTF-16 and the old eight-bit Cyrillic code pages, each only where it yields words."""

from __future__ import annotations

import codecs

import regex

from regkb.errors import UnreadableDocument
from regkb.lang import KAZAKH_LETTERS

SAVE_AGAIN = "save the text again from the original document as UTF-8"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\v\f\r\x1b"})
_LETTER = regex.compile(r"\p{L}")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")
# what another code page looks like when read as this one: `Р°Р»Рј` (UTF-8), `юКЛЮРШ` (KOI8, whose cases are swapped)
_BROKEN_CASE = regex.compile(r"(?<=\p{Ll})\p{Lu}")
_CAPITAL = regex.compile(r"\p{Lu}")
# a letter that a code page without it turned into a question mark, or that a decoder could not read: `?аулысы`, `ал�ан`
_LOST_LETTER = regex.compile(r"(?<=\p{L})[?\ufffd]|[?\ufffd](?=\p{L})|\ufffd")
# і, or the Latin i that stands for it, inside a Cyrillic word: Russian has none
_KAZAKH_I = regex.compile(r"(?<=\p{Cyrillic})[іi]|і(?=\p{Cyrillic})", regex.IGNORECASE)
_SPECIAL_LETTER = regex.compile(f"[{''.join(sorted(KAZAKH_LETTERS - {'і', 'І'}))}]")
MOST_LOST = 0.002
"""More lost letters than one in five hundred: the text is no longer the law's words."""
ENOUGH_I = 20
"""So many і without one other letter of Kazakh's own: the others were lost, not absent."""


def decode_text(data: bytes) -> str:
    """Return the text of a dump whatever its encoding, without its byte order mark; characters are left as they are.

    Windows-1251 is read as KZ-1048, which differs from it only in putting the Kazakh letters where 1251 has letters of
    other Slavic languages. Raises UnreadableDocument for an empty file, for bytes that are no text, and for a text
    whose Kazakh letters did not survive its encoding.
    """
    text = _decode(data)
    if not text.strip():
        raise UnreadableDocument("the file is empty", "export the act again")
    _refuse_lost_letters(text)
    return text


def _decode(data: bytes) -> str:
    """Return the text in the first encoding that fits."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_strictly(data[len(mark) :], encoding)
    unmarked = _guess_utf16(data)
    if unmarked:
        return _decode_strictly(data, unmarked)
    if b"\0" in data:
        raise UnreadableDocument("the file is binary, not text", "give a text dump, a PDF or an HTML page")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_old_page(data, error)
    if _count_controls(data) > len(text) / 100:
        raise UnreadableDocument("the file is binary, not text", "give a text dump, a PDF or an HTML page")
    return text


def _count_controls(data: bytes) -> int:
    """Return how many bytes are signs that no text has; in UTF-8 and in the code pages they stand for nothing else."""
    return len(data) - len(data.translate(None, _CONTROLS))


def _decode_strictly(data: bytes, encoding: str) -> str:
    """Decode, or say at which byte it fails."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(f"the text is damaged {encoding.upper()} at byte {error.start}", SAVE_AGAIN) from None


def _guess_utf16(data: bytes) -> str | None:
    """Name the byte order of UTF-16 without a mark: in Cyrillic and Latin text every second byte is 4 or 0."""
    sample = data[:4000]
    if len(sample) < 4:
        return None
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[first::2]
        if b"\0" in high and sum(byte in (0, 4) for byte in high) > 0.9 * len(high):
            return encoding
    return None


def _decode_old_page(data: bytes, error: UnicodeDecodeError) -> str:
    """Decode KZ-1048 or Windows-1251 where that gives Cyrillic words; `error` says why it is no UTF-8."""
    rest = data.decode("utf-8", errors="ignore")
    if len(rest.encode()) > 0.9 * len(data):
        raise UnreadableDocument(f"the text is damaged UTF-8 at byte {error.start}", SAVE_AGAIN) from None
    text = data.decode("kz1048", errors="replace")
    letters = len(_LETTER.findall(text))
    are_words = (
        len(_CYRILLIC.findall(text)) > 0.6 * letters
        and len(_CAPITAL.findall(text)) < 0.5 * letters
        and len(_BROKEN_CASE.findall(text)) < 0.02 * letters
    )
    if not are_words or _count_controls(data):
        raise UnreadableDocument("the encoding is none of UTF-8, UTF-16, Windows-1251, KZ-1048", SAVE_AGAIN) from None
    return text


def _refuse_lost_letters(text: str) -> None:
    """Raise where the letters that only Kazakh has were replaced by marks, or folded into their Russian neighbours."""
    lost = len(_LOST_LETTER.findall(text)) if "?" in text or "\ufffd" in text else 0
    if lost > 3 and lost > MOST_LOST * len(_LETTER.findall(text)):
        raise UnreadableDocument(f"{lost} letters were lost when the text was saved (shown as ?)", SAVE_AGAIN)
    if not _SPECIAL_LETTER.search(text) and len(_KAZAKH_I.findall(text)) >= ENOUGH_I:
        raise UnreadableDocument("the text is Kazakh but has lost the letters ә ғ қ ң ө ұ ү һ", SAVE_AGAIN)
