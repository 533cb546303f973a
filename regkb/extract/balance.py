"""Quotation marks that the law itself forgot: worth a remark, since titles and wording are read by them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from regkb.schemas.record import Diagnostic, Paragraph

_PROVISIONS = ("preamble", "point:", "annex:")
_NO_SENTENCES = ("/table", "/stamp", "/title")


def find_unbalanced_quotes(paragraphs: Sequence[Paragraph]) -> list[Diagnostic]:
    """Return a remark on each provision whose guillemets do not balance by themselves, in reading order.

    New wording that an amendment quotes opens in one paragraph and closes in a later one: it is taken together.
    Straight quotation marks do not tell which of them is missing and are left alone.
    """
    doubts: list[Diagnostic] = []
    for path, text in _passages(paragraphs):
        opened, closed = text.count("«"), text.count("»")
        if opened != closed:
            message = f"the quotation marks do not balance: {opened} « and {closed} »"
            doubts.append(Diagnostic(code="quote_unbalanced", at=path, message=message, severity="info"))
    return doubts


def _passages(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each provision; paragraphs of one quoted wording are one."""
    provisions = [
        paragraph
        for paragraph in paragraphs
        if paragraph.path.startswith(_PROVISIONS) and not paragraph.path.endswith(_NO_SENTENCES)
    ]
    for wording, group in groupby(provisions, lambda paragraph: paragraph.path.endswith("/quote") and paragraph.path):
        if wording:
            yield wording, "\n".join(paragraph.text for paragraph in group)
        else:
            yield from ((paragraph.path, paragraph.text) for paragraph in group)
