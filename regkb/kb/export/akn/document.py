"""One act in one language as an Akoma Ntoso document."""

from __future__ import annotations

from lxml import etree

from regkb.kb.export.akn.body import Writer
from regkb.kb.export.akn.meta import ELI, REGKB, add_component_meta, add_main_meta
from regkb.kb.export.akn.sources import AknSource
from regkb.kb.export.akn.text import AKN, add, find_links
from regkb.kb.export.akn.tree import build_tree, map_eids, map_paragraphs


def write_document(source: AknSource) -> bytes:
    """Return the act as Akoma Ntoso 3.0, UTF-8: every word of its paragraphs, in the order of the act's parts."""
    root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap={None: AKN, "eli": ELI, "regkb": REGKB})
    document = add(root, "act", name=source.act.type or "other", contains="originalVersion")
    tree = build_tree(source.act.paragraphs)
    eids = map_eids(tree)
    add_main_meta(document, source, eids, map_paragraphs(tree))
    writer = Writer(
        source.act.paragraphs,
        find_links(source, eids),
        lambda element, component: add_component_meta(element, source, component),
    )
    writer.write_act(document, tree)
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=False)
    return written
