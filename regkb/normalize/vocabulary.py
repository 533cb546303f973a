"""The words of a document as its sound lines have them: the evidence for what may be a word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from regkb.normalize.lookalikes import map_lookalikes
from regkb.repeats import read_once

_WORD = re.compile(r"[^\W\d_]+")


def list_words(texts: Iterable[str]) -> list[str]:
    """Return the words of the given texts in their order, in small letters and with look-alikes mapped."""
    return list(chain.from_iterable(map(_words_of, texts)))


@read_once
def _words_of(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(map_lookalikes(text).lower()))
