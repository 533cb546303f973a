"""What an act does: it approves, amends (restating included) or repeals.

The provisions of the act itself are read point by point, then the changes that its annexes list.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from regkb.extract.locators import find_places
from regkb.extract.order_kinds import may_amend_no_act, read_kind
from regkb.extract.ordering_text import OrderingText
from regkb.extract.orders import report_unnamed_act
from regkb.extract.partial_repeals import RepealedPart
from regkb.extract.point_orders import ItemOrder, read_point
from regkb.extract.provisions import Provision
from regkb.extract.quotations import find_quotations
from regkb.schemas.record import Action, Diagnostic, Language


class Orders(NamedTuple):
    """What an act does, the parts of acts that it repeals, and the points that order what could not be told."""

    actions: list[Action]
    repealed_parts: list[RepealedPart]
    doubts: list[Diagnostic]


def find_actions(act: OrderingText) -> Orders:
    """Return what the act does, in reading order, and the points that change or repeal what could not be told.

    What is approved or restated is named by its title alone; an act that is changed or repealed by the reference to
    it. A repeal of a part of an act (`5-тармағының күші жойылды`) amends it.
    `at` is the paragraph's path; of acts that a list in an annex changes or repeals it is the item that names them.
    """
    read: list[ItemOrder] = []
    doubts: list[Diagnostic] = []
    for point in act.points:
        orders = list(read_point(point, act))
        read += orders
        if any(each.order.actions for each in orders):
            doubts += [doubt for each in orders if not each.order.actions for doubt in _doubt_item(each)]
        elif any(read_kind(each.text, act.language) == "repeal" for each in point):
            doubts.append(_doubt("repeal.no_target", point, "the point repeals something, but no act that it names"))
        elif not act.annexed.changes and _changes_something(point, act.language):
            doubts.append(_doubt("amend.no_target", point, "the point changes something, but no act that it names"))
    for point in act.annexed.changes:
        orders = list(read_point(point, act, "amend"))
        read += orders
        if not any(each.order.actions for each in orders):
            doubts.append(_doubt("amend.no_target", point, "the annex lists changes, but no act that the point names"))
    place = {paragraph.path: index for index, paragraph in enumerate(act.paragraphs)}
    actions = [action for each in read for action in each.order.actions]
    return Orders(
        sorted(actions, key=lambda action: place[action.at]),
        [part for each in read for part in each.order.repealed_parts],
        [*doubts, *(unread for each in read for unread in each.order.unread_parts)],
    )


def _changes_something(point: Sequence[Provision], language: Language) -> bool:
    """Tell whether a point changes something that can be an act or its wording."""
    changing = [each.text for each in point if read_kind(each.text, language) == "amend"]
    is_other = all(may_amend_no_act(text, language) for text in changing)
    return bool(changing) and not (is_other and not any(_holds_wording(each.text, language) for each in point))


def _holds_wording(text: str, language: Language) -> bool:
    return bool(find_quotations(text) or find_places(text, language))


def _doubt_item(item: ItemOrder) -> list[Diagnostic]:
    """Return the diagnostic of an item of which no action was read, by the kind of its order."""
    if item.kind == "repeal":
        return [report_unnamed_act(item.path)]
    if item.kind == "approve":
        message = "the list approves documents, but no title of this item could be read"
        return [Diagnostic(code="approve.no_title", at=item.path, message=message)]
    return []


def _doubt(code: str, point: Sequence[Provision], lack: str) -> Diagnostic:
    return Diagnostic(code=code, at=point[0].path, message=f"{lack} could be read")
