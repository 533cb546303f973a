"""Quoted wording in the tree: the paragraphs that an instruction to amend announces are no provisions of the act."""

from __future__ import annotations

from itertools import takewhile

from regkb.extract.reached_place import ReachedPlace
from regkb.extract.wording import count_wording
from regkb.normalize.passages import structure_pattern


def expect_wording(reached: ReachedPlace, text: str) -> None:
    """Note whether a paragraph announces that new wording follows: `мынадай редакцияда жазылсын:`."""
    pattern = structure_pattern("quoted_wording", reached.language)
    reached.awaits_wording = any(found.end() == len(text) for found in pattern.finditer(text))


def place_wording(reached: ReachedPlace, text: str, i: int) -> str:
    """Return the path of block `i` if it is quoted wording, else an empty string."""
    if not (reached.wording or reached.awaits_wording and text[0] in '«"'):
        return ""
    if reached.awaits_wording:
        reached.awaits_wording = False
        following = takewhile(lambda block: block.kind == "body", reached.blocks[i:])
        reached.wording = count_wording([block.text for block in following] or [text])
    reached.wording -= 1
    return f"{reached.path}/quote"
