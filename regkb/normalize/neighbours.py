"""How well words stand beside each other where a link may belong: the grammar that puts displaced links back.

A reading of a line is a sequence of units (a link with its number, or one word); its score is the sum over neighbours.
The weights are small whole or half numbers set by hand: about 3 where the grammar asks for just this neighbour
(`тармағына | сәйкес`), about -2 where a word is plainly missing (`осы қаулының | сәйкес`), 0 where nothing can be said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from regkb.lang import words
from regkb.lang.links import LinkWords
from regkb.normalize import head_first
from regkb.normalize.lookalikes import map_lookalikes

_NUMBER = regex.compile(r"[№N]\p{L}{0,2}-?\d\S*[,;]?")
_ACT_NUMBER = regex.compile(r"(?:\p{Lu}{1,2}-)?\d+(?:[-/]\d+)*")
_HAS_DIGIT = re.compile(r"\d")
_DASH = regex.compile(r"[-–]")
_DASHES = ("-", "–")
_LIST_NUMBER = re.compile(r"\d+(?:-\d+)?\)?,?")
_FOLLOWING_NUMBER = re.compile(r"\d{1,3}(?:-\d+)?\)?[,;.]?")
_LONGEST_PART_NUMBER = 2
_LEFT_SIGNS = '(«"“'
_RIGHT_SIGNS = ',.;:)»"!?”'
_QUOTES_OPEN = frozenset('«"')
_QUOTES_CLOSE = frozenset('»"”')
_ENDS_CLAUSE = frozenset(".;:")
_STOPS = frozenset(",.;:)»")
_SMALL_LETTERS = frozenset("абвгғдеёжзиіклмнңоөпрстуұүфхһцчшыэюяәқ")


class Unit(NamedTuple):
    """One link or one word of a reading. `kind` is `number`, `part`, `act`, `ruling`, `enacting`, `word` or an edge."""

    kind: str
    case: str = ""
    bare: bool = False
    first: str = ""
    last: str = ""
    role: str = ""
    wants: str = ""
    governs: frozenset[str] = frozenset()
    awaits_number: bool = False
    agrees: frozenset[str] = frozenset()

    @property
    def is_link(self) -> bool:
        """Whether the unit looks like the words of a link."""
        return self.kind in ("number", "part", "act", "ruling", "enacting")


START = Unit("start")
END = Unit("end")
UNKNOWN = Unit("unknown")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The compiled patterns of one language."""

    kinds: tuple[tuple[str, regex.Pattern[str]], ...]
    roles: tuple[tuple[str, regex.Pattern[str]], ...]
    cases: tuple[tuple[str, regex.Pattern[str]], ...]
    wants: tuple[tuple[str, regex.Pattern[str]], ...]
    governs: tuple[tuple[frozenset[str], regex.Pattern[str]], ...]
    adjectives: tuple[tuple[frozenset[str], regex.Pattern[str]], ...]
    bare: regex.Pattern[str]


@cache
def _patterns(language: str) -> _Patterns:
    w: LinkWords = words("links", language)

    def whole(pattern: str) -> regex.Pattern[str]:
        return regex.compile(rf"(?:{pattern})\Z")

    return _Patterns(
        kinds=(
            ("part", whole(rf"{w.numbered_part}|{w.part}")),
            ("act", whole(w.act)),
            ("ruling", whole(w.ruling)),
        ),
        roles=(
            ("date", whole(w.date)),
            ("pointing", whole(w.pointing)),
            ("register", whole(w.register)),
            ("registered", whole(w.registered)),
            ("head", whole(w.bare_head)),
            ("owner", whole(w.owner)),
            ("issuer", whole(w.issuer)),
            ("instruction", whole(w.opens_instruction)),
            ("measure", whole(w.measure)),
        ),
        cases=tuple((name, regex.compile(rf"(?:{ending})\Z")) for ending, name in w.cases),
        wants=tuple((case, whole(p)) for p, case in w.wants),
        governs=tuple((frozenset(cases.split()), whole(p)) for p, cases in w.governs),
        adjectives=tuple((frozenset(cases.split()), whole(p)) for p, cases in w.adjectives),
        bare=whole(w.bare_part),
    )


@lru_cache(maxsize=20_000)
def classify(text: str, language: str) -> Unit:
    """Return the unit that one word makes by itself; punctuation at its ends is looked through."""
    p = _patterns(language)
    core = map_lookalikes(text.lstrip(_LEFT_SIGNS).rstrip(_RIGHT_SIGNS)).replace("i", "і")
    lower = core.lower()
    w: LinkWords = words("links", language)
    if len(core) > 4 and core.isupper() and regex.fullmatch(w.enacting, lower):
        return Unit("enacting", first=text, last=text)
    for kind, pattern in p.kinds:
        if pattern.match(lower):
            return Unit(kind, _case(lower, p), bool(p.bare.match(lower)), text, text)
    role = next((name for name, pattern in p.roles if pattern.match(lower)), "")
    wants = next((case for case, pattern in p.wants if pattern.match(lower)), "")
    is_open = text[-1:] not in _RIGHT_SIGNS
    governs = _first_cases(lower, p.governs) if is_open else frozenset[str]()
    agrees = _first_cases(lower, p.adjectives) if is_open else frozenset[str]()
    return Unit("word", _case(lower, p), first=text, last=text, role=role, wants=wants, governs=governs, agrees=agrees)


def _first_cases(lower: str, known: Sequence[tuple[frozenset[str], regex.Pattern[str]]]) -> frozenset[str]:
    return next((cases for cases, pattern in known if pattern.match(lower)), frozenset())


def _case(lower: str, p: _Patterns) -> str:
    return next((name for name, pattern in p.cases if pattern.search(lower)), "nominative")


class _Figure(NamedTuple):
    """What a word with figures can be: the sign `№`, a number with it, the number of a part, that of an act."""

    is_sign: bool = False
    is_signed: bool = False
    is_of_part: bool = False
    is_of_act: bool = False


_NO_FIGURE = _Figure()


@lru_cache(maxsize=20_000)
def _read_figure(text: str) -> _Figure:
    if text in ("№", "N"):
        return _Figure(is_sign=True)
    if text[0] in "№N" and _NUMBER.fullmatch(text):
        return _Figure(is_signed=True)
    if not _HAS_DIGIT.search(text):
        return _NO_FIGURE
    of_part = _LIST_NUMBER.fullmatch(text.rstrip("-–")) is not None
    return _Figure(is_of_part=of_part, is_of_act=_ACT_NUMBER.fullmatch(text) is not None)


def read_units(texts: Sequence[str], language: str) -> Iterator[Unit]:
    """Yield the units of a reading; `№ 198`, `9 тармағында`, `2 – қосымшасына`, `пунктами 1 и 3` are one each."""
    known: LinkWords = words("links", language)
    i = 0
    while i < len(texts):
        text = texts[i]
        figure = _read_figure(text)
        if figure.is_sign:
            number = [word for word in texts[i + 1 : i + 2] if _HAS_DIGIT.search(word)]
            yield Unit("number", first=text, last=number[0]) if number else Unit("sign", first=text, last=text)
            i += 1 + len(number)
            continue
        if figure.is_signed:
            yield Unit("number", first=text, last=text)
            i += 1
            continue
        if figure.is_of_part and not known.head_first:
            numbered = _read_numbered(texts, i, language)
            yield numbered
            i = texts.index(numbered.last, i) + 1
            continue
        if figure.is_of_act:
            yield Unit("digits", first=text, last=text)
            i += 1
            continue
        unit = classify(text, language)
        i += 1
        if unit.kind == "part" and known.head_first:
            end = _end_of_numbers(texts, i, known.conjunction)
            bare = end == i and unit.last[-1:].isalpha()
            unit, i = unit._replace(last=texts[end - 1], awaits_number=bare), end
        yield unit


def _end_of_numbers(texts: Sequence[str], i: int, conjunction: str) -> int:
    """Return where the numbers of a part end that begin at `i`: `1`, `1), 2) и 3)`; `i` where there are none."""
    end = i
    while end < len(texts) and _FOLLOWING_NUMBER.fullmatch(texts[end]):
        end += 1
        word, number = [*texts[end : end + 2], "", ""][:2]
        if regex.fullmatch(conjunction, word) and _FOLLOWING_NUMBER.fullmatch(number):
            end += 1
        elif texts[end - 1][-1] != ",":
            break
    return end


def _read_numbered(texts: Sequence[str], i: int, language: str) -> Unit:
    """Return the part whose number stands at `i`, a dash perhaps between them, or the number alone."""
    text = texts[i]
    j = i + 1
    while j < len(texts) and _DASH.fullmatch(texts[j]):
        j += 1
    if j < len(texts) and not text.endswith(","):
        noun = classify(texts[j], language)
        if noun.kind == "part" and not _HAS_DIGIT.match(texts[j]):
            return Unit("part", noun.case, noun.bare, text, texts[j])
    return Unit("digits", first=text, last=texts[j - 1] if j == len(texts) else text)


def score_reading(texts: Sequence[str], before: Unit, after: Unit, language: str) -> float:
    """Return how well the words of a line stand together, between the unit `before` it and the unit `after` it."""
    known: LinkWords = words("links", language)
    units = [before, *read_units(texts, language), after]
    return sum(_score_pair(a, b, known.head_first) for a, b in zip(units, units[1:], strict=False))


def _score_pair(a: Unit, b: Unit, is_head_first: bool) -> float:
    if a.kind == "unknown" or b.kind == "unknown":
        return 0.0
    closed = a.last[-1:] in _ENDS_CLAUSE and a.kind != "start"
    if closed and b.is_link:
        new_sentence = a.last[-1:] == "." and b.first.lstrip(_LEFT_SIGNS)[:1].isupper()
        return 0.0 if new_sentence else -2.0
    if closed:
        return 0.0
    left, right, hole = (
        (head_first.score_left, head_first.score_right, head_first.score_hole)
        if is_head_first
        else (_score_left, _score_right, _score_hole)
    )
    score = left(a, b) if b.is_link else hole(a, b)
    return score + right(a, b) if a.is_link else score


def _score_left(a: Unit, b: Unit) -> float:
    """Score the word before a link."""
    if b.kind == "enacting":
        return 3.0 if a.role == "issuer" else 2.0 if a.kind == "enacting" else -2.0
    ends_with_quote = a.last[-1:] in _QUOTES_CLOSE
    if b.kind == "number":
        return 3.0 if a.role == "date" else 2.0 if a.role == "register" else 0.5 if ends_with_quote else -1.0
    if b.kind == "part":
        return _score_before_part(a, b)
    if b.kind == "act":
        if a.kind == "number" or ends_with_quote:
            return 3.0
        if a.kind == "digits":
            return 1.5 if len(a.last) > _LONGEST_PART_NUMBER else 0.0
        if a.role in ("date", "pointing", "issuer") or a.case == "genitive" or a.last[-1:] == ")":
            return 1.5
        return -1.0
    capital = b.first.lstrip(_LEFT_SIGNS)[:1].isupper()
    if a.role == "head":
        return 1.0 if capital else 3.0  # қызмет стандартының
    if a.role == "pointing":
        return 1.5
    if a.last in _DASHES:
        return 2.0  # бұдан әрі – Стандарт
    if ends_with_quote:
        return 1.0
    return 0.0 if capital or a.case == "genitive" else -1.0


def _score_before_part(a: Unit, b: Unit) -> float:
    if a.role == "pointing":
        return 2.0 if b.bare or b.first[:1].isdigit() else 0.0  # осы тармақта; қосымшасы has an owner
    if b.bare and a.kind != "digits":
        return 1.0 if a.kind == "start" else -0.5
    if a.kind in ("ruling", "act", "part") and a.case == "genitive":
        return 3.0
    if a.kind == "part" and a.case == "nominative" and not a.bare and a.last[-1:].isalpha():
        return 3.0  # Заңының 16-бабы 3-тармағына
    if a.kind == "digits":
        is_bare = b.first == b.last and not b.first[:1].isdigit()
        return (
            3.0 if is_bare and (a.last[-1:].isdigit() or a.last[-1:] in "-–") else 1.0 if a.last[-1:] in ",)" else -1.0
        )
    if a.kind == "start":
        return -1.5
    if a.last[-1:] in (",", ")"):
        return 1.0
    return 1.0 if a.case == "genitive" else -1.5


def _score_right(a: Unit, b: Unit) -> float:
    """Score the word after a link."""
    sign = b.first[:1]
    punctuated = a.last[-1:] in (",", ")", "»", '"')
    if a.kind == "number":
        if b.kind == "act":
            return 0.0
        if b.role == "registered":
            return 2.5
        if b.wants:
            return -2.5
        return {"(": 1.5, "«": 1.0, '"': 1.0}.get(sign, -1.0 if b.kind == "end" else 0.0)
    if a.kind == "enacting":
        return 2.0 if sign == ":" or b.kind in ("enacting", "end") else -1.0
    if b.wants:
        return 3.0 if b.wants == a.case else -2.0
    if b.role in ("date", "measure") and b.first[:1].isalpha():
        return -1.5  # what is before has lost its number: 17 | шілдедегі, он | күн
    if punctuated:
        return 0.0
    if b.kind == "end":
        return -1.5
    if a.case == "genitive" and b.kind == "digits":
        return 1.0
    if a.case == "genitive":
        return -2.0 if sign in (",", ".", ";", ":", "»") else 1.0 if sign == "(" else 0.0
    if a.case == "nominative":
        if a.kind == "part" and a.bare:
            return 2.0 if b.role == "instruction" else -0.5
        return 1.5 if b.role in ("pointing", "instruction") or sign in (";", "(", ".", ")") else 0.0
    if a.case == "adjective":
        return 2.0 if sign in _QUOTES_OPEN else 0.0
    if sign in (",", ".", ";", ":", ")", "("):
        return 0.5
    return -0.5


def _score_hole(a: Unit, b: Unit) -> float:
    """Score two words between which a link may be missing."""
    if b.kind == "sign":
        return 2.0 if a.role in ("date", "register") else 0.0
    sign = b.first[:1]
    stop = sign in _STOPS or b.kind == "end"
    if a.last in _DASHES and sign == ")":
        return -3.0  # бұдан әрі – | )
    if a.kind == "sign":
        return 3.0 if b.kind == "digits" else -2.0
    if a.kind == "start":
        return -1.0 if b.role == "instruction" else -1.5 if b.wants else 0.0
    if a.kind == "digits" and b.role == "registered":
        return 1.0 if len(a.last) > _LONGEST_PART_NUMBER else 0.0
    if a.kind == "digits":
        alone = b.kind == "digits" or bool(b.wants) or sign == "(" or (stop and sign != ",")
        return -1.5 if a.last[-1:] in "-–" or (a.last[-1:].isdigit() and alone) else 0.0
    if a.role == "pointing" and (b.wants or stop):
        return -3.0
    if a.role == "pointing" and sign in _QUOTES_OPEN:
        return -2.0  # осы | "Көшет беру" анықтамалығы
    if a.case == "genitive" and not a.is_link and sign == "(":
        return -1.0
    if a.case == "genitive" and not a.is_link and a.last[-1:].isalpha() and (b.wants or stop):
        return -2.0
    if a.last[-1:] in _QUOTES_CLOSE and (b.wants or sign == ","):
        return -1.5 if b.wants else -0.5
    if a.role == "date":
        if sign in _QUOTES_OPEN:
            return 1.0
        return -1.5 if stop or sign == "(" or sign in _SMALL_LETTERS else 0.0
    if a.role == "register" and b.role == "registered":
        return -1.5
    if a.role == "head" and (stop or b.role in ("pointing", "instruction") or sign == "("):
        return -1.5
    return 0.0
