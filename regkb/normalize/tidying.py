"""A line as its reader sees it, for what its words and its width tell before the repairs are made."""

from __future__ import annotations

import re

from regkb.normalize.letterspacing import is_letter_spaced, join_spaced_letters
from regkb.normalize.lines import Line
from regkb.normalize.lookalikes import map_lookalikes

_MAY_BE_SPACED = re.compile(r"(?<!\S)(?:\S(?!\S)|[)»\",.;:])")
"""A character by itself, or a mark with which a word begins: no line is set letter by letter without either."""


def tidy(line: Line, language: str) -> Line:
    """Return a line without letter-spacing and look-alikes; its characters stay where they are."""
    if _MAY_BE_SPACED.search(line.text) and is_letter_spaced(words := line.words()):
        line = line.with_tokens(join_spaced_letters(words, {}, language))
    text = map_lookalikes(line.text)
    return line if text == line.text else line._replace(text=text)
