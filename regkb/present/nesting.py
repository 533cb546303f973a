"""Spans that overlap as nested elements of HTML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from regkb.schemas.record import Span


def nest_spans(text: str, spans: Sequence[Span], open_tag: Callable[[int], str], close_tag: str) -> str:
    """Return `text` as HTML with an element around each span; `open_tag(n)` is the start tag of the n-th one.

    The longer of two spans that begin together is outside. Where two cross, the inner one is closed and opened again,
    so that a span may have several elements. Empty spans have none.
    """
    order = sorted(
        (n for n, (start, end) in enumerate(spans) if start < end), key=lambda n: (spans[n][0], -spans[n][1])
    )
    cuts = sorted({0, len(text), *(place for n in order for place in spans[n])})
    html: list[str] = []
    is_open: list[int] = []
    for place, following in zip(cuts, [*cuts[1:], len(text)], strict=True):
        ended = [n for n in is_open if spans[n][1] <= place]
        again: list[int] = []
        while ended:
            last = is_open.pop()
            html.append(close_tag)
            if last in ended:
                ended.remove(last)
            else:
                again.append(last)
        begun = [n for n in order if spans[n][0] == place]
        for n in [*reversed(again), *begun]:
            html.append(open_tag(n))
            is_open.append(n)
        html.append(escape(text[place:following]))
    return "".join(html)
