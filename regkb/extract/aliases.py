"""Short forms that an act defines: `(бұдан әрі – Стандарт)`, each regulation with its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from regkb.lang import words
from regkb.lang.nouns import NounForms, noun_pattern, stems_of
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import ActRef, AliasRef, Diagnostic, Language, Paragraph, Reference

_BRACKET = regex.compile(r"\(([^()]{1,120}+)\)")


@dataclass(frozen=True, slots=True)
class ShortName:
    """A short form as defined: its last word in the dictionary form, and the words in front of that one."""

    name: str
    noun: str
    before: str


@dataclass(frozen=True, slots=True)
class Alias:
    """A short form, the annex that defines it (`annex:1`; empty: the act itself), and the act behind it, if told."""

    short: ShortName
    scope: str
    act: ActRef | None


def read_short_name(bracket: str, language: Language) -> ShortName | None:
    """Return the short form for an act or a document that the inside of `bracket` defines.

    None: it defines nothing, or a name for something else (`көрсетілетін қызметті беруші`, `портал`, `ЭЦҚ`).
    """
    grammar = _grammar(language)
    found = grammar.definition.fullmatch(bracket)
    if found is None:
        return None
    name = found["name"].strip(' "«»“”,;')
    head = grammar.head.search(name)
    if head is None:
        return None
    return ShortName(name, grammar.nouns[head["noun"].lower()], name[: head.start()])


class AliasTable:
    """The short forms met so far, found by the noun of a mention."""

    def __init__(self) -> None:
        self._by_noun: dict[str, list[Alias]] = {}

    def add(self, alias: Alias) -> None:
        """Remember a definition; a later one of the same name in the same scope takes its place."""
        known = self._by_noun.setdefault(alias.short.noun, [])
        known[:] = [other for other in known if (other.short.name, other.scope) != (alias.short.name, alias.scope)]
        known.append(alias)

    def act_of(self, name: str, scope: str) -> ActRef | None:
        """Return the act behind the short form `name`, where its definition tells."""
        known = [alias for aliases in self._by_noun.values() for alias in aliases if alias.short.name == name]
        return next((alias.act for wanted in (scope, "") for alias in known if alias.scope == wanted), None)

    def find(self, noun: str, text: str, start: int, scope: str) -> tuple[Alias, int] | None:
        """Return the short form that a mention of `noun` at `start` of `text` stands for, and where the mention begins.

        The one with the most words fits best; a regulation's own definitions go before those of the act.
        """
        fitting = [
            alias
            for alias in self._by_noun.get(noun, ())
            if alias.scope in (scope, "") and _ends_with(text, start, alias.short.before)
        ]
        if not fitting:
            return None
        best = max(fitting, key=lambda alias: (len(alias.short.before), alias.scope == scope))
        return best, start - len(best.short.before)


def find_undefined_aliases(
    paragraphs: Sequence[Paragraph], references: Sequence[Reference], language: Language
) -> list[Diagnostic]:
    """Return a remark on each short form among the `references` of an act which it defines nowhere, once for each."""
    used: dict[str, str] = {}
    for reference in references:
        if isinstance(reference.target, AliasRef) and reference.resolved is None:
            used.setdefault(reference.target.alias, reference.at)
    if not used:
        return []
    brackets = (found[1] for paragraph in paragraphs for found in _BRACKET.finditer(paragraph.text))
    defined = {short.name for bracket in brackets if (short := read_short_name(bracket, language))}
    return [
        Diagnostic(code="alias_undefined", at=at, message=f"the act defines no short form {name!r}", severity="info")
        for name, at in used.items()
        if name not in defined
    ]


def _ends_with(text: str, end: int, words_before: str) -> bool:
    """Tell whether `words_before` stand in `text` just before `end`; the first letter may be small or capital."""
    start = end - len(words_before)
    return start >= 0 and text[start:end].lower() == words_before.lower()


def scope_of(path: str) -> str:
    """Return the part of the act in which a short form holds: `annex:1/section:2/point:5` → `annex:1`, else empty."""
    first = path.partition("/")[0]
    return first if first.startswith("annex:") else ""


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language."""

    definition: regex.Pattern[str]
    head: regex.Pattern[str]
    nouns: dict[str, str]


@cache
def _grammar(language: Language) -> _Grammar:
    known: ReferenceWords = words("references", language)
    forms: NounForms = words("nouns", language)
    nouns = [*known.acts, *known.documents]
    return _Grammar(
        definition=regex.compile(rf"\s*{known.shortened}(?P<name>[^()]{{1,80}}+)", regex.IGNORECASE),
        head=regex.compile(rf"(?<![\p{{L}}-])(?P<noun>{noun_pattern(nouns, forms)}){forms.endings}$", regex.IGNORECASE),
        nouns=stems_of(nouns, forms),
    )
