"""What stands beside the name of what an order approves: `осы қаулыға 1-қосымшаға сәйкес |көшет беру регламенті|`."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from regkb.lang import words
from regkb.lang.actions import ActionWords
from regkb.lang.patterns import compile_any_case
from regkb.schemas.record import Language


def find_beside_name(text: str, start: int, end: int, language: Language) -> Iterator[regex.Match[str]]:
    """Yield the words on the annex that holds what is approved, and those on a basis (the group `basis`)."""
    known: ActionWords = words("actions", language)
    pattern = rf"(?:(?P<basis>{known.basis}|{known.basis_before})|{known.attached})\s*"
    yield from compile_any_case(pattern).finditer(text, start, end)
