"""An act as its orders are read: point by point, with what each paragraph cites, and with the lists in its annexes."""

from __future__ import annotations

from collections.abc import Sequence

from regkb.extract.annexed_lists import AnnexedLists
from regkb.extract.provisions import Provision, provisions
from regkb.schemas.record import Language, Paragraph, Reference


class OrderingText:
    """The paragraphs of one act for those who read its actions and its amendments.

    `points` are the paragraphs with which the act itself orders something, a list a point; `cited` has the references
    of each paragraph under its place among `paragraphs`.
    """

    def __init__(self, paragraphs: Sequence[Paragraph], references: Sequence[Reference], language: Language) -> None:
        self.paragraphs = paragraphs
        self.language: Language = language
        self.points = provisions(paragraphs, language)
        self.cited: dict[int, list[Reference]] = {}
        for reference in references:
            if reference.index is not None:
                self.cited.setdefault(reference.index, []).append(reference)
        self.annexed = AnnexedLists(paragraphs, self.cited, language)

    def references_in(self, provision: Provision) -> Sequence[Reference]:
        """Return the references of one paragraph."""
        return self.cited.get(provision.index, ())
