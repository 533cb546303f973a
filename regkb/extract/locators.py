"""Places inside an act, as a citation names them: `16-бабының 1-тармағына`, `1), 2) және 3) тармақшаларында`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from regkb.lang import words
from regkb.lang.locators import LocatorWords
from regkb.lang.nouns import noun_pattern, stems_of
from regkb.lang.patterns import FoldedPattern, compile_folded, cut
from regkb.schemas.record import Locator

LEVELS = ("annex", "article", "point", "subpoint", "paragraph")
"""The keys of a locator from the outside in."""
LONGEST_LIST = 200
"""Characters before a noun: a list of numbers that belongs to it is not longer."""
LONGEST_RANGE = 100
"""`1-5-тармақтары` is written out; a longer range than this is a slip, and its two ends are kept."""

_FIGURE = r"\d{1,4}+(?:-\d{1,3}){0,2}+"
_HYPHENATED = regex.compile(r"(\d+)-(\d+)")


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its locator and the characters `[start, end)` that name it."""

    locator: Locator
    start: int
    end: int


def read_places(text: str, at: int, language: str) -> list[Place]:
    """Return the places that are named in `text` from the offset `at` on, without a gap; none: an empty list.

    Nested parts are one place (`16-бабының 1-тармағы`, `пункта 1 статьи 16`). Places that are joined by a comma or a
    word such as `және` are several. What is named once for several of them lies before or behind them, as the language
    has it: `5-тармағының 1) тармақшасы мен 6-тармағы`, `подпункта 1) пункта 2 и пункта 3 статьи 16`.
    """
    grammar = _grammar(language)
    runs: list[_Run] = []
    end = at
    while found := grammar.part.match(text, end):
        key, numbers = grammar.read(found, text)
        if not numbers and key not in grammar.words.unnumbered:
            break
        if found["joint"] and not runs:
            break
        if found["joint"] or not runs:
            runs.append(_Run({}, found.start("place"), found.end()))
        elif key in runs[-1].parts:
            break
        elif not runs[-1].parts:
            runs[-1].start = found.start("place")  # chapters are not in the record
        if key is not None:
            runs[-1].parts[key] = numbers or [""]
        runs[-1].end = end = found.end()
    return _read_runs(runs, grammar.words.parts_first)


@dataclass(slots=True)
class _Run:
    """Nested parts without a word between them: the numbers of each key, and where they stand."""

    parts: dict[str, list[str]]
    start: int
    end: int


def _read_runs(runs: list[_Run], parts_first: bool) -> list[Place]:
    """Return each run as a place, with the parts around it that a neighbour names."""
    around: dict[str, list[str]] = {}
    places: list[Place] = []
    for run in reversed(runs) if parts_first else runs:
        depth = min((LEVELS.index(key) for key in run.parts), default=len(LEVELS))
        inherited = {key: numbers for key, numbers in around.items() if LEVELS.index(key) < depth}
        around = inherited | run.parts
        if around:
            places.append(_place(around, run.start, run.end))
    return places[::-1] if parts_first else places


def find_places(text: str, language: str) -> list[list[Place]]:
    """Return all places that `text` names, in reading order; those that hang together (`read_places`) are one list."""
    grammar = _grammar(language)
    runs: list[list[Place]] = []
    at = 0
    while named := grammar.noun.search(text, at):
        found = grammar.part.search(text, max(at, named.start() - LONGEST_LIST))
        if found is None:
            break
        places = read_places(text, found.start("place"), language)
        if places:
            runs.append(places)
        at = places[-1].end if places else found.end()
    return runs


def place_inside(inner: Locator, outer: Locator | None) -> Locator:
    """Return `inner` with what `outer` says of the parts around it: paragraph 9 in point 10 → point 10, paragraph 9."""
    named = {key: value for key in LEVELS if (value := getattr(inner, key)) is not None}
    if outer is None or not named:
        return outer or inner
    depth = min(LEVELS.index(key) for key in named)
    around = {key: value for key in LEVELS[:depth] if (value := getattr(outer, key)) is not None}
    return Locator(**around, **named)


def _place(parts: dict[str, list[str]], start: int, end: int) -> Place:
    values = {key: numbers[0] if len(numbers) == 1 else numbers for key, numbers in parts.items()}
    return Place(Locator(**values), start, end)


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled pattern of one part of a place, and how its numbers are read."""

    words: LocatorWords
    part: FoldedPattern
    noun: FoldedPattern
    nouns: dict[str, str]
    short: tuple[tuple[regex.Pattern[str], str], ...]
    plural: FoldedPattern
    number: regex.Pattern[str]
    ordinals: dict[str, int]

    def read(self, found: re.Match[str], text: str) -> tuple[str | None, list[str]]:
        """Return the key and the numbers of one part that was found in `text`."""
        noun = self._noun(" ".join((found["noun"] or found["short"]).split()))
        key = self.words.parts[noun]
        is_plural = self.plural.match(found["ending"] or "") is not None
        numbers = cut(text, found, "numbers") or cut(text, found, "before")
        return key, list(self._numbers(numbers, is_plural))

    def _noun(self, text: str) -> str:
        """Return the noun in its dictionary form; where it is shortened its letters tell which (`пп.`)."""
        full = self.nouns.get(text)
        return full or next(noun for pattern, noun in self.short if pattern.fullmatch(text))

    def _numbers(self, text: str, is_plural: bool) -> Iterator[str]:
        previous, end = "", 0
        for found in self.number.finditer(text):
            value = self._value(found)
            is_range = bool(previous) and text[end : found.start()].strip(" )") in {"-", "–", "—"}
            hyphenated = _HYPHENATED.fullmatch(value) if is_plural else None
            if is_range:
                yield from _written_out(previous, value)[1:]
            elif hyphenated:
                yield from _written_out(hyphenated[1], hyphenated[2]) or [value]
            else:
                yield value
            previous, end = value, found.end()

    def _value(self, found: regex.Match[str]) -> str:
        if found["ordinal"]:
            return str(self.ordinals[" ".join(found["ordinal"].lower().split())])
        return str(found["figure"] or found["letter"])


def _written_out(first: str, last: str) -> list[str]:
    """Return the numbers from first to last, both included; what is no range (`19-1`) gives an empty list."""
    if not (first.isdigit() and last.isdigit()):
        return [first, last]
    if int(first) >= int(last):
        return []
    if int(last) - int(first) > LONGEST_RANGE:
        return [first, last]
    return [str(number) for number in range(int(first), int(last) + 1)]


@cache
def _grammar(language: str) -> _Grammar:
    grammar: LocatorWords = words("locators", language)
    forms = words("nouns", language)
    ordinals = "|".join(
        regex.escape(word, literal_spaces=True).replace(" ", r"\s")
        for word in sorted(grammar.ordinals, key=len, reverse=True)
    )
    number = rf"""(?:
        (?P<figure>{_FIGURE})(?:-?{grammar.ordinal_marks})?(?!\d)  # 9, 19-1, 2-ші
        | (?P<ordinal>{ordinals})(?!\p{{L}})                       # тоғызыншы, он бірінші
        | (?P<letter>\b\p{{L}}(?=\)))                              # а) тармақшасы
    )\)?"""
    unnamed = regex.sub(r"\?P<\w+>", "?:", number)
    numbers = rf"""(?P<numbers>
        (?:№\s?)?{unnamed}
        (?:(?:\s?,\s?|\s?{grammar.ranges}\s?|\s{grammar.lists}\s){unnamed})*+
    )"""
    noun = rf"(?P<noun>{noun_pattern(grammar.parts, forms)})(?P<ending>{forms.endings})"
    shortened = "|".join(rf"{pattern}(?={ahead})" for pattern, ahead, _ in grammar.short) or "(?!)"
    noun = rf"(?:{noun}|(?P<short>{shortened}))"
    place = rf"(?P<before>(?!))?{numbers}?+\s?[-–—]?\s?{noun}"
    if grammar.parts_first:  # абзаце втором, втором абзаце
        place = rf"(?:(?P<before>{ordinals})\s)?+{noun}(?:(?:\s|(?<=\.)){numbers})?+"
    part = rf"""
        (?P<joint>\s?,\s|\s{grammar.lists}\s(?=[\d«"]|\p{{L}}))?+ \s* (?<!\p{{L}})
        (?P<place>{place})"""
    flags = regex.VERBOSE | regex.IGNORECASE
    return _Grammar(
        words=grammar,
        part=compile_folded(part, re.VERBOSE),
        noun=compile_folded(rf"(?<!\p{{L}}){noun}", re.VERBOSE),
        nouns=stems_of(grammar.parts, forms),
        short=tuple((regex.compile(pattern, flags), name) for pattern, _, name in grammar.short),
        plural=compile_folded(forms.plural),
        number=regex.compile(number, flags),
        ordinals={word.lower(): value for word, value in grammar.ordinals.items()},
    )
