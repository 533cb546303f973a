"""Acts cited by what their headers say: issuer, date, number, title and the noun for the kind of act, in any order.

Every part has a form of its own, so that a citation is read from its noun outwards, part by part, until the next words
are none: `Қазақстан Республикасы Үкіметінің | 2014 жылғы 23 мамырдағы | № 538 | «…» | қаулысына`, `постановлением |
Правительства Республики Казахстан | от 23 мая 2014 года | № 538 | «…»`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

import regex

from regkb.extract.act_titles import reads_like_act_title
from regkb.extract.nominative import to_nominative
from regkb.extract.quotations import unquote
from regkb.extract.register_brackets import read_bracket
from regkb.extract.sides import CitedText, Side, side_of
from regkb.lang import words
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import ActRef, ActType, Day, Language, Span

LONGEST_CODE_NAME = 120
"""Characters before the noun `кодекс`: the name of a code without quotes is not longer."""


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
    """What was read so far of one act: from `near`, at its noun, to `far`."""

    near: int
    far: int
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
        has_name = kind in known.state_acts or reads_like_act_title(self.title or "", language)
        return self.title is not None and has_name


def read_citations(cited: CitedText, noun: Span, kind: ActType, is_plural: bool) -> list[Citation]:
    """Return the acts that the noun at `noun` stands for, in reading order; none: an empty list.

    A plural may stand for several: `1998 жылғы … «…», 2001 жылғы … «…» Заңдарына`. Those that name no issuer have the
    one that stands beside the noun (`№ 5 және № 7 Үлгі облысы әкімдігі қаулыларының`), or that of the others. What
    holds no date, number or title (`Қазақстан Республикасының заңдарында`) is legislation in general, unless the state
    stands right beside a singular noun: then the caller decides, see `is_general`.
    """
    side = side_of(cited, noun)
    _, far = side.outwards(noun)
    shared = side.read_shared_body(side.skip_blanks(far)) if is_plural else None
    found = [_read_parts(side, (min(noun[0], shared[0]), max(noun[1], shared[0])) if shared else noun, kind)]
    while found[-1].names_an_act(kind, cited.language):
        joint = _read_joint(side, found[-1].far)
        if joint is None:
            break
        parts = _read_parts(side, (joint, joint), kind)
        if not _shares_noun(parts, kind, is_plural, cited.language):
            break
        found.append(parts)
    if not (found[0].names_an_act(kind, cited.language) or found[0].has_issuer):
        return []
    issuers = [shared[1].name] if shared else [parts.issuer for parts in found if parts.issuer]
    citations = [_citation(parts, found, next(iter(issuers), None), kind, cited.language) for parts in found]
    return sorted(citations, key=lambda citation: citation.start)


def _shares_noun(parts: _Parts, kind: ActType, is_plural: bool, language: Language) -> bool:
    """Tell whether an act that is joined to another has its noun.

    Where the noun stands first, its ending may leave the number open (`постановления`), and nothing but a noun gives
    meaning to a day and a number behind it: `постановления … от 5 мая № 5 и |от 7 мая № 7`. One joint act has a number
    of each body: `приказом Министра … от 5 мая № 5 и |Министра … от 7 мая № 7`.
    """
    if is_plural:
        return parts.names_an_act(kind, language)
    known: ReferenceWords = words("references", language)
    is_whole = parts.date is not None and parts.number is not None
    return is_whole and (parts.has_issuer or not known.noun_last)


def _read_joint(side: Side, at: int) -> int | None:
    """Return the far end of what joins another act to the one read up to `at`; a bracket may stand between."""
    joint = side.read_joint(at)
    if joint is not None or (bracket := side.read_bracket(side.skip_blanks(at))) is None:
        return joint
    return side.read_joint(side.outwards(bracket)[1])


def is_general(citation: Citation) -> bool:
    """Tell whether a citation names no act of its own: `Қазақстан Республикасының Заңы`."""
    ref = citation.ref
    return ref.date is None and ref.number is None and ref.title is None


def _read_parts(side: Side, noun: Span, kind: ActType) -> _Parts:
    """Read all parts of one act from its noun outwards; a bracket counts where another part stands behind it."""
    name = _find_code_name(side, noun[0]) if kind == "code" else None
    near, at = side.outwards((name.start(), noun[1]) if name else noun)
    parts = _Parts(near, at)
    if name:
        code = f"{name[0].strip()} {_grammar(side.language).code_noun}"
        parts.title = to_nominative(code, side.language)
    brackets: list[Span] = []
    while True:
        at = side.skip_blanks(at)
        if (far := _read_part(side, parts, at)) is not None:
            for passed in brackets:
                _read_register(side, parts, passed)
            brackets = []
            parts.far = at = far
        elif (qualifier := side.read_qualifier(at)) is not None:
            at = qualifier
        elif (bracket := side.read_bracket(at)) is not None:
            brackets.append(bracket)
            _, at = side.outwards(bracket)
        else:
            return parts


def _find_code_name(side: Side, end: int) -> regex.Match[str] | None:
    """Return the name without quotes that ends at `end`: `Бюджет |кодексінің`, `Бюджетного |кодекса`."""
    return _grammar(side.language).code_name.match(side.text, max(0, end - LONGEST_CODE_NAME), end)


def _read_register(side: Side, parts: _Parts, bracket: Span) -> None:
    number, publications = read_bracket(side.text[bracket[0] + 1 : bracket[1] - 1], side.language)
    parts.registration_number = parts.registration_number or number
    parts.publications[:0] = publications


def _read_part(side: Side, parts: _Parts, at: int) -> int | None:
    """Read the one part that stands at `at` into `parts`; return its far end, None if there is none that is new."""
    if parts.number is None and (number := side.read_number(at)):
        far, parts.number = number
        return far
    if parts.date is None and (date := side.read_date(at)):
        far, parts.date = date
        return far
    if parts.title is None and (title := side.read_title(at)) is not None:
        parts.title_span = (min(at, title), max(at, title))
        parts.title = unquote(side.text[slice(*parts.title_span)])
        return title
    if not parts.has_issuer and (body := side.read_body(at)):
        far, named = body
        parts.issuer, parts.has_issuer = named.name, True
        return far
    return None


def _citation(
    parts: _Parts, group: Sequence[_Parts], shared_issuer: str | None, kind: ActType, language: Language
) -> Citation:
    known: ReferenceWords = words("references", language)
    issuer = parts.issuer or shared_issuer
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
    start, end = sorted((parts.near, parts.far))
    return Citation(ref, start, end, parts.title_span, tuple(parts.publications))


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language; the name of a code is read from right to left."""

    code_name: regex.Pattern[str]
    code_noun: str


@cache
def _grammar(language: Language) -> _Grammar:
    known: ReferenceWords = words("references", language)
    return _Grammar(
        code_name=regex.compile(rf"(?r)(?<!\p{{L}})(?:{known.code_name})\s?"),
        code_noun=known.code_noun,
    )
