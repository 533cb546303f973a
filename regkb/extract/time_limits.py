"""Limits on a service as a whole: its time limits, and how long a client may have to wait or to be served."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regkb.extract.listings import Item, strip_number
from regkb.extract.procedures import PointLists
from regkb.extract.provisions import Provision
from regkb.extract.steps import find_limit_words, find_service_terms, read_durations, read_item_durations
from regkb.schemas.record import Duration, TimeLimit


def find_time_limits(points: Sequence[PointLists], language: str) -> list[TimeLimit]:
    """Return the limits of one regulation in reading order.

    An item of the list of time limits is one limit, with all its branches; so is a paragraph on the longest time
    allowed (`ең ұзақ уақыты – 15 минут`), unless it belongs to a step of a procedure. The term of the service that a
    paragraph below a step tells is none of the step.
    """
    limits: list[TimeLimit] = []
    for point in points:
        listed: set[int] = set()
        for kind, listing in point.lists:
            if kind in ("limits", "procedure"):
                listed.update(paragraph.index for item in listing.items for paragraph in item.paragraphs)
            if kind == "procedure":
                listed -= {term.index for item in listing.items for term in find_service_terms(item, language)}
            if kind == "limits":
                limits.extend(limit for item in listing.items if (limit := _read_item(item, language)))
        for paragraph in point.point.paragraphs:
            if paragraph.index not in listed:
                limits.extend(_read_sentences(paragraph, language))
    return limits


def _read_item(item: Item, language: str) -> TimeLimit | None:
    durations = read_item_durations(item, language)
    index = item.paragraphs[0].index
    return TimeLimit(at=item.path, index=index, text=item.text, durations=durations) if durations else None


def _read_sentences(paragraph: Provision, language: str) -> Iterator[TimeLimit]:
    """Yield the limit that a paragraph states outside any list: the lengths of time behind the words that name one."""
    named = find_limit_words(paragraph.text, language)
    if named is None:
        return
    durations: list[Duration] = [
        duration
        for duration in read_durations(paragraph, language)
        if duration.span is not None and duration.span[0] >= named.end()
    ]
    if durations:
        text = strip_number(paragraph.text)
        yield TimeLimit(at=paragraph.path, index=paragraph.index, text=text, durations=durations)
