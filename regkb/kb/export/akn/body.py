"""The text of an act as Akoma Ntoso: preface, preamble, body, conclusions, annexes as attached documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from lxml import etree

from regkb.kb.export.akn.text import Links, add, fill, split_number
from regkb.kb.export.akn.tree import Node
from regkb.schemas.record import Paragraph

CELL_BORDER = " | "
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
            annex.children.insert(0, Node("p", annex.path, f"{annex.eid}__al_0", annex.own))

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
        """Write containers and unnumbered paragraphs in their order; of a table or a quotation all that is together."""
        for kind, group in groupby(nodes, key=lambda node: node.kind):
            if kind == "table":
                self._write_table(parent, list(group))
            elif kind == "quote":
                self._write_quotation(parent, list(group))
            else:
                for node in group:
                    self._write_provision(parent, node)

    def _write_table(self, parent: etree._Element, rows: Sequence[Node]) -> None:
        """Write a table; the eId of its first row is that of the whole."""
        table = add(add(add(parent, "alinea", eId=rows[0].eid), "content"), "table", eId=f"{rows[0].eid}__table_1")
        for node in rows:
            row = add(table, "tr", eId=node.eid if node is not rows[0] else None)
            start = 0
            for cell in self.paragraphs[node.own[0]].text.split(CELL_BORDER):
                end = start + len(cell)
                self._fill(add(add(row, "td"), "p"), node.own[0], start, end)
                start = end + len(CELL_BORDER)

    def _write_quotation(self, parent: etree._Element, nodes: Sequence[Node]) -> None:
        """Write the wording that an amendment sets as one structure; the eId of its first paragraph is the whole's."""
        eid = nodes[0].eid
        change = add(add(add(add(parent, "alinea", eId=eid), "content"), "p"), "mod", eId=f"{eid}__mod_1")
        structure = add(change, "quotedStructure", eId=f"{eid}__mod_1__qstr_1")
        for node in nodes:
            self._fill(add(structure, "p", eId=node.eid if node is not nodes[0] else None), node.own[0])

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
        self._write_words(element, headings, node.own, bool(inner))
        self._write_provisions(element, inner)

    def _write_words(
        self, element: etree._Element, headings: Sequence[Node], own: Sequence[int], has_children: bool
    ) -> None:
        """Write the number and the words of a container: headings, an introduction to what follows, or all it says."""
        words = [place for node in headings for place in node.own] + list(own)
        text = self.paragraphs[words[0]].text if words else ""
        start = split_number(text)
        if start:
            # the space stays with the number, so that the words read together are the record's
            add(element, "num", text[:start])
        for node in headings:
            self._fill(add(element, "heading", eId=node.eid), node.own[0], start if node is headings[0] else 0)
        if has_children and not own:
            return
        holder = add(element, "intro" if has_children else "content")
        for place in own:
            self._fill(add(holder, "p"), place, start if place == words[0] else 0)
        if not own:
            add(holder, "p")

    def _fill(self, element: etree._Element, place: int, start: int = 0, end: int | None = None) -> None:
        fill(element, self.paragraphs[place].text[:end], start, self.links.get(place, ()))
