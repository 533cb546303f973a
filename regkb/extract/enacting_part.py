"""The act itself, before its annexes: its head, its preamble, its points and its signatures."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from regkb.extract.annexes import is_regulation_title, open_untitled_annex
from regkb.extract.numbered_provisions import POINT, place_numbered, place_unnumbered
from regkb.extract.quoted_wording import expect_wording, place_wording
from regkb.extract.reached_place import ReachedPlace
from regkb.extract.signature_lines import is_signature
from regkb.normalize.passages import structure_pattern
from regkb.schemas.record import Diagnostic
from regkb.schemas.stages import Block

_LONGEST_QUOTE = 400


def place_in_head(reached: ReachedPlace, block: Block, i: int) -> str:
    """Return the path of block `i`, with which the head goes on or the act itself begins."""
    if block.kind != "body":
        if i == 0:
            return "title"
        if structure_pattern("status", reached.language).fullmatch(block.text):
            return "status"
        return "info"
    if structure_pattern("note", reached.language).match(block.text):
        return "note"
    reached.zone = "act"
    return place_in_act(reached, block, i)


def place_in_act(reached: ReachedPlace, block: Block, i: int) -> str:
    """Return the path of block `i`, which stands behind the head and before the annexes."""
    text, language = block.text, reached.language
    if quoted := place_wording(reached, text, i):
        return quoted
    if not reached.point and structure_pattern("note", language).match(text):
        return "note"
    if block.kind != "body":
        return _place_loose(reached, i)
    if structure_pattern("agreed", language).match(text):
        reached.point = reached.point or "signed"
        reached.section = "signature"
        return "signature"
    if reached.section == "signature":
        _check_behind_signature(reached, text)
        return "signature"
    if numbered := place_numbered(reached, text, i):
        expect_wording(reached, text)
        return numbered
    if reached.point and is_signature(reached.blocks, i, language):
        reached.section = "signature"
        return "signature"
    if not reached.point and not _opens_first_point(reached.blocks, i, language):
        return "preamble"
    expect_wording(reached, text)
    if not reached.point:
        reached.point = "1"
        return reached.path
    return place_unnumbered(reached, text, i)


def _place_loose(reached: ReachedPlace, i: int) -> str:
    """Place a block that is not set in and is no stamp: the title of an annex that has no stamp, or a signature."""
    if reached.point and is_regulation_title(reached.blocks, i, reached.language):
        return open_untitled_annex(reached)
    if reached.point and is_signature(reached.blocks, i, reached.language):
        reached.section = "signature"
    if reached.section == "signature":
        return "signature"
    return f"{reached.path}/p" if reached.point else "preamble"


def _check_behind_signature(reached: ReachedPlace, text: str) -> None:
    """Report the first numbered provision behind the signature: its annex has no stamp that is known."""
    is_reported = any(found.code == "provisions_behind_signature" for found in reached.diagnostics)
    if POINT.match(text) and not is_reported:
        message = f"numbered provisions stand behind the signature, in no annex: {text[:_LONGEST_QUOTE]}"
        reached.diagnostics.append(Diagnostic(code="provisions_behind_signature", at="signature", message=message))


def _opens_first_point(blocks: Sequence[Block], i: int, language: str) -> bool:
    """Tell whether block `i` is the first point though it has no number: it follows the enacting words.

    The points behind it count on, from 2: `БҰЙЫРАМЫН: | Мыналар: 1) …; 2) … бекітілсін. | 2. …`.
    """
    above = blocks[i - 1].text.rstrip() if i else ""
    enacting = structure_pattern("enacting", language)
    if not above.endswith(":") or not enacting.search(above, max(0, len(above) - 60)):
        return False
    zone = takewhile(lambda block: block.kind == "body", blocks[i:])
    numbers = (point["number"] for block in zone if (point := POINT.match(block.text)))
    return next(numbers, "1").partition("-")[0] != "1"
