"""Clean text → the tree of provisions: each paragraph gets the path by which people cite it.

Paths follow the record's contract: from the outside in, `annex:1/section:2/point:5/subpoint:1`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regkb.extract.annexes import open_annex, place_in_annex
from regkb.extract.enacting_part import place_in_act, place_in_head
from regkb.extract.reached_place import ReachedPlace
from regkb.extract.tables import read_rows
from regkb.normalize.passages import structure_pattern
from regkb.schemas.record import Diagnostic, Paragraph
from regkb.schemas.stages import Block, CleanText, Structure


def build_structure(clean: CleanText) -> Structure:
    """Return the clean text with a path for each paragraph.

    Reads the blocks; adds nothing to their words. Annexes without a number take their ordinal; a point whose number
    goes back in the middle of a section is reported, not renumbered. What was reported before gets its path.
    """
    reached = ReachedPlace(clean.blocks, clean.language)
    paragraphs = tuple(_place_all(reached))
    return Structure(
        clean.document,
        clean.language,
        paragraphs,
        clean.repairs,
        (*(_name_place(found, paragraphs) for found in clean.diagnostics), *reached.diagnostics),
    )


def _name_place(found: Diagnostic, paragraphs: Sequence[Paragraph]) -> Diagnostic:
    """Return what was found in the raw text with the path of the paragraph that holds its first character."""
    if found.span is None or found.at is not None:
        return found
    first = found.span[0]
    holders = (p.path for p in paragraphs if any(start <= first < end for start, end in p.spans))
    return found.model_copy(update={"at": next(holders, None)})


def _place_all(reached: ReachedPlace) -> Iterator[Paragraph]:
    """Yield each block with its path; the blocks of a table row are one paragraph."""
    blocks = reached.blocks
    i = 0
    while i < len(blocks):
        block = blocks[i]
        if block.kind == "table" or _is_table_head(reached, block):
            for row in read_rows(blocks, i, reached.language):
                yield Paragraph(path=f"{reached.path}/table".lstrip("/"), text=row.text, spans=list(row.spans))
                i += row.blocks
            continue
        yield Paragraph(path=_place_block(reached, block, i), text=block.text, spans=list(block.spans))
        i += 1


def _is_table_head(reached: ReachedPlace, block: Block) -> bool:
    """Tell whether a table begins with a block of an annex though its cells run into each other."""
    if not (reached.annex and reached.titled and block.kind == "plain"):
        return False
    return structure_pattern("table_head", reached.language).match(block.text) is not None


def _place_block(reached: ReachedPlace, block: Block, i: int) -> str:
    if reached.zone == "head":
        return place_in_head(reached, block, i)
    if block.kind == "stamp":
        return open_annex(reached, block)
    if reached.zone == "act":
        return place_in_act(reached, block, i)
    return place_in_annex(reached, block, i)
