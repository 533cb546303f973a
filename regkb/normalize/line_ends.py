"""What the end of a line and the beginning of the next tell: a sentence that is over, a line that was full."""

from __future__ import annotations

import regex

from regkb.normalize.lines import Line

PAGE_BREAK = 3
"""So many blank lines are left where a page ends."""

_FULL_WIDTH = 62
"""A line that would be shorter than this with the next line's first word added was not broken for want of room."""

_SENTENCE_WIDTH = 70
"""The same for a line that ends a sentence."""

_SENTENCE_END = r"(?<!(?<!\p{L})\p{Lu})[.;:!?][»\"”)]*\Z"  # жүктелсін., not the full stop of an initial: Б. Ғ.

SENTENCE_END = regex.compile(_SENTENCE_END)
"""The end of a sentence, or of an item of a list."""

_FINISHED = regex.compile(rf"{_SENTENCE_END}|»;?\Z")
_LAST_SIGNS = '.;:!?»"”)'
"""With one of these ends what `_FINISHED` fits."""

ENDS_BEFORE_LINK = regex.compile(
    r"""
    (?<=[\p{L})»"\s])[.;:]           # a sentence ends here: за ). or әкімдігі :
    (?:[№N]\s?)?                     # and a link was glued to it: № 2587, пункту 9, 9-тармағында
    [\p{Cyrillic}\d][\p{Cyrillic}\d/-]*(?:\s[\p{Cyrillic}\d][\p{Cyrillic}\d-]*)?\Z
    """,
    regex.VERBOSE,
)
"""The same before a displaced link that was glued to it: `за ).№ 2587`, `болып табылады.9-тармағында`."""

MARKER = regex.compile(r"\d{1,3}(?:-\d+)?\s?[.)]|[«\"]\s?\d+[.)]|\p{Ll}\)")
"""The number with which a provision, or quoted wording of one, begins."""

_FIRST_WORD = regex.compile(r"\S+")


def is_finished(text: str) -> bool:
    """Tell whether a text ends with a sentence, an item of a list or a quotation."""
    return text[-1:] in _LAST_SIGNS and _FINISHED.search(text) is not None


def was_full(last: Line, line: Line) -> bool:
    """Tell whether the first word of `line` would have found no room in the line above."""
    word = _FIRST_WORD.match(line.text)
    width = _SENTENCE_WIDTH if is_finished(last.text) else _FULL_WIDTH
    return last.indent + len(last.text) + 1 + len(word[0] if word else "") > width
