"""Writes a specimen as a saved page of a legal site: the act's text among menus, tabs and forms."""

from __future__ import annotations

from html import escape

from corpus.layout import drawn_text, link_target
from corpus.specimen import Passage, Specimen

_INDENT = "&nbsp;" * 6
_HEAD = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title} - specimen</title>
<style>.text p {{ text-align: justify }}</style><script>var menu = "мәзір";</script></head>
<body>
<div class="header"><ul class="nav"><li><a href="/">Басты бет</a></li><li><a href="/search">Іздеу</a></li></ul></div>
<div class="container_alpha slogan">
"""
_TABS = """</div>
<nav class="tabs"><a href="#">Мәтін</a> <a href="info">Ақпарат</a> <a href="history">Тарихы</a></nav>
<div class="container_gamma text text_upd"><div class="gs_12"><article>
"""
_FOOT = """</article></div></div>
<footer><p>Ойдан шығарылған сайт. Барлық құқықтар қорғалмаған.</p><form><button>Жіберу</button></form></footer>
</body></html>
"""


def write_page(specimen: Specimen) -> bytes:
    """Return the bytes of a page (UTF-8) that shows a specimen."""
    writer = _Writer(specimen)
    return writer.page().encode("utf-8")


class _Writer:
    def __init__(self, specimen: Specimen) -> None:
        self.specimen = specimen
        self.anchors = 0

    def page(self) -> str:
        head = [p for p in self.specimen.passages if p.kind in ("title", "status", "info")]
        by_kind = {passage.kind: passage for passage in head}
        title = self._words(by_kind["title"])
        parts = [_HEAD.format(language=self.specimen.act.language, title=title)]
        if "status" in by_kind:
            parts.append(f'<span class="status status_upd">{self._words(by_kind["status"])}</span>\n')
        parts += [f"<h1>{title}</h1>\n<p>{self._words(by_kind['info'])}</p>\n", _TABS]
        rows: list[Passage] = []
        for passage in self.specimen.passages:
            if passage.kind == "row":
                rows.append(passage)
                continue
            if rows:
                parts.append(self._table(rows))
                rows = []
            if passage not in head:
                parts.append(self._block(passage))
        if rows:
            parts.append(self._table(rows))
        return "".join([*parts, _FOOT])

    def _block(self, passage: Passage) -> str:
        words = self._words(passage)
        self.anchors += 1
        if passage.kind in ("heading", "caption"):
            return f'<h3 id="z{self.anchors}">{words}</h3>\n'
        if passage.kind == "stamp":
            return (
                f'<table><tr><td>&nbsp;</td><td align="center">{words.replace(" № ", "<br> № ", 1)}</td></tr></table>\n'
            )
        if passage.kind == "picture":
            return '<p><img src="picture.png" alt=""></p>\n'
        return f'<p id="z{self.anchors}">{_INDENT}{words}</p>\n'

    def _table(self, rows: list[Passage]) -> str:
        lines = []
        for row in rows:
            cells = "".join(f"<td><p>{cell}</p></td>" for cell in self._words(row).split(" | "))
            lines.append(f"<tr>{cells}</tr>\n")
        return f'<table border="1">\n{"".join(lines)}</table>\n'

    def _words(self, passage: Passage) -> str:
        """Return a passage's words with its links and bold words as elements."""
        written = passage.written
        text = drawn_text(written.text, self.specimen.plan.style.latin_i)
        marks = [(span, f'<a href="{link_target(written.cites, span)}">', "</a>") for span in written.links]
        marks += [(span, "<b>", "</b>") for span in written.bold]
        parts = []
        at = 0
        for (start, end), opening, closing in sorted(marks):
            parts += [escape(text[at:start]), opening, escape(text[start:end]), closing]
            at = end
        return "".join([*parts, escape(text[at:])])
