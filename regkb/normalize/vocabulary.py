"""The words of a document as its sound lines have them: the evidence for what may be a word."""

from __future__ import annotations

import re
from collections.abc import Iterable

from regkb.normalize.lookalikes import map_lookalikes

_WORD = re.compile(r"[^\W\d_]+")


def list_words(texts: Iterable[str]) -> list[str]:
    """Return the words of the given texts in their order, in small letters and with look-alikes mapped."""
    return _WORD.findall(map_lookalikes("\n".join(texts)).lower())
