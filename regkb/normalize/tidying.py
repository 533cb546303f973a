"""A line as its reader sees it, for what its words and its width tell before the repairs are made."""

from __future__ import annotations

import re

from regkb.normalize.letterspacing import is_letter_spaced, join_spaced_letters
from regkb.normalize.lines import Line
from regkb.normalize.lookalikes import map_lookalikes

_TWO_LONE_LETTERS = re.compile(r"(?<!\S)[^\W\d_](?!\S).*?(?<!\S)[^\W\d_](?!\S)")
_JOINED_LETTERS = re.compile(r"[^\W\d_]{2}")


def tidy(line: Line, language: str) -> Line:
    """Return a line without letter-spacing and look-alikes; its characters stay where they are."""
    if _may_be_spaced(line.text) and is_letter_spaced(words := line.words()):
        line = line.with_tokens(join_spaced_letters(words, {}, language))
    text = map_lookalikes(line.text)
    return line if text == line.text else line._replace(text=text)


def _may_be_spaced(text: str) -> bool:
    """Tell whether a line may be set letter by letter: two letters stand by themselves, or no two stand together."""
    return _TWO_LONE_LETTERS.search(text) is not None or not _JOINED_LETTERS.search(text)
