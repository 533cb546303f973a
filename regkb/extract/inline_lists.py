"""Lists that stand in one paragraph: `… тізбесі: кеңсе маманы, басшы.`, `… нәтижесі: 1) өтініш; 2) хат.`"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from regkb.extract.listings import Item, Listing, Point, strip_number
from regkb.extract.provisions import Provision

_OPENING = regex.compile(r"(?P<intro>[^:]{10,500}:)\s+(?P<rest>[^:\s][^:]*)")
_NUMBER = regex.compile(r"(?:^|(?<=[;,.])\s+)(?P<number>\d{1,2})\)\s*")
# a comma that parts items, not one in a bracket
_BORDER = regex.compile(r"\s*[;,]\s+(?![^()]{0,500}+\))")


def read_inline_lists(point: Point) -> Iterator[Listing]:
    """Yield the lists of a point whose items stand in the paragraph that introduces them.

    The items are numbered, or semicolons or commas part them. They have the path of the paragraph, but no spans.
    """
    for paragraph in point.paragraphs:
        opening = _OPENING.fullmatch(strip_number(paragraph.text).strip())
        items = list(_read_items(opening["rest"], paragraph)) if opening else []
        if opening and len(items) > 1:
            yield Listing(point.path, point.text, opening["intro"], point.heading, tuple(items))


def _read_items(text: str, provision: Provision) -> Iterator[Item]:
    numbers = list(_NUMBER.finditer(text))
    if numbers and [int(found["number"]) for found in numbers] != list(range(1, len(numbers) + 1)):
        return
    if numbers and numbers[0].start() == 0:
        ends = [*(found.start() for found in numbers[1:]), len(text)]
        parts = [text[found.end() : end] for found, end in zip(numbers, ends, strict=True)]
    else:
        parts = _BORDER.split(text)
    for number, part in enumerate(parts, 1):
        if words := part.strip(" ;.,"):
            part_of = provision.paragraph.model_copy(update={"text": words, "spans": []})
            yield Item(str(number), (Provision(provision.index, part_of),))
