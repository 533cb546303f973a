"""The words beside a noun, read away from it: what stands before it in Kazakh, what stands behind it in Russian.

`Қазақстан Республикасы Үкіметінің | 2014 жылғы 23 мамырдағы | № 538 | қаулысы`,
`постановление | Правительства Республики Казахстан | от 23 мая 2014 года | № 538`. Every part has a form of its own; a
side tells which part begins at an offset and where it ends, further from the noun.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeVar

import regex

from regkb.extract.act_numbers import find_numbers
from regkb.extract.anchors import find_anchors
from regkb.extract.bodies import Body, body_ending_at, body_starting_at, shared_body_ending_at
from regkb.extract.dates import find_dates
from regkb.extract.locators import Place, find_places
from regkb.extract.quotations import (
    MARKS,
    count_open,
    end_of_shared_mark,
    opens_quotation,
    quotation_ending_at,
    quotation_starting_at,
    unopened_quotation,
)
from regkb.lang import words
from regkb.lang.locators import LocatorWords
from regkb.lang.nouns import NounForms, noun_pattern
from regkb.lang.publications import PublicationWords
from regkb.lang.references import ReferenceWords
from regkb.repeats import read_costly_once
from regkb.schemas.record import Day, Language, Span

if TYPE_CHECKING:
    from regkb.extract.mentions import Mention

FURTHEST = 2500
"""Characters: no citation reaches further than this from its noun."""
_WIDEST_JOINT = 40
Edge = Literal["start", "end"]
Value = TypeVar("Value")
_BLANKS = " _\n"


class CitedText:
    """A paragraph in which citations are read; what has a form of its own is found once, when it is first asked for.

    `acts` holds what its nouns were found to name, by the place of the noun (see `read_cited_acts`), `places_behind`
    the places in acts that stand behind a word, by its end (see `read_named_places`).
    """

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language: Language = language
        self.anchors = tuple(find_anchors(text, language))
        self.acts: dict[tuple[int, bool], tuple[Mention, ...]] = {}
        self.places_behind: dict[int, tuple[Place, ...]] = {}
        self._dates: dict[tuple[int, Edge], tuple[int, Day | None]] | None = None
        self._numbers: dict[tuple[int, Edge], tuple[int, str]] | None = None
        self._places: list[list[Place]] | None = None

    def date_at(self, offset: int, edge: Edge) -> tuple[int, Day | None] | None:
        """Return the other edge and the day of the date that has this edge at `offset`."""
        if self._dates is None:
            self._dates = _by_edge((phrase.span, phrase.date) for phrase in find_dates(self.text, self.language))
        return self._dates.get((offset, edge))

    def number_at(self, offset: int, edge: Edge) -> tuple[int, str] | None:
        """Return the other edge and the number of what has this edge at `offset`, the sign of the number included."""
        if self._numbers is None:
            self._numbers = _by_edge((phrase.span, phrase.number) for phrase in find_numbers(self.text))
        return self._numbers.get((offset, edge))

    def places_before(self, end: int) -> list[Place]:
        """Return the places that end before what begins at `end`: `пункта 1 статьи 16 |Закона`, `приложению 1 к |…`."""
        if self._places is None:
            self._places = find_places(self.text, self.language)
        between = _grammar(self.language).before_whole
        return next((run for run in self._places if between.fullmatch(self.text, run[-1].end, end)), [])


@read_costly_once
def cite(text: str, language: Language) -> CitedText:
    """Return a paragraph for citations to be read in, the same for equal texts."""
    return CitedText(text, language)


def _by_edge(found: Iterable[tuple[Span, Value]]) -> dict[tuple[int, Edge], tuple[int, Value]]:
    edges: dict[tuple[int, Edge], tuple[int, Value]] = {}
    for (start, end), value in found:
        edges[start, "start"] = (end, value)
        edges[end, "end"] = (start, value)
    return edges


class Side(ABC):
    """One side of a noun: reads what stands at an offset, away from the noun."""

    def __init__(self, cited: CitedText) -> None:
        self.cited = cited
        self.text = cited.text
        self.language: Language = cited.language
        self.grammar = _grammar(cited.language)

    @abstractmethod
    def skip_blanks(self, at: int) -> int:
        """Return the next offset away from the noun at which a word begins."""

    @abstractmethod
    def read_date(self, at: int) -> tuple[int, Day | None] | None:
        """Return the far end of the date at `at`, and the day."""

    @abstractmethod
    def read_number(self, at: int) -> tuple[int, str] | None:
        """Return the far end of the number at `at`, and the number."""

    @abstractmethod
    def read_title(self, at: int) -> int | None:
        """Return the far end of the title in quotes at `at`."""

    @abstractmethod
    def read_body(self, at: int) -> tuple[int, Body] | None:
        """Return the far end of the name of a body at `at`, and the body."""

    def read_shared_body(self, at: int) -> tuple[int, Body] | None:
        """Return the far end of the name at `at`, beside the noun, of the body that issued all acts of that noun."""
        return None

    @abstractmethod
    def read_qualifier(self, at: int) -> int | None:
        """Return the far end of a word at `at` that may stand between two parts."""

    @abstractmethod
    def read_bracket(self, at: int) -> Span | None:
        """Return the bracket at `at`, its signs included."""

    @abstractmethod
    def read_joint(self, at: int) -> int | None:
        """Return the far end of what joins at `at` another act that shares the noun."""

    @abstractmethod
    def outwards(self, span: Span) -> tuple[int, int]:
        """Return the two ends of a span, the one nearer to the noun first."""


class LeftSide(Side):
    """What stands before the noun, read from right to left down to `earliest`."""

    def __init__(self, cited: CitedText, noun: Span) -> None:
        super().__init__(cited)
        self.earliest = max(0, noun[0] - FURTHEST)

    def skip_blanks(self, at: int) -> int:
        """Return the end of the last word before `at`."""
        while at > self.earliest and self.text[at - 1] in _BLANKS:
            at -= 1
        return at

    def read_date(self, at: int) -> tuple[int, Day | None] | None:
        """Return the start of the date that ends at `at`, and the day."""
        return self.cited.date_at(at, "end")

    def read_number(self, at: int) -> tuple[int, str] | None:
        """Return the start of the number that ends at `at`, its sign included, and the number."""
        return self.cited.number_at(at, "end")

    def read_title(self, at: int) -> int | None:
        """Return where the title in quotes begins that ends at `at`; its opening marks may be missing."""
        if self.text[at - 1 : at].isalpha():
            return self._title_of_item(at)
        opening = quotation_ending_at(self.text, at, self.earliest)
        if opening is None and self.grammar.act_title_end.search(self.text, self.earliest, at - 1):
            opening = unopened_quotation(self.text, at)
            if opening is None and self.text[at - 1] in MARKS:
                opening = self._title_after_joint(at)
        return opening

    def _title_of_item(self, at: int) -> int | None:
        """Return where the title begins that is all that an item says before `at`, its closing mark missing.

        `2) |«Үлгі беру» регламентін бекіту туралы| 2014 жылғы 5 мамырдағы № 7`.
        """
        found = self.grammar.item_title.fullmatch(self.text, 0, at)
        if found is None or self.grammar.act_title_end.search(self.text, found.start("title"), at) is None:
            return None
        return int(found.start("title"))

    def _title_after_joint(self, at: int) -> int | None:
        """Return where a title begins that cites an act by its own, marks missing: `«А» туралы» № 5 қаулысы туралы»`.

        It is the first thing that is said, or follows what joins two acts; but the acts that a plural inside the title
        stands for are joined as well.
        """
        starts: list[int] = [
            found.end() - 1 for found in self.grammar.title_start.finditer(self.text, self.earliest, at - 1)
        ]
        for opening in reversed(starts):
            if opens_quotation(self.text, opening) and not self.grammar.plural_act.search(self.text, opening, at):
                return opening
        return None

    def read_body(self, at: int) -> tuple[int, Body] | None:
        """Return where the name of a body begins that ends at `at`, and the body."""
        body = body_ending_at(self.text, at, self.language)
        return (body.start, body) if body else None

    def read_shared_body(self, at: int) -> tuple[int, Body] | None:
        """Return where the name begins that ends at `at`, in the nominative, and the body."""
        body = shared_body_ending_at(self.text, at, self.language)
        return (body.start, body) if body else None

    def read_qualifier(self, at: int) -> int | None:
        """Return the start of a word that ends at `at` and may stand between two parts."""
        found = self.grammar.qualifiers_back.match(self.text, self.earliest, at)
        return found.start() if found else None

    def read_bracket(self, at: int) -> Span | None:
        """Return the bracket that closes just before `at`."""
        opening = _bracket_start(self.text, at, self.earliest)
        return (opening, at) if opening is not None else None

    def read_joint(self, at: int) -> int | None:
        """Return the start of what stands at `at` between two acts that share the noun."""
        found = self.grammar.many_back.match(self.text, max(0, at - _WIDEST_JOINT), at)
        return found.start() if found else None

    def outwards(self, span: Span) -> tuple[int, int]:
        """Return end and start."""
        return span[1], span[0]


class RightSide(Side):
    """What stands behind the noun, read from left to right up to `latest`."""

    def __init__(self, cited: CitedText, noun: Span) -> None:
        super().__init__(cited)
        self.latest = min(len(cited.text), noun[1] + FURTHEST)

    def skip_blanks(self, at: int) -> int:
        """Return the start of the next word from `at` on."""
        while at < self.latest and self.text[at] in _BLANKS:
            at += 1
        return at

    def read_date(self, at: int) -> tuple[int, Day | None] | None:
        """Return the end of the date that begins at `at`, and the day."""
        return self.cited.date_at(at, "start")

    def read_number(self, at: int) -> tuple[int, str] | None:
        """Return the end of the number that begins at `at` with its sign, and the number."""
        return self.cited.number_at(at, "start")

    def read_title(self, at: int) -> int | None:
        """Return the end of the title in quotes that begins at `at`; a title that is not closed has no register in it.

        `«О внесении изменения в решение № 7 «О мерах» | (зарегистрировано … в газете «Үлгі»)`; nor has it the next act:
        `«Об утверждении регламента «Выдача справок» | и решением № 8 от 5 мая 2014 года «О мерах»`; nor its own day and
        number: `«Об утверждении регламента «Выдача справок» | от 5 мая 2014 года № 7 (… в газете «Үлгі»)`.
        """
        end = quotation_starting_at(self.text, at)
        if (
            end is None
            and (shared := end_of_shared_mark(self.text, at))
            and self.grammar.title_over.match(self.text, shared)
        ):
            return shared
        if end is None or count_open(self.text[at:end]) <= 0:
            return end
        over = self.grammar.title_over.search(self.text, at, end)
        return over.start() if over else end

    def read_body(self, at: int) -> tuple[int, Body] | None:
        """Return where the name of a body ends that begins at `at`, and the body."""
        body = body_starting_at(self.text, at, self.language)
        return (body.end, body) if body else None

    def read_qualifier(self, at: int) -> int | None:
        """Return the end of a word that begins at `at` and may stand between two parts."""
        found = self.grammar.qualifiers.match(self.text, at, self.latest)
        return found.end() if found else None

    def read_bracket(self, at: int) -> Span | None:
        """Return the bracket that opens at `at`."""
        found = _BRACKET.match(self.text, at, self.latest)
        return found.span() if found else None

    def read_joint(self, at: int) -> int | None:
        """Return the end of what stands at `at` between two acts that share the noun."""
        found = self.grammar.many.match(self.text, at, min(self.latest, at + _WIDEST_JOINT))
        return found.end() if found else None

    def outwards(self, span: Span) -> tuple[int, int]:
        """Return start and end."""
        return span


# ( … № 100 (18093) … ): brackets may hold brackets, once
_BRACKET = regex.compile(r"\((?:[^()]++|\([^()]*+\))*+\)")


def side_of(cited: CitedText, noun: Span) -> Side:
    """Return the side of the noun on which the language puts what names an act."""
    known: ReferenceWords = words("references", cited.language)
    return LeftSide(cited, noun) if known.noun_last else RightSide(cited, noun)


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
    """The compiled patterns of a language; those that end in `back` are read from right to left."""

    qualifiers: regex.Pattern[str]
    qualifiers_back: regex.Pattern[str]
    act_title_end: regex.Pattern[str]
    many: regex.Pattern[str]
    many_back: regex.Pattern[str]
    title_over: regex.Pattern[str]
    title_start: regex.Pattern[str]
    plural_act: regex.Pattern[str]
    item_title: regex.Pattern[str]
    before_whole: regex.Pattern[str]


@cache
def _grammar(language: Language) -> _Grammar:
    known: ReferenceWords = words("references", language)
    places: LocatorWords = words("locators", language)
    publications: PublicationWords = words("publications", language)
    forms: NounForms = words("nouns", language)

    def compiled(pattern: str) -> regex.Pattern[str]:
        return regex.compile(pattern, regex.IGNORECASE)

    return _Grammar(
        qualifiers=compiled(rf"(?:{known.qualifiers})(?!\p{{L}})"),
        qualifiers_back=compiled(rf"(?r)(?<!\p{{L}})(?:{known.qualifiers})"),
        act_title_end=compiled(rf"(?r)(?:{known.act_title})$"),
        many=compiled(known.many),
        many_back=compiled(rf"(?r)(?:{known.many})"),
        title_over=compiled(
            rf"(?<=[{MARKS}])(?:(?=\s?\((?:{publications.registered}))"
            rf"|(?=(?:(?:{known.many}|\s){noun_pattern(known.acts, forms)}{forms.endings}"
            rf"|{known.many}{known.qualifiers})\s[^{MARKS}]{{0,200}}?\d{{4}})"
            # a closing mark behind day and number: they are of the title inside
            rf"|(?=\s{known.qualifiers}\s\d[^{MARKS}();]{{6,60}}?[№N]\s?[\w/-]++(?!\s?[{MARKS}])))"
        ),
        # 2. |«…  № 5 (… тіркелген) және |«…
        title_start=compiled(rf"(?:^\s*+(?:\d{{1,3}}[.)]\s*+)?|[:;]\s|(?<=[)\d]){known.many})[{MARKS}]"),
        plural_act=compiled(rf"(?<!\p{{L}}){noun_pattern(known.acts, forms)}(?:{forms.plural})(?!\p{{L}})"),
        item_title=compiled(rf"\s*\d{{1,3}}[.)]\s*(?P<title>[{MARKS}][^№();:]{{3,600}}+)"),
        before_whole=compiled(places.before_whole),
    )
