"""What one paragraph orders: the actions of its verb, on the acts that it cites or on the documents that it names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from regkb.extract.acts_acted_on import find_acts_acted_on
from regkb.extract.bare_titles import read_bare_titles
from regkb.extract.order_kinds import Kind, find_approving_verb
from regkb.extract.ordering_text import OrderingText
from regkb.extract.partial_repeals import RepealedPart, explain_unread_part
from regkb.extract.provisions import Provision
from regkb.extract.quotations import count_open
from regkb.extract.quoted_titles import find_quoted_titles
from regkb.extract.unquoted_names import read_unquoted_name
from regkb.schemas.record import Action, Diagnostic, TitleRef

_NUMBERED = regex.compile(r"/(?:sub)?point:[^/]+$")


@dataclass(frozen=True, slots=True)
class Order:
    """What a paragraph orders: the actions that were read, the parts of acts that it repeals, and those not read."""

    actions: tuple[Action, ...] = ()
    repealed_parts: tuple[RepealedPart, ...] = ()
    unread_parts: tuple[Diagnostic, ...] = ()


def read_order(provision: Provision, kind: Kind | None, is_named: bool | None, act: OrderingText) -> Order:
    """Return what a paragraph orders by a verb of `kind`.

    `is_named` tells whether its list names what the items are, None that the paragraph opens a list.
    """
    if kind is None:
        return Order()
    order = Order()
    if kind != "approve":
        order = _act_on_cited(kind, provision, act)
        if not order.actions and kind == "repeal":
            order = _repeal_annexed(provision, act)
    if kind != "repeal" or find_approving_verb(provision.text, act.language):  # бекітілсін және … күші жойылды …
        named = "amend" if kind == "amend" else "approve"
        titles = _find_titles(provision, kind, is_named, act)
        approved = (Action(type=named, target=TitleRef(title=title), at=provision.path) for title in titles)
        order = _join((order, Order(tuple(approved))))
    return order


def report_unnamed_act(path: str) -> Diagnostic:
    """Return the diagnostic of an item at `path` that names no act though its list repeals some."""
    message = "the list repeals acts, but none that this item names could be read"
    return Diagnostic(code="repeal.no_target", at=path, message=message)


def _find_titles(provision: Provision, kind: Kind, is_named: bool | None, act: OrderingText) -> list[str]:
    """Return the titles of what a paragraph approves or restates."""
    text = provision.text
    titles = find_quoted_titles(provision, act)
    if kind != "approve" or is_named is None or (titles and count_open(text) >= 0):
        return titles
    if bare := read_bare_titles(text, is_named, act.language) or titles:
        return bare
    name = read_unquoted_name(provision, act)
    return [name] if name else []


def _act_on_cited(kind: Kind, provision: Provision, act: OrderingText) -> Order:
    """Return the actions on the acts that the verb governs; a repeal of a part, or of several, amends."""
    actions: dict[Action, None] = {}
    parts: list[RepealedPart] = []
    unread: list[Diagnostic] = []
    at = provision.path
    for reference, target in find_acts_acted_on(provision, act):
        done = kind
        if kind == "repeal" and (lack := explain_unread_part(provision, reference, act)):
            done = "amend"
            message = f"{lack}: {reference.text}"
            unread.append(Diagnostic(code="repeal.part_unread", at=at, message=message))
        elif kind == "repeal" and reference.locator is not None:
            done = "amend"
            parts.append(RepealedPart(provision, reference.locator, target))
        actions[Action(type=done, target=target, at=at)] = None
    return Order(tuple(actions), tuple(parts), tuple(unread))


def _repeal_annexed(provision: Provision, act: OrderingText) -> Order:
    """Return the repeal of each act in the annex that a paragraph names, and of the items that name none."""
    lost: list[Diagnostic] = []
    orders: list[Order] = []
    for item in act.annexed.items_for(provision):
        orders.append(_act_on_cited("repeal", item, act))
        if not orders[-1].actions and _NUMBERED.search(item.path) and not item.text.rstrip().endswith(":"):
            lost.append(report_unnamed_act(item.path))
    read = _join(orders)
    return _join((read, Order(unread_parts=tuple(lost)))) if read.actions else read  # else the point itself is doubtful


def _join(orders: Iterable[Order]) -> Order:
    """Return orders as one."""
    orders = tuple(orders)
    return Order(
        tuple(action for order in orders for action in order.actions),
        tuple(part for order in orders for part in order.repealed_parts),
        tuple(unread for order in orders for unread in order.unread_parts),
    )
