"""The paragraphs with which an act orders something, point by point."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from regkb.normalize.passages import structure_pattern
from regkb.schemas.record import Language, Paragraph

_NOT_PROVISIONS = ("annex:", "title", "status", "info", "note", "preamble", "signature")
# point:2; annex:1/point:2, annex:1/section:1/point:2
_POINT = regex.compile(r"(?:annex:[^/]+/(?:section:[^/]+/)?)?+(?:[^/]+)?")


@dataclass(frozen=True, slots=True)
class Provision:
    """A paragraph with its place among all paragraphs of the act."""

    index: int
    paragraph: Paragraph

    @property
    def path(self) -> str:
        """The path of the paragraph."""
        return self.paragraph.path

    @property
    def text(self) -> str:
        """Its words."""
        return self.paragraph.text


def provisions(paragraphs: Sequence[Paragraph], language: Language) -> list[list[Provision]]:
    """Return the paragraphs with which the act itself orders something, a list a point.

    Quoted wording is left out, and what an editor put in below a point (`Ескерту. 1-тармақ жаңа редакцияда – …`).
    """
    note = structure_pattern("note", language)
    return group_points(
        Provision(index, paragraph)
        for index, paragraph in enumerate(paragraphs)
        if not paragraph.path.startswith(_NOT_PROVISIONS)
        and not paragraph.path.endswith("/quote")
        and not (paragraph.path.endswith("/p") and note.match(paragraph.text))
    )


def group_points(provisions: Iterable[Provision]) -> list[list[Provision]]:
    """Return provisions in reading order, those of one point in one list."""
    points: list[list[Provision]] = []
    last = None
    for provision in provisions:
        found = _POINT.match(provision.paragraph.path)
        point = found[0] if found else ""
        if point != last:
            points.append([])
        points[-1].append(provision)
        last = point
    return points
