"""The text of an act as Akoma Ntoso: preface, preamble, body, conclusions, annexes as attached documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from lxml import etree

from regkb.kb.export.akn.text import Links, add, fill, split_number
from regkb.kb.export.akn.tree import Node
from regkb.schemas.record import Paragraph

PREFACE = ("title", "status", "info", "note", "stamp")
_TAGS = {"annex": "hcontainer", "section": "section", "point": "paragraph", "subpoint": "subparagraph"}

AddMeta = Callable[[etree._Element, str], None]
"""Adds the metadata of a document or of one of its components (`main`, `att_1`) to its element."""


class Writer:
    """Writes the nodes of one act; `paragraphs` and `links` are those of the whole act, by number."""

    def __init__(self, paragraphs: Sequence[Paragraph], links: Links, add_meta: AddMeta) -> None:
        self.paragraphs = paragraphs
        self.links = links
        self.add_meta = add_meta

    def write_act(self, document: etree._Element, root: Node) -> None:
        """Write everything that the root holds into the `act` element, which has its metadata already."""
        self._write_structure(document, root, "body")

    def _write_structure(self, document: etree._Element, node: Node, body_tag: str) -> None:
        """Write a document: what stands before its provisions, these, what stands after, and its annexes."""
        children = node.children
        if front := [child for child in children if child.kind in PREFACE]:
            preface = add(document, "preface")
            for child in front:
                self._write_front(preface, child)
        if preamble := [child for child in children if child.kind == "preamble"]:
            self._write_blocks(add(document, "preamble"), preamble)
        body = add(document, body_tag)
        apart = (*PREFACE, "preamble", "signature", "annex")
        self._write_provisions(body, [child for child in children if child.kind not in apart])
        if len(body) == 0:
            add(add(add(body, "alinea"), "content"), "p")
        if signatures := [child for child in children if child.kind == "signature"]:
            self._write_blocks(add(document, "conclusions"), signatures)
        if annexes := [child for child in children if child.kind == "annex"]:
            attachments = add(document, "attachments")
            for annex in annexes:
                attachment = add(attachments, "attachment", eId=annex.eid)
                attached = add(attachment, "doc", name="annex")
                self.add_meta(attached, annex.eid)
                self._write_own(annex)
                self._write_structure(attached, annex, "mainBody")

    def _write_own(self, annex: Node) -> None:
        """Move words that stand at the annex itself to a paragraph of it."""
        if annex.own:
            annex.children.insert(0, Node("p", annex.path, f"{annex.eid}__alinea_0", annex.own))

    def _write_front(self, preface: etree._Element, node: Node) -> None:
        """Write a paragraph of the preface; the title is marked as such."""
        for place in node.own:
            block = add(preface, "p", class_=node.kind, eId=node.eid)
            self._fill(add(block, "docTitle") if node.kind == "title" else block, place)

    def _write_blocks(self, parent: etree._Element, nodes: Iterable[Node]) -> None:
        for node in nodes:
            for place in node.own:
                self._fill(add(parent, "p", class_=node.kind, eId=node.eid), place)

    def _write_provisions(self, parent: etree._Element, nodes: Sequence[Node]) -> None:
        """Write containers and unnumbered paragraphs in their order; rows of a table that follow each other are one."""
        table = None
        for node in nodes:
            if node.kind != "table":
                table = None
                self._write_provision(parent, node)
                continue
            if table is None:
                alinea = add(parent, "alinea", eId=node.eid)
                table = add(add(alinea, "content"), "table")
            for place in node.own:
                row = add(table, "tr")
                for cell in self.paragraphs[place].text.split(" | "):
                    add(add(row, "td"), "p", cell)

    def _write_provision(self, parent: etree._Element, node: Node) -> None:
        tag = _TAGS.get(node.kind)
        if tag is None:
            for place in node.own:
                content = add(add(parent, "alinea", eId=node.eid), "content")
                self._fill(add(content, "p", class_=None if node.kind == "p" else node.kind), place)
            return
        # an annex belongs at the end of a document; one that stands inside a provision stays there
        element = add(parent, tag, eId=node.eid, name="annex" if tag == "hcontainer" else None)
        headings = [child for child in node.children if child.kind == "heading"]
        inner = [child for child in node.children if child.kind != "heading"]
        own = [place for child in headings for place in child.own]
        self._write_numbered(element, own + node.own, bool(headings), bool(inner))
        self._write_provisions(element, inner)

    def _write_numbered(self, element: etree._Element, own: list[int], is_heading: bool, has_children: bool) -> None:
        """Write the number and the words of a container: a heading, an introduction to what follows, or all it says."""
        if not own and has_children:
            return
        number, start = split_number(self.paragraphs[own[0]].text) if own else (None, 0)
        if number:
            add(element, "num", number)
        if is_heading:
            heading = add(element, "heading")
            for place in own:
                self._fill(heading, place, start if place == own[0] else 0)
            if not has_children:
                add(add(element, "content"), "p")
            return
        holder = add(element, "intro" if has_children else "content")
        for place in own:
            self._fill(add(holder, "p"), place, start if place == own[0] else 0)
        if not own:
            add(holder, "p")

    def _fill(self, element: etree._Element, place: int, start: int = 0) -> None:
        fill(element, self.paragraphs[place].text, start, self.links.get(place, ()))
