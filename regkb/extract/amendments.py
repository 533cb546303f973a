"""Changes of wording that an act orders: which place, what is done, which words go and which come.

An instruction is a paragraph of the act itself; the wording that it brings stands in quotes inside it, or in the
paragraphs that follow (path `…/quote`), whose points are no points of the act.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from regkb.extract.amended_places import place_clause, read_locators
from regkb.extract.amended_regulations import name_regulations
from regkb.extract.following_wording import read_following_wording
from regkb.extract.instruction_clauses import Clause, cut_at_verbs, read_condition
from regkb.extract.instructions import Instruction, read_instruction
from regkb.extract.opened_paths import find_opened, open_path
from regkb.extract.ordering_text import OrderingText
from regkb.extract.partial_repeals import RepealedPart
from regkb.extract.provisions import Provision
from regkb.extract.quotations import unquote_wording
from regkb.extract.wording_changes import Change, read_changes
from regkb.schemas.record import Action, ActRef, Amendment, Diagnostic, Locator

_LONGEST_QUOTE = 200


def find_amendments(
    act: OrderingText, actions: Sequence[Action], repealed_parts: Sequence[RepealedPart] = ()
) -> tuple[list[Amendment], list[Diagnostic]]:
    """Return the changes of wording in reading order; `actions` and `repealed_parts` are those of the same act.

    A place that an instruction leaves out is the one named before it (`5-тармақта:` and then a list). `target` is the
    act cited last in the same point, and where the act amends several by one sentence, each of them in its turn;
    `affected_title` the one regulation that the instruction amends, or the sentence that opens its list; where that
    tells no title, the noun by which it is called: its points are not those of the act. What stands behind the last
    verb (`орыс тіліндегі мәтінге ғана …`) is the condition. An annex
    that gets the wording of an annex of the amending act has no `new`. A part of an act that is repealed is deleted.

    A change of a title, a preamble or a chapter, which no locator names, is no amendment but a diagnostic.
    """
    amending: dict[str, list[Action]] = {}
    for action in actions:
        if action.type == "amend":
            amending.setdefault(action.at, []).append(action)
    read = [each for point in (*act.points, *act.annexed.changes) for each in _read_point(point, act, amending)]
    repealed = [
        Amendment(
            at=part.provision.path,
            index=part.provision.index,
            locator=part.locator,
            operation="delete",
            target=part.target,
        )
        for part in repealed_parts
    ]
    amendments = [*(each for each in read if isinstance(each, Amendment)), *repealed]
    return (
        sorted(amendments, key=lambda amendment: amendment.index or 0),
        [each for each in read if isinstance(each, Diagnostic)],
    )


@dataclass(frozen=True, slots=True)
class _Scope:
    """What an instruction is about: the acts that its point cites, the regulations `named` in it.

    `affected_title` is the one regulation that it amends or what opens its list; `around` the place opened above it.
    """

    targets: tuple[ActRef, ...]
    named: Sequence[str]
    affected_title: str | None
    around: Locator | None


def _read_point(
    point: Sequence[Provision], act: OrderingText, amending: Mapping[str, Sequence[Action]]
) -> Iterator[Amendment | Diagnostic]:
    """Yield the amendments that the paragraphs of one point order, and what could not be read as one."""
    targets: tuple[ActRef, ...] = ()
    opened_regulations: dict[str, list[str]] = {}
    opened_places: dict[str, Locator | None] = {}
    for provision in point:
        path = provision.path
        here = amending.get(path, ())
        amended = [action.target for action in here if isinstance(action.target, ActRef)]
        instruction = read_instruction(provision, act, amended)
        targets = instruction.acts or targets
        named = name_regulations(instruction, here, act.language)
        if (named or instruction.acts) and instruction.opens_list:
            open_path(opened_regulations, path, named)
        # приложение 5 к указанному постановлению: of the act, not of the regulation that was opened above
        regulations = named or ([] if instruction.acts else find_opened(opened_regulations, path) or [])
        around = find_opened(opened_places, path)
        if named and around is not None:  # a regulation lies in no point: the one opened above was another's
            around = Locator(annex=around.annex) if around.annex is not None else None
        clauses = cut_at_verbs(instruction, act.language)
        if clauses:
            scope = _Scope(targets, named, regulations[0] if len(regulations) == 1 else None, around)
            yield from _read_instruction(provision, instruction, clauses, scope, act)
        elif instruction.opens_list:
            open_path(opened_places, path, read_locators(instruction.plain, around, act.language)[-1])


def _read_instruction(
    provision: Provision, instruction: Instruction, clauses: Sequence[Clause], scope: _Scope, act: OrderingText
) -> Iterator[Amendment | Diagnostic]:
    """Yield the amendments that the clauses of one instruction order; each begins at the place of the one before."""
    text, around = instruction.text, scope.around
    condition = read_condition(instruction, clauses[-1].end, act.language)
    for clause in clauses:
        locators = place_clause(clause, around, act.language)
        if not locators:
            yield _report_unplaced(provision)
            continue
        around = locators[-1]
        is_placed = locators != [None]
        if clause.is_repeal and (instruction.acts or not scope.targets or not is_placed):
            continue  # an act is repealed, or a part that it names: an action
        if clause.operation == "delete" and not is_placed and _names_whole(clause, text, scope.named):
            yield _report_whole(provision)
            continue
        following = read_following_wording(clause, provision, act.paragraphs)
        for change in read_changes(clause, text, following, act.language):
            if change.operation == "replace_words" and None in (change.old, change.new):
                yield _report_unpaired(provision)
                continue
            if change == Change("delete") and not is_placed:
                continue  # елді мекен есептен шығарылсын: no wording goes
            if change.operation == "replace_whole" and change.new is None and around is None:
                continue  # a whole regulation put into new words: an action, not a change of wording
            for locator, target in product(locators, scope.targets or (None,)):
                yield Amendment(
                    at=provision.path,
                    index=provision.index,
                    locator=locator,
                    operation=change.operation,
                    old=change.old,
                    new=change.new,
                    condition=condition if clause.is_last else None,
                    target=target,
                    affected_title=scope.affected_title,
                )


def _names_whole(clause: Clause, text: str, named: Sequence[str]) -> bool:
    """Tell whether a clause quotes nothing but the titles of the regulations `named`."""
    quoted = {unquote_wording(text[start:end]) for start, end in (*clause.quotes, *clause.objects)}
    return bool(named) and quoted <= set(named)


def _report_unplaced(provision: Provision) -> Diagnostic:
    message = f"a change of a title, a preamble or a chapter is not read as an amendment: {_quote(provision)}"
    return Diagnostic(code="amendment.place_without_locator", at=provision.path, message=message, severity="info")


def _report_unpaired(provision: Provision) -> Diagnostic:
    message = f"which words give way to which could not be read: {_quote(provision)}"
    return Diagnostic(code="amendment.words_unpaired", at=provision.path, message=message)


def _report_whole(provision: Provision) -> Diagnostic:
    message = f"a whole regulation goes, which is no change of its wording: {_quote(provision)}"
    return Diagnostic(code="amendment.regulation_deleted", at=provision.path, message=message, severity="info")


def _quote(provision: Provision) -> str:
    return provision.text[:_LONGEST_QUOTE]
