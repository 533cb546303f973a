"""One act in one language as an Akoma Ntoso document."""

from __future__ import annotations

from lxml import etree

from regkb.kb.export.akn.body import Writer
from regkb.kb.export.akn.meta import ELI, REGKB, add_component_meta, add_main_meta
from regkb.kb.export.akn.sources import AknSource
from regkb.kb.export.akn.text import AKN, add, find_links
from regkb.kb.export.akn.tree import build_tree


def write_document(source: AknSource) -> bytes:
    """Return the act as Akoma Ntoso 3.0, UTF-8: every word of its paragraphs, in the order of the act's parts."""
    root = etree.Element(f"{{{AKN}}}akomaNtoso", nsmap={None: AKN, "eli": ELI, "regkb": REGKB})
    document = add(root, "act", name=source.act.type or "other", contains="originalVersion")
    add_main_meta(document, source)
    writer = Writer(
        source.act.paragraphs,
        find_links(source),
        lambda element, component: add_component_meta(element, source, component),
    )
    writer.write_act(document, build_tree(source.act.paragraphs))
    written: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=False)
    return written
