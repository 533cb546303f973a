"""Saved pages of acts → raw documents: the act's text without the site around it, its anchors, links and tables.

Adilet's pages hold the title, the status and the sentence on issuer and registration in `.slogan`, and the text in an
`article` inside `.text` (seen in its pages of 2013–2026; not documented). Other pages are read from the part that holds
most of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

import regex
from lxml import etree, html

from regkb.errors import UnreadableDocument
from regkb.ingest.page_paragraphs import PageParagraphs
from regkb.schemas.stages import BlockKind, RawDocument

_PARTS_OF_SITES = frozenset(
    ("script", "style", "noscript", "head", "nav", "footer", "form", "button", "select", "option", "iframe", "svg")
    + ("aside", "template", "object", "video", "audio", "input", "textarea", "label")
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = _HEADINGS | frozenset(
    ("p", "div", "li", "ul", "ol", "dl", "dd", "dt", "article", "section", "main", "header", "blockquote", "pre")
    + ("center", "caption", "figure", "figcaption", "address", "hr", "body", "td", "th")
)
_BOLD = frozenset(("b", "strong"))
_DEEPEST = 180
_TOO_DEEP = UnreadableDocument("the page's elements stand too deep in one another", "save it again from a browser")
_ALIGNED = regex.compile(r"text-align\s*:\s*(center|right)", regex.IGNORECASE)
_CHARSET = regex.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", regex.IGNORECASE)


def read_html(path: str, data: bytes) -> RawDocument:
    """Read a saved page; `path` is the name that the record will carry.

    Raises UnreadableDocument for a page that is none or holds no text.
    """
    root = _parse(data)
    text = PageParagraphs()
    for element, kind in _find_parts(root):
        _read_block(element, text, kind, 0)
        text.close()
    if not text.hints:
        raise UnreadableDocument("the page holds no text", "save the page of the act's text")
    return RawDocument(
        path=path,
        sha256=sha256(data).hexdigest(),
        format="html",
        text=text.text,
        links=tuple(text.links),
        anchors=tuple(text.anchors),
        hints=tuple(text.hints),
    )


def _parse(data: bytes) -> html.HtmlElement:
    """Return the root of a page; its own word on its encoding counts, else UTF-8."""
    match = _CHARSET.search(data[:4000])
    encoding = match[1].decode("ascii") if match else "utf-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    try:
        parser = html.HTMLParser(encoding=encoding, remove_comments=True, remove_pis=True)
    except LookupError:
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(f"the page cannot be parsed: {error}", "save it again from a browser") from None


def _find_parts(root: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, BlockKind]]:
    """Yield the parts of a page that hold the act, in reading order, with the kind of their plain paragraphs."""
    articles = root.xpath("//*[contains(concat(' ', @class, ' '), ' text ')]//article") or root.xpath("//article")
    if not articles:
        yield _find_fullest(root), "body"
        return
    for head in root.xpath("//*[contains(concat(' ', @class, ' '), ' slogan ')]")[:1]:
        yield from ((title, "heading") for title in head.xpath(".//h1"))
        yield from _find_status(root)
        yield from ((line, "plain") for line in head.xpath(".//p[not(ancestor::h1)]"))
    yield from ((article, "body") for article in articles)


def _find_status(root: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, BlockKind]]:
    for status in root.xpath("//*[contains(concat(' ', @class, ' '), ' status ')]")[:1]:
        yield status, "plain"


def _find_fullest(root: html.HtmlElement) -> html.HtmlElement:
    """Return the innermost element that holds most of the page's text."""
    best = root.find("body") if root.find("body") is not None else root
    while True:
        size = _count_letters(best)
        inner = next((child for child in best if _count_letters(child) > 0.8 * size), None)
        if inner is None or inner.tag in _HEADINGS or inner.tag in ("p", "table", "pre") or not size:
            return best
        best = inner


def _count_letters(element: html.HtmlElement) -> int:
    if not isinstance(element.tag, str) or element.tag in _PARTS_OF_SITES:
        return 0
    return sum(len(text.strip()) for text in element.itertext())


def _read_block(element: html.HtmlElement, text: PageParagraphs, kind: BlockKind, depth: int) -> None:
    """Add what an element holds, its blocks as paragraphs; `kind` is that of a paragraph without marks of its own."""
    if depth > _DEEPEST:
        raise _TOO_DEEP
    own = _tell_kind(element, kind)
    text.open(own, pre=element.tag == "pre")
    if element.get("id"):
        text.name(element.get("id"))
    text.add(element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            _read_child(child, text, own, depth + 1)
        text.add(child.tail or "")


def _read_child(child: html.HtmlElement, text: PageParagraphs, kind: BlockKind, depth: int) -> None:
    tag = child.tag
    if tag in _PARTS_OF_SITES:
        return
    if tag == "table":
        text.close()
        _read_table(child, text, kind, depth)
        text.open(kind)
    elif tag == "br":
        text.break_line()
    elif tag in _BLOCKS:
        text.close()
        _read_block(child, text, kind, depth)
        text.close()
        text.open(kind)
    else:
        _read_inline(child, text, kind, depth)


def _read_inline(element: html.HtmlElement, text: PageParagraphs, kind: BlockKind, depth: int) -> None:
    """Add what an element inside a paragraph holds; a link keeps its address, an anchor its name."""
    if depth > _DEEPEST:
        raise _TOO_DEEP
    if element.tag == "a" and (element.get("name") or element.get("id")):
        text.name(element.get("name") or element.get("id"))
    start = text.mark()
    text.add(element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            _read_child(child, text, kind, depth + 1)
        text.add(child.tail or "")
    if element.tag == "a" and element.get("href"):
        text.link(start, element.get("href"))


def _tell_kind(element: html.HtmlElement, kind: BlockKind) -> BlockKind:
    """Return what an element's mark-up says of its paragraph: a heading, or words set in the middle or at the right."""
    if element.tag in _HEADINGS:
        return "heading"
    aligned = _ALIGNED.search(element.get("style") or "")
    side = (aligned[1] if aligned else element.get("align") or "").lower()
    if side == "right":
        return "stamp"
    if side != "center" and element.tag != "center":
        return kind
    return "heading" if _is_bold(element) else "plain"


def _is_bold(element: html.HtmlElement) -> bool:
    """Tell whether all words of an element are in bold type."""
    whole = _count_letters(element)
    bold = sum(_count_letters(child) for child in element.iter(*_BOLD) if not _has_bold_parent(child, element))
    return bool(whole) and bold == whole


def _has_bold_parent(child: html.HtmlElement, top: html.HtmlElement) -> bool:
    parent = child.getparent()
    while parent is not None and parent is not top:
        if parent.tag in _BOLD:
            return True
        parent = parent.getparent()
    return False


def _read_table(table: html.HtmlElement, text: PageParagraphs, kind: BlockKind, depth: int) -> None:
    """Add a table: a row a paragraph; a row whose last cell alone is filled holds a stamp beside an empty cell."""
    if depth > _DEEPEST:
        raise _TOO_DEEP
    for row in table.xpath("./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        filled = [cell for cell in cells if _count_letters(cell)]
        if not filled:
            continue
        if len(cells) > 1 and filled == cells[-1:]:
            _read_block(filled[0], text, "stamp", depth + 1)
            text.close()
        elif len(filled) == 1 and (len(cells) == 1 or filled[0].xpath(".//table")):
            _read_block(filled[0], text, kind, depth + 1)
            text.close()
        else:
            _read_row(cells, text, depth)


def _read_row(cells: list[html.HtmlElement], text: PageParagraphs, depth: int) -> None:
    """Add a table's row, whatever paragraphs its cells hold."""
    text.open("table")
    text.hold()
    for number, cell in enumerate(cells):
        if number:
            text.add_border()
        _read_inline(cell, text, "table", depth + 1)
    text.release()
    text.close()
