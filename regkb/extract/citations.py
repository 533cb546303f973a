"""Acts cited by what their headers say: issuer, date, number, title and the noun for the kind of act, in any order.

Every part has a form of its own, so that a citation is read from its noun outwards, part by part, until the next words
are none: `Қазақстан Республикасы Үкіметінің | 2014 жылғы 23 мамырдағы | № 538 | «…» | қаулысына`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

import regex

from regkb.extract.act_numbers import find_numbers
from regkb.extract.bodies import body_ending_at
from regkb.extract.dates import find_dates
from regkb.extract.quotations import quotation_ending_at, unopened_quotation, unquote
from regkb.extract.register_brackets import read_bracket
from regkb.lang import words
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import ActRef, ActType, Day, Language, Span

FURTHEST = 2500
"""Characters: no citation begins further than this before its noun."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One act that is cited: what the mention states, the characters `[start, end)`, and those of its title."""

    ref: ActRef
    start: int
    end: int
    title_span: Span | None = None
    publications: tuple[str, ...] = ()


@dataclass(slots=True)
class _Parts:
    """What was read so far of one act, from its noun outwards."""

    start: int
    end: int
    date: Day | None = None
    number: str | None = None
    title: str | None = None
    title_span: Span | None = None
    issuer: str | None = None
    has_issuer: bool = False
    registration_number: str | None = None
    publications: list[str] = field(default_factory=list)

    def names_an_act(self, kind: ActType, language: Language) -> bool:
        """Tell whether this is enough to tell an act of this kind from such acts in general.

        Of the words in quotes before `шешім` only those are a title that read like one: `… туралы`.
        """
        if self.date is not None or self.number is not None:
            return True
        known: ReferenceWords = words("references", language)
        has_name = kind in known.state_acts or _grammar(language).act_title.search(self.title or "")
        return self.title is not None and bool(has_name)


class CitedText:
    """A paragraph in which citations are read; what has a form of its own is found once, when it is first asked for."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language: Language = language
        self._dates: dict[int, tuple[int, Day | None]] | None = None
        self._numbers: dict[int, tuple[int, str]] | None = None

    def date_ending_at(self, end: int) -> tuple[int, Day | None] | None:
        """Return the start and the day of the date that ends at `end`."""
        if self._dates is None:
            self._dates = {
                phrase.span[1]: (phrase.span[0], phrase.date) for phrase in find_dates(self.text, self.language)
            }
        return self._dates.get(end)

    def number_ending_at(self, end: int) -> tuple[int, str] | None:
        """Return the start of the number, its sign included, that ends at `end`, and the number."""
        if self._numbers is None:
            self._numbers = {phrase.span[1]: (phrase.span[0], phrase.number) for phrase in find_numbers(self.text)}
        return self._numbers.get(end)


def read_citations(cited: CitedText, noun: Span, kind: ActType, is_plural: bool) -> list[Citation]:
    """Return the acts that the noun at `noun` stands for, in reading order; none: an empty list.

    A plural may stand for several: `1998 жылғы … «…», 2001 жылғы … «…» Заңдарына`. Those that name no issuer have that
    of the others. What holds no date, number or title (`Қазақстан Республикасының заңдарында`) is legislation in
    general, unless the state stands right before a singular noun: then the caller decides, see `is_general`.
    """
    found = [_read_parts(cited, noun[0], noun[1], kind)]
    while is_plural and found[-1].names_an_act(kind, cited.language):
        joint = _grammar(cited.language).many.match(cited.text, max(0, found[-1].start - 40), found[-1].start)
        if joint is None:
            break
        parts = _read_parts(cited, joint.start(), joint.start(), kind)
        if not parts.names_an_act(kind, cited.language):
            break
        found.append(parts)
    if not (found[0].names_an_act(kind, cited.language) or found[0].has_issuer):
        return []
    found.reverse()
    return [_citation(parts, found, kind, cited.language) for parts in found]


def is_general(citation: Citation) -> bool:
    """Tell whether a citation names no act of its own: `Қазақстан Республикасының Заңы`."""
    ref = citation.ref
    return ref.date is None and ref.number is None and ref.title is None


def _read_parts(cited: CitedText, start: int, end: int, kind: ActType) -> _Parts:
    """Read outwards to the left of `start` all parts of one act."""
    text, grammar = cited.text, _grammar(cited.language)
    parts = _Parts(start, end)
    earliest = max(0, start - FURTHEST)
    at = start
    while True:
        at = _skip_back(text, at, earliest)
        if (before := _read_part(cited, parts, at, earliest, kind)) is not None:
            parts.start = at = before
        elif qualifier := grammar.qualifiers.match(text, earliest, at):
            at = qualifier.start()
        elif (opening := _bracket_start(text, at, earliest)) is not None:
            number, publications = read_bracket(text[opening + 1 : at - 1], cited.language)
            parts.registration_number = parts.registration_number or number
            parts.publications[:0] = publications
            at = opening
        else:
            return parts


def _read_part(cited: CitedText, parts: _Parts, at: int, earliest: int, kind: ActType) -> int | None:
    """Read the one part that ends at `at` into `parts`; return where it begins, None if there is none that is new."""
    text = cited.text
    if parts.number is None and (number := cited.number_ending_at(at)):
        start, parts.number = number
        return start
    if parts.date is None and (date := cited.date_ending_at(at)):
        start, parts.date = date
        return start
    if parts.title is None and (opening := _title_start(cited, at, earliest)) is not None:
        parts.title, parts.title_span = unquote(text[opening:at]), (opening, at)
        return opening
    if not parts.has_issuer and (body := body_ending_at(text, at, cited.language)):
        parts.issuer, parts.has_issuer = body.name, True
        return body.start
    if (
        kind == "code"
        and parts.title is None
        and (name := _grammar(cited.language).code_name.match(text, earliest, at))
    ):
        parts.title = f"{name[0]} {_grammar(cited.language).code_noun}"
        return int(name.start())
    return None


def _title_start(cited: CitedText, end: int, earliest: int) -> int | None:
    """Return where the title in quotes begins that ends at `end`; its opening mark may be missing."""
    opening = quotation_ending_at(cited.text, end, earliest)
    if opening is None and _grammar(cited.language).act_title.search(cited.text, earliest, end - 1):
        opening = unopened_quotation(cited.text, end)
    return opening


def _citation(parts: _Parts, group: Sequence[_Parts], kind: ActType, language: Language) -> Citation:
    known: ReferenceWords = words("references", language)
    issuer = parts.issuer or next((other.issuer for other in group if other.issuer), None)
    if issuer is None and kind in known.state_acts:
        issuer = known.state_name
    date = parts.date
    if date is None and parts.number is not None and parts.title is None:
        date = next((other.date for other in group if other.date), None)
    ref = ActRef(
        type=kind,
        issuer=issuer,
        date=date,
        number=parts.number,
        title=parts.title,
        registration_number=parts.registration_number,
    )
    return Citation(ref, parts.start, parts.end, parts.title_span, tuple(parts.publications))


def _skip_back(text: str, at: int, earliest: int) -> int:
    while at > earliest and text[at - 1] in " _\n":
        at -= 1
    return at


def _bracket_start(text: str, end: int, earliest: int) -> int | None:
    """Return where the bracket that closes just before `end` opens; None if there is none."""
    if end <= earliest or text[end - 1] != ")":
        return None
    depth = 0
    for at in range(end - 1, earliest - 1, -1):
        if text[at] == ")":
            depth += 1
        elif text[at] == "(":
            depth -= 1
            if depth == 0:
                return at
    return None


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language, all of them read from right to left."""

    qualifiers: regex.Pattern[str]
    act_title: regex.Pattern[str]
    many: regex.Pattern[str]
    code_name: regex.Pattern[str]
    code_noun: str


@cache
def _grammar(language: Language) -> _Grammar:
    known: ReferenceWords = words("references", language)
    return _Grammar(
        qualifiers=regex.compile(rf"(?r)(?<!\p{{L}})(?:{known.qualifiers})", regex.IGNORECASE),
        act_title=regex.compile(rf"(?r)(?:{known.act_title})$", regex.IGNORECASE),
        many=regex.compile(rf"(?r)(?:{known.many})", regex.IGNORECASE),
        code_name=regex.compile(rf"(?r)(?<!\p{{L}})(?:{known.code_name})"),
        code_noun=known.code_noun,
    )
