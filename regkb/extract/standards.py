"""The Standard on which a service rests: its title, and the act that approved it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from regkb.extract.quotations import MARKS, find_quotations, quotation_ending_at, quotation_starting_at, unquote
from regkb.lang import words
from regkb.lang.services import ServiceWords
from regkb.schemas.record import ActRef, Paragraph, Reference, Standard


def find_standard(paragraphs: Sequence[Paragraph], references: Sequence[Reference], language: str) -> Standard | None:
    """Return the Standard that the paragraphs of one regulation define (`(бұдан әрі – Стандарт)`), `None` where none.

    The act that approved it is the last one cited before the definition; `references` are those of the whole act.
    """
    fields: ServiceWords = words("services", language)
    for paragraph in paragraphs:
        definition = _compiled(fields.standard_definition).search(paragraph.text)
        if definition is not None:
            before = paragraph.text[: definition.start()]
            return Standard(
                title=_read_title(before, fields), approved_by=_approving_act(paragraph, len(before), references)
            )
    return None


def _approving_act(paragraph: Paragraph, end: int, references: Sequence[Reference]) -> ActRef | None:
    cited = [
        reference
        for reference in references
        if reference.at == paragraph.path
        and isinstance(reference.target, ActRef)
        and reference.span[1] <= end
        # two paragraphs may share a path
        and paragraph.text[reference.span[0] : reference.span[1]] == reference.text
    ]
    last = max(cited, key=lambda reference: reference.span, default=None)
    return last.target if last is not None and isinstance(last.target, ActRef) else None


def _read_title(before: str, fields: ServiceWords) -> str | None:
    """Return the quoted title beside the name for a Standard, or else the last quotation before it."""
    names = list(_compiled(fields.standard_name).finditer(before))
    start, end = names[-1].span() if names else (len(before), len(before))
    ahead = before[:start].rstrip()
    opening = quotation_ending_at(ahead, len(ahead)) if ahead and ahead[-1] in MARKS else None
    if opening is not None:
        return unquote(ahead[opening:]) or None
    behind = before[end:].lstrip()
    closing = quotation_starting_at(behind, 0)
    if closing is not None:
        return unquote(behind[:closing]) or None
    quoted = find_quotations(ahead)
    return (unquote(ahead[quoted[-1][0] : quoted[-1][1]]) or None) if quoted else None


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.IGNORECASE)
