"""A specimen: the paragraphs of an act as they are to be set, and the record that a perfect reader would return."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.phrase import Written
from corpus.plan import Plan
from regkb.schemas.record import Act

PassageKind = Literal["title", "status", "info", "body", "heading", "stamp", "caption", "row", "picture"]


@dataclass(frozen=True)
class Passage:
    """One paragraph: its place in the act, its words, and how it is set.

    `stretched`: its last line is letter-spaced. `glued`: it goes on in the block of the paragraph before it.
    """

    path: str
    written: Written
    kind: PassageKind
    stretched: bool = False
    glued: bool = False


@dataclass(frozen=True)
class Specimen:
    """An act composed from a plan: what to set and what is true of it."""

    plan: Plan
    passages: tuple[Passage, ...]
    act: Act

    @property
    def name(self) -> str:
        """A file name without its ending: seed, number and language."""
        return f"{self.plan.name}-{self.act.language}"
