"""Latin letters that stand inside Cyrillic words because they look alike: `тәрбиешiлерге` with a Latin i."""

from __future__ import annotations

import re
from functools import lru_cache

from regkb.repeats import read_once

LOOKALIKES = str.maketrans("aceiopxyhABCEHIKMOPTXYü", "асеіорхуһАВСЕНІКМОРТХУү")
"""Latin → Cyrillic, one character for one, so that offsets stay."""

_CYRILLIC = "\u0400-\u052f\u1c80-\u1c8a\u1d2b\u1d78\u2de0-\u2dff\ua640-\ua69f\ufe2e\ufe2f"
_CAPITAL = "А-ЯЁӘҒҚҢӨҰҮҺІ"
_LATIN = "A-Za-zü"
_HAS_LATIN = re.compile(f"[{_LATIN}]")
_LOOKALIKE = re.compile(f"[{''.join(map(chr, LOOKALIKES))}]")
# every line and paragraph passes here: of plain classes the standard engine reads twice as many characters a second
_MIXED = re.compile(
    rf"""
    # most words are refused by this alone; marks of letters are none, but a run of them is read once
    (?<![\w{_CYRILLIC}])(?=[{_CYRILLIC}]*+[{_LATIN}])
    (?:
    (?<![\w@./-])                # not inside an address or a site: school@edu.kz
    (?:[{_CYRILLIC}]++[{_LATIN}] | [{_LATIN}]++[{_CYRILLIC}])  # a word of both: тәрбиеш|i, a|уыл
    [{_CYRILLIC}{_LATIN}]*+
    (?!@)
    # behind a hyphen, a stroke, an initial: iс-қимыл, 1-шi, басқармасы/бөлiмi, Ж.Тайiров
    | (?<=[{_CYRILLIC}\d][-–] | [{_CYRILLIC}]/ | [{_CAPITAL}]\.)
    (?:[{_CYRILLIC}]++[{_LATIN}] | [{_LATIN}]++[{_CYRILLIC}])
    [{_CYRILLIC}{_LATIN}]*+
    # a word of one letter: взаимодействие |c| центром, |O| внесении; an initial: |E|. Сынақова
    | (?<=[{_CYRILLIC},)]\ )[acoy](?=\ [«"]?[{_CYRILLIC}]) | \A[OC](?=\ [а-яё])
    | (?<![\w.])[ABCEHKMOPTY](?=\.\ ?(?:[{_CAPITAL}]\.\ ?)?[{_CAPITAL}][{_CYRILLIC}])
    )
    """,
    re.VERBOSE,
)
_ROMAN = frozenset("IVXLCDMІХМСУ")


def map_lookalikes(text: str) -> str:
    """Return `text` with the Latin letters of mixed words turned into their Cyrillic look-alikes.

    The length stays the same. Words wholly Latin, Roman numerals and the parts of addresses are left alone.
    """
    if text.isascii() or not _HAS_LATIN.search(text):
        return text
    return _map_mixed(text)


# a line is read as one of its document, of its paragraph, and as the last one above the next
@read_once
def _map_mixed(text: str) -> str:
    return _MIXED.sub(lambda match: _map_word(match[0]), text)


# the same words come again and again
@read_once
def _map_word(word: str) -> str:
    return word if len(word) > 1 and _ROMAN.issuperset(word) else map_letters(word)


def map_letters(text: str) -> str:
    """Return `text` with every Latin letter that has a Cyrillic look-alike turned into that, whatever stands around."""
    # `str.translate` takes sixteen times as long: it asks for each letter, and is refused for most
    return _LOOKALIKE.sub(lambda match: match[0].translate(LOOKALIKES), text)


# the same words come again and again
@lru_cache(maxsize=10_000)
def fold(letters: str) -> str:
    """Return letters as words are compared: small, their look-alikes mapped."""
    if len(letters) == 1:
        return map_letters(letters).lower()
    return map_lookalikes(letters).lower().replace("i", "і")
