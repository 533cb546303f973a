"""The trace of clean text to its source: spans merged, and the invariant checked.

The invariant: the raw characters under a paragraph's spans, white space removed and look-alikes mapped, are the
paragraph's characters, white space removed; all paragraphs together cover every non-white raw character once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from regkb.normalize.lookalikes import map_letters
from regkb.repeats import read_once
from regkb.schemas.record import Span
from regkb.schemas.stages import Block


def merge_spans(spans: Iterable[Span], raw: str) -> tuple[Span, ...]:
    """Return the spans with neighbours made one where only white space stands between them in `raw`."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and merged[-1][1] <= start and not raw[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)


def holds_trace(text: str, spans: Sequence[Span], raw: str) -> bool:
    """Tell whether the raw characters under `spans` are those of `text`, white space and look-alikes aside."""
    return _has_letters("".join([raw[start:end] for start, end in spans]), text)


@read_once  # by the raw characters first: it is they that white space may make very long
def _has_letters(traced: str, text: str) -> bool:
    found, clean = "".join(traced.split()), "".join(text.split())
    return found == clean or map_letters(found) == map_letters(clean)


def find_uncovered(blocks: Iterable[Block], raw: str) -> list[Span]:
    """Return the stretches of non-white raw text that no span covers, or that more than one does."""
    wrong: list[Span] = []
    at = 0
    for start, end in sorted(span for block in blocks for span in block.spans):
        if start < at:
            wrong.append((start, min(at, end)))
        elif raw[at:start].strip():
            wrong.append((at, start))
        at = max(at, end)
    if raw[at:].strip():
        wrong.append((at, len(raw)))
    return wrong
