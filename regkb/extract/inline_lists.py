"""Lists that stand in one paragraph: `… тізбесі: кеңсе маманы, басшы.`, `… нәтижесі: 1) өтініш; 2) хат.`"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from regkb.extract.listings import Item, Listing, Point, number_width
from regkb.extract.provisions import Provision

# only behind a number may a colon stand in what is listed
_OPENING = regex.compile(r"\s*(?P<intro>[^:]{10,500}:)\s+(?P<rest>[^:\s][^:]*|1\)\s?\S.*)", regex.DOTALL)
_NUMBER = regex.compile(r"(?:^|(?<=[;,.])\s+)(?P<number>\d{1,2})\)\s*")
# a comma that parts items, not one in a bracket
_BORDER = regex.compile(r"\s*[;,]\s+(?![^()]{0,500}+\))")


def read_inline_lists(point: Point) -> Iterator[Listing]:
    """Yield the lists of a point whose items stand in the paragraph that introduces them.

    The items are numbered, or semicolons or commas part them. They have the path of the paragraph, but no spans; in
    the text of a numbered one blanks stand for what precedes it, so that offsets in it are those in the paragraph.
    """
    for paragraph in point.paragraphs:
        text = paragraph.text.rstrip()
        opening = _OPENING.fullmatch(text, number_width(text))
        items = list(_read_items(text, opening.start("rest"), paragraph)) if opening else []
        if opening and len(items) > 1:
            yield Listing(point.path, point.text, opening["intro"], point.heading, tuple(items))


def _read_items(whole: str, start: int, provision: Provision) -> Iterator[Item]:
    """Yield the items of the list that begins at `start` of a paragraph."""
    text = whole[start:]
    numbers = list(_NUMBER.finditer(text))
    if numbers and [int(found["number"]) for found in numbers] != list(range(1, len(numbers) + 1)):
        return
    if numbers and numbers[0].start() == 0:
        ends = [*(found.start() for found in numbers[1:]), len(text)]
        parts = [
            " " * (start + found.start("number")) + text[found.start("number") : end].rstrip(" ;.,")
            for found, end in zip(numbers, ends, strict=True)
            if text[found.end() : end].strip(" ;.,")
        ]
    else:
        parts = [words for part in _BORDER.split(text) if (words := part.strip(" ;.,"))]
    for number, part in enumerate(parts, 1):
        part_of = provision.paragraph.model_copy(update={"text": part, "spans": []})
        yield Item(str(number), (Provision(provision.index, part_of),))
