"""Latin letters that stand inside Cyrillic words because they look alike: `тәрбиешiлерге` with a Latin i."""

from __future__ import annotations

import regex

LOOKALIKES = str.maketrans("aceiopxyhABCEHIKMOPTXYü", "асеіорхуһАВСЕНІКМОРТХУү")
"""Latin → Cyrillic, one character for one, so that offsets stay."""

_MIXED = regex.compile(
    r"""
    (?<![\p{L}\d@._/-])          # not inside an address or a site: school@edu.kz
    (?=\p{Cyrillic}*+[A-Za-zü])  # a word with a Latin letter …
    (?=[A-Za-zü]*+\p{Cyrillic})  # … and a Cyrillic one
    [\p{Cyrillic}A-Za-zü]++
    (?!@)
    | (?<=\p{Cyrillic}[-–])[\p{Cyrillic}A-Za-zü]*\p{Cyrillic}[\p{Cyrillic}A-Za-zü]*
    """,
    regex.VERBOSE,
)
_LATIN = regex.compile(r"[A-Za-zü]")
_ROMAN = frozenset("IVXLCDMІХМСУ")


def map_lookalikes(text: str) -> str:
    """Return `text` with the Latin letters of mixed words turned into their Cyrillic look-alikes.

    The length stays the same. Words wholly Latin, Roman numerals and the parts of addresses are left alone.
    """
    if text.isascii() or not _LATIN.search(text):
        return text
    return str(_MIXED.sub(_map_word, text))


def _map_word(match: regex.Match[str]) -> str:
    word: str = match[0]
    return word if _ROMAN.issuperset(word) else word.translate(LOOKALIKES)
