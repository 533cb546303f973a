"""The cases of several lengths in one sentence: `қалада – 2 күн, ауылда – 5 күн`, `для города – 2 дня, для села – 5`.

What stands before a dash may also be what is done (`тексеру – 2 күн, қол қою – 1 күн`); it is a case only where it has
the form of one, and each of the lengths has one.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from regkb.extract.noun_phrases import Sentence
from regkb.lang import words
from regkb.lang.patterns import compile_any_case
from regkb.lang.procedures import ProcedureWords
from regkb.schemas.record import Duration

_DASH = regex.compile(r"\s*[-–—]\s*$")
_LAST_OPENING = regex.compile(r"(?r)[:(,]\s*")

_OUTCOME = regex.compile(
    r"[\s,;]{0,9}(?:(?:а|либо|или|ал|немесе)\s)?(?P<outcome>\p{L}[^.;:,()–—\d]{2,150}?)\s*[-–—]\s*"
)
PAIR = (0, 1)


def add_cases(text: str, start: int, durations: Sequence[Duration], language: str) -> list[Duration]:
    """Return the `durations` of a text, which is read from `start` on, with the cases that their sentence names."""
    if len(durations) < 2:
        return list(durations)
    known = [duration.condition for duration in durations]
    cases: Sequence[str | None] | None
    if known[0] is None and known[1] is not None:
        cases = [_read_like(_before(text, start, durations, 0), known[1], language), *known[1:]]
    elif not any(known):
        cases = (
            _read_before(text, start, durations, language)
            or _read_behind(text, durations, language)
            or _read_outcomes(text, start, durations, language)
        )
    else:
        cases = None
    pairs = zip(durations, cases or known, strict=True)
    return [duration.model_copy(update={"condition": case}) for duration, case in pairs]


def _before(text: str, start: int, durations: Sequence[Duration], place: int) -> str:
    """Return what stands between the length before and that at `place`."""
    begin = _span(durations[place - 1])[1] if place else start
    return text[begin : _span(durations[place])[0]]


def _span(duration: Duration) -> tuple[int, int]:
    assert duration.span is not None
    return duration.span


def _read_like(before: str, case: str, language: str) -> str | None:
    """Return the clause before the first length that begins as the case of the next: `ответ |для города –`."""
    grammar: ProcedureWords = words("procedures", language)
    opening = compile_any_case(grammar.case_opening).match(case)
    dash = _DASH.search(before)
    if opening is None or dash is None:
        return None
    same = list(compile_any_case(rf"(?<!\p{{L}}){regex.escape(opening[0])}(?!\p{{L}})").finditer(before))
    clause = before[same[-1].start() : dash.start()] if same else ""
    return None if not clause or compile_any_case(r"[.;:–—]").search(clause) else clause.strip(" ,")


def _read_before(text: str, start: int, durations: Sequence[Duration], language: str) -> list[str] | None:
    """Return the cases that stand before the dashes, `None` where one of the lengths has none."""
    grammar: ProcedureWords = words("procedures", language)
    cases: list[str] = []
    for place in range(len(durations)):
        before = _before(text, start, durations, place)
        if place == 0 and (opening := _LAST_OPENING.search(before)):
            before = before[opening.end() :]
        case = compile_any_case(grammar.case_before).fullmatch(before)
        if place == 0 and case is None:  # регистрация | на портале –
            case = compile_any_case(rf"(?<!\p{{L}})(?P<case>{grammar.case_phrase})\s*[-–—]\s*$").search(before)
        if case is None:
            return None
        is_phrase = compile_any_case(grammar.case_phrase).fullmatch(case["case"]) is not None
        if not is_phrase and any(token.form for token in Sentence(case["case"], language).tokens):
            return None
        cases.append(case["case"])
    return cases


def _read_outcomes(text: str, start: int, durations: Sequence[Duration], language: str) -> list[str] | None:
    """Return what two lengths are of where it cannot be both: `выдача справки – 2 дня, отказ – 5 дней`."""
    grammar: ProcedureWords = words("procedures", language)
    outcomes: list[str] = []
    for place in range(len(durations)):
        before = _before(text, start, durations, place)
        if place == 0 and (opening := _LAST_OPENING.search(before)):
            before = before[opening.end() :]
        found = _OUTCOME.fullmatch(before)
        sentence = Sentence(before, language)
        if not found or any(sentence.fits(sentence.grammar.finite, at) for at in range(len(sentence.tokens))):
            return None
        outcomes.append(found["outcome"])
    if len(outcomes) != len(PAIR):
        return None
    given, refused, returned = (
        [compile_any_case(pattern).search(outcome) is not None for outcome in outcomes]
        for pattern in (grammar.given, grammar.refused, grammar.returned)
    )
    is_refused = refused[0] != refused[1]
    is_returned = any(returned[one] and given[other] and not given[one] for one, other in (PAIR, PAIR[::-1]))
    return outcomes if is_refused or is_returned else None


def _read_behind(text: str, durations: Sequence[Duration], language: str) -> list[str] | None:
    """Return the cases that stand behind the lengths: `2 дня |при посадке| и 5 дней |при продаже|`."""
    grammar: ProcedureWords = words("procedures", language)
    behind = compile_any_case(
        rf"\s+(?P<case>(?:{grammar.case_opening})\s[^.,;:()–—\d]{{3,200}}?)(?=\s+(?:{grammar.joint})\s+\D{{0,20}}\d|\s*[.,;)]|\s*$)"
    )
    found = [behind.match(text, _span(duration)[1]) for duration in durations]
    return [match["case"] for match in found if match] if all(found) else None
