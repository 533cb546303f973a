"""The immutable values that pass from stage to stage: raw document → clean text → structure → act."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from regkb.schemas.record import Diagnostic, Language, Paragraph, Span

Format = Literal["text", "pdf", "html"]
BlockKind = Literal["body", "heading", "stamp", "table", "plain"]


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the raw characters of a PDF stand: `page_starts[p]` is the raw offset at which page p (from 0) begins;

    `boxes` holds four numbers a raw character (left, bottom, right, top, in points from the page's lower left corner).
    """

    page_starts: tuple[int, ...]
    boxes: array[float]

    def page_of(self, offset: int) -> int:
        """Return the page, from 1, on which the raw character at `offset` stands."""
        return max(1, bisect_right(self.page_starts, offset))

    def box_of(self, offset: int) -> tuple[float, float, float, float]:
        """Return the box of the raw character at `offset`: left, bottom, right, top, in points."""
        left, bottom, right, top = self.boxes[4 * offset : 4 * offset + 4]
        return left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink of a PDF or an HTML page: the raw characters that it covers, and its target."""

    span: Span
    target: str


@dataclass(frozen=True, slots=True)
class Hint:
    """What the layout of a PDF or the mark-up of a page says of a run of raw text, one paragraph a hint."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class RawDocument:
    """What ingest read from one file: its text, whose offsets every span counts, and what else the format told.

    `sha256` is of the file's bytes. `hints` is empty for a text dump; for a PDF or a page it cuts the raw text into
    paragraphs in reading order, so that nothing has to be guessed from spaces. `anchors` are the places of a page that
    have names of their own (`#z63`), each over the paragraph that it opens.
    """

    path: str
    sha256: str
    format: Format
    text: str
    pages: int | None = None
    layout: Layout | None = None
    links: tuple[Link, ...] = ()
    anchors: tuple[Link, ...] = ()
    hints: tuple[Hint, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of repaired text before it has a place in the tree; `spans` are raw offsets in reading order."""

    text: str
    spans: tuple[Span, ...]
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Repair:
    """One change that normalization made: the rule, the raw characters concerned, and the text before and after."""

    rule: str
    span: Span
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CleanText:
    """What normalize makes of a raw document: its paragraphs in reading order, the repairs, and the doubts."""

    document: RawDocument
    language: Language
    blocks: tuple[Block, ...]
    repairs: tuple[Repair, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Structure:
    """The clean text with each paragraph's place in the tree of provisions (`path`, see the record)."""

    document: RawDocument
    language: Language
    paragraphs: tuple[Paragraph, ...]
    repairs: tuple[Repair, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = field(default=())
