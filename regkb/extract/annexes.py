"""Annexes: their stamps and titles, and the regulations in them with their sections and annexes of their own."""

from __future__ import annotations

from collections.abc import Sequence

from regkb.extract.headings import infer_section
from regkb.extract.numbered_provisions import POINT, SUBPOINT, place_numbered, place_unnumbered
from regkb.extract.quoted_wording import expect_wording, place_wording
from regkb.extract.reached_place import ReachedPlace
from regkb.normalize.passages import structure_pattern
from regkb.schemas.record import Diagnostic
from regkb.schemas.stages import Block

_LONGEST_HEADING = 400


def open_annex(reached: ReachedPlace, block: Block) -> str:
    """Return the path of a stamp, which opens an annex of the act or, in one, an annex of its regulation."""
    inner = structure_pattern("annex_stamp", reached.language).fullmatch(block.text)
    if inner and reached.annex:
        reached.inner_count += 1
        reached.inner = inner["number"] or str(reached.inner_count)
        _enter_head(reached)
        return f"annex:{reached.annex}/annex:{reached.inner}/stamp"
    stamp = structure_pattern("act_stamp", reached.language).fullmatch(block.text)
    second_stamp = reached.zone == "annex" and not reached.titled and not reached.inner and not reached.section
    if not second_stamp:
        _open_next_annex(reached, stamp.captures("number")[-1] if stamp and stamp.captures("number") else None)
    return f"annex:{reached.annex}/stamp"


def open_untitled_annex(reached: ReachedPlace) -> str:
    """Return the path of a title that opens an annex which has no stamp."""
    _open_next_annex(reached, None)
    reached.titled = True
    return f"annex:{reached.annex}/title"


def is_regulation_title(blocks: Sequence[Block], i: int, language: str) -> bool:
    """Tell whether block `i`, which is not set in, is the title of a regulation: a section heading follows it."""
    text, following = blocks[i].text, blocks[i + 1 : i + 2]
    pattern = structure_pattern("regulation_title", language)
    ends = any(found.end() == len(text.rstrip(' "»')) for found in pattern.finditer(text))
    return bool(following) and following[0].kind == "heading" and (ends or text[0] in '«"')


def place_in_annex(reached: ReachedPlace, block: Block, i: int) -> str:
    """Return the path of block `i`, which stands in an annex."""
    text = block.text
    if quoted := place_wording(reached, text, i):
        return quoted
    if block.kind != "body":
        return _place_loose(reached, text, i)
    reached.titled = True
    if reached.inner and not POINT.match(text) and not SUBPOINT.match(text):
        return f"{reached.path}/p"
    expect_wording(reached, text)
    return place_numbered(reached, text, i) or place_unnumbered(reached, text, i)


def _open_next_annex(reached: ReachedPlace, number: str | None) -> None:
    """Go into the next annex of the act; one without a number takes its ordinal."""
    reached.zone = "annex"
    reached.annex_count += 1
    reached.annex = number or str(reached.annex_count)
    reached.inner, reached.inner_count = "", 0
    _enter_head(reached)


def _enter_head(reached: ReachedPlace) -> None:
    """Go to the head of an annex."""
    reached.enter_section("")
    reached.titled = False
    reached.wording, reached.awaits_wording = 0, False


def _place_loose(reached: ReachedPlace, text: str, i: int) -> str:
    """Place a block that is not set in and is no stamp: a title, a caption, or a heading."""
    if (reached.point or reached.inner) and is_regulation_title(reached.blocks, i, reached.language):
        return open_untitled_annex(reached)
    if not reached.titled and not reached.section and not reached.point:
        if structure_pattern("caption", reached.language).match(text):
            return f"{reached.path}/p"  # what a picture without a title has below it
        reached.titled = True
        return f"{reached.path}/title"
    heading = None if reached.inner else structure_pattern("heading", reached.language).match(text)
    if heading and len(text) <= _LONGEST_HEADING:
        return _open_section(reached, heading["number"] or heading["chapter"] or heading["roman"])
    return _open_unnumbered(reached, i) or f"{reached.path}/p"


def _open_unnumbered(reached: ReachedPlace, i: int) -> str:
    """Place a heading that has lost its number, and report what was taken for it."""
    if reached.inner:
        return ""
    number = infer_section(reached.blocks, i, reached.section, reached.point, reached.language)
    if number is None:
        return ""
    path = _open_section(reached, number)
    message = "a heading without a number; the section's number is told by the headings around it"
    reached.diagnostics.append(Diagnostic(code="heading_unnumbered", at=path, message=message, severity="info"))
    return path


def _open_section(reached: ReachedPlace, number: str) -> str:
    reached.enter_section(number)
    return f"annex:{reached.annex}/section:{number}/heading"
