"""The sheet on which an act is composed: paragraphs with their paths, and the facts that they state."""

from __future__ import annotations

from random import Random

from corpus.phrase import Piece, Written, join, translate, write
from corpus.plan import Style
from corpus.specimen import Passage, PassageKind
from corpus.wording import Wording
from regkb.schemas.record import Paragraph, Reference

_TITLE_KINDS = ("title", "heading", "caption", "stamp", "row", "picture")


class Draft:
    """Collects passages; numbers, quotation marks and dashes are written as the act's style wants them."""

    def __init__(self, wording: Wording, style: Style, rng: Random) -> None:
        self.wording = wording
        self.style = style
        self.rng = rng
        self.passages: list[Passage] = []
        self.references: list[Reference] = []
        self._letters = str.maketrans(
            {"«": style.quotes[0], "»": style.quotes[1], "№": style.number_sign, "–": style.dash}
        )

    def say(self, text: str) -> str:
        """Return text of a table in the act's style."""
        return text.translate(self._letters)

    def choose(self, templates: tuple[str, ...]) -> str:
        """Return one of several templates that say the same."""
        return self.rng.choice(templates)

    def fill(self, template: str, **slots: Piece) -> Written:
        """Return a template filled with pieces, in the act's style."""
        return translate(write(template, **slots), self._letters)

    @property
    def last_index(self) -> int:
        """The number of the paragraph that was put down last."""
        return sum(passage.kind != "picture" for passage in self.passages) - 1

    def add(self, path: str, written: Written, kind: PassageKind = "body", *, glued: bool = False) -> Written:
        """Put a paragraph down, and the citations in it among the references; return what was written."""
        stretched = self.rng.random() < self.style.stretched and (kind == "body" or kind == "stamp")
        if kind in _TITLE_KINDS:
            written = Written(written.text, cites=written.cites, lengths=written.lengths)
        self.passages.append(Passage(path, written, kind, stretched, glued))
        index = self.last_index
        for span, cite in written.cites:
            text = written.text[slice(*span)]
            self.references.append(
                Reference(at=path, text=text, span=span, target=cite.target, locator=cite.locator, index=index)
            )
        return written

    def add_subpoint(self, parent: str, number: int, written: Written) -> str:
        """Put down a subpoint of the point at `parent`; return its path."""
        path = f"{parent}/subpoint:{number}"
        self.add(path, join(f"{number}) ", written))
        return path

    def paragraphs(self) -> list[Paragraph]:
        """Return the paragraphs as the record has them; where they stand in a file is not known here."""
        return [
            Paragraph(path=p.path, text=" ".join(p.written.text.split())) for p in self.passages if p.kind != "picture"
        ]
