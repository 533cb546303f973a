"""Cyrillic letters of Kazakh and Russian in Latin letters, for identifiers."""

from __future__ import annotations

_LETTERS = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "i", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_LATIN = str.maketrans(_LETTERS)
# letters that look alike in both alphabets: a number typed with either is the same number
_LOOKALIKES = str.maketrans("асеіорхукмтнв", "aceiopxykmtnb")


def to_latin(text: str) -> str:
    """Return `text` in small Latin letters, letter for letter by sound: `Талғар` → `talgar`."""
    return text.lower().translate(_LATIN)


def to_latin_by_sight(text: str) -> str:
    """Return `text` in small Latin letters, look-alikes by their looks, the others by sound: Cyrillic `С-6` → `c-6`."""
    return text.lower().translate(_LOOKALIKES).translate(_LATIN)
