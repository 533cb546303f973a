"""Sentences put together from templates, so that the facts which they state are known with their places.

A template is text with slots in braces. `[[…]]` marks a hyperlink and `**…**` bold type, in templates and in values.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import regex

from regkb.schemas.record import ActRef, AliasRef, DayType, Duration, Limit, Locator, SelfRef, Span, Unit

_TOKEN = regex.compile(r"\{(?P<slot>\w+)\}|(?P<mark>\[\[|\]\]|\*\*)")


@dataclass(frozen=True)
class Cite:
    """A citation: its words, the act that it means and the place in it; `tail` are words after it that are not it."""

    text: str
    target: ActRef | AliasRef | SelfRef
    locator: Locator | None = None
    tail: str = ""


@dataclass(frozen=True)
class Length:
    """A duration: its words and what they say."""

    text: str
    value: int
    unit: Unit
    limit: Limit
    max: int | None = None
    day_type: DayType | None = None
    condition: str | None = None

    def as_duration(self) -> Duration:
        """Return it as the record has it."""
        return Duration(
            text=self.text,
            value=self.value,
            max=self.max,
            unit=self.unit,
            day_type=self.day_type,
            limit=self.limit,
            condition=self.condition,
        )


@dataclass(frozen=True)
class Written:
    """A stretch of text with its links and bold words, and the citations and durations that stand in it."""

    text: str
    links: tuple[Span, ...] = ()
    bold: tuple[Span, ...] = ()
    cites: tuple[tuple[Span, Cite], ...] = ()
    lengths: tuple[tuple[Span, Length], ...] = ()


Piece = str | Cite | Length | Written


@cache
def _tokens(template: str) -> tuple[tuple[str, str], ...]:
    """Cut a template into ("text" | "slot" | "mark", value)."""
    found: list[tuple[str, str]] = []
    end = 0
    for match in _TOKEN.finditer(template):
        if match.start() > end:
            found.append(("text", template[end : match.start()]))
        found.append(("slot", match["slot"]) if match["slot"] else ("mark", match["mark"]))
        end = match.end()
    if end < len(template):
        found.append(("text", template[end:]))
    return tuple(found)


class _Pen:
    """Collects text and what stands in it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = 0
        self.links: list[Span] = []
        self.bold: list[Span] = []
        self.cites: list[tuple[Span, Cite]] = []
        self.lengths: list[tuple[Span, Length]] = []

    def text(self, text: str) -> None:
        self.parts.append(text)
        self.at += len(text)

    def template(self, template: str, slots: dict[str, Piece]) -> None:
        link = bold = 0
        for kind, value in _tokens(template):
            if kind == "text":
                self.text(value)
            elif kind == "slot":
                self.piece(slots[value], slots)
            elif value == "[[":
                link = self.at
            elif value == "]]":
                self.links.append((link, self.at))
            elif bold:
                self.bold.append((bold - 1, self.at))
                bold = 0
            else:
                bold = self.at + 1

    def piece(self, piece: Piece, slots: dict[str, Piece]) -> None:
        start = self.at
        if isinstance(piece, str):
            self.template(piece, slots)
        elif isinstance(piece, Length):
            self.text(piece.text)
            self.lengths.append(((start, self.at), piece))
        elif isinstance(piece, Cite):
            self.template(piece.text, slots)
            self.cites.append(((start, self.at), piece))
            self.template(piece.tail, slots)
        else:
            self.text(piece.text)
            self.links += [(start + a, start + b) for a, b in piece.links]
            self.bold += [(start + a, start + b) for a, b in piece.bold]
            self.cites += [((start + a, start + b), cite) for (a, b), cite in piece.cites]
            self.lengths += [((start + a, start + b), length) for (a, b), length in piece.lengths]

    def written(self) -> Written:
        return Written("".join(self.parts), tuple(self.links), tuple(self.bold), tuple(self.cites), tuple(self.lengths))


def write(template: str, **slots: Piece) -> Written:
    """Fill a template; raises KeyError for a slot without a value."""
    pen = _Pen()
    pen.template(template, slots)
    return pen.written()


def join(*pieces: Piece) -> Written:
    """Return the pieces one after the other; mark-up in plain strings counts."""
    pen = _Pen()
    for piece in pieces:
        pen.piece(piece, {})
    return pen.written()


def translate(written: Written, letters: dict[int, str]) -> Written:
    """Return the text with single letters exchanged for single letters: quotation marks, the number sign, dashes."""

    def told(cite: Cite) -> Cite:
        if not isinstance(cite.target, ActRef) or cite.target.title is None:
            return cite
        return replace(cite, target=cite.target.model_copy(update={"title": cite.target.title.translate(letters)}))

    return Written(
        written.text.translate(letters),
        written.links,
        written.bold,
        tuple((span, told(cite)) for span, cite in written.cites),
        tuple((span, replace(length, text=length.text.translate(letters))) for span, length in written.lengths),
    )


def annexed(stamp: Written, number: str) -> Written:
    """Return a stamp `… қаулысына 1-қосымша` whose citation is all of it and names the annex."""
    cite = replace(stamp.cites[0][1], text=stamp.text, locator=Locator(annex=number))
    return replace(stamp, cites=(((0, len(stamp.text)), cite),))
