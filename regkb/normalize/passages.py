"""Passages: the lines of one paragraph, before they become a block; and the patterns that tell what kind they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import regex

from regkb.lang import words
from regkb.lang.structure import StructureWords
from regkb.normalize.lines import Line
from regkb.normalize.lookalikes import map_lookalikes
from regkb.normalize.wraps import wrap_separator
from regkb.schemas.stages import BlockKind


@dataclass(frozen=True, slots=True)
class Passage:
    """The lines of one paragraph."""

    lines: tuple[Line, ...]
    kind: BlockKind

    @property
    def text(self) -> str:
        """The words of the lines, joined, look-alikes mapped."""
        return map_lookalikes(join_lines(self.lines))


@cache
def structure_pattern(name: str, language: str) -> regex.Pattern[str]:
    """Return the compiled pattern of that name from the topic `structure`."""
    known: StructureWords = words("structure", language)
    return regex.compile(getattr(known, name), regex.VERBOSE | regex.DOTALL | regex.V1)


def join_lines(lines: Iterable[Line]) -> str:
    """Return the text of lines that make one paragraph."""
    text = ""
    for line in lines:
        text += wrap_separator(text, line.text) + line.text
    return text
