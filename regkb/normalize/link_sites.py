"""A line with gaps, and where the links at its end may begin: the ways to cut it into plain words and links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

import regex

from regkb.lang import words
from regkb.lang.links import LinkWords
from regkb.normalize.lines import LONGEST_WORD, Token
from regkb.normalize.lookalikes import map_lookalikes
from regkb.normalize.neighbours import Unit, classify, read_units

_LONGEST_TAIL = 14
_GLUE_UNDONE = 2.0
_GLUE_LIKELY = 0.5
_SHORTEST_GLUED = 3
_NUMBER_CUT_OFF = -2.5
_NAME_CUT_OFF = -5.0

SIGNS = ("№", "N")
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


class Border(NamedTuple):
    """A place within a token at which two words may be glued, its offset, and the bonus for parting them there."""

    at: int
    offset: int
    bonus: float


@dataclass(frozen=True, slots=True)
class Site:
    """A line with gaps, and what is around it: the units before and after it, and how many quotes stand open.

    The offsets of its tokens count from where the line begins, so that equal lines are equal sites. `borders` are those
    of each token, see `find_borders`. `follows` tells that the line begins with closing punctuation; `only_glued` that
    nothing but a link glued to a word may be out of its place.
    """

    tokens: tuple[Token, ...]
    gaps: tuple[int, ...]
    before: Unit
    after: Unit
    depth: int
    follows: bool
    language: str
    borders: tuple[tuple[Border, ...], ...]
    only_glued: bool = False

    @property
    def closes_title(self) -> bool:
        """Whether the end of a title that began above may be missing where the line begins."""
        return self.depth > 0 and self.gaps[0] == 0

    @property
    def wants_number(self) -> bool:
        """Whether the line above ends in a lone №, or in a part whose number must follow, and this begins with none."""
        is_numbered = self.gaps[0] > 0 and self.tokens[0].text[0].isdigit()
        return not is_numbered and (self.before.kind == "sign" or self.before.awaits_number)


def quote_change(text: str, depth: int) -> int:
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


def cut_tails(site: Site) -> Iterator[tuple[tuple[Token, ...], tuple[Token, ...], float]]:
    """Yield ways to cut a line into plain words and the links after them, with a bonus where they were glued."""
    tokens = site.tokens
    first = _first_of_tail(site.gaps, len(tokens))
    for s in range(max(1, first), len(tokens)) if not site.only_glued else ():
        if may_begin_link(tokens[s:], site.closes_title, site.wants_number, site.language):
            # № 13273 | 53: what stands behind a sign is its number; Еңбек | кодексінің: and behind a name its code
            cost = _NUMBER_CUT_OFF if tokens[s - 1].text in SIGNS else 0.0
            cost += _NAME_CUT_OFF if _names_code(tokens[s - 1].text, tokens[s].text, site.language) else 0.0
            yield tokens[:s], tokens[s:], cost
    for s in range(first, len(tokens)):
        for border in site.borders[s]:
            left, right = _part(tokens[s], border)
            tail = (right, *tokens[s + 1 :])
            number = site.wants_number and (len(tail) == 1 or classify(tail[1].text, site.language).is_link)
            if may_begin_link(tail, False, number, site.language):
                yield (*tokens[:s], left), tail, border.bonus


def _first_of_tail(gaps: tuple[int, ...], count: int) -> int:
    """Return the first token of a line of `count` tokens that may be of a link at its end."""
    return max(gaps[0], count - _LONGEST_TAIL)


def may_begin_link(tail: Sequence[Token], closes_title: bool, wants_number: bool, language: str) -> bool:
    """Tell whether a link may begin here: a link word, the number of a part or of an act, a title, or a title's end."""
    if closes_title and any(quote_change(t.text, 1) < 0 for t in tail):
        return True
    units = read_units([t.text for t in tail], language)
    first = next(units)
    if first.kind == "digits":
        known: LinkWords = words("links", language)
        kinds = [unit.kind for unit in units]
        part = kinds[-1:] == ["part"] and all(kind in ("digits", "part") for kind in kinds)
        return (part and not known.head_first) or wants_number  # no number stands before пунктом
    if first.is_link or quote_change(tail[0].text, 0) > 0:
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


def find_borders(
    tokens: Sequence[Token], gaps: tuple[int, ...], raw: str, language: str, vocabulary: Mapping[str, int]
) -> tuple[tuple[Border, ...], ...]:
    """Return for each token the places at which it may be the end of the plain words and the first word of a link.

    `raw` is what the offsets of the tokens count in; `vocabulary` counts the document's words.
    """
    first = _first_of_tail(gaps, len(tokens))
    return tuple(
        tuple(_find_glued(token, raw, language, vocabulary)) if place >= first else ()
        for place, token in enumerate(tokens)
    )


def _find_glued(token: Token, raw: str, language: str, vocabulary: Mapping[str, int]) -> Iterator[Border]:
    borders = dict.fromkeys(_find_signs(token.text), _GLUE_UNDONE)
    skipped = len(token.text) - len(token.text.lstrip('(«"'))
    folded = map_lookalikes(token.text[skipped:]).lower()
    if len(folded) <= LONGEST_WORD and folded not in vocabulary and not classify(folded, language).is_link:
        for i in range(1, len(folded) - _SHORTEST_GLUED):
            known = folded[:i] in vocabulary or folded[:i].isdigit()
            if (known or i >= _SHORTEST_GLUED) and folded[i:].isalpha() and classify(folded[i:], language).is_link:
                borders[skipped + i] = _GLUE_UNDONE if known else _GLUE_LIKELY
    for i, bonus in sorted(borders.items()):
        if 0 < i < len(token.text):
            yield Border(i, _offset_of(token, i, raw), bonus)


def _part(token: Token, border: Border) -> tuple[Token, Token]:
    return (
        Token(token.text[: border.at], token.start, border.offset, token.spaced),
        Token(token.text[border.at :], border.offset, token.end),
    )


@lru_cache(maxsize=10_000)
def _find_signs(text: str) -> tuple[int, ...]:
    """Return where a word seems to be glued to what is before; the same words come again and again."""
    return tuple(border.start() for border in _GLUED_BORDER.finditer(text))


def _offset_of(token: Token, i: int, raw: str) -> int:
    """Return the raw offset of the `i`-th character of a token, between whose letters raw blanks may stand."""
    offsets = (o for o in range(token.start, token.end) if not raw[o].isspace())
    return next(islice(offsets, i, None))
