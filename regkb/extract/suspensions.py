"""Acts that an act suspends, or lets have effect again: `№ 77 қаулысының қолданысы … тоқтатыла тұрсын`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

import regex

from regkb.extract.acts_acted_on import is_named_for_approved, rests_on
from regkb.extract.blots import blot_out
from regkb.extract.dates import find_dates
from regkb.extract.quotations import find_quotations
from regkb.lang import words
from regkb.lang.actions import ActionWords
from regkb.lang.patterns import compile_any_case
from regkb.lang.suspensions import SuspensionWords
from regkb.schemas.record import ActRef, Diagnostic, EffectRule, Language, Paragraph, Reference

_POINT = "point:"
_LONGEST_QUOTE = 200

Kind = Literal["suspended", "resumed"]


class Suspension(NamedTuple):
    """An order about an act: the paragraph that cites it, and the place of the citation among the references.

    `in_part`: it is about a point of the act, or what the act approved, while the rest goes on having effect.
    `since` and `until` are the days that the order tells itself; whether an act is still suspended on the day `until`
    is not always clear.
    """

    kind: Kind
    paragraph: Paragraph
    reference: int
    since: EffectRule | None
    until: EffectRule | None
    in_part: bool = False


class Suspensions(NamedTuple):
    """The orders that were read, and the paragraphs that order what could not be told."""

    found: list[Suspension]
    doubts: list[Diagnostic]


def find_suspensions(
    paragraphs: Sequence[Paragraph], references: Sequence[Reference], language: Language
) -> Suspensions:
    """Return what the points of an act suspend and resume, in reading order.

    The verb may stand in the sentence that opens a list. An order without an act that can be read is a doubt.
    """
    grammar = _grammar(language)
    suspensions = Suspensions([], [])
    openings: dict[str, tuple[Kind, str]] = {}
    for index, paragraph in enumerate(paragraphs):
        path, text = paragraph.path, paragraph.text
        if not path.startswith(_POINT) or path.endswith("/quote"):
            continue
        if not (grammar.key.search(text) or openings):
            continue
        kind, opening = _read_kind(text, grammar), text
        if kind and text.rstrip().endswith(":"):
            openings[path] = kind, text
            continue
        if kind is None:
            kind, opening = next((openings[above] for above in openings if path.startswith(f"{above}/")), (None, text))
        if kind is not None:
            cited = [
                place for place, one in enumerate(references) if one.index == index and _is_act(one, text, language)
            ]
            _read_order(kind, paragraph, cited, references, opening, language, suspensions)
    return suspensions


def _read_order(
    kind: Kind,
    paragraph: Paragraph,
    cited: Sequence[int],
    references: Sequence[Reference],
    opening: str,
    language: Language,
    suspensions: Suspensions,
) -> None:
    """Add to `suspensions` what one paragraph orders of the acts that it cites; `opening` has the verb."""
    grammar, text = _grammar(language), paragraph.text
    if not cited:
        message = (
            f"the point says that something is {kind}, but no act that it names could be read: {text[:_LONGEST_QUOTE]}"
        )
        suspensions.doubts.append(Diagnostic(code="suspension.unread", at=paragraph.path, message=message))
    says_part = grammar.part.search(blot_out(text, find_quotations(text))) is not None
    since, until = (
        _read_day(text, days, language) or _read_day(opening, days, language) for days in (grammar.since, grammar.until)
    )
    for place in cited:
        is_part = references[place].locator is not None or is_named_for_approved(text, references[place].span, language)
        suspensions.found.append(Suspension(kind, paragraph, place, since, until, says_part or is_part))


def _is_act(reference: Reference, text: str, language: Language) -> bool:
    return isinstance(reference.target, ActRef) and not rests_on(text, reference.span, language)


def _read_kind(text: str, grammar: _Grammar) -> Kind | None:
    plain = blot_out(text, find_quotations(text))
    if grammar.suspend.search(plain):
        return "suspended"
    return "resumed" if grammar.resume.search(plain) else None


def _read_day(text: str, days: _Days, language: Language) -> EffectRule | None:
    for phrase in find_dates(text, language):
        start, end = phrase.span
        if phrase.date and days.before.search(text[:start]) and days.behind.match(text, end):
            return EffectRule(event="date", date=phrase.date, text=text[start:end])
    return None


class _Days(NamedTuple):
    before: regex.Pattern[str]
    behind: regex.Pattern[str]


class _Grammar(NamedTuple):
    key: regex.Pattern[str]
    suspend: regex.Pattern[str]
    resume: regex.Pattern[str]
    since: _Days
    until: _Days
    part: regex.Pattern[str]


@cache
def _grammar(language: Language) -> _Grammar:
    known: SuspensionWords = words("suspensions", language)
    actions: ActionWords = words("actions", language)
    return _Grammar(
        key=compile_any_case(known.key),
        suspend=compile_any_case(known.suspend),
        resume=compile_any_case(known.resume),
        since=_Days(*map(compile_any_case, known.since)),
        until=_Days(*map(compile_any_case, known.until)),
        part=compile_any_case(rf"{actions.in_part}|{actions.excepted}"),
    )
