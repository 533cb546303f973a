"""Displaced links put back: the words of a hyperlink, dumped at the end of their line, return to the gap they left.

The export writes a line's plain words first, its links after them in their order, and bold words last. So the links of
a line fill its gaps from left to right. Which words are links, and which gap each fills, is settled by what stands
beside what (`neighbours`): the best reading wins, and where another is nearly as good a diagnostic names it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

import regex

from regkb.lang import words
from regkb.lang.links import LinkWords
from regkb.normalize.lines import LONGEST_WORD, Line, Token, find_gaps, join_tokens
from regkb.normalize.lookalikes import map_lookalikes
from regkb.normalize.neighbours import END, START, UNKNOWN, Unit, classify, read_units, score_reading

_LONGEST_TAIL = 14
_MOST_GAPS = 5
_GAP_FILLED = 1.0
_GLUE_UNDONE = 2.0
_GLUE_LIKELY = 0.5
_SHORTEST_GLUED = 3
_NUMBER_CUT_OFF = -2.5
_NAME_CUT_OFF = -5.0
_MARGIN = 1.0
_NEAR = 0.5

_SIGNS = ("№", "N")
_QUOTES = '«»"'
_OPENING_QUOTES = '«"'
_CLOSING_QUOTES = '»"'
_ENDS_OF_LINK = '»")-–№N'
_LIST_NUMBER = regex.compile(r"\d{1,3}(?:-\d{1,2})?\)[,;.]?")
_PART_NUMBER = regex.compile(r"\d{1,3}(?:-\d{1,2})?[,–-]?|[–-]")

_GLUED_NUMBER = regex.compile(r"\p{L}[.;,:]\d{1,3}(?:-\d{1,2})?\Z")
"""The number of a part behind the end of a line that has lost its indent: `указанных в пункте | Стандарта.9`."""

_GLUED_BORDER = regex.compile(
    r"""
      (?<=[\p{Ll}»)])(?=[\p{Lu}№«\d])   # деСтандарттың, көшiрмесiн9, Жетісу№
    | (?<=[,.;:)»(«\"])(?=[\p{L}\d№«])    # ;регламенті, баяндалсын.2-қосымшасына, (№
    | (?<=[–\d-])(?=№)                   # далее –№ 77, 2012№ 4576
    | (?<=–)(?=\p{L})                    # Длительность –пункту 4
    | (?<=№)(?=[№\p{Ll}])                # тізілімінде №№ 59, 2012 года №постановление
    """,
    regex.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Move:
    """What was moved in one line; `rival` is the text of a reading that is nearly as good."""

    line: Line
    before: str
    rival: str | None


@dataclass(frozen=True, slots=True)
class _Reading:
    score: float
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class _Site:
    """A line with gaps, and what is around it: the units before and after it, and how many quotes stand open.

    `follows` tells that the line begins with closing punctuation.
    """

    tokens: tuple[Token, ...]
    gaps: tuple[int, ...]
    before: Unit
    after: Unit
    depth: int
    follows: bool
    raw: str
    language: str
    vocabulary: Mapping[str, int]

    @property
    def closes_title(self) -> bool:
        """Whether the end of a title that began above may be missing where the line begins."""
        return self.depth > 0 and self.gaps[0] == 0

    @property
    def wants_number(self) -> bool:
        """Whether the line above ends in a lone №, or in a part whose number must follow, and this begins with none."""
        is_numbered = self.gaps[0] > 0 and self.tokens[0].text[0].isdigit()
        return not is_numbered and (self.before.kind == "sign" or self.before.awaits_number)


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
        is_doubtful = not gaps and (_may_be_of_stamp(line) or _GLUED_NUMBER.search(line.text) is not None)
        if not (0 < len(gaps) <= _MOST_GAPS or is_doubtful):
            result.append(line)
            continue
        before, after = _unit_before(result, line, language), _unit_after(lines, i, language)
        depth = _open_quotes(result, line)
        site = _Site(line.words(), gaps or (0,), before, after, depth, line.follows, raw, language, vocabulary)
        if is_doubtful and not (site.wants_number or (_may_be_of_stamp(line) and _holds_glued_link(site))):
            result.append(line)
            continue
        kept, *others = _readings(site)
        ranked = sorted(others, key=lambda reading: -reading.score)
        if not ranked or ranked[0].score < kept.score + _MARGIN:
            result.append(line)
            continue
        best = ranked[0]
        moved = line.with_tokens(best.tokens)
        if moved.text == line.text:
            result.append(line)
            continue
        moves.append(Move(moved, line.text, _near_rival(best, [*ranked[1:], kept], moved, site)))
        result.append(moved)
    return result, moves


def _may_be_of_stamp(line: Line) -> bool:
    """Tell whether a line may be of a stamp, whose lines are set in by a blank or two whether a link is lost or not."""
    return line.below_narrow and line.indent > 0 and bool(line.tokens)


def _holds_glued_link(site: _Site) -> bool:
    """Tell whether a link was glued to a word: then a line of a stamp, which is set in anyway, begins with a gap."""
    return any(True for token in site.tokens for _ in _split_glued(token, site))


def _near_rival(best: _Reading, others: Sequence[_Reading], moved: Line, site: _Site) -> str | None:
    """Return the text of the first reading that differs from the best and is nearly as good.

    One that leaves a number at the line's end, though a part in the line wants it, is no rival.
    """
    is_numbered = not _strands_number(best, site)
    for reading in others:
        text = join_tokens(reading.tokens)
        if reading.score > best.score - _NEAR and text != moved.text:
            if is_numbered and _strands_number(reading, site):
                continue
            return text
    return None


def _strands_number(reading: _Reading, site: _Site) -> bool:
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
                depth = max(0, depth + _quote_change(text, depth))
    return depth


def _readings(site: _Site) -> Iterator[_Reading]:
    """Yield the line as it stands, then every way to move the links at its end into its gaps."""
    yield _Reading(_score(site.tokens, site), site.tokens)
    for base, tail, bonus in _cut_tails(site):
        places = [g for g in site.gaps if g <= len(base)]
        for chunks in _distribute(tail, len(places) + 1):
            filled = sum(bool(c) for c in chunks[:-1])
            if filled and _are_links(chunks, site):
                tokens = _insert(base, places, chunks)
                ends_title = site.closes_title and bool(chunks[0]) and not site.follows
                yield _Reading(_score(tokens, site) + _GAP_FILLED * (filled - ends_title) + bonus, tokens)


def _score(tokens: Sequence[Token], site: _Site) -> float:
    texts = [t.text for t in tokens]
    return score_reading(texts, site.before, site.after, site.language) + _score_quotes(tokens, site.depth)


def _score_quotes(tokens: Sequence[Token], depth: int) -> float:
    """Score the order of quotes, `depth` of which stand open before the line.

    A title that closes right before another opens, opens inside another, or begins with a comma, is a sign of disorder.
    """
    score = -1.0 if depth and tokens[0].text[0] in ",;" else 0.0
    for a, b in zip(tokens, tokens[1:], strict=False):
        if a.text[-1] in _CLOSING_QUOTES and b.text[0] in _OPENING_QUOTES and _quote_change(b.text, 0) > 0:
            score -= 2.0
        if a.text[0] in _OPENING_QUOTES and a.text[-1] not in _CLOSING_QUOTES and b.text[0] in ",;":
            score -= 2.0
    for token in tokens:
        change = _quote_change(token.text, depth)
        if change > 0 and depth > 0:
            score -= 1.0
        depth += change
        if depth < 0:
            score -= 2.0
            depth = 0
    return score


def _quote_change(text: str, depth: int) -> int:
    """Return by how much a word changes the number of open quotes; a lone straight quote closes what stands open."""
    if "«" not in text and "»" not in text and '"' not in text:
        return 0
    change = text.count("«") - text.count("»")
    if '"' in text:
        if text.strip('"(),.;:') == "":
            return change + (-1 if depth > 0 else 1)
        core = text.lstrip("(")
        change += (core[0] == '"') - (core.rstrip(".,;:)")[-1:] == '"' and len(core) > 1)
    return change


def _cut_tails(site: _Site) -> Iterator[tuple[tuple[Token, ...], tuple[Token, ...], float]]:
    """Yield ways to cut a line into plain words and the links after them, with a bonus where they were glued."""
    tokens = site.tokens
    first = max(site.gaps[0], len(tokens) - _LONGEST_TAIL)
    for s in range(max(1, first), len(tokens)):
        if _may_begin_link(tokens[s:], site.closes_title, site.wants_number, site.language):
            # № 13273 | 53: what stands behind a sign is its number; Еңбек | кодексінің: and behind a name its code
            cost = _NUMBER_CUT_OFF if tokens[s - 1].text in _SIGNS else 0.0
            cost += _NAME_CUT_OFF if _names_code(tokens[s - 1].text, tokens[s].text, site.language) else 0.0
            yield tokens[:s], tokens[s:], cost
    for s in range(max(0, first), len(tokens)):
        for left, right, bonus in _split_glued(tokens[s], site):
            tail = (right, *tokens[s + 1 :])
            number = site.wants_number and (len(tail) == 1 or classify(tail[1].text, site.language).is_link)
            if _may_begin_link(tail, False, number, site.language):
                yield (*tokens[:s], left), tail, bonus


def _may_begin_link(tail: Sequence[Token], closes_title: bool, wants_number: bool, language: str) -> bool:
    """Tell whether a link may begin here: a link word, the number of a part or of an act, a title, or a title's end."""
    if closes_title and any(_quote_change(t.text, 1) < 0 for t in tail):
        return True
    units = read_units([t.text for t in tail], language)
    first = next(units)
    if first.kind == "digits":
        known: LinkWords = words("links", language)
        kinds = [unit.kind for unit in units]
        part = kinds[-1:] == ["part"] and all(kind in ("digits", "part") for kind in kinds)
        return (part and not known.head_first) or wants_number  # no number stands before пунктом
    if first.is_link or _quote_change(tail[0].text, 0) > 0:
        return True
    return len(tail) > 1 and _names_code(tail[0].text, tail[1].text, language)


def _names_code(name: str, noun: str, language: str) -> bool:
    """Tell whether two words are the name of a code: `Еңбек кодексінің`, the first perhaps glued to another."""
    name_of, code = _code_words(language)
    return code.fullmatch(map_lookalikes(noun).rstrip(",.;:)")) is not None and name_of.search(name) is not None


@cache
def _code_words(language: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    known: LinkWords = words("links", language)
    return regex.compile(rf"(?<!\p{{Lu}}){known.code_name}$"), regex.compile(known.code, regex.IGNORECASE)


def _are_links(chunks: Sequence[tuple[Token, ...]], site: _Site) -> bool:
    """Tell whether each chunk begins as a link may, and none cuts a title in two but where a line's end does."""
    for i, chunk in enumerate(chunks):
        if not chunk:
            continue
        first = i == 0
        closing = site.closes_title and first
        numbers = all(_PART_NUMBER.fullmatch(t.text) for t in chunk)
        cut_number = i == len(chunks) - 1 and chunk[0].text in _SIGNS and len(chunk) == 1
        if (
            not numbers
            and not cut_number
            and not _may_begin_link(chunk, closing, first and _is_wanted_number(chunk, site), site.language)
        ):
            return False
        if closing and _quote_change(chunk[-1].text, 1) >= 0:
            closing = False
        if i < len(chunks) - 1 and (
            _quote_balance(chunk, closing) != -int(closing)
            or not _is_bracketed_well(chunk)
            or _goes_on_behind_title(chunk)
            or not _ends_link(chunk, site.language)
        ):
            return False
    return True


def _goes_on_behind_title(chunk: Sequence[Token]) -> bool:
    """Tell whether a clause follows the title with which a chunk begins: `"пять дней" исключить, | изменения …`."""
    depth = 0
    for number, token in enumerate(chunk):
        if number and depth == 0 and token.text[-1] in ",;":
            return _quote_change(chunk[0].text, 0) > 0
        depth += _quote_change(token.text, depth)
    return False


def _ends_link(chunk: Sequence[Token], language: str) -> bool:
    """Tell whether a link may end with a chunk: with its noun, its number, a title; where owners follow, with any word.

    `бөлімнің | маманына` begins as a link does, but no link ends so. A title has no owner behind it.
    """
    last = chunk[-1].text
    known: LinkWords = words("links", language)
    is_title = _quote_change(chunk[0].text, 0) > 0
    if (known.head_first and not is_title) or last[-1] in _ENDS_OF_LINK or last[-1].isdigit():
        return True
    return classify(last, language).is_link


def _is_wanted_number(chunk: Sequence[Token], site: _Site) -> bool:
    """Tell whether a chunk is the number for which the line above waits, its act perhaps behind it: `198 бұйрығына`."""
    return site.wants_number and all(classify(token.text, site.language).is_link for token in chunk[1:])


def _quote_balance(tokens: Sequence[Token], inside: bool) -> int:
    depth = int(inside)
    for token in tokens:
        depth += _quote_change(token.text, depth)
    return depth - int(inside)


def _is_bracketed_well(tokens: Sequence[Token]) -> bool:
    """Tell whether all brackets are closed and opened; that of a number (`подпункте 2)`) need not be."""
    balance = sum(t.text.count("(") - t.text.count(")") for t in tokens)
    return balance == 0 or balance + sum(_LIST_NUMBER.fullmatch(t.text) is not None for t in tokens) == 0


def _split_glued(token: Token, site: _Site) -> Iterator[tuple[Token, Token, float]]:
    """Yield the ways to part a token into the end of the plain words and the first word of a link, with their bonus."""
    borders = dict.fromkeys(_find_borders(token.text), _GLUE_UNDONE)
    skipped = len(token.text) - len(token.text.lstrip('(«"'))
    folded = map_lookalikes(token.text[skipped:]).lower()
    if len(folded) <= LONGEST_WORD and folded not in site.vocabulary and not classify(folded, site.language).is_link:
        for i in range(1, len(folded) - _SHORTEST_GLUED):
            known = folded[:i] in site.vocabulary or folded[:i].isdigit()
            if (known or i >= _SHORTEST_GLUED) and folded[i:].isalpha() and classify(folded[i:], site.language).is_link:
                borders[skipped + i] = _GLUE_UNDONE if known else _GLUE_LIKELY
    for i, bonus in sorted(borders.items()):
        if 0 < i < len(token.text):
            cut = _offset_of(token, i, site.raw)
            left = Token(token.text[:i], token.start, cut, token.spaced)
            yield left, Token(token.text[i:], cut, token.end), bonus


@lru_cache(maxsize=10_000)
def _find_borders(text: str) -> tuple[int, ...]:
    """Return where a word seems to be glued to what is before; the same words come again and again."""
    return tuple(border.start() for border in _GLUED_BORDER.finditer(text))


def _offset_of(token: Token, i: int, raw: str) -> int:
    """Return the raw offset of the `i`-th character of a token, between whose letters raw blanks may stand."""
    offsets = (o for o in range(token.start, token.end) if not raw[o].isspace())
    return next(islice(offsets, i, None))


def _distribute(tail: tuple[Token, ...], places: int) -> Iterator[list[tuple[Token, ...]]]:
    """Yield the ways to cut `tail` into `places` runs, in order, some of them empty."""
    if places == 1:
        yield [tail]
        return
    for i in range(len(tail) + 1):
        for rest in _distribute(tail[i:], places - 1):
            yield [tail[:i], *rest]


def _insert(base: tuple[Token, ...], places: Sequence[int], chunks: Sequence[tuple[Token, ...]]) -> tuple[Token, ...]:
    """Return `base` with each chunk put before the token at its place, and the last chunk at the end."""
    result: list[Token] = []
    at = 0
    for place, chunk in zip([*places, len(base)], chunks, strict=True):
        result += base[at:place]
        at = place
        if chunk:
            result.append(chunk[0]._replace(spaced=True))
            result += chunk[1:]
    result += base[at:]
    return tuple(_close_up(result))


def _close_up(tokens: list[Token]) -> Iterator[Token]:
    """Let closing punctuation follow the word before it, and a word an opening bracket, without a blank."""
    previous = ""
    for token in tokens:
        if previous and (token.text[0] in ",.;:)»" or previous[-1] in "(«"):
            token = token._replace(spaced=False)
        previous = token.text
        yield token
