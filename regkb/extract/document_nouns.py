"""The nouns for what an act approves: a regulation, a standard, a plan."""

from __future__ import annotations

from functools import cache

from regkb.lang import words
from regkb.lang.actions import ActionWords
from regkb.lang.nouns import NounForms, noun_pattern
from regkb.schemas.record import Language


@cache
def compose_document_noun(language: Language) -> str:
    """Return the pattern of such a noun: `noun` is what stays the same in all its forms, `ending` the rest."""
    known: ActionWords = words("actions", language)
    forms: NounForms = words("nouns", language)
    return rf"(?P<noun>{noun_pattern(known.documents, forms)})(?P<ending>{forms.endings})"
