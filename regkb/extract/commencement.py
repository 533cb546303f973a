"""From when the act itself says that it has legal force and is applied; as a rule its last point."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

import regex

from regkb.extract.dates import find_dates
from regkb.extract.editorial import notes_change
from regkb.extract.effect_rules import EffectKind, EffectPhrase, find_effect_rules, mentions_effect
from regkb.extract.locators import find_places
from regkb.lang import words
from regkb.lang.effects import EffectWords
from regkb.lang.header import HeaderWords
from regkb.lang.locators import LocatorWords
from regkb.lang.patterns import FoldedPattern, compile_folded
from regkb.schemas.record import Commencement, Diagnostic, EffectRule, Language, Paragraph

# where the words on another rule begin: `…, ал 2-тармақ`, `. Пункт 3`, `, а пункт 2`
_CLAUSE = regex.compile(r"[,;.]\s+(?:(?:ал|а|и|және)\s+)?")
_SENTENCE = regex.compile(r"(?<=\p{Ll}[.])\s+(?=\p{Lu})")

FARTHEST_DATE = 30
"""Characters between the words for what arose before and the day from which on it did."""


def read_commencement(
    paragraphs: Sequence[Paragraph], language: Language
) -> tuple[Commencement | None, list[Diagnostic]]:
    """Return the rules that the act's own points state (annexes and quoted wording left aside), and the doubts.

    Where several points state a rule, that which speaks of the act as a whole counts, then the last. A rule for a part
    of the act is none of these, nor one that is put off by something else (`не ранее введения в действие приказа …`).
    """
    rules: dict[tuple[EffectKind, bool], EffectRule] = {}
    reaches_back: EffectRule | None = None
    until: EffectRule | None = None
    doubts = []
    for paragraph in paragraphs:
        if not paragraph.path.startswith("point:") or "/quote" in paragraph.path:
            continue
        if notes_change(paragraph.text, language):  # its rule is that of the act that made the change
            continue
        text = paragraph.text
        of_whole_act = _self_act(language).search(text) is not None
        phrases = find_effect_rules(text, language)
        unread = of_whole_act and not phrases and mentions_effect(text, language)
        of_part = bool(phrases) and _says("excepted", text, language)
        for place, (phrase, following) in enumerate(zip_longest(phrases, phrases[1:])):
            if _is_of_part(text, phrase, of_whole_act, place == 0, language):
                of_part = True
            elif _says("not_before", text[phrase.span[0] : _end(text, phrase, following)], language):
                unread = True
            else:
                rules[phrase.kind, of_whole_act] = phrase.rule
        if unread:
            doubts.append(_doubt("unread", paragraph, "when the act takes effect could not be read"))
        if of_part:
            doubts.append(_doubt("of_part", paragraph, "a part of the act takes effect by a rule of its own"))
        if of_whole_act and (backwards := _read_reach(text, language)):
            reaches_back = backwards
            doubts.append(_doubt("reaches_back", paragraph, "the act governs relations that arose before it applies"))
        if term := _read_term(text, language):
            until = term
            doubts.append(_doubt("until", paragraph, "the act tells itself up to which day it has effect"))
    if not rules and not reaches_back and not until:
        return None, doubts
    in_force = rules.get(("in_force", True)) or rules.get(("in_force", False))
    applied = rules.get(("applied", True)) or rules.get(("applied", False))
    return Commencement(in_force=in_force, applied=applied, reaches_back=reaches_back, until=until), doubts


def _is_of_part(text: str, phrase: EffectPhrase, of_whole_act: bool, is_first: bool, language: Language) -> bool:
    """Tell whether a rule holds for a part: behind `за исключением`, or `осы қаулының 2-тармағы … енгізіледі`.

    An exception that stands in commas before the only rule is of that rule: `постановление, кроме пункта 2, вводится`.
    """
    before = text[: phrase.span[0]].rstrip()
    if _says("except_for", before, language) and not (is_first and before.endswith(",")):
        return True
    clause = before[max((match.end() for match in _CLAUSE.finditer(before)), default=0) :]
    places = [place for run in find_places(clause, language) for place in run]
    known: LocatorWords = words("locators", language)
    if any(place.start == 0 if known.parts_first else place.end == len(clause) for place in places):
        return True  # the part is the subject: `осы қаулының 2-тармағы | 2016 жылғы …`, `пункт 2 … | вводится …`
    places = [place for run in find_places(before, language) for place in run]
    return not of_whole_act and any(place.locator.point or place.locator.subpoint for place in places)


def _read_reach(text: str, language: Language) -> EffectRule | None:
    """Return from which day on the act governs relations that arose before it applies: the date beside the words."""
    found = _words("reaches_back", language).search(text)
    if found is None:
        return None
    start, end = found.span()
    beside = {
        max(start - phrase.span[1], phrase.span[0] - end): phrase
        for phrase in find_dates(text, language)
        if phrase.date and max(start - phrase.span[1], phrase.span[0] - end) <= FARTHEST_DATE
    }
    if not beside:
        return EffectRule(event="date", text=text[start:end])
    phrase = beside[min(beside)]
    told = text[min(start, phrase.span[0]) : max(end, phrase.span[1])]
    return EffectRule(event="date", date=phrase.date, text=told)


def _read_term(text: str, language: Language) -> EffectRule | None:
    """Return the day up to which the act has effect: `настоящее решение … действует | до 1 января 2016 года`.

    A sentence on something else, or on a part of the act, tells none.
    """
    before, behind = _words("until_before", language), _words("until", language)
    for phrase in find_dates(text, language):
        start, end = phrase.span
        opening = next((match for match in before.finditer(text, 0, start) if match.end() == start), None)
        closing = behind.match(text, end)
        sentence = _SENTENCE.split(text[:start])[-1]
        if not _self_act(language).search(sentence) or any(find_places(_CLAUSE.split(sentence)[-1], language)):
            continue
        if phrase.date and (opening or closing):
            told = text[opening.start() if opening else start : closing.end() if closing else end]
            return EffectRule(event="date", date=phrase.date, text=told)
    return None


def _end(text: str, phrase: EffectPhrase, following: EffectPhrase | None) -> int:
    """Return where what is said of a rule ends: where the next one begins."""
    return following.span[0] if following and following.span != phrase.span else len(text)


def _doubt(kind: str, paragraph: Paragraph, message: str) -> Diagnostic:
    return Diagnostic(code=f"commencement_{kind}", at=paragraph.path, message=f"{message}: {paragraph.text}")


def _says(what: str, text: str, language: Language) -> bool:
    """Tell whether the words of EffectWords named `what` are in `text`."""
    return _words(what, language).search(text) is not None


def _words(what: str, language: Language) -> FoldedPattern:
    known: EffectWords = words("effects", language)
    return compile_folded(getattr(known, what))


def _self_act(language: Language) -> FoldedPattern:
    known: HeaderWords = words("header", language)
    return compile_folded(known.self_act)
