"""How an act ended, as its header says it: repealed, run out or suspended.

`Күші жойылды - Қостанай облысы әкімінің 12.11.2009 № 27 шешімімен`, `Шешімінің қабылдау мерзімінің өтуіне байланысты
қолдану тоқтатылды - … хатымен`, `Утратило силу заключением начальника департамента юстиции …`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import regex

from regkb.extract.act_sentence import read_act_phrase
from regkb.extract.effect_rules import EffectPhrase, find_effect_rules, mentions_effect
from regkb.extract.issuers import names_a_body
from regkb.lang import words
from regkb.lang.header import HeaderWords
from regkb.schemas.record import ActRef, EffectRule, Language, Span, Status


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of an act: what became of it, by which act, from when; `[start, end)` in the text and its words.

    `effect_unread`: a rule of effect is there that could not be read.
    """

    status: Status
    span: Span
    text: str
    by: ActRef | None = None
    effective: EffectRule | None = None
    effect_unread: bool = False


SENTENCE_END = regex.compile(r"(?<=[^\s.][^\s.]|\d)\.(?:\s+(?=[\p{Lu}«\"“])|\s*$)")
"""A full stop that ends a sentence; not after one letter (ж., г., an initial)."""
_WHOLE_BRACKET = regex.compile(r"\((?<inner>[^()]*(?:\([^()]*\)[^()]*)*)\)?\.?")


def find_ending(text: str, language: Language) -> Ending | None:
    """Return how the act ended according to `text`: what follows the registration in the info line, or a note without
    its opening word. None where it says nothing of an end of the whole act (`2-тармақтың күші жойылды` is none).
    """
    for status, pattern in _patterns(language):
        match = pattern.search(text)
        if match is not None:
            return _read(status, match, text, language)
    return None


def _read(status: Status, match: regex.Match[str], text: str, language: Language) -> Ending:
    end = SENTENCE_END.search(text, match.end())
    stop = end.start() if end else len(text.rstrip())
    start = match.start() + len(match[0]) - len(match[0].lstrip())
    tail = text[match.end() : stop]
    rules = find_effect_rules(tail, language)
    chosen = next((phrase for phrase in rules if phrase.kind == "applied"), rules[0] if rules else None)
    effective = chosen and _in_its_brackets(chosen, tail)
    return Ending(
        status=status,
        span=(start, stop),
        text=text[start:stop],
        by=_read_cause(tail.strip(" \t–—-:,"), language),
        effective=effective,
        effect_unread=effective is None and mentions_effect(tail, language),
    )


def _in_its_brackets(phrase: EffectPhrase, text: str) -> EffectRule:
    """Return the rule with all the words of the brackets in which it stands: `(оның алғашқы ресми жарияланған …)`."""
    for bracket in _WHOLE_BRACKET.finditer(text):
        if bracket.start() < phrase.span[0] and phrase.span[1] <= bracket.end():
            return phrase.rule.model_copy(update={"text": bracket["inner"].strip()})
    return phrase.rule


def _read_cause(phrase: str, language: Language) -> ActRef | None:
    """Return the act or letter that ended the act; it may stand in brackets."""
    bracket = _WHOLE_BRACKET.fullmatch(phrase)
    cause = read_act_phrase(bracket["inner"] if bracket else phrase, language)
    if cause is None:
        return None
    if cause.issuer is not None and not names_a_body(cause.issuer, language):
        cause = replace(cause, issuer=None)
    if cause.issuer is None and cause.number is None:
        return None
    return cause.to_ref()


@cache
def _patterns(language: Language) -> tuple[tuple[Status, regex.Pattern[str]], ...]:
    """Return the words of each end; an expiry often says `күші жойылды` too, so it is looked for first."""
    known: HeaderWords = words("header", language)
    return (
        ("suspended", regex.compile(known.suspended, regex.IGNORECASE)),
        ("expired", regex.compile(known.expired, regex.IGNORECASE)),
        ("repealed", regex.compile(known.repealed, regex.IGNORECASE)),
    )
