"""The phrase that names an act by issuer, date, number and kind, in any order of these, for one body or several.

`Қостанай облысы әкімінің 1999 жылғы 25 қаңтардағы № 17 шешімі`, `Жамбыл облыстық мәслихатының шешімі 2003 жылғы …`,
`Решение XLI сессии Карагандинского областного маслихата от 29 ноября 2011 года № 465`. Whatever has a form of its
own is read and taken out; what remains is the issuer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import regex
from rapidfuzz.distance import OSA

from regkb.extract.act_numbers import BARE_NUMBER_PATTERN, NUMBER_PATTERN, clean_number
from regkb.extract.dates import DatePhrase, find_dates
from regkb.extract.nominative import to_nominative
from regkb.lang import words
from regkb.lang.header import HeaderWords
from regkb.schemas.record import ActRef, ActType, Day, IssuerNumber, Language


@dataclass(frozen=True, slots=True)
class ActPhrase:
    """One body's share in an act: what the phrase states; `month_day` where the date lacks its year."""

    type: ActType | None = None
    issuer: str | None = None
    number: str | None = None
    date: DatePhrase | None = None

    @property
    def day(self) -> Day | None:
        """The date, where it is stated in full."""
        return self.date.date if self.date else None

    def to_ref(self) -> ActRef:
        """Return the phrase as a reference to the act."""
        return ActRef(type=self.type, issuer=self.issuer, number=self.number, date=self.day)

    def to_issuer(self) -> IssuerNumber:
        """Return the phrase as one of the bodies behind a joint act."""
        return IssuerNumber(type=self.type, issuer=self.issuer, number=self.number, date=self.day)


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language."""

    act_words: tuple[tuple[regex.Pattern[str], ActType], ...]
    cited_act: regex.Pattern[str]
    like_title: regex.Pattern[str]
    bodies: regex.Pattern[str]
    joint: regex.Pattern[str]
    session: regex.Pattern[str]
    sessions: regex.Pattern[str]
    particles: regex.Pattern[str]
    quoted_title: regex.Pattern[str]
    conjunction: regex.Pattern[str]
    loose_conjunction: regex.Pattern[str]
    before_conjunction: regex.Pattern[str]
    after_conjunction: regex.Pattern[str]


LONGEST_PHRASE = 2000
"""Characters: what follows these in one phrase is not read."""

_BRACKETS = regex.compile(r"\([^()]*+\)")
_OPEN_BRACKET = regex.compile(r"\([^()]*+$")
_DEEPEST_BRACKETS = 5
_SLASHES = regex.compile(r"(?<![\d\p{L}])/[^/\d][^/]{3,60}/(?!\d)")
_NUMBER = regex.compile(NUMBER_PATTERN)
_BARE_NUMBER = regex.compile(rf"^\s*{BARE_NUMBER_PATTERN}(?=\s*$|\s+\S+\s*$)")
_ABBREVIATED = regex.compile(r"(?<!\p{L})\p{L}\.\s?\p{L}\Z")
_EDGES = " \t\n,.;:-–—\u00a0"


def read_act_phrases(text: str, language: Language) -> list[ActPhrase]:
    """Return what `text` (one sentence or phrase) states of an act, one ActPhrase a body, in reading order.

    Joint acts give several; a date that only one of them states holds for all. An empty list where the text holds
    nothing but signs.
    """
    grammar = _grammar(language)
    plain = _without_asides(text[:LONGEST_PHRASE], grammar)
    if not plain.strip(_EDGES):
        return []
    pieces = _split_bodies(plain, grammar)
    kinds = [kind for piece in pieces for kind in _types_in(piece, grammar)]
    numbers = [clean_number(match["number"]) for match in _NUMBER.finditer(plain)]
    phrases = [_read_piece(piece, grammar, language) for piece in pieces]
    if len(phrases) == 1:
        return phrases
    shared = next((phrase.date for phrase in phrases if phrase.date), None)
    if sum(phrase.number is None for phrase in phrases) and len(numbers) == len(phrases):
        phrases = [replace(phrase, number=number) for phrase, number in zip(phrases, numbers, strict=True)]
    elif len(numbers) == 1 and len(kinds) == 1:  # of one act that several bodies adopted
        phrases = [replace(phrase, number=numbers[0]) for phrase in phrases]
    if len(kinds) == len(phrases):
        phrases = [replace(phrase, type=kind) for phrase, kind in zip(phrases, kinds, strict=True)]
    return [
        replace(phrase, type=phrase.type or kinds[0] if kinds else None, date=phrase.date or shared)
        for phrase in phrases
    ]


def read_act_phrase(text: str, language: Language) -> ActPhrase | None:
    """Return the first of `read_act_phrases`, or None."""
    phrases = read_act_phrases(text, language)
    return phrases[0] if phrases else None


def only_cites(text: str, language: Language) -> bool:
    """Tell whether `text` is a title, or names acts and none of them as an act names itself: `… № 275 қаулысына`."""
    grammar = _grammar(language)
    if grammar.like_title.search(text):
        return True
    plain = _without_asides(text[:LONGEST_PHRASE], grammar)
    named = [match[0] for pattern, _ in grammar.act_words for match in pattern.finditer(plain)]
    return bool(named) and all(grammar.cited_act.fullmatch(word) for word in named)


@cache
def _grammar(language: Language) -> _Grammar:
    known: HeaderWords = words("header", language)

    def word(pattern: str) -> regex.Pattern[str]:
        return regex.compile(rf"(?<!\p{{L}})(?:{pattern})(?!\p{{L}})", regex.IGNORECASE)

    def plain(pattern: str) -> regex.Pattern[str]:
        return regex.compile(pattern, regex.IGNORECASE)

    return _Grammar(
        act_words=tuple((word(pattern), kind) for pattern, kind in known.act_words),
        cited_act=word(known.cited_act),
        like_title=plain(known.like_title),
        bodies=word(known.bodies),
        joint=word(known.joint),
        session=plain(known.session),
        sessions=word(rf"(?:{known.ordinal}[\s,-]*){{0,4}}{known.session}"),
        particles=word(known.particles),
        quoted_title=plain(known.quoted_title),
        conjunction=plain(known.conjunction),
        loose_conjunction=plain(rf"^(?:{known.joining_word})\s|\s(?:{known.joining_word})$"),
        before_conjunction=plain(known.before_conjunction),
        after_conjunction=plain(known.after_conjunction),
    )


def _without_asides(text: str, grammar: _Grammar) -> str:
    """Return `text` without brackets (innermost first), `/…/`, quoted titles and sessions."""
    for _ in range(_DEEPEST_BRACKETS):
        text, count = _BRACKETS.subn(" ", text)
        if not count:
            break
    text = _OPEN_BRACKET.sub(" ", text)
    text = grammar.quoted_title.sub(" ", _SLASHES.sub(" ", text))
    # few acts are of a session, and its ordinals may begin at every word
    if grammar.session.search(text):
        text = grammar.sessions.sub(" ", text)
    return " ".join(text.split())


def _split_bodies(text: str, grammar: _Grammar) -> list[str]:
    """Cut `text` at each conjunction that joins two bodies."""
    pieces, start = [], 0
    for match in grammar.conjunction.finditer(text):
        left, right = text[start : match.start()], text[match.end() :]
        if (
            grammar.bodies.search(left)
            and grammar.bodies.search(right)
            and grammar.before_conjunction.search(left)
            and grammar.after_conjunction.search(right)
        ):
            pieces.append(left)
            start = match.end()
    return [*pieces, text[start:]]


def _types_in(text: str, grammar: _Grammar) -> list[ActType]:
    """Return the kinds of act that `text` names, in reading order."""
    found = [(match.start(), kind) for pattern, kind in grammar.act_words for match in pattern.finditer(text)]
    return [kind for _, kind in sorted(found)]


def _read_piece(text: str, grammar: _Grammar, language: Language) -> ActPhrase:
    number, text = _take_number(text)
    date, text = _take_date(text, language)
    if number is None and date is not None:
        number, text = _take_bare_number(text)
    kinds = _types_in(text, grammar)
    for pattern, _ in grammar.act_words:
        text = pattern.sub(" ", text)
    if not kinds:
        kinds, text = _take_misspelt(text, language)
    text = grammar.particles.sub(" ", grammar.joint.sub(" ", text.replace(_DATE_MARK, " ")))
    name = grammar.loose_conjunction.sub("", _without_edges(" ".join(text.split())))
    return ActPhrase(kinds[0] if kinds else None, _issuer(name, language), number, date)


def _without_edges(name: str) -> str:
    """Return `name` without signs around it; the full stop of an abbreviation at its end stays: `министрінің м.а.`."""
    name = name.strip(_EDGES)
    return f"{name}." if _ABBREVIATED.search(name) else name


_DATE_MARK = "\x00"


def _take_number(text: str) -> tuple[str | None, str]:
    match = _NUMBER.search(text)
    if match is None:
        return None, text
    return clean_number(match["number"]), _NUMBER.sub(" ", text)


def _take_date(text: str, language: Language) -> tuple[DatePhrase | None, str]:
    """Return the first date and `text` with a mark in its place; later dates are taken out."""
    found = find_dates(text, language)
    for place, phrase in reversed(list(enumerate(found))):
        start, end = phrase.span
        text = text[:start] + (" " if place else _DATE_MARK) + text[end:]
    return (found[0] if found else None), text


def _take_bare_number(text: str) -> tuple[str | None, str]:
    """Return a number without its sign that stands right after the date: `… от 3 мая 2010 года 4-12`."""
    before, _, after = text.partition(_DATE_MARK)
    match = _BARE_NUMBER.match(after)
    if match is None:
        return None, text
    return clean_number(match["number"]), before + " " + after[match.end() :]


def _take_misspelt(text: str, language: Language) -> tuple[list[ActType], str]:
    """Return the kind of act that a word with one or two letters wrong names (`шешмімен`), and `text` without it."""
    known: HeaderWords = words("header", language)
    near = [
        (distance, word, kind)
        for word in text.split()
        for form, kind in known.act_forms.items()
        if (distance := OSA.distance(word.strip(_EDGES).lower(), form)) <= (2 if len(form) >= 8 else 1)
    ]
    if not near:
        return [], text
    _, word, kind = min(near)
    return [kind], text.replace(word, " ", 1)


def _issuer(name: str, language: Language) -> str | None:
    if not name:
        return None
    known: HeaderWords = words("header", language)
    nominative = to_nominative(name, language)
    return nominative[0].upper() + nominative[1:] if known.capital_issuer else nominative
