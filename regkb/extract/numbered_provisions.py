"""Numbered points and subpoints and their nesting, and the paragraphs without a number below them."""

from __future__ import annotations

import regex

from regkb.extract.locators import read_places
from regkb.extract.reached_place import ReachedPlace
from regkb.schemas.record import Diagnostic

POINT = regex.compile(r"(?P<number>\d{1,3}(?:-\d{1,2})?)\.(?!\d)\s*")
SUBPOINT = regex.compile(r"(?P<number>\d{1,3}(?:-\d{1,2})?|\p{Ll})\)\s*")
# Рәсімнің (іс-қимылдың) нәтижесі – қолхат
_TELLING = regex.compile(r"(?P<told>\p{Lu}(?:[^-–—:.;]|(?<=\p{L})-(?=\p{L})){3,80}?)\s*[-–—:]\s")


def place_numbered(reached: ReachedPlace, text: str, i: int) -> str:
    """Return the path of block `i` if it has the number of a point or a subpoint, else an empty string."""
    point = POINT.match(text)
    if point and _counts_inside(reached, point["number"], i):
        reached.subpoint = reached.inside = point["number"]
        return reached.path
    if point:
        _check_order(reached, point["number"])
        reached.enter_point(point["number"])
        return reached.path
    subpoint = SUBPOINT.match(text)
    if subpoint and (reached.point or reached.annex) and not _names_subpoint(text, reached.language):
        reached.subpoint = subpoint["number"]
        return reached.path
    return ""


def place_unnumbered(reached: ReachedPlace, text: str, i: int) -> str:
    """Place a paragraph without a number: under the subpoint above it, or under the point once its list is over."""
    above = reached.blocks[i - 1].text.rstrip()
    goes_on = above.endswith((":", ";", ",")) or text[0].islower()
    ends = not goes_on and _following_subpoint(reached, i) != _next_number(reached.subpoint)
    if reached.subpoint and ends and not _tells_again(reached, text):
        reached.subpoint = ""
    if reached.subpoint and (telling := _TELLING.match(text)):
        reached.told[telling["told"]] = reached.subpoint
    return f"{reached.path}/p"


def _counts_inside(reached: ReachedPlace, number: str, i: int) -> bool:
    """Tell whether a number with a full stop is of a list inside a point of the act: `3. Отменить: | 1. …; | 2. …`.

    Such a list begins anew behind a colon, and goes on behind a semicolon or a comma.
    """
    if reached.zone != "act" or not reached.point:
        return False
    above = reached.blocks[i - 1].text.rstrip()
    if not reached.inside:
        return number == "1" and above.endswith(":")
    return number == _next_number(reached.inside) and above.endswith((";", ","))


def _names_subpoint(text: str, language: str) -> bool:
    """Tell whether the number at the head is of a subpoint that is spoken of: `2) және 3) тармақшалар алып …`."""
    return any(place.locator.subpoint for place in read_places(text, 0, language))


def _tells_again(reached: ReachedPlace, text: str) -> bool:
    """Tell whether a paragraph says of the last subpoint what one below each subpoint before has said of it.

    `1) … | Рәсімнің нәтижесі – қолхат; | 2) … | Рәсімнің нәтижесі – хат.` closes the list, and is of subpoint 2.
    """
    telling = _TELLING.match(text)
    return telling is not None and reached.told.get(telling["told"], reached.subpoint) != reached.subpoint


def _following_subpoint(reached: ReachedPlace, i: int) -> str | None:
    """Return the number of the next numbered provision after block `i` if it is a subpoint of the same point."""
    for block in reached.blocks[i + 1 :]:
        if block.kind != "body" or POINT.match(block.text):
            return None
        subpoint = SUBPOINT.match(block.text)
        if subpoint and not _names_subpoint(block.text, reached.language):
            return str(subpoint["number"])
    return None


def _check_order(reached: ReachedPlace, number: str) -> None:
    """Report a point whose number goes back in the middle of a section."""
    before = reached.point.partition("-")[0]
    if before.isdigit() and int(number.partition("-")[0]) < int(before):
        message = f"point {number} stands after point {reached.point}"
        reached.diagnostics.append(
            Diagnostic(code="point_out_of_order", at=reached.path, message=message, severity="info")
        )


def _next_number(number: str) -> str | None:
    return str(int(number) + 1) if number.isdigit() else None
