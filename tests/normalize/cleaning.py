"""A dump cleaned as a whole, for the tests."""

from __future__ import annotations

from regkb.normalize.clean import clean_text
from regkb.schemas.stages import CleanText, RawDocument


def clean(raw: str) -> CleanText:
    return clean_text(RawDocument("specimen.txt", "0" * 64, "text", raw))


def texts(cleaned: CleanText) -> list[str]:
    return [block.text for block in cleaned.blocks]
