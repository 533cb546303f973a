"""The text of an act while amendments are applied to it: every run of words knows the act that it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import regex

from regkb.extract.listings import order_of
from regkb.extract.locators import LEVELS
from regkb.schemas.record import Locator, Paragraph

_SECTION = regex.compile(r"section:[^/]+/")
_SUBPOINT = regex.compile(r"\s*(?P<number>\d+(?:-\d+)?)\)")
_NO_SPACE_BEFORE = ',.;:)»"-–'
_CLOSING = " .;:"


class NotApplicable(Exception):  # noqa: N818 - it says of an instruction that it could not be applied
    """An instruction does not fit the text; the message says why."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one paragraph that come from one act; `act_id` is None for the act's own first wording."""

    text: str
    act_id: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: its path, its words, and the act that removed it, if one did (then it has no words)."""

    path: str
    runs: tuple[Run, ...]
    removed_by: str | None = None

    @property
    def text(self) -> str:
        """The words of all runs."""
        return "".join(run.text for run in self.runs)

    @property
    def place(self) -> str:
        """The path without sections: a citation names a point without its section."""
        return str(_SECTION.sub("", self.path))

    def with_words(self, start: int, end: int, words: str, act_id: str) -> Line:
        """Return the line with `words` of an act in the place of the characters `[start, end)`."""
        runs = (*_cut(self.runs, 0, start), Run(words, act_id), *_cut(self.runs, end, len(self.text)))
        return replace(self, runs=tuple(run for run in runs if run.text))


@dataclass(slots=True)
class Wording:
    """The lines of an act in reading order, changed in place by instructions; one that fails changes nothing."""

    lines: list[Line] = field(default_factory=list)

    @classmethod
    def of(cls, paragraphs: Iterable[Paragraph]) -> Wording:
        """Return the wording of an act as it was first."""
        return cls([Line(paragraph.path, (Run(paragraph.text),)) for paragraph in paragraphs])

    def has(self, place: str) -> bool:
        """Tell whether the text has a provision at this place."""
        return any(line.place == place and not line.removed_by for line in self.lines)

    def replace_words(self, place: str, old: str, new: str, act_id: str) -> None:
        """Put `new` in the place of `old` wherever it stands in the provision."""
        found = self._occurrences(place, old)
        if not found:
            raise NotApplicable(f"{place or 'the act'} has no «{old}»")
        for at, start in reversed(found):
            self.lines[at] = self.lines[at].with_words(start, start + len(old), new, act_id)

    def insert_after(self, place: str, old: str, new: str, act_id: str) -> None:
        """Put `new` behind the words `old`, which must stand in the provision once."""
        found = self._occurrences(place, old)
        if len(found) != 1:
            raise NotApplicable(f"{place or 'the act'} has «{old}» {len(found)} times, not once")
        [(at, start)] = found
        space = "" if new[:1] in _NO_SPACE_BEFORE else " "
        self.lines[at] = self.lines[at].with_words(start + len(old), start + len(old), space + new, act_id)

    def delete_words(self, place: str, old: str, act_id: str) -> None:
        """Take `old` out of the provision, with one of the spaces around it."""
        found = self._occurrences(place, old)
        if not found:
            raise NotApplicable(f"{place or 'the act'} has no «{old}»")
        for at, start in reversed(found):
            text, end = self.lines[at].text, start + len(old)
            start -= 1 if text[start - 1 : start] == " " and text[end : end + 1] in (" ", *_NO_SPACE_BEFORE) else 0
            self.lines[at] = self.lines[at].with_words(start, end, "", act_id)

    def append_words(self, place: str, new: str, act_id: str) -> None:
        """Put `new` at the end of the provision's first paragraph, before its closing mark."""
        at = self._span(place)[0]
        end = len(self.lines[at].text.rstrip(_CLOSING))
        space = "" if new[:1] in _NO_SPACE_BEFORE else " "
        self.lines[at] = self.lines[at].with_words(end, end, space + new, act_id)

    def replace_provision(self, place: str, new: str, act_id: str) -> None:
        """Put new wording in the place of a provision and all under it; points inside the wording get their paths."""
        start, end = self._span(place)
        self.lines[start:end] = _write(self.lines[start].path, new, act_id)

    def delete_provision(self, place: str, act_id: str) -> None:
        """Take a provision and all under it out; its number stays, without words."""
        start, end = self._span(place)
        self.lines[start:end] = [Line(self.lines[start].path, (), removed_by=act_id)]

    def add_provision(self, place: str, new: str, act_id: str) -> None:
        """Put a new point or subpoint behind the sibling that its number follows."""
        parent, _, last = place.rpartition("/")
        kind, _, number = last.partition(":")
        if self.has(place):
            raise NotApplicable(f"{place} is there already")
        prefix = f"{parent}/{kind}:" if parent else f"{kind}:"
        siblings = [
            line for line in self.lines if line.place.startswith(prefix) and "/" not in line.place[len(prefix) :]
        ]
        before = [line for line in siblings if order_of(line.place[len(prefix) :]) < order_of(number)]
        if not before:
            raise NotApplicable(f"there is no {kind} before {place}")
        sibling = max(before, key=lambda line: order_of(line.place[len(prefix) :]))
        end = self._span(sibling.place)[1]
        path = f"{sibling.path.rpartition(':')[0]}:{number}"
        self.lines[end:end] = _write(path, new, act_id)

    def replace_paragraph(self, place: str, number: int, new: str, act_id: str) -> None:
        """Put new wording in the place of the numbered paragraph (абзац) of a provision."""
        paragraphs = self._paragraphs(place)
        if not 1 <= number <= len(paragraphs):
            raise NotApplicable(f"{place} has {len(paragraphs)} paragraphs, not {number}")
        at = paragraphs[number - 1]
        self.lines[at : at + 1] = _write(self.lines[at].path, new, act_id)

    def delete_paragraph(self, place: str, number: int, act_id: str) -> None:
        """Take the numbered paragraph (абзац) of a provision out."""
        paragraphs = self._paragraphs(place)
        if not 1 <= number <= len(paragraphs):
            raise NotApplicable(f"{place} has {len(paragraphs)} paragraphs, not {number}")
        at = paragraphs[number - 1]
        self.lines[at] = Line(self.lines[at].path, (), removed_by=act_id)

    def add_paragraph(self, place: str, number: int, new: str, act_id: str) -> None:
        """Put a paragraph (абзац) behind the last one of a provision; its number must be the next."""
        paragraphs = self._paragraphs(place)
        if number != len(paragraphs) + 1:
            raise NotApplicable(f"{place} has {len(paragraphs)} paragraphs, so that the new one is not {number}")
        at = paragraphs[-1] + 1
        self.lines[at:at] = _write(f"{self.lines[paragraphs[0]].path}/p", new, act_id)

    def replace_annex(self, annex: str, paragraphs: Sequence[Paragraph], act_id: str) -> None:
        """Put the paragraphs of another act's annex, all under one path, in the place of an annex."""
        start, end = self._span(annex)
        under = paragraphs[0].path.partition("/")[0]
        self.lines[start:end] = [
            Line(annex + paragraph.path.removeprefix(under), (Run(paragraph.text, act_id),)) for paragraph in paragraphs
        ]

    def _span(self, place: str) -> tuple[int, int]:
        """Return the lines `[start, end)` of a provision and all under it."""
        found = [at for at, line in enumerate(self.lines) if line.place == place or line.place.startswith(f"{place}/")]
        if all(self.lines[at].removed_by for at in found):
            raise NotApplicable(f"the text has no {place}")
        if found[-1] - found[0] + 1 != len(found):
            raise NotApplicable(f"the text has {place} more than once")
        return found[0], found[-1] + 1

    def _occurrences(self, place: str, words: str) -> list[tuple[int, int]]:
        """Return where the words stand in a provision, whole words alone: (line, offset) in reading order."""
        start, end = self._span(place) if place else (0, len(self.lines))
        pattern = regex.compile(rf"(?<![\p{{L}}\p{{N}}]){regex.escape(words)}(?![\p{{L}}\p{{N}}])")
        return [(at, found.start()) for at in range(start, end) for found in pattern.finditer(self.lines[at].text)]

    def _paragraphs(self, place: str) -> list[int]:
        """Return the lines that are the paragraphs of a provision.

        Raises NotApplicable where the provision has subpoints: whether these count among its paragraphs is not told.
        """
        start, end = self._span(place)
        own = [at for at in range(start, end) if self.lines[at].place in (place, f"{place}/p")]
        if len(own) != end - start:
            raise NotApplicable(f"{place} has subpoints, so that its paragraphs cannot be counted with certainty")
        return own


def place_of(locator: Locator, scope: str) -> list[str]:
    """Return the places (paths without sections) that a locator names under `scope`; paragraphs are left out.

    Raises NotApplicable for an article, which a resolution does not have.
    """
    if locator.article is not None:
        raise NotApplicable("articles are places of laws")
    places = [scope] if scope else [""]
    for kind in LEVELS:
        value = getattr(locator, kind)
        if value is None or kind in ("article", "paragraph"):
            continue
        numbers = [value] if isinstance(value, str) else value
        places = [f"{place}/{kind}:{number}".lstrip("/") for place in places for number in numbers]
    return places


def _cut(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    """Yield the runs, or parts of runs, that hold the characters `[start, end)`."""
    at = 0
    for run in runs:
        yield Run(run.text[max(0, start - at) : max(0, end - at)], run.act_id)
        at += len(run.text)


def _write(path: str, text: str, act_id: str) -> list[Line]:
    """Return new wording as lines: the first at `path`, numbered ones below it, others under the one before them."""
    first, *others = text.split("\n")
    lines = [Line(path, (Run(first, act_id),))]
    can_have_subpoints = "subpoint:" not in path and not path.endswith("/p")
    under = path if not path.endswith("/p") else path.removesuffix("/p")
    for other in others:
        subpoint = _SUBPOINT.match(other) if can_have_subpoints else None
        if subpoint:
            under = f"{path}/subpoint:{subpoint['number']}"
        lines.append(Line(under if subpoint else f"{under}/p", (Run(other, act_id),)))
    return lines
