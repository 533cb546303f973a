"""One self-contained page per act: its text, every fact marked where it stands, and the raw source beside it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from functools import cache
from html import escape
from importlib.resources import files

from regkb.present.marks import KINDS, Mark
from regkb.present.nesting import nest_spans
from regkb.present.tracing import Trace, quote_lines
from regkb.schemas.record import Act, Paragraph

HEADINGS = ("/heading", "/title", "title")
QUIET_KINDS = frozenset({"mention"})
"""Kinds that are not shown until they are asked for: they would cover the others."""


def make_page(act: Act, marks: Sequence[Mark], raw: str) -> str:
    """Return the page as HTML that needs nothing else: no file, no network.

    `marks` are the facts in their order of reading; `raw` is the text that was ingested, into which the spans of the
    record's paragraphs count. A click (or Enter) on a mark shows the fact and the raw lines that it was read from, the
    address `#fact-12` does so for the twelfth, and `#raw` shows the raw text beside the clean one.
    """
    traces = [Trace(paragraph, raw) for paragraph in act.paragraphs]
    facts = [
        {
            "kind": KINDS[mark.kind],
            "path": act.paragraphs[mark.paragraph].path,
            "fact": mark.fact,
            "raw": quote_lines(raw, traces[mark.paragraph].find_raw(mark.span)),
        }
        for mark in marks
    ]
    counts = Counter(mark.kind for mark in marks)
    legend = "".join(_show_kind(kind, counts[kind]) for kind in KINDS if counts[kind])
    rows = "".join(_show_paragraph(act, place, marks, raw) for place in range(len(act.paragraphs)))
    # a closing tag inside the data would end the script
    data = json.dumps(facts, ensure_ascii=False).replace("<", "\\u003c")
    return f"""<!doctype html>
<html lang="{act.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(_name(act))}</title>
<style>{_asset("page.css")}</style>
</head>
<body>
<header>
<h1>{escape(act.title or act.id)}</h1>
<p class="about">{escape(_name(act))}<br>{escape(act.id)}</p>
<fieldset class="legend">{legend}</fieldset>
<button id="raw" type="button" aria-pressed="false">Raw text</button>
</header>
<main>{rows}</main>
<aside id="panel" hidden aria-live="polite">
<button id="close" type="button" aria-label="Close">×</button>
<h2 id="kind"></h2>
<p class="path" id="where"></p>
<dl id="fields"></dl>
<pre id="source"></pre>
</aside>
<script type="application/json" id="facts">{data}</script>
<script>{_asset("page.js")}</script>
</body>
</html>
"""


def _name(act: Act) -> str:
    parts = [act.issuer, str(act.date) if act.date else None, f"№ {act.number}" if act.number else None, act.status]
    return ", ".join(part for part in parts if part)


def _show_kind(kind: str, count: int) -> str:
    checked = "" if kind in QUIET_KINDS else " checked"
    return (
        f'<label class="{kind}"><input type="checkbox" name="{kind}"{checked}><span class="swatch"></span>'
        f"{escape(KINDS[kind])} ({count})</label>"
    )


def _show_paragraph(act: Act, place: int, marks: Sequence[Mark], raw: str) -> str:
    """Return a paragraph with its path, its marks, what is doubtful about it, and its raw text."""
    paragraph = act.paragraphs[place]
    own = [number for number, mark in enumerate(marks) if mark.paragraph == place]

    def open_tag(which: int) -> str:
        number = own[which]
        return f'<mark class="{marks[number].kind}" data-fact="{number}" tabindex="0" role="button">'

    text = nest_spans(paragraph.text, [marks[number].span for number in own], open_tag, "</mark>")
    doubts = "".join(
        f'<p class="doubt">{escape(f"{doubt.severity}: {doubt.message}")}</p>'
        for doubt in act.diagnostics
        if doubt.at == paragraph.path and act.paragraphs[place - 1].path != paragraph.path
    )
    classes = "row head" if paragraph.path.endswith(HEADINGS) else "row"
    return (
        f'<section class="{classes}" id="p-{place}"><div class="path">{escape(paragraph.path)}</div>'
        f'<p class="clean">{text}</p><pre class="raw">{escape(_quote(paragraph, raw))}</pre>{doubts}</section>\n'
    )


def _quote(paragraph: Paragraph, raw: str) -> str:
    pieces = sorted(paragraph.spans)
    return "".join(text for text, _ in quote_lines(raw, pieces))


@cache
def _asset(name: str) -> str:
    return files("regkb.present").joinpath(name).read_text("utf-8")
