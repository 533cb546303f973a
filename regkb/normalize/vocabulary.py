"""The words of a document as its sound lines have them: the evidence for what may be a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import regex

from regkb.normalize.lookalikes import map_lookalikes

_WORD = regex.compile(r"\p{L}+")


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Count the words of the given texts, in small letters and with look-alikes mapped."""
    return Counter(_WORD.findall(map_lookalikes("\n".join(texts)).lower()))
