"""What the reading of registration and publication brackets has to know of a language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PublicationWords:
    """Patterns of the verbs for registered and published; `verb_last`: what a verb is about stands before it."""

    registered: str
    published: str
    verb_last: bool
