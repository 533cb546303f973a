"""A line as its reader sees it, for what its words and its width tell before the repairs are made."""

from __future__ import annotations

from regkb.normalize.letterspacing import is_letter_spaced, join_spaced_letters
from regkb.normalize.lines import Line
from regkb.normalize.lookalikes import map_lookalikes


def tidy(line: Line, language: str) -> Line:
    """Return a line without letter-spacing and look-alikes; its characters stay where they are."""
    words = line.words()
    if is_letter_spaced(words):
        line = line.with_tokens(join_spaced_letters(words, {}, language))
    return line._replace(text=map_lookalikes(line.text))
