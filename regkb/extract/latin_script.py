"""Texts in Latin script (Kazakh is written so as well), of which nothing would be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import regex

from regkb.errors import UnreadableDocument
from regkb.schemas.record import Diagnostic, Paragraph

FEWEST_LETTERS = 60
"""A paragraph with fewer may be a list of addresses or names of products."""
_LATIN = regex.compile(r"\p{Latin}++")
_LATIN_LETTER = re.compile("[A-Za-zÀ-ÖØ-öø-ɏ]")
"""Nearly all of them: a text without any is told from others fast."""
_LETTERS = regex.compile(r"\p{L}++")


def refuse_latin_script(paragraphs: Sequence[Paragraph]) -> None:
    """Raise UnreadableDocument where more letters of the text are Latin than not."""
    if _is_latin("".join(paragraph.text for paragraph in paragraphs)):
        raise UnreadableDocument(
            "the text is in Latin script, which is not read", "give the act in Cyrillic, as it was published"
        )


def find_latin_script(paragraphs: Sequence[Paragraph]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each longer paragraph in Latin script: nothing is read of it."""
    for paragraph in paragraphs:
        if _is_latin(paragraph.text) and _count(_LETTERS, paragraph.text) >= FEWEST_LETTERS:
            message = f"this paragraph is in Latin script, of which nothing is read: {paragraph.text[:200]}"
            yield Diagnostic(code="latin_script", at=paragraph.path, message=message)


def _is_latin(text: str) -> bool:
    if not _LATIN_LETTER.search(text):
        return False
    latin = _count(_LATIN, text)
    # most often the first letters of a text are more than twice as many already
    return all(latin * 2 > _count(_LETTERS, part) for part in (text[: latin * 4], text))


def _count(letters: regex.Pattern[str], text: str) -> int:
    return sum(map(len, letters.findall(text)))
