"""What the paragraphs of one point order.

A verb may stand in a point's opening sentence and hold for all its subpoints, in the last of them and hold for all, or
in each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import regex

from regkb.extract.acts_acted_on import find_acts_acted_on
from regkb.extract.editorial import notes_change
from regkb.extract.order_kinds import Kind, ends_with_order, read_kind
from regkb.extract.ordering_text import OrderingText
from regkb.extract.orders import Order, read_order
from regkb.extract.provisions import Provision
from regkb.extract.quoted_titles import names_documents
from regkb.lang import words
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import Language

_ITEM = regex.compile(r"/subpoint:[^/]+$")


@dataclass(frozen=True, slots=True)
class ItemOrder:
    """What a paragraph of a point orders; `kind` is that of an item of a list whose verb holds for it, else `None`."""

    path: str
    kind: Kind | None
    order: Order


def read_point(point: Sequence[Provision], act: OrderingText, given: Kind | None = None) -> Iterator[ItemOrder]:
    """Yield what the paragraphs of one point order; the opening of a list orders nothing of its own kind.

    `given` is the kind of a point that stands in a list, where it has no verb itself.
    """
    opening, *items = point
    kinds = [read_kind(each.text, act.language) for each in point]
    kinds[0] = kinds[0] or given
    is_named = _names_what_items_are(point, act.language)
    if _is_item(opening.text, act.language) and not any(kinds[:-1]):
        kinds[0] = kinds[-1]
    shared = kinds[0]
    if shared is None and opening.text.rstrip().endswith(":") and not any(kinds[1:-1]):
        shared = kinds[-1]
    opened = kinds[0] or _opens_changes(point, kinds, act)
    yield ItemOrder(opening.path, None, read_order(opening, opened, None if items else False, act))
    for place, (item, own) in enumerate(zip(items, kinds[1:], strict=True), 1):
        if notes_change(item.text, act.language):
            continue
        kind = own or shared or _opens_changes(point[place:], kinds[place:], act)
        if own == "repeal" and shared == "amend" and not any(find_acts_acted_on(item, act)):
            kind = "amend"  # a part of the act that the opening names: `3-тармақтың күші жойылды деп танылсын`
        counts = _ITEM.search(item.path) is not None
        yield ItemOrder(item.path, kind if counts else None, read_order(item, kind, is_named, act))


def _names_what_items_are(point: Sequence[Provision], language: Language) -> bool:
    """Tell whether the opening of a list names what its items are; behind the last of them only a plural does."""
    opening, *items = point
    return names_documents(opening.text, language) or any(
        names_documents(last.text, language, only_several=True) for last in items[-1:]
    )


def _is_item(text: str, language: Language) -> bool:
    """Tell whether the first paragraph of a point is an item whose verb the last has: `2. … № 5 шешімінің; | …`."""
    end = text.rstrip()
    return _is_verb_last(language) and end.endswith((";", ",")) and not ends_with_order(end, language)


def _opens_changes(point: Sequence[Provision], kinds: Sequence[Kind | None], act: OrderingText) -> Kind | None:
    """Return `amend` where the first paragraph names what those under it change: `1. В постановлении № 7:`."""
    opening, *below = point
    if not opening.text.rstrip().endswith(":"):
        return None
    under = [
        each
        for each, kind in zip(below, kinds[1:], strict=True)
        if kind in ("amend", "repeal") and each.path.startswith(f"{opening.path}/")
    ]
    is_named_below = any(any(find_acts_acted_on(each, act)) for each in under)
    return "amend" if under and not is_named_below else None


@cache
def _is_verb_last(language: Language) -> bool:
    cited: ReferenceWords = words("references", language)
    return cited.noun_last
