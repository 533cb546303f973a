"""Passages: the lines of one paragraph, before they become a block; and the patterns that tell what kind they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

import regex

from regkb.lang import words
from regkb.lang.structure import StructureWords
from regkb.normalize.lines import Line, Token
from regkb.normalize.lookalikes import map_letters, map_lookalikes
from regkb.normalize.wraps import close_quote, wrap_separator
from regkb.repeats import read_once
from regkb.schemas.stages import BlockKind


@dataclass(frozen=True)
class Passage:
    """The lines of one paragraph."""

    lines: tuple[Line, ...]
    kind: BlockKind

    @property
    def joined(self) -> str:
        """The words of the lines, joined."""
        return self._words[0]

    @property
    def text(self) -> str:
        """The words of the lines, joined, look-alikes mapped."""
        return self._words[1]

    @cached_property
    def _words(self) -> tuple[str, str]:
        return _join(_text_of(self.lines))


@cache
def structure_pattern(name: str, language: str) -> regex.Pattern[str]:
    """Return the compiled pattern of that name from the topic `structure`."""
    known: StructureWords = words("structure", language)
    return regex.compile(getattr(known, name), regex.VERBOSE | regex.DOTALL | regex.V1)


# a line is asked for once as the next and once as the last
@lru_cache(maxsize=100)
def is_status(text: str, language: str) -> bool:
    """Tell whether the text is a line that says in what state the act is."""
    if not _may_begin_status(text[:1], language):
        return False
    return structure_pattern("status", language).fullmatch(map_lookalikes(text)) is not None


# of every line the letter is asked for, and few are wanted
@cache
def _may_begin_status(letter: str, language: str) -> bool:
    """Tell whether a line that says in what state the act is may begin with a letter, or with its look-alike."""
    pattern = structure_pattern("status", language)
    return any(pattern.fullmatch(like, partial=True) is not None for like in (letter, map_letters(letter)))


def join_lines(lines: Iterable[Line]) -> str:
    """Return the text of lines that make one paragraph."""
    return _join(_text_of(lines))[0]


def _text_of(lines: Iterable[Line]) -> str:
    return "\n".join([line.text for line in lines])


@read_once
def _join(lines: str) -> tuple[str, str]:
    """Return the text of lines as one paragraph, as it stands and with its look-alikes mapped."""
    text = ""
    for line in lines.split("\n"):
        text = close_quote(text, line)
        text += wrap_separator(text, line) + line
    text = close_quote(text, "")
    return text, map_lookalikes(text)


def split_lines_at(lines: tuple[Line, ...], count: int) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Part lines after their first `count` non-white characters; a word that holds the place is cut in two."""
    head: list[Line] = []
    for i, line in enumerate(lines):
        tokens = line.words()
        for j, token in enumerate(tokens):
            if count < len(token.text):
                before, after = (*tokens[:j], *_cut(token, count)[0]), (*_cut(token, count)[1], *tokens[j + 1 :])
                if before:
                    head.append(line.with_tokens(before))
                    return tuple(head), (line.with_tokens(after), *lines[i + 1 :])
                return tuple(head), tuple(lines[i:])
            count -= len(token.text)
        head.append(line)
    return tuple(head), ()


def _cut(token: Token, count: int) -> tuple[list[Token], list[Token]]:
    """Cut a token after some characters; one that encloses blanks is not cut but stands behind the place."""
    if count == 0 or token.end - token.start != len(token.text):
        return [], [token]
    middle = token.start + count
    return (
        [token._replace(text=token.text[:count], end=middle)],
        [Token(token.text[count:], middle, token.end)],
    )
