"""The stages in a row: raw document → clean text → structure → act."""

from __future__ import annotations

from regkb.schemas.record import Act
from regkb.schemas.stages import RawDocument, Structure


def read_structure(document: RawDocument) -> Structure:
    """Return the repaired text of a document with each paragraph's place in the tree of provisions."""
    from regkb.extract.structure import build_structure
    from regkb.normalize.clean import clean_text

    return build_structure(clean_text(document))


def read_act(document: RawDocument) -> Act:
    """Return the act record of a document: everything that the stages find in it.

    Raises UnreadableDocument where the text holds no act.
    """
    from regkb.extract.act import extract_act

    return extract_act(read_structure(document))
