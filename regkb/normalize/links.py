"""Displaced links put back: the words of a hyperlink, dumped at the end of their line, return to the gap they left.

The export writes a line's plain words first, its links after them in their order, and bold words last. So the links of
a line fill its gaps from left to right. Which words are links, and which gap each fills, is settled by what stands
beside what (`neighbours`): the best reading wins, and where another is nearly as good a diagnostic names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from regkb.normalize.lines import Line, Token, find_gaps, join_tokens
from regkb.normalize.link_chunks import are_links, distribute, insert_chunks
from regkb.normalize.link_sites import Site, cut_tails, find_borders, quote_change
from regkb.normalize.neighbours import END, START, UNKNOWN, Unit, read_units, score_reading
from regkb.repeats import remember

_MOST_GAPS = 5
_GAP_FILLED = 1.0
_MARGIN = 1.0
_NEAR = 0.5
_QUOTES = '«»"'
_OPENING_QUOTES = '«"'
_CLOSING_QUOTES = '»"'
_GLUED_NUMBER = regex.compile(r"\p{L}[.;,:]\d{1,3}(?:-\d{1,2})?\Z")
"""The number of a part behind the end of a line that has lost its indent: `указанных в пункте | Стандарта.9`."""


@dataclass(frozen=True, slots=True)
class Move:
    """What was moved in one line; `rival` is the text of a reading that is nearly as good."""

    line: Line
    before: str
    rival: str | None


@dataclass(frozen=True, slots=True)
class _Choice:
    """The tokens of the best reading of a site, and the text of one that is nearly as good."""

    tokens: tuple[Token, ...]
    rival: str | None


@dataclass(frozen=True, slots=True)
class _Reading:
    score: float
    tokens: tuple[Token, ...]


def restore_links(
    lines: Sequence[Line], raw: str, language: str, vocabulary: Mapping[str, int]
) -> tuple[list[Line], list[Move]]:
    """Return the lines with displaced links in their places, and what was moved.

    `lines` are those of one document in order; only those with gaps are looked at. `vocabulary` counts the document's
    words. Every character is kept; tokens change places inside their line alone.
    """
    result: list[Line] = []
    moves: list[Move] = []
    for i, line in enumerate(lines):
        gaps = find_gaps(line)
        is_doubtful = not gaps and (_may_be_of_stamp(line) or _ends_with_glued_number(line.text))
        if not (0 < len(gaps) <= _MOST_GAPS or is_doubtful):
            result.append(line)
            continue
        before, after = _unit_before(result, line, language), _unit_after(lines, i, language)
        depth = _open_quotes(result, line)
        tokens, gaps = _count_from(line.start, line.words()), gaps or (0,)
        borders = find_borders(tokens, gaps, raw[line.start : line.end], language, vocabulary)
        site = Site(tokens, gaps, before, after, depth, line.follows, language, borders)
        if is_doubtful and not site.wants_number:
            if not _may_be_of_stamp(line):
                result.append(line)
                continue
            site = replace(site, only_glued=True)
        choice = _choose(site)
        moved = line.with_tokens(_count_from(-line.start, choice.tokens)) if choice else line
        if choice and moved.text != line.text:
            moves.append(Move(moved, line.text, choice.rival))
            result.append(moved)
        else:
            result.append(line)
    return result, moves


def _count_from(start: int, tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Return the tokens with their offsets counted from `start` on."""
    return tuple([Token(text, begin - start, end - start, spaced) for text, begin, end, spaced in tokens])


@remember
def _choose(site: Site) -> _Choice | None:
    """Return the best way to put the links of a site into its gaps; none where they had better stay."""
    kept, *others = _readings(site)
    ranked = sorted(others, key=lambda reading: -reading.score)
    if not ranked or ranked[0].score < kept.score + _MARGIN:
        return None
    best = ranked[0]
    return _Choice(best.tokens, _near_rival(best, [*ranked[1:], kept], site))


def _ends_with_glued_number(text: str) -> bool:
    return text[-1].isdecimal() and _GLUED_NUMBER.search(text) is not None


def _may_be_of_stamp(line: Line) -> bool:
    """Tell whether a line may be of a stamp, whose lines are set in by a blank or two whether a link is lost or not."""
    return line.below_narrow and line.indent > 0 and bool(line.tokens)


def _near_rival(best: _Reading, others: Sequence[_Reading], site: Site) -> str | None:
    """Return the text of the first reading that differs from the best and is nearly as good.

    One that leaves a number at the line's end, though a part in the line wants it, is no rival.
    """
    is_numbered = not _strands_number(best, site)
    chosen = join_tokens(best.tokens)
    for reading in others:
        text = join_tokens(reading.tokens)
        if reading.score > best.score - _NEAR and text != chosen:
            if is_numbered and _strands_number(reading, site):
                continue
            return text
    return None


def _strands_number(reading: _Reading, site: Site) -> bool:
    """Tell whether a lone number ends the line and no part for it begins the next: `тармағына сәйкес 9`."""
    *_, last = read_units([token.text for token in reading.tokens], site.language)
    return last.kind == "digits" and site.after.kind != "part"


def _unit_before(done: list[Line], line: Line, language: str) -> Unit:
    if line.opens_paragraph or not done:
        return START
    *_, last = read_units(done[-1].word_texts()[-3:], language)
    return last


def _unit_after(lines: Sequence[Line], i: int, language: str) -> Unit:
    if i + 1 == len(lines) or lines[i + 1].opens_paragraph:
        return END
    following = lines[i + 1]
    if following.indent or following.begins_with_gap:
        return UNKNOWN
    return next(read_units(following.word_texts()[:3], language))


def _open_quotes(done: list[Line], line: Line) -> int:
    """Return how many quotes stand open before the line, counted from its paragraph's beginning."""
    if line.opens_paragraph:
        return 0
    above: list[Line] = []
    for line_above in reversed(done):
        above.append(line_above)
        if line_above.opens_paragraph:
            break
    depth = 0
    for line_above in reversed(above):
        if any(mark in line_above.text for mark in _QUOTES):
            for text in line_above.word_texts():
                depth = max(0, depth + quote_change(text, depth))
    return depth


def _readings(site: Site) -> Iterator[_Reading]:
    """Yield the line as it stands, then every way to move the links at its end into its gaps."""
    yield _Reading(_score(site.tokens, site), site.tokens)
    for base, tail, bonus in cut_tails(site):
        places = [g for g in site.gaps if g <= len(base)]
        for chunks in distribute(tail, len(places) + 1):
            filled = sum(bool(c) for c in chunks[:-1])
            if filled and are_links(chunks, site):
                tokens = insert_chunks(base, places, chunks)
                ends_title = site.closes_title and bool(chunks[0]) and not site.follows
                yield _Reading(_score(tokens, site) + _GAP_FILLED * (filled - ends_title) + bonus, tokens)


def _score(tokens: Sequence[Token], site: Site) -> float:
    texts = [t.text for t in tokens]
    return score_reading(texts, site.before, site.after, site.language) + _score_quotes(tokens, site.depth)


def _score_quotes(tokens: Sequence[Token], depth: int) -> float:
    """Score the order of quotes, `depth` of which stand open before the line.

    A title that closes right before another opens, opens inside another, or begins with a comma, is a sign of disorder.
    """
    score = -1.0 if depth and tokens[0].text[0] in ",;" else 0.0
    if not any(mark in token.text for token in tokens for mark in _QUOTES):
        return score
    for a, b in zip(tokens, tokens[1:], strict=False):
        if a.text[-1] in _CLOSING_QUOTES and b.text[0] in _OPENING_QUOTES and quote_change(b.text, 0) > 0:
            score -= 2.0
        if a.text[0] in _OPENING_QUOTES and a.text[-1] not in _CLOSING_QUOTES and b.text[0] in ",;":
            score -= 2.0
    for token in tokens:
        change = quote_change(token.text, depth)
        if change > 0 and depth > 0:
            score -= 1.0
        depth += change
        if depth < 0:
            score -= 2.0
            depth = 0
    return score
