"""The words of a document as its sound lines have them: the evidence for what may be a word."""

from __future__ import annotations

import re

from regkb.normalize.lines import INDENT, Line, is_suspect
from regkb.normalize.lookalikes import map_lookalikes
from regkb.repeats import read_once

_WORD = re.compile(r"[^\W\d_]+")


def read_sound_words(line: Line, language: str) -> tuple[str, ...] | None:
    """Return the words of a line in their order, in small letters and with look-alikes mapped.

    None where anything in the line's blanks, or in those before it, may be damage.
    """
    if line.indent not in (0, INDENT) or line.begins_with_gap:
        return None
    return _read_words(line.text, language)


@read_once
def _read_words(text: str, language: str) -> tuple[str, ...] | None:
    return None if is_suspect(text, language) else tuple(_WORD.findall(map_lookalikes(text).lower()))
