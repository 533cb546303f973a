"""References: every mention of an act, of a place in one, or of the speaking act itself, in reading order.

A paragraph is scanned once for the nouns for acts and documents; each is then read outwards: what stands on one side
may name the act (`citations`), what stands on the other a place inside (`locators`). In Kazakh the act is named before
its noun and the place behind it, in Russian it is the other way round.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice, takewhile

import regex

from regkb.extract.aliases import Alias, AliasTable, ShortName, read_short_name, scope_of
from regkb.extract.citations import Citation, is_general, read_citations
from regkb.extract.list_openings import ListOpening, read_opening
from regkb.extract.listings import number_width
from regkb.extract.locators import Place, read_places
from regkb.extract.quotations import MARKS, find_quotations, opens_quotation, quotation_ending_at
from regkb.extract.register_brackets import read_bracket
from regkb.extract.self_references import kind_of_self, read_back_noun, read_self_noun, type_of
from regkb.extract.sides import CitedText
from regkb.lang import words
from regkb.lang.locators import LocatorWords
from regkb.lang.nouns import NounForms, noun_pattern, stems_of
from regkb.lang.patterns import FoldedPattern, compile_folded, cut
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import ActRef, ActType, AliasRef, Language, Locator, Paragraph, Reference, SelfRef, Span

LONGEST_BRACKET = 800
"""Characters: no bracket between a noun and the place that it governs is longer."""
LONGEST_HEAD = 2500
"""Characters: issuer, date, number and title of an act in a list take no more."""
LONGEST_NOUN_PHRASE = 60
"""Characters between a title and the noun for what it names: `«…» мемлекеттік көрсетілетін қызмет |регламентінің`."""
FURTHEST_BRACKET = 60
"""Characters between a noun and the bracket that tells where its act was registered."""
_MARK = regex.compile(rf"[{MARKS}]")
_MARK_BEFORE = regex.compile(rf"(?r)[{MARKS}]")
_SENTENCE_END = regex.compile(r"\p{Ll}[.;]\s+\p{Lu}")
_BRACKET = regex.compile(
    rf"\s*\((?P<inside>[^()]{{0,{LONGEST_BRACKET}}}+(?:\([^()]*+\)[^()]{{0,{LONGEST_BRACKET}}}+){{0,9}}+)\)"
)


def find_references(paragraphs: Sequence[Paragraph], language: Language) -> list[Reference]:
    """Return the references in `paragraphs` (of one act, in reading order), in reading order.

    The act's own header in `info` is none; what stands inside a cited title is none of its own; legislation in general
    (`заңнамасына сәйкес`) is none. `span` counts in the paragraph's text, `index` is the paragraph's place in
    `paragraphs`, `resolved` the act behind a short form where its definition names it.
    """
    reader = _Reader(language)
    return [
        Reference(
            at=paragraph.path,
            text=paragraph.text[mention.start : mention.end],
            span=(mention.start, mention.end),
            target=mention.target,
            locator=mention.locator,
            index=index,
            resolved=mention.resolved,
            publications=list(mention.publications),
        )
        for index, paragraph in enumerate(paragraphs)
        for mention in reader.read(paragraph, _last_item(paragraphs, index))
    ]


def _last_item(paragraphs: Sequence[Paragraph], index: int) -> str | None:
    """Return the text of the last item in the list that a point of the act itself opens at `index`."""
    path = paragraphs[index].path
    if not path.startswith("point:") or not paragraphs[index].text.rstrip().endswith(":"):
        return None
    items = takewhile(lambda paragraph: paragraph.path.startswith(f"{path}/"), islice(paragraphs, index + 1, None))
    return max(((place, item.text) for place, item in enumerate(items)), default=(0, None))[1]


@dataclass(frozen=True, slots=True)
class _Mention:
    """A reference in the paragraph that is being read, at `[start, end)`."""

    target: ActRef | AliasRef | SelfRef
    start: int
    end: int
    locator: Locator | None = None
    title_span: Span | None = None
    publications: tuple[str, ...] = ()
    resolved: ActRef | None = None


class _Reader:
    """Reads the paragraphs of one act one by one, and remembers what they define and cite."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._grammar = _grammar(language)
        self._aliases = AliasTable()
        self._cited: dict[str, ActRef] = {}
        self._own_nouns: dict[str, str] = {}
        self._unread: dict[tuple[str, str], str] = {}
        self._opening: ListOpening | None = None

    def read(self, paragraph: Paragraph, last_item: str | None = None) -> list[_Mention]:
        """Return the references of the next paragraph; `last_item` is the text of the last one in the list it opens."""
        text, scope = paragraph.text, scope_of(paragraph.path)
        mentions: list[_Mention] = []
        cited: CitedText | None = None
        for anchor in self._grammar.anchor.finditer(text):
            if anchor["bracket"]:
                self._define(anchor, text, mentions, scope)
            elif not mentions or anchor.start() >= mentions[-1].end:
                cited = cited or CitedText(text, self._language)
                for mention in self._read_anchor(anchor, cited, scope, paragraph.path.endswith("/stamp")):
                    mentions = [other for other in mentions if not _gives_way(other, mention)]
                    if paragraph.path != "info" or not self._is_header(anchor):
                        mentions.append(mention)
        cited = cited or CitedText(text, self._language)
        if listed := self._read_listed(paragraph.path, cited):
            mentions = [listed]
        else:
            mentions = self._with_issuer_of_list(paragraph.path, text, mentions)
        self._opening = read_opening(paragraph.path, cited, last_item) or self._opening
        if scope and paragraph.path == f"{scope}/title":
            nouns = [self._noun(anchor) for anchor in self._grammar.anchor.finditer(text) if anchor["noun"]]
            self._own_nouns[scope] = nouns[-1 if self._grammar.words.noun_last else 0] if nouns else ""
        mentions = [one for one in mentions if not _is_short_title(text, one, mentions)]
        if paragraph.path != "title":
            mentions = self._without_lost_titles(text, mentions)
        return [self._resolved(mention, scope) for mention in mentions]

    def _without_lost_titles(self, text: str, mentions: Sequence[_Mention]) -> list[_Mention]:
        """Leave out what stands in the title of another act, with the acts that are joined to it there."""
        kept: list[_Mention] = []
        lost: _Mention | None = None
        for mention in reversed(mentions):
            is_joined = lost and self._grammar.many.fullmatch(text, mention.end, lost.start)
            if is_joined or self._is_in_lost_title(text, (mention.start, mention.end)):
                lost = mention
            else:
                kept.append(mention)
                lost = None
        return kept[::-1]

    def _is_in_lost_title(self, text: str, span: Span) -> bool:
        """Tell whether a mention stands in the title of another act that has lost a mark, so that it was not read.

        `№ 5 «А» туралы» |№ 3 қаулысына| өзгерістер енгізу туралы» қаулысы`,
        `№ 5 «О внесении изменений в |постановление № 3| «Об А»`.
        """
        if self._grammar.words.noun_last:
            mark = _MARK.search(text, span[1])
            is_title = mark and not opens_quotation(text, mark.start())
            is_title = is_title and self._grammar.act_title.search(text[span[1] : mark.start()])
        else:
            mark = _MARK_BEFORE.search(text, 0, span[0])
            is_title = mark and opens_quotation(text, mark.start())
            is_title = is_title and self._grammar.act_title.search(text[mark.end() : span[0]])
        return bool(is_title) and not any(start < span[0] and span[1] <= end for start, end in find_quotations(text))

    def _resolved(self, mention: _Mention, scope: str) -> _Mention:
        """Add the act behind a short form that its own paragraph defines after it: `стандартының (бұдан әрі – …)`."""
        if not isinstance(mention.target, AliasRef) or mention.resolved:
            return mention
        act = self._aliases.act_of(mention.target.alias, scope)
        return replace(mention, resolved=act) if act else mention

    def _read_anchor(self, anchor: re.Match[str], cited: CitedText, scope: str, in_stamp: bool) -> Iterator[_Mention]:
        """Yield what one anchor begins or ends: one reference, or several that share a noun."""
        if anchor["this"]:
            yield from self._read_self(anchor, cited, scope)
        elif anchor["that"]:
            yield from self._read_back(anchor, cited)
        else:
            acts = list(self._read_act(anchor, cited, in_stamp))
            short = self._aliases.find(self._noun(anchor), cited.text, anchor.start(), scope)
            if acts and not (short and short[1] == acts[-1].start < anchor.start()):
                yield from acts
            else:  # no act, or a short form that looks like one: № 198 бұйрық
                yield from self._read_short_form(anchor, cited, short, scope, in_stamp)

    def _read_act(self, anchor: re.Match[str], cited: CitedText, in_stamp: bool) -> Iterator[_Mention]:
        """Yield the acts that a noun names by header or title, or one act that only its issuer tells."""
        kind = type_of(self._noun(anchor), self._language)
        if kind is None:
            return
        is_plural = self._grammar.plural.match(anchor["ending"]) is not None
        citations = read_citations(cited, anchor.span(), kind, is_plural)
        if not citations:
            return
        nearest = next(citation for citation in citations if citation.start <= anchor.start() < citation.end)
        places = self._read_places(cited, (nearest.start, anchor.end()), anchor["ending"])
        if is_general(nearest) and not self._is_one_act(kind, places, is_plural, in_stamp):
            return
        for citation in citations:
            if citation is not nearest:
                is_bracket_read = self._grammar.words.noun_last
                yield self._mention_of(
                    citation if is_bracket_read else self._with_brackets(citation, cited.text, citation.end)
                )
                continue
            named = self._without_foreign_title(citation, cited.text, anchor.end())
            named = self._with_brackets(named, cited.text, named.end)
            yield from _with_places(self._mention_of(named), places)

    def _is_one_act(self, kind: ActType, places: Sequence[Place], is_plural: bool, in_stamp: bool) -> bool:
        """Tell whether an act that only its issuer tells is a certain one: a law with a place in it, or a stamp's."""
        return not is_plural and (in_stamp or (bool(places) and kind in self._grammar.words.state_acts))

    def _with_issuer_of_list(self, path: str, text: str, mentions: list[_Mention]) -> list[_Mention]:
        """Give the acts with which an item of a list begins the issuer that the list's opening names.

        `2. Үлгі облысы әкімдігінің: 1) «…» 2014 жылғы 5 мамырдағы № 115 қаулысының;`.
        """
        opening = self._opening
        if opening is None or opening.issuer is None or not opening.holds_for(path):
            return mentions
        end = number_width(text)
        for place, mention in enumerate(mentions):
            act = mention.target
            is_next = mention.start == end or (place and self._grammar.many.fullmatch(text, end, mention.start))
            if not is_next or not isinstance(act, ActRef) or opening.kind not in (None, act.type):
                break
            end = mention.end
            if act.issuer is None and act.type:
                issued = act.model_copy(update={"issuer": opening.issuer})
                self._cited[act.type] = issued
                mentions[place] = replace(mention, target=issued)
        return mentions

    def _read_listed(self, path: str, cited: CitedText) -> _Mention | None:
        """Return the act that an item of such a list is, its noun left out: `1) 2014 жылғы 5 мамырдағы № 115 «…»;`."""
        opening = self._opening
        if opening is None or opening.kind is None or not opening.holds_for(path):
            return None
        text = cited.text[:LONGEST_HEAD].rstrip(" ;.,")
        start = edge = number_width(text)
        if self._grammar.words.noun_last:  # the head ends before the first bracket outside the title
            quoted = find_quotations(text)
            brackets = (at for at in range(start, len(text)) if text[at] == "(")
            edge = next((at for at in brackets if not any(a <= at < b for a, b in quoted)), len(text))
            edge = len(text[:edge].rstrip())
        for citation in read_citations(cited, (edge, edge), opening.kind, is_plural=False):
            if citation.ref.date and citation.ref.number and citation.start == start:
                ref = citation.ref.model_copy(update={"issuer": citation.ref.issuer or opening.issuer})
                return self._mention_of(self._with_brackets(replace(citation, ref=ref), cited.text, citation.end))
        return None

    def _read_short_form(
        self, anchor: re.Match[str], cited: CitedText, found: tuple[Alias, int] | None, scope: str, in_stamp: bool
    ) -> Iterator[_Mention]:
        """Yield the reference that a short form is; if it is written small or not defined, a place must be named.

        In a stamp the small word belongs to the title of the regulation: `«…» қызмет регламентіне 1-қосымша`.
        """
        text, start = cited.text, found[1] if found else anchor.start()
        places = self._read_places(cited, (start, anchor.end()), anchor["ending"])
        target: AliasRef | SelfRef | None = None
        resolved: ActRef | None = None
        if found:
            alias, _ = found
            if (places and not in_stamp) or text[start] == alias.short.name[0]:
                target, resolved = AliasRef(alias=alias.short.name), alias.act
        elif places:
            target = self._undefined(anchor, text, scope, in_stamp)
        if target:
            opening = quotation_ending_at(text, start - 1)
            title_span = None if opening is None else (opening, start)
            mention = _Mention(target, start, anchor.end(), title_span=title_span, resolved=resolved)
            yield from _with_places(mention, places)

    def _undefined(self, anchor: re.Match[str], text: str, scope: str, in_stamp: bool) -> AliasRef | SelfRef | None:
        """Return what a noun with a place means where no short form is defined before it."""
        noun, is_capital = self._noun(anchor), text[anchor.start("noun")].isupper()
        for bracket in _read_brackets(text, anchor.end())[0]:
            if short := read_short_name(bracket, self._language):
                return AliasRef(alias=short.name)  # стандартының (бұдан әрі – Стандарт) 1 қосымшасына
        if short := self._find_later_name(anchor, text):
            return AliasRef(alias=short.name)
        is_own = self._own_nouns.get(scope) == noun
        if is_own and (is_capital or (not in_stamp and self._stands_alone(anchor, text))):
            return SelfRef(self="regulation")
        if not is_capital:
            return None
        return None if self._ends_a_name(anchor, text) else AliasRef(alias=noun.capitalize())

    def _find_later_name(self, anchor: re.Match[str], text: str) -> ShortName | None:
        """Return the short form that is defined for a noun behind all that tells of it, where the noun stands first.

        `пунктом 10 |стандарта услуги «…», утвержденного приказом … № 77 (далее – Стандарт)`.
        """
        if self._grammar.words.noun_last:
            return None
        noun, end = self._noun(anchor), _SENTENCE_END.search(text, anchor.end())
        quoted = find_quotations(text)
        for found in self._grammar.anchor.finditer(text, anchor.end(), end.start() if end else len(text)):
            if found["bracket"]:
                short = read_short_name(cut(text, found, "bracket"), self._language)
                return short if short and short.noun == noun else None
            is_quoted = any(start < found.start() < stop for start, stop in quoted)
            if found["noun"] and self._noun(found) == noun and not is_quoted:
                return None
        return None

    def _stands_alone(self, anchor: re.Match[str], text: str) -> bool:
        """Tell whether no title stands beside a noun, by which it could be that of another document."""
        if self._grammar.words.noun_last:
            beside = _MARK_BEFORE.search(text, max(0, anchor.start() - LONGEST_NOUN_PHRASE), anchor.start())
        else:
            beside = _MARK.search(text, anchor.end(), anchor.end() + LONGEST_NOUN_PHRASE)
        return beside is None

    def _ends_a_name(self, anchor: re.Match[str], text: str) -> bool:
        """Tell whether a noun is part of a longer name, which is no short form: `Үлгі министрлігі туралы |Ереженің`."""
        beside = text[: anchor.start()] if self._grammar.words.noun_last else text[anchor.end() :].lstrip()
        return self._grammar.act_title.search(beside) is not None

    def _read_self(self, anchor: re.Match[str], cited: CitedText, scope: str) -> Iterator[_Mention]:
        """Yield `осы …`: the speaking act, regulation or point, or a short form that was defined for another act."""
        text = cited.text
        pointed = read_self_noun(text, anchor.end(), self._language)
        if pointed is None:
            return
        kind = kind_of_self(pointed.noun, self._language)
        if scope and type_of(pointed.noun, self._language) == "decision":
            return  # in a regulation, осы шешім is what an official decides
        target: AliasRef | SelfRef = SelfRef(self=kind)
        resolved: ActRef | None = None
        # a regulation may write small what it takes for another document: `осы стандарттың 10-тармағында`
        own = self._own_nouns.get(scope)
        may_be_short = own != pointed.noun and (pointed.is_capital or bool(own))
        if may_be_short and (found := self._aliases.find(pointed.noun, text, pointed.start, scope)):
            target, resolved = AliasRef(alias=found[0].short.name), found[0].act
        elif may_be_short and pointed.is_capital and (name := self._unread.get((scope, pointed.noun))):
            target = AliasRef(alias=name)  # a short form for an act that could not be told
        places = self._read_places(cited, (anchor.start(), pointed.end), pointed.ending)
        yield from _with_places(_Mention(target, anchor.start(), pointed.end, resolved=resolved), places)

    def _read_back(self, anchor: re.Match[str], cited: CitedText) -> Iterator[_Mention]:
        """Yield `көрсетілген қаулымен`: the act of that type that was cited last."""
        pointed = read_back_noun(cited.text, anchor.end(), self._language)
        kind = type_of(pointed.noun, self._language) if pointed else None
        if pointed and kind and (act := self._cited.get(kind)):
            places = self._read_places(cited, (anchor.start(), pointed.end), pointed.ending)
            yield from _with_places(_Mention(act, anchor.start(), pointed.end), places)

    def _define(self, anchor: re.Match[str], text: str, mentions: Sequence[_Mention], scope: str) -> None:
        """Remember the short form that a bracket defines, with the act cited before it that it stands for.

        A noun for an act needs such an act: `туралы шешім (бұдан әрі – шешім)` is no act.
        """
        short = read_short_name(cut(text, anchor, "bracket"), self._language)
        if short is None:
            return
        kind = type_of(short.noun, self._language)
        cited = [(mention.end, mention.target) for mention in mentions if isinstance(mention.target, ActRef)]
        if kind is not None:
            act = next((target for _, target in reversed(cited) if target.type == kind), None)
        else:
            end, last = cited[-1] if cited else (0, None)
            act = last if last and self._approves(last, text, end, anchor.start()) else None
        if act or (kind is None and short.name[0].isupper()):
            self._aliases.add(Alias(short, scope, act))
        elif short.name[0].isupper() and short.name.lower() == short.noun:
            self._unread[scope, short.noun] = short.name

    def _approves(self, act: ActRef, text: str, end: int, until: int) -> bool:
        """Tell whether the act that is cited up to `end` approved what is defined at `until`, in the same sentence.

        The verb may be missing (`бұйрығымен «…» стандарты`), but a law does not approve what a minister does.
        """
        if self._grammar.approved.search(text, end, until):
            return True
        return act.type not in self._grammar.words.state_acts and not _SENTENCE_END.search(text, end, until)

    def _read_places(self, cited: CitedText, named: Span, ending: str) -> list[Place]:
        """Return the places inside the act that the words `named` name, the last of which has this ending.

        They stand behind the words and the brackets after them, or before the words, as the language has it.
        """
        if self._grammar.places.parts_first:
            return cited.places_before(named[0])
        if self._grammar.closed.fullmatch(ending):
            return []
        return read_places(cited.text, _read_brackets(cited.text, named[1])[1], self._language)

    def _mention_of(self, citation: Citation) -> _Mention:
        """Return the reference that a citation is, and remember its act for `көрсетілген қаулымен`."""
        if citation.ref.type:
            self._cited[citation.ref.type] = citation.ref
        return _Mention(citation.ref, citation.start, citation.end, None, citation.title_span, citation.publications)

    def _with_brackets(self, citation: Citation, text: str, at: int) -> Citation:
        """Add what the brackets after the noun tell of registration and publication; the verb may stand between them.

        `қаулысына (… тіркелген)`, `қаулысының күші жойылды деп танылсын (… тіркелген)`.
        """
        registered, published = citation.ref.registration_number, citation.publications
        opening = text.find("(", at, at + FURTHEST_BRACKET)
        found = _BRACKET.match(text, opening) if opening >= 0 else None
        if opening >= 0 and not self._names_another(text, at, opening):
            if found is None:
                registered = registered or self._read_open_bracket(text, opening + 1)
            while found:
                number, clauses = read_bracket(found["inside"], self._language)
                registered, published = registered or number, (*published, *clauses)
                found = _BRACKET.match(text, found.end())
        ref = citation.ref.model_copy(update={"registration_number": registered})
        return replace(citation, ref=ref, publications=published)

    def _read_open_bracket(self, text: str, start: int) -> str | None:
        """Return the number of registration in a bracket that is never closed: it ends where another act is named."""
        nouns = (anchor.start() for anchor in self._grammar.anchor.finditer(text, start) if anchor["noun"])
        return read_bracket(text[start : next(nouns, len(text))], self._language)[0]

    def _names_another(self, text: str, start: int, end: int) -> bool:
        """Tell whether another act or document is named between `start` and `end`."""
        return any(anchor["noun"] for anchor in self._grammar.anchor.finditer(text, start, end))

    def _without_foreign_title(self, citation: Citation, text: str, at: int) -> Citation:
        """Drop a title that is the approved document's: `«…» ҚР Үкіметінің … № 538 қаулысымен бекітілген стандарты`."""
        title, span = citation.ref.title, citation.title_span
        if not title or not span or span[0] != citation.start or not self._grammar.approved.match(text, at):
            return citation
        if self._grammar.act_title.search(title):
            return citation
        start = span[1] + len(text[span[1] :]) - len(text[span[1] :].lstrip())
        return replace(citation, ref=citation.ref.model_copy(update={"title": None}), start=start, title_span=None)

    def _noun(self, anchor: re.Match[str]) -> str:
        return self._grammar.nouns[anchor["noun"].lower()]

    def _is_header(self, anchor: re.Match[str]) -> bool:
        """Tell whether a citation in the info line is the act's own: it stands in the nominative."""
        return bool(anchor["noun"]) and self._grammar.nominative.fullmatch(anchor["ending"]) is not None


def _read_brackets(text: str, at: int) -> tuple[list[str], int]:
    """Return what stands in the brackets from `at` on, and where they end."""
    brackets: list[str] = []
    while found := _BRACKET.match(text, at):
        brackets.append(found["inside"])
        at = found.end()
    return brackets, at


def _with_places(mention: _Mention, places: Sequence[Place]) -> Iterator[_Mention]:
    """Yield a reference for each place; the one beside the words of the mention has these too."""
    if not places:
        yield mention
        return
    nearest = places[0] if places[0].start >= mention.end else places[-1]
    for place in places:
        if place is nearest:
            start, end = min(place.start, mention.start), max(place.end, mention.end)
            yield replace(mention, locator=place.locator, start=start, end=end)
        else:
            yield replace(
                mention, locator=place.locator, start=place.start, end=place.end, title_span=None, publications=()
            )


def _gives_way(other: _Mention, mention: _Mention) -> bool:
    """Tell whether an earlier mention is part of a later one: of its words, or of the title in quotes before it."""
    span = mention.title_span
    return other.end > mention.start or (span is not None and span[0] < other.end <= span[1])


def _is_short_title(text: str, mention: _Mention, mentions: Sequence[_Mention]) -> bool:
    """Tell whether a mention is but another title of the act cited before it: `Кодекса … «…» |(Налоговый кодекс)|`."""
    if text[mention.start - 1 : mention.start] != "(" or text[mention.end : mention.end + 1] != ")":
        return False
    above = next((one.target for one in reversed(mentions) if one.end < mention.start), None)
    act = mention.target
    if not isinstance(act, ActRef) or not isinstance(above, ActRef):
        return False
    return act.type == above.type and act.date is None and act.number is None


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language."""

    words: ReferenceWords
    places: LocatorWords
    anchor: FoldedPattern
    nouns: dict[str, str]
    plural: regex.Pattern[str]
    nominative: regex.Pattern[str]
    closed: regex.Pattern[str]
    approved: regex.Pattern[str]
    act_title: regex.Pattern[str]
    many: regex.Pattern[str]


@cache
def _grammar(language: Language) -> _Grammar:
    known: ReferenceWords = words("references", language)
    forms: NounForms = words("nouns", language)
    nouns = [*known.acts, *known.documents]
    flags = regex.IGNORECASE
    anchor = rf"""
        (?<![\p{{L}}-]) (?:
            (?P<this>{known.this})(?!\p{{L}})
          | (?P<that>{known.that})(?=\s)
          | (?!{known.not_acts}) (?P<noun>{noun_pattern(nouns, forms)}) (?P<ending>{forms.endings})
        )
        | \((?P<bracket>\s*{known.shortened}[^()]{{1,80}}+)\)"""
    return _Grammar(
        words=known,
        places=words("locators", language),
        anchor=compile_folded(anchor, re.VERBOSE),
        nouns=stems_of(nouns, forms),
        plural=regex.compile(forms.plural, flags),
        nominative=regex.compile(forms.nominative, flags),
        closed=regex.compile(forms.closed, flags),
        approved=regex.compile(rf"\s*(?:{known.approved})", flags),
        act_title=regex.compile(rf"(?:{known.act_title})$", flags),
        many=regex.compile(known.many, flags),
    )
