"""The text of a page while it is read: paragraphs with their kinds, white space as a browser shows it."""

from __future__ import annotations

import regex

from regkb.schemas.stages import BlockKind, Hint, Link

CELL_BORDER = " | "
_INDENT = 3
"""So many blanks that a browser shows, at the start of a line, open a paragraph."""
_SPACE = regex.compile(r"[\s\u00a0]+")


class PageParagraphs:
    """Collects paragraphs; offsets count the characters of their text."""

    def __init__(self) -> None:
        self.hints: list[Hint] = []
        self.links: list[Link] = []
        self.anchors: list[Link] = []
        self._parts: list[str] = []
        self._at = 0
        self._start: int | None = None
        self._kind: BlockKind = "body"
        self._blank = False
        self._fresh_line = False
        self._pre = False
        self._held = False
        self._names: list[str] = []

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def open(self, kind: BlockKind, *, pre: bool = False) -> None:
        """Begin a paragraph of this kind, unless the cells of a row are being read."""
        if not self._held:
            self._kind = kind
            self._pre = pre

    def close(self) -> None:
        """End the paragraph that is open; one without letters leaves nothing."""
        if self._held:
            self._blank = True
            return
        if self._start is not None:
            span = (self._start, self._at)
            self.hints.append(Hint(span, self._kind))
            self.anchors += [Link(span, f"#{name}") for name in self._names]
            self._names = []
            self._put("\n")
            self._start = None
        self._blank = self._fresh_line = False

    def hold(self) -> None:
        """Keep all that follows in one paragraph, until `release`."""
        self._held = True

    def release(self) -> None:
        """Let paragraphs end again."""
        self._held = False

    def break_line(self) -> None:
        """End a line of the paragraph; the next one opens another paragraph if it is set in."""
        self._blank = self._fresh_line = True

    def add_border(self) -> None:
        """Put the border between two cells."""
        if self._start is None:
            self._start = self._at
        self._put(CELL_BORDER)
        self._blank = False

    def add(self, text: str) -> None:
        """Add text, its white space shrunk to single blanks."""
        if not self._pre or self._held:
            self._add(text)
            return
        for number, line in enumerate(text.split("\n")):
            if number:
                if not line.strip():
                    self.close()
                self.break_line()
            self._add(line)

    def _add(self, text: str) -> None:
        leading = text[: len(text) - len(text.lstrip())]
        set_in = (len(leading) if self._pre else leading.count("\u00a0")) >= _INDENT
        words = _SPACE.split(text)
        if not any(words):
            self._blank = self._blank or bool(text)
            return
        if self._fresh_line and set_in and self._start is not None and not self._held:
            self.close()
        if not words[0]:
            self._blank = True
        for number, word in enumerate(filter(None, words)):
            if self._start is None:
                self._start = self._at
            elif number or (self._blank and not self._parts[-1].endswith(" ")):
                self._put("\n" if self._fresh_line and not number else " ")
            self._put(word)
            self._blank = self._fresh_line = False
        self._blank = not words[-1]

    def mark(self) -> int:
        """Return a mark from which a link may begin."""
        return len(self._parts)

    def link(self, mark: int, target: str) -> None:
        """Note that the words since `mark` lead to an address."""
        text = "".join(self._parts[mark:])
        start = self._at - len(text.lstrip())
        end = self._at - (len(text) - len(text.rstrip()))
        if end > start:
            self.links.append(Link((start, end), target))

    def name(self, name: str) -> None:
        """Give the paragraph that is open, or the next one, a name by which addresses reach it."""
        self._names.append(name)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._at += len(text)
