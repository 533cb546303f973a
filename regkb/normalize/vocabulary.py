"""The words of a document as its sound lines have them: the evidence for what may be a word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from regkb.normalize.lookalikes import map_lookalikes

_WORD = re.compile(r"[^\W\d_]+")


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Count the words of the given texts, in small letters and with look-alikes mapped."""
    return Counter(_WORD.findall(map_lookalikes("\n".join(texts)).lower()))
