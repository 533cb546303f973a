"""Points that say of another act how long it has effect, where nothing of it could be read."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache

import regex

from regkb.extract.acts_acted_on import rests_on
from regkb.extract.blots import blot_out
from regkb.extract.editorial import notes_change
from regkb.extract.ordering_text import OrderingText
from regkb.extract.quotations import find_quotations
from regkb.lang import words
from regkb.lang.suspensions import SuspensionWords
from regkb.schemas.record import ActRef, Diagnostic, Language

_LONGEST_QUOTE = 200


def find_unread_effects(act: OrderingText, read: Collection[str]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each paragraph of a point that cites an act and speaks of its effect: `… ұзартылсын`.

    Left out are those at the paths `read`, of which something was read or is doubted already.
    """
    for point in act.points:
        for provision in point:
            text = provision.text
            cited = [
                each.span
                for each in act.references_in(provision)
                if isinstance(each.target, ActRef) and not rests_on(text, each.span, act.language)
            ]
            if cited and provision.path not in read and not notes_change(text, act.language):
                plain = blot_out(text, find_quotations(text))
                if _pattern(act.language).search(plain):
                    message = f"the point says how long an act has effect, which was not read: {text[:_LONGEST_QUOTE]}"
                    yield Diagnostic(code="effect.unread", at=provision.path, message=message)


@cache
def _pattern(language: Language) -> regex.Pattern[str]:
    known: SuspensionWords = words("suspensions", language)
    return regex.compile(known.effect, regex.IGNORECASE)
