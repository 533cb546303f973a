"""Effect rules: `алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі`,
`мемлекеттік тіркелген күннен бастап күшіне енеді`, `вводится в действие с 1 января 2026 года`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

import regex

from regkb.extract.dates import DATE_PATTERN, read_date
from regkb.extract.numerals import number_words_pattern, read_number
from regkb.lang import words
from regkb.lang.effects import EffectWords
from regkb.lang.patterns import FoldedPattern, compile_folded
from regkb.normalize.lookalikes import map_lookalikes
from regkb.repeats import read_once
from regkb.schemas.record import DayType, EffectRule, EventKind, Language, Span

EffectKind = Literal["in_force", "applied"]


class EffectPhrase(NamedTuple):
    """A rule with its place, `[start, end)` in the text, and what it governs: legal force or application."""

    span: Span
    rule: EffectRule
    kind: EffectKind


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language; `events` are named e0, e1 … in `rule`, in the order of `kinds_of_event`."""

    rules: tuple[FoldedPattern, ...]
    kinds_of_event: tuple[EventKind, ...]
    day_types: tuple[tuple[regex.Pattern[str], DayType], ...]
    in_force: regex.Pattern[str]
    verb: regex.Pattern[str]


@read_once
def find_effect_rules(text: str, language: Language) -> tuple[EffectPhrase, ...]:
    """Return the effect rules in `text`, in reading order; spans are offsets into `text`.

    `rule.text` is the rule with its verb, without brackets. Where two verbs share one rule, each has an entry. A rule
    whose term is not in days (three months, from the next day) is not returned: see `mentions_effect`.
    """
    grammar = _grammar(language)
    plain = map_lookalikes(text)
    found: list[EffectPhrase] = []
    if not grammar.verb.search(plain):
        return ()
    for pattern in grammar.rules:
        for match in pattern.finditer(plain):
            if not any(start < match.end() and match.start() < end for (start, end), _, _ in found):
                found.extend(_read(match, text, grammar, language))
    return tuple(sorted(found, key=lambda phrase: (phrase.span, phrase.kind)))


def mentions_effect(text: str, language: Language) -> bool:
    """Tell whether `text` has a verb of taking effect, so that a rule that could not be read can be reported."""
    return _grammar(language).verb.search(map_lookalikes(text)) is not None


def _read(match: re.Match[str], text: str, grammar: _Grammar, language: Language) -> list[EffectPhrase]:
    groups = match.groupdict()
    event: EventKind = next(
        (kind for place, kind in enumerate(grammar.kinds_of_event) if groups.get(f"e{place}")), "date"
    )
    day = None
    if event == "date":
        day = read_date(match, language)
        if day is None:
            return []
    number = groups.get("number")
    days = read_number(number, language) if number else 0
    if not isinstance(days, int):
        return []
    calendar = next((kind for pattern, kind in grammar.day_types if number and pattern.search(match["delay"])), None)

    rule = EffectRule(event=event, days=days, calendar=calendar, date=day, text=text[match.start() : match.end()])
    kind = _kind_of(match["verb"], grammar)
    phrases = [EffectPhrase(match.span(), rule, kind)]
    if groups.get("second") and (other := _kind_of(match["second"], grammar)) != kind:
        phrases.append(EffectPhrase(match.span(), rule, other))
    return phrases


def _kind_of(verb: str, grammar: _Grammar) -> EffectKind:
    return "in_force" if grammar.in_force.fullmatch(verb) else "applied"


@cache
def _grammar(language: Language) -> _Grammar:
    known: EffectWords = words("effects", language)
    verb = rf"(?:{known.applied}|{known.in_force})"
    events = "|".join(rf"(?<e{place}>{pattern})" for place, (_, pattern) in enumerate(known.events))
    any_event = "|".join(pattern for _, pattern in known.events)
    parts = {
        "event": rf"(?:{events})",
        "delay": "(?<delay>"
        + known.delay.replace("{number}", rf"(?:\d{{1,3}}|{number_words_pattern(language)})")
        + ")",
        "verb": rf"(?<verb>{verb})(?!\p{{L}})(?:(?:{known.second_verb})(?<second>{verb})(?!\p{{L}}))?+",
        "date": DATE_PATTERN[language],
        "between": rf"(?:(?!{any_event}|{verb}|{known.term})[^.;()]){{0,60}}?",
    }
    rules = []
    for template in known.orders:
        for name, pattern in parts.items():
            template = template.replace("{" + name + "}", pattern)
        rules.append(compile_folded(rf"(?<!\p{{L}})(?:{template})(?!\p{{L}})", re.VERBOSE))
    flags = regex.IGNORECASE | regex.VERBOSE
    return _Grammar(
        rules=tuple(rules),
        kinds_of_event=tuple(kind for kind, _ in known.events),
        day_types=tuple((regex.compile(pattern, flags), kind) for pattern, kind in known.day_types),
        in_force=regex.compile(known.in_force, flags),
        verb=regex.compile(verb, flags),
    )
