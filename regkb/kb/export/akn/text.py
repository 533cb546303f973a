"""Words of a paragraph as mixed content, its citations as `ref` elements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex
from lxml import etree

from regkb.kb.export.akn.names import make_eid
from regkb.kb.export.akn.sources import AknSource

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_NO_XML = regex.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
NUMBER = regex.compile(r"(?:\d{1,3}(?:-\d{1,3})?[.)]|\p{L}\))(?=\s|\p{L})\s*+")
"""The number with which a provision begins, with the space after it: `5. `, `19-1. `, `3) `, `а)`."""


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of a paragraph's text that cites something."""

    start: int
    end: int
    href: str


def add(parent: etree._Element, tag: str, text: str | None = None, **attributes: str | None) -> etree._Element:
    """Add an element of Akoma Ntoso; an attribute that is None is left out, and `as_` stands for `as`."""
    element = etree.SubElement(parent, f"{{{AKN}}}{tag}")
    for name, value in attributes.items():
        if value is not None:
            element.set(name.rstrip("_"), clean(value))
    if text is not None:
        element.text = clean(text)
    return element


def clean(text: str) -> str:
    """Return the text with what XML cannot hold replaced by U+FFFD, so that the loss shows."""
    return str(_NO_XML.sub("\N{REPLACEMENT CHARACTER}", text))


def find_links(source: AknSource, eids: Mapping[str, str]) -> dict[int, list[Link]]:
    """Return by number of the paragraph the citations in it that lead to an act, in order, none over another.

    `eids` has the eId of each provision of the act itself. Provisions of other acts are portions of their works:
    `/akn/…/198/~para_5`.
    """
    places = {paragraph.path: place for place, paragraph in reversed(list(enumerate(source.act.paragraphs)))}
    links: dict[int, list[Link]] = {}
    for seq, reference in enumerate(source.act.references):
        target = source.citations.get(seq)
        place = reference.index if reference.index is not None else places.get(reference.at)
        if target is None or place is None:
            continue
        act_id, path = target
        if path and act_id == source.act.id and path in eids:
            href = f"#{eids[path]}"
        else:
            href = f"{act_id}/~{make_eid(path)}" if path else act_id
        links.setdefault(place, []).append(Link(*reference.span, href))
    return {place: _drop_overlaps(found) for place, found in links.items()}


def fill(element: etree._Element, text: str, start: int, links: Sequence[Link]) -> etree._Element:
    """Put `text` from `start` on into the element, citations as `ref`; return the element."""
    at, last = start, None
    for link in links:
        if link.start < at or link.end > len(text):
            continue
        _append(element, last, text[at : link.start])
        last = add(element, "ref", text[link.start : link.end], href=link.href)
        at = link.end
    _append(element, last, text[at:])
    return element


def split_number(text: str) -> int:
    """Return where the text goes on after the number with which a provision begins, and the space after it; 0: none."""
    match = NUMBER.match(text)
    return match.end() if match else 0


def _drop_overlaps(links: list[Link]) -> list[Link]:
    kept: list[Link] = []
    for link in sorted(links, key=lambda link: (link.start, -link.end)):
        if link.start < link.end and (not kept or link.start >= kept[-1].end):
            kept.append(link)
    return kept


def _append(element: etree._Element, last: etree._Element | None, text: str) -> None:
    """Add text after the last child, or at the beginning."""
    if not text:
        return
    if last is None:
        element.text = (element.text or "") + clean(text)
    else:
        last.tail = (last.tail or "") + clean(text)


Links = Mapping[int, Sequence[Link]]
