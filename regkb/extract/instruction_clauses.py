"""Clauses of an instruction: one for each verb, with the words in quotes around it, and the condition behind them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from regkb.extract.blots import BLOT
from regkb.extract.instructions import Instruction
from regkb.lang import words
from regkb.lang.actions import ActionWords
from regkb.lang.amendments import AmendmentWords
from regkb.lang.patterns import compile_any_case
from regkb.repeats import read_once
from regkb.schemas.record import Language, Operation, Span

_EDGES = " ,;.:()"


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of an instruction around one verb, the quotations before it and those that are its object.

    `before` are the words before the verb, `behind` those from the verb to `end`; `is_repeal`: something loses force.
    """

    operation: Operation
    is_repeal: bool
    before: str
    behind: str
    end: int
    quotes: tuple[Span, ...]
    objects: tuple[Span, ...]
    is_last: bool


def cut_at_verbs(instruction: Instruction, language: Language) -> list[Clause]:
    """Return the clauses of an instruction in reading order; none where it has no verb."""
    grammar = _grammar(language)
    plain = instruction.plain
    verbs = _find_verbs(plain, language)
    if not verbs and (end := _end_before_shared_verb(instruction, grammar)):
        return [Clause("replace_words", False, plain[:end], "", end, instruction.quotes, (), True)]
    clauses: list[Clause] = []
    start = 0
    for verb in verbs:
        objects = _find_objects(instruction, verb.end(), grammar)
        end = objects[-1][1] if objects else verb.end()
        operation: Operation = verb.lastgroup
        clauses.append(
            Clause(
                operation,
                is_repeal=grammar.repeal.match(plain, verb.start()) is not None,
                before=plain[start : verb.start()],
                behind=plain[verb.start() : end],
                end=end,
                quotes=tuple(span for span in instruction.quotes if start <= span[0] and span[1] <= verb.start()),
                objects=objects,
                is_last=verb is verbs[-1],
            )
        )
        start = end
    return clauses


def read_condition(instruction: Instruction, end: int, language: Language) -> str | None:
    """Return what is said, wording and basis apart, behind the last clause, which ends at `end`."""
    said = instruction.plain[end:].strip(_EDGES + BLOT)
    if not said or _grammar(language).basis_before.match(said):
        return None
    return instruction.text[end:].strip(_EDGES)


def _end_before_shared_verb(instruction: Instruction, grammar: _Grammar) -> int | None:
    """Return where an item ends whose verb stands in a later one: `«19» саны «23» санымен; | … ауыстырылсын`."""
    if len(instruction.quotes) < 2:
        return None
    ending = grammar.shared.search(instruction.plain)
    if ending is None or any(grammar.after.match(instruction.plain, end) for _, end in instruction.quotes):
        return None
    end: int = ending.end()
    return end


@read_once
def _find_verbs(plain: str, language: Language) -> tuple[regex.Match[str], ...]:
    return tuple(_grammar(language).verb.finditer(plain))


def _find_objects(instruction: Instruction, at: int, grammar: _Grammar) -> tuple[Span, ...]:
    """Return the quotations behind the verb that ends at `at`: `заменить соответственно словами «…» и «…»`."""
    objects: list[Span] = []
    found = grammar.object.match(instruction.plain, at)
    while found:
        quote = next((span for span in instruction.quotes if span[0] == found.end()), None)
        if quote is None:
            break
        objects.append(quote)
        found = grammar.further_object.match(instruction.plain, quote[1])
    return tuple(objects)


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language."""

    verb: regex.Pattern[str]
    repeal: regex.Pattern[str]
    shared: regex.Pattern[str]
    after: regex.Pattern[str]
    object: regex.Pattern[str]
    further_object: regex.Pattern[str]
    basis_before: regex.Pattern[str]


@cache
def _grammar(language: Language) -> _Grammar:
    known: AmendmentWords = words("amendments", language)
    actions: ActionWords = words("actions", language)
    verbs = rf"""
        (?P<replace_whole>{known.replace_whole}) | (?P<replace_words>{known.replace_words})
        | (?P<append>{known.add}) | (?P<delete>{known.delete}|{known.repeal})"""
    return _Grammar(
        verb=regex.compile(rf"(?<!\p{{L}})(?:{verbs})(?!\p{{L}})", regex.IGNORECASE | regex.VERBOSE),
        repeal=regex.compile(known.repeal, regex.IGNORECASE | regex.VERBOSE),
        shared=compile_any_case(known.shared),
        after=compile_any_case(known.after),
        object=compile_any_case(known.object),
        further_object=compile_any_case(known.further_object),
        basis_before=compile_any_case(rf"(?:{actions.basis_before})(?!\p{{L}})"),
    )
