"""Repeals of a part of an act: `№ 7 қаулысының 5-тармағының күші жойылсын`, and of a part that is not read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from regkb.extract.acts_acted_on import is_named_for_approved
from regkb.extract.blots import blot_out
from regkb.extract.ordering_text import OrderingText
from regkb.extract.provisions import Provision
from regkb.extract.quotations import find_quotations
from regkb.lang import words
from regkb.lang.actions import ActionWords
from regkb.lang.patterns import FoldedPattern, compile_any_case, compile_folded
from regkb.schemas.record import ActRef, Language, Locator, Reference


@dataclass(frozen=True, slots=True)
class RepealedPart:
    """A part of another act that a paragraph repeals: `№ 7 қаулысының 5-тармағының күші жойылсын`."""

    provision: Provision
    locator: Locator
    target: ActRef


def explain_unread_part(provision: Provision, reference: Reference, act: OrderingText) -> str | None:
    """Return why not all of the act at `reference` is repealed, where what is repealed is not read; else `None`."""
    text, grammar = provision.text, _grammar(act.language)
    if is_named_for_approved(text, reference.span, act.language):
        return "not the act is repealed, but what it approved or a part of that"
    following = (each.span[0] for each in act.references_in(provision) if isinstance(each.target, ActRef))
    end = min((start for start in following if start >= reference.span[1]), default=len(text))
    if grammar.excepted.search(text, reference.span[0], end):
        return "the act is repealed but for a part"
    if grammar.in_part.search(blot_out(text, find_quotations(text)), reference.span[1], end):
        return "no more than a part of the act, or of the point, is repealed"
    return None


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language."""

    excepted: FoldedPattern
    in_part: regex.Pattern[str]


@cache
def _grammar(language: Language) -> _Grammar:
    known: ActionWords = words("actions", language)
    return _Grammar(excepted=compile_folded(known.excepted), in_part=compile_any_case(known.in_part))
