"""New wording that an amendment quotes: where it ends."""

from __future__ import annotations

from collections.abc import Sequence

import regex

_CLOSING_END = regex.compile(r"[»\"”]\s*[.;,]?\s*\Z")


def count_wording(paragraphs: Sequence[str]) -> int:
    """Return how many of `paragraphs`, from the first, are the wording that the first opens.

    The wording ends with a paragraph that ends in a closing quote, no guillemet left open; the law's own titles often
    miss a mark, so more may have closed than opened. Straight quotes do not tell which they are: there the first
    paragraph that ends in one counts. At least 1: where nothing closes, the first paragraph alone is taken.
    """
    straight = not paragraphs[0].startswith("«")
    depth = 0
    for i, text in enumerate(paragraphs):
        depth += text.count("«") - text.count("»")
        if _CLOSING_END.search(text) and (straight or depth <= 0):
            return i + 1
    return 1
