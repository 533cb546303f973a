"""Steps of a procedure: their inner label, who does them, how long they take, and what comes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

import regex

from regkb.extract.actors import find_actor
from regkb.extract.brackets import length_inside_bracket
from regkb.extract.durations import find_durations, find_number_conflicts
from regkb.extract.inline_branches import add_cases
from regkb.extract.listings import Item, number_width
from regkb.extract.provisions import Provision
from regkb.extract.roles import match_role
from regkb.extract.step_actors import find_step_actor
from regkb.lang import words
from regkb.lang.actors import ActorWords
from regkb.lang.patterns import compile_any_case, compile_folded, cut
from regkb.lang.procedures import ProcedureWords
from regkb.repeats import read_once
from regkb.schemas.record import Diagnostic, Duration, Step

CLOSING = " \n;.,:"
SENTENCE_BREAK = regex.compile(r"[.;(]|\s[-–—]\s")
WORD = regex.compile(r"\p{L}[\p{L}-]*+")
BRACKET = regex.compile(r"\([^()]*\)")
JOINT_BEFORE = regex.compile(r"\s*[,–—-]\s*$")
BRACKET_BEFORE = regex.compile(r"\s*\(\s*$")
DASH_BEFORE = regex.compile(r"\s*[-–—]\s*$")


def read_step(item: Item, language: str) -> Step:
    """Return a list item as a step of a procedure.

    The text keeps an inner label (`1 шарт –`), which is a field too; a step that goes on in unnumbered paragraphs has
    them on lines of their own. Durations are read from all paragraphs that do not tell the term of the service, each
    with the path and the offsets of its paragraph.
    """
    grammar: ProcedureWords = words("procedures", language)
    text = item.text
    label = compile_any_case(grammar.label).match(text)
    actor, told = find_step_actor(item, language) or (None, None)
    return Step(
        number=item.number,
        text=text,
        actor=actor,
        actor_role=match_role(actor, language, told) if actor and told else None,
        durations=read_item_durations(item, language, without=find_service_terms(item, language)),
        result=read_result(text, language),
        at=item.path,
        index=item.paragraphs[0].index,
        label=label["label"].strip() if label else None,
        kind=_kind(label),
    )


def read_item_durations(item: Item, language: str, without: Sequence[Provision] = ()) -> list[Duration]:
    """Return the lengths of time in all paragraphs of a list item but `without`; the unnumbered ones are branches."""
    left_out = {provision.index for provision in without}
    return [
        duration
        for part in item.paragraphs
        if part.index not in left_out
        for duration in read_durations(part, language, is_branch=part is not item.paragraphs[0])
    ]


def find_service_terms(item: Item, language: str) -> list[Provision]:
    """Return the unnumbered paragraphs of a list item that tell the term of the service as a whole.

    `… болмаған жағдайда мемлекеттік қызмет көрсету мерзімі – 3 жұмыс күні` below the step that finds this out.
    """
    grammar: ProcedureWords = words("procedures", language)
    term = compile_folded(rf"(?:{grammar.service_term})\s*[-–—:]\s*(?=\d)")
    return [paragraph for paragraph in item.paragraphs[1:] if term.search(paragraph.text)]


def read_durations(paragraph: Provision, language: str, *, is_branch: bool = False) -> list[Duration]:
    """Return the lengths of time in a paragraph, with its path, their offsets in it, and the case that each holds for.

    The case is the clause before it (`… берген жағдайда`), or behind one that opens the paragraph; in a branch of a
    step, all that stands before the dash (`көтерме жәрдемақы төлеу – 26 жұмыс күні ішінде;`), unless it tells an act.
    """
    durations: list[Duration] = []
    start = number_width(paragraph.text)
    for duration in find_durations(paragraph.text, language):
        assert duration.span is not None
        begin, end = duration.span
        before = paragraph.text[start:begin]
        condition = _read_condition(before, is_branch and not durations, language)
        if condition is None and not durations:
            condition = _read_condition_behind(before, paragraph.text[end:], language)
        place = {"at": paragraph.path, "index": paragraph.index}
        durations.append(duration.model_copy(update={**place, "condition": condition}))
        start = end
    return add_cases(paragraph.text, number_width(paragraph.text), durations, language)


@read_once
def is_case(text: str, language: str) -> bool:
    """Tell whether a list item is nothing but a case and the length that holds for it: `бас тарту кезінде – 8 күн`."""
    grammar: ProcedureWords = words("procedures", language)
    first = next(iter(find_durations(text, language)), None)
    if first is None or first.span is None:
        return False
    before = text[: first.span[0]]
    clause = compile_folded(grammar.branch).match(before)
    return clause is not None and DASH_BEFORE.fullmatch(before, clause.end()) is not None


@read_once
def find_limit_words(text: str, language: str) -> re.Match[str] | None:
    """Return the first words in `text` that name a limit on the service: `күтудің ең ұзақ уақыты`."""
    grammar: ProcedureWords = words("procedures", language)
    return compile_folded(grammar.limit_sentence).search(text)


@read_once
def is_limit(text: str, language: str) -> bool:
    """Tell whether a list item is nothing but a limit on the service: `күтудің ең ұзақ уақыты – 15 минут`.

    Behind what is done the limit is that of a step: `маман тіркейді, ең ұзақ уақыты – 15 минут`.
    """
    limit = find_limit_words(text, language)
    if limit is None or SENTENCE_BREAK.search(text, 0, limit.start()):
        return False
    finite = compile_folded(words("actors", language).finite)
    return not any(finite.fullmatch(word) for word in WORD.findall(text[: limit.start()].lower()))


@read_once
def read_result(text: str, language: str) -> str | None:
    """Return what the step says comes of it (`Нәтижесі – өтінішті тіркеу;`), without closing punctuation."""
    grammar: ProcedureWords = words("procedures", language)
    found = compile_folded(grammar.result).search(text)
    if found is None:
        return None
    result = cut(text, found, found.lastgroup or "result")
    end = compile_any_case(grammar.result_end).search(result)
    result = result[: end.start() if end else None]
    result = result[: length_inside_bracket(result)].strip(CLOSING)
    length = next(reversed(find_durations(result, language)), None)
    if length is not None and length.span is not None and result[length.span[1] :] in ("", ")"):
        # `нәтижесі – тіркеу, | 15 минут`, `нәтижесі – тіркеу | (15 минут)`
        joint = (JOINT_BEFORE if length.span[1] == len(result) else BRACKET_BEFORE).search(result, 0, length.span[0])
        result = result[: joint.start()] if joint else result
    return result or None


def check_numbers(paragraph: Provision, language: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each length of time whose figure and words differ: `15 (он) минут`."""
    for conflict in find_number_conflicts(paragraph.text, language):
        yield Diagnostic(
            code="duration.figure_and_words",
            at=paragraph.path,
            message=f"the figure says {conflict.figure}, the words say {conflict.words}: {conflict.text}",
        )


@read_once
def _read_condition(before: str, is_branch: bool, language: str) -> str | None:
    grammar: ProcedureWords = words("procedures", language)
    clauses = list(compile_folded(grammar.branch).finditer(before))
    # `негізгі, жалпы білім алу үшін –`: a comma cuts no branch that is nothing but its case
    is_whole = is_branch and clauses and DASH_BEFORE.fullmatch(before, clauses[-1].end())
    if clauses and not is_whole:
        return _before_act(_inside_bracket(cut(before, clauses[-1], "branch")), language).strip(CLOSING)
    if is_branch and compile_folded(grammar.measure).search(before):
        return None  # `Ұзақтығы – 15 минут` tells no case
    if is_branch and DASH_BEFORE.search(before) and (is_whole or not _tells_act(before, language)):
        case = DASH_BEFORE.sub("", before).strip(CLOSING)
        return None if compile_folded(grammar.names_length).fullmatch(case) else case or None
    return None


def _before_act(clause: str, language: str) -> str:
    """Return a clause without what is done in that case: `в случае отказа | специалист готовит ответ`.

    Where owners stand before what they own, the verb stands last, and the pattern of the clause has ended before it.
    """
    grammar: ActorWords = words("actors", language)
    finite = compile_folded(grammar.finite)
    verb = next((word.start() for word in WORD.finditer(clause) if finite.fullmatch(word[0].lower())), None)
    own_verb = compile_folded(words("procedures", language).own_verb)
    if verb is None or not grammar.owner_follows or own_verb.search(clause):
        return clause
    actor = find_actor(clause, language)
    return clause[: actor.span[0] if actor and 0 < actor.span[0] < verb else verb]


def _tells_act(text: str, language: str) -> bool:
    """Tell whether a branch says what is done, not in which case: `өтінішті тіркейді – 5 минут`.

    The verb closes it where owners stand before what they own; elsewhere it may stand anywhere.
    """
    grammar: ActorWords = words("actors", language)
    found = WORD.findall(BRACKET.sub(" ", text).lower())
    finite = compile_folded(grammar.finite)
    return any(finite.fullmatch(word) for word in (found if grammar.owner_follows else found[-1:]))


def _read_condition_behind(before: str, after: str, language: str) -> str | None:
    """Return the case behind a length that opens a step: `екі күн ішінде құжаттар толық болған жағдайда …`.

    Where something is done before, the case is that of what follows.
    """
    grammar: ProcedureWords = words("procedures", language)
    label = compile_any_case(grammar.label).match(before)
    if before[label.end() if label else 0 :].strip():
        return None
    found = compile_folded(grammar.branch_behind).match(after)
    if found is None or compile_folded(grammar.done).search(found["branch"]):
        return None
    return cut(after, found, "branch").strip()


def _inside_bracket(clause: str) -> str:
    """Return what stands in a bracket that `clause` leaves open, else all of it: `30 минут (қысқы кезде – …`."""
    _, bracket, inside = clause.rpartition("(")
    return inside if bracket and ")" not in inside else clause


def _kind(label: regex.Match[str] | None) -> Literal["action", "process", "condition"]:
    if label is None:
        return "action"
    return "condition" if label["condition"] else "process"
