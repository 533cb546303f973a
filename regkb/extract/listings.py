"""Points of a regulation and the lists in them: which items stand under which introducing sentence.

An item may go on in unnumbered paragraphs; a point may hold several lists, each numbered anew; a list may have no
numbers at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from regkb.extract.nested_lists import Nesting, Row, find_nested
from regkb.extract.provisions import Provision
from regkb.repeats import read_once
from regkb.schemas.record import Diagnostic

POINT = regex.compile(r"(?P<point>(?P<section>.*?)/?point:[^/]+)(?P<rest>/.*)?")
ALPHABET = "abcdefghijklmnopqrstuvwxyzаәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
"""The Latin letters, and the Kazakh ones with all Russian ones in their order."""
_COUNTED = regex.compile(
    r"(?P<word>\p{L}{3,20})\s?[-–]?\s?(?P<number>\d{1,2})(?!\d)|(?P<number>\d{1,2})\s?[-–]?\s?(?P<word>\p{L}{3,20})"
)
_FIGURES = regex.compile(r"\d+")
# every paragraph is asked several times
_NUMBER = re.compile(rf"\s*(?:\d+(?:-\d+)?\s?[.)]\s*|[{ALPHABET}]\)\s*|[-–—]\s+)")
SECTION = regex.compile(r".*?/?section:[^/]+")
SUBPOINT = regex.compile(r"/subpoint:(?P<number>[^/]+)(?P<more>/.*)?")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: its number as written (an ordinal where it has none) and its paragraphs."""

    number: str
    paragraphs: tuple[Provision, ...]

    @property
    def path(self) -> str:
        """The path of the item's first paragraph."""
        return self.paragraphs[0].path

    @property
    def text(self) -> str:
        """The item's words without its number, its paragraphs on lines of their own as they are."""
        first, *more = self.paragraphs
        return "\n".join((strip_number(first.text), *(paragraph.text for paragraph in more)))


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: the point that it stands in, the sentence that introduces it, and its items."""

    point: str
    point_text: str
    intro: str
    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Point:
    """A point with all its paragraphs in reading order; `heading` is that of its section."""

    path: str
    heading: str
    paragraphs: tuple[Provision, ...]

    @property
    def text(self) -> str:
        """The words of the point's first paragraph without its number."""
        return strip_number(self.paragraphs[0].text)

    @cached_property
    def nesting(self) -> Nesting:
        """Which paragraphs of the point stand in lists below an item of a list."""
        subpoints = (SUBPOINT.fullmatch(paragraph.path[len(self.path) :]) for paragraph in self.paragraphs)
        numbers = (found["number"] if found and not found["more"] else "" for found in subpoints)
        rows = (Row(number, paragraph.text) for number, paragraph in zip(numbers, self.paragraphs, strict=True))
        return find_nested(list(rows))


def strip_number(text: str) -> str:
    """Return `text` without the number, the letter or the dash of an item at its head."""
    return text[number_width(text) :]


def number_width(text: str) -> int:
    """Return how many characters the number, the letter or the dash of an item takes at the head of `text`."""
    number = _NUMBER.match(text)
    return number.end() if number else 0


def read_points(paragraphs: Sequence[Provision]) -> list[Point]:
    """Return the points that `paragraphs` (of one regulation, in reading order) make up, each with its heading.

    Paragraphs of a section that stand in no point are a point of their own with the path of the section.
    """
    points: list[tuple[str, str, list[Provision]]] = []
    headings: dict[str, str] = {}
    for paragraph in paragraphs:
        section, path = _find_place(paragraph.path)
        if path is None:
            headings[section] = paragraph.text
        elif points and points[-1][0] == path:
            points[-1][2].append(paragraph)
        elif path:
            points.append((path, headings.get(section, ""), [paragraph]))
    return [Point(path, heading, tuple(own)) for path, heading, own in points]


@read_once
def _find_place(path: str) -> tuple[str, str | None]:
    """Return the section that a path is in, and the point: the section itself for what stands in no point.

    The point is None for a heading, and empty where there is neither.
    """
    found = SECTION.match(path)
    section = found[0] if found else ""
    if path.endswith("/heading"):
        return section, None
    if (point := POINT.fullmatch(path)) is not None:
        return section, point["point"]
    return section, section if found and path == f"{section}/p" else ""


def read_lists(point: Point) -> list[Listing]:
    """Return the lists of a point in reading order, numbered ones and those without numbers.

    The sentence before a list introduces it. A list without numbers begins after a colon and ends with a full stop.
    """
    return [
        Listing(point.path, point.text, strip_number(intro.text), point.heading, tuple(items))
        for intro, items in _group(_read_items(point))
    ]


def find_unclear_lists(points: Sequence[Point]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each item below which a list stands whose end is not told; it is read as a new list."""
    for point in points:
        for place in point.nesting.unclear:
            item = point.paragraphs[place]
            message = (
                f"it is not clear where the list below this item ends; it is read as a list of its own: {item.text}"
            )
            yield Diagnostic(code="list.inner_end_unclear", at=item.path, message=message)


def _read_items(point: Point) -> list[Provision | Item]:
    """Return the point's paragraphs with each numbered item and what belongs to it made one."""
    blocks: list[Provision | Item] = []
    nested = point.nesting.inner
    for place, paragraph in enumerate(point.paragraphs):
        subpoint = SUBPOINT.fullmatch(paragraph.path[len(point.path) :])
        last = blocks[-1] if blocks else None
        if isinstance(last, Item) and place in nested:
            blocks[-1] = Item(last.number, (*last.paragraphs, paragraph))
        elif subpoint and not subpoint["more"]:
            blocks.append(Item(subpoint["number"], (paragraph,)))
        elif isinstance(last, Item) and (
            _goes_on(last, point.paragraphs[place:], point.path)
            or (subpoint and not _introduces(last, point.paragraphs[place : place + 2], point.path))
        ):
            blocks[-1] = Item(last.number, (*last.paragraphs, paragraph))
        else:
            blocks.append(paragraph)
    return blocks


def _goes_on(item: Item, following: Sequence[Provision], point: str) -> bool:
    """Tell whether an unnumbered paragraph (the first of `following`) belongs to the item before it.

    It does where the numbering goes on behind it and nothing introduces a new list.
    """
    for paragraph in following:
        subpoint = SUBPOINT.fullmatch(paragraph.path[len(point) :])
        if subpoint:
            return _is_next(item.number, subpoint["number"])
        if paragraph.text.rstrip().endswith(":"):
            return False
    return False


def _introduces(item: Item, following: Sequence[Provision], point: str) -> bool:
    """Tell whether a paragraph (the first of `following`) below an item introduces a list numbered anew."""
    if len(following) < 2 or not following[0].text.rstrip().endswith(":"):
        return False
    subpoint = SUBPOINT.fullmatch(following[1].path[len(point) :])
    return subpoint is not None and not subpoint["more"] and not _is_next(item.number, subpoint["number"])


def _group(blocks: Sequence[Provision | Item]) -> Iterator[tuple[Provision, list[Item]]]:
    """Yield each list with the sentence that introduces it."""
    intro: Provision | None = None
    loose: list[Provision] = []
    items: list[Item] = []
    for block in blocks:
        if isinstance(block, Item):
            if not items:
                yield from _unnumbered(loose[:-1])
                intro, loose = (loose[-1] if loose else intro), []
            elif not _is_next(items[-1].number, block.number):
                if intro is not None:
                    yield intro, items
                items = []
            items.append(block)
        else:
            if items and intro is not None:
                yield intro, items
            items = []
            loose.append(block)
    if items and intro is not None:
        yield intro, items
    yield from _unnumbered(loose)


def _unnumbered(loose: Sequence[Provision]) -> Iterator[tuple[Provision, list[Item]]]:
    """Yield the lists among paragraphs without numbers: what stands between a colon and a full stop.

    Such a list goes on behind a full stop where words count its items: `Действие 1. …`, `2-қадам. …`.
    """
    intro: Provision | None = None
    items: list[Item] = []
    for place, paragraph in enumerate(loose):
        text = paragraph.text.rstrip()
        if intro is not None:
            items.append(Item(str(len(items) + 1), (paragraph,)))
            if text.endswith(".") and not _counts_on(text, loose[place + 1].text if place + 1 < len(loose) else ""):
                yield intro, items
                intro, items = None, []
        elif text.endswith(":"):
            intro = paragraph
    if intro is not None and items:
        yield intro, items


def _counts_on(text: str, following: str) -> bool:
    """Tell whether the words at the head of two paragraphs count them: `Действие 1. …`, `Действие 2. …`."""
    first, second = _COUNTED.match(text), _COUNTED.match(following)
    if first is None or second is None or first["word"].lower() != second["word"].lower():
        return False
    return int(second["number"]) == int(first["number"]) + 1


def _is_next(number: str, following: str) -> bool:
    """Tell whether a list goes on with `following` after `number`: upwards, a gap or an insertion (`2-1`) allowed."""
    return order_of(following) > order_of(number)


def order_of(number: str) -> tuple[int, ...]:
    """Return what puts the numbers and letters of provisions in order: `2` before `2-1` before `3`, `а` before `ә`."""
    return (ALPHABET.find(number.lower()),) if number.isalpha() else tuple(map(int, _FIGURES.findall(number)))
