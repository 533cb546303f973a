"""From clean text back to the raw text: which raw characters stand behind a piece of a paragraph."""

from __future__ import annotations

from bisect import bisect_left

from regkb.schemas.record import Paragraph, Span


class Trace:
    """The raw characters behind a paragraph, by the invariant of the record: white space aside, they are the same."""

    def __init__(self, paragraph: Paragraph, raw: str) -> None:
        self._clean = [place for place, letter in enumerate(paragraph.text) if not letter.isspace()]
        self._raw = [place for start, end in paragraph.spans for place in range(start, end) if not raw[place].isspace()]

    def find_raw(self, span: Span) -> list[Span]:
        """Return the raw spans, in order, of the characters that `span` covers in the paragraph's text."""
        start, end = bisect_left(self._clean, span[0]), bisect_left(self._clean, span[1])
        pieces: list[Span] = []
        for place in self._raw[start:end]:
            if pieces and place == pieces[-1][1]:
                pieces[-1] = (pieces[-1][0], place + 1)
            else:
                pieces.append((place, place + 1))
        return pieces


def quote_lines(raw: str, pieces: list[Span]) -> list[tuple[str, bool]]:
    """Return the raw lines on which the pieces stand, cut where a piece begins or ends; true marks what is a piece."""
    if not pieces:
        return []
    ordered = sorted(pieces)
    begin = raw.rfind("\n", 0, ordered[0][0]) + 1
    line_end = raw.find("\n", max(end for _, end in ordered))
    cuts: list[tuple[str, bool]] = []
    at = begin
    for start, end in ordered:
        cuts += [(raw[at:start], False), (raw[start:end], True)]
        at = end
    cuts.append((raw[at : line_end if line_end >= 0 else len(raw)], False))
    return _join_pieces(cuts)


def _join_pieces(cuts: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Return the cuts without empty ones; white space between two pieces goes with them."""
    joined: list[tuple[str, bool]] = []
    for place, (text, inside) in enumerate(cuts):
        between = 0 < place < len(cuts) - 1 and not text.strip()
        inside = inside or between
        if joined and joined[-1][1] == inside:
            joined[-1] = (joined[-1][0] + text, inside)
        elif text:
            joined.append((text, inside))
    return joined
