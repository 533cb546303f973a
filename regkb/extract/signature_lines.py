"""Lines that say who signed an act: an office and a name, in one line or in two."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import regex

from regkb.normalize.passages import structure_pattern
from regkb.schemas.stages import Block

# Б. Үлгібаев; Бақытжан Үлгібаев
_NAME = regex.compile(
    r"(?:(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{L}-]+|\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+\s(?:\p{Lu}\.\s?){1,2})\s*"
)
# Үлгі облысының Б. Үлгібаев, below the office
_ENDS_WITH_NAME = regex.compile(r"\p{Lu}[\p{L}\s–-]{0,150}?\s(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{L}-]+\s*")
# under offices that stand in columns: Б. Үлгібаев И. Үлгіұлы
_NAMES = regex.compile(r"(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{L}-]+(?:\s+(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{L}-]+){1,3}\s*")
# Үлгі ауылдық | округінің әкімі А. Баталов
_FIRST_HALF = regex.compile(r"\p{Lu}[\p{L}-]+(?:\s[\p{L}-]+){0,4}")
_MOST_SIGNATURES = 8


def is_signature(blocks: Sequence[Block], i: int, language: str) -> bool:
    """Tell whether block `i` says who signed, or in what office, with the name in the block below."""
    signature = structure_pattern("signature", language)
    line = blocks[i].text
    if signature.match(line) or _NAMES.fullmatch(line) or _only_signatures_follow(blocks, i, language):
        return True
    if i + 1 == len(blocks):
        return False
    text, below = line.rstrip(), blocks[i + 1].text
    begins_office = below[:1].islower() and _FIRST_HALF.fullmatch(text)
    if begins_office or structure_pattern("stamp_state", language).fullmatch(text):
        return signature.match(below) is not None
    named = any(pattern.fullmatch(below) for pattern in (_NAME, _NAMES, _ENDS_WITH_NAME))
    return named and structure_pattern("office", language).fullmatch(text) is not None


def _only_signatures_follow(blocks: Sequence[Block], i: int, language: str) -> bool:
    """Tell whether nothing but offices and names stands from block `i` to the end of the act, or to its annexes.

    The source has lost one or the other now and then, or the office is none that is known.
    """
    texts = [block.text for block in takewhile(lambda block: block.kind != "stamp", blocks[i:])]
    office = structure_pattern("office", language)
    return len(texts) <= _MOST_SIGNATURES and all(
        _NAME.fullmatch(text) or _ENDS_WITH_NAME.fullmatch(text) or office.fullmatch(text.rstrip()) for text in texts
    )
