"""The text of an act as it stood on a day: what the base has of its amendments, applied one after the other.

Nothing is guessed: an instruction that does not fit the text, an amending act that did not certainly apply by that day,
and a change of which no wording could be read are all reported, and the text stays as it was there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import regex

from regkb.kb.amenders import (
    Amender,
    Instruction,
    Restatement,
    read_amenders,
    read_cited,
    read_instructions,
    read_noted,
    read_own_annex,
    read_paragraphs,
    read_restatements,
)
from regkb.kb.provisions import find_entry
from regkb.kb.wording import Line, NotApplicable, Wording, place_of
from regkb.lang import words
from regkb.lang.amendments import AmendmentWords
from regkb.schemas.record import Day, Language, Locator

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_LONGEST_QUOTE = 60
"""Characters of a quotation that a message shows."""
_ALL = "all its changes"


class OtherLanguage(NotApplicable):
    """A change that holds for the text in another language alone."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change that was, or was not, applied: by which act, where it says so, what, and why not."""

    act_id: str
    at: str | None
    what: str
    why_not: str | None = None


@dataclass(slots=True)
class Consolidation:
    """An act's text on a day; `left_out` are changes that do not touch it: later ones, those of the other language."""

    act_id: str
    language: Language
    on: Day
    lines: list[Line] = field(default_factory=list)
    applied: list[Step] = field(default_factory=list)
    not_applied: list[Step] = field(default_factory=list)
    left_out: list[Step] = field(default_factory=list)

    def sources(self) -> list[str]:
        """Return the acts from which words come, or by which they went, in the order in which they were applied."""
        return list(dict.fromkeys(step.act_id for step in self.applied))


def consolidate(
    con: DuckDBPyConnection, act_id: str, on: Day, language: Language | None = None, likely: bool = False
) -> Consolidation:
    """Return the text of an act, which must be in the base, as it stood on the day `on`.

    Acts that amend it are applied in the order in which they began to apply, if that was certainly on or before the
    day; with `likely` also those that may have applied by then. A change that the text has already, as its notes tell,
    is reported where it came later. Raises RegkbError where the text is not in the base.
    """
    entry, spoken = find_entry(con, act_id, language)
    wording = Wording.of(read_paragraphs(con, entry))
    result = Consolidation(act_id, spoken, on)
    contained = read_cited(con, entry)
    for amender in read_amenders(con, act_id, spoken):
        is_later = amender.earliest is not None and amender.earliest > on
        doubt = f"it applied from {amender.earliest} on at the earliest" if is_later else None
        never = None if is_later else _tell_never(amender)
        doubt = doubt or never or _doubt(amender, on, likely, contained)
        if doubt is not None:
            (result.left_out if is_later or never else result.not_applied).append(
                Step(amender.act_id, None, _ALL, doubt)
            )
            continue
        for step, touches in _apply(con, wording, amender, act_id, spoken):
            kept = result.applied if step.why_not is None else result.not_applied
            (kept if touches else result.left_out).append(step)
    told = {step.act_id for step in result.not_applied}
    result.not_applied += [step for step in _tell_noted(con, entry, act_id, on, likely) if step.act_id not in told]
    result.lines = wording.lines
    return result


def _tell_noted(con: DuckDBPyConnection, entry: int, act_id: str, on: Day, likely: bool) -> Iterator[Step]:
    """Yield the changes that the notes of a text tell of, and that may have come after the day: they stand in it."""
    why_not = f"a note says so; that it applied by {on} is not certain, and the wording before it is not in this base"
    for noted in read_noted(con, entry, act_id):
        had_come = noted.latest is not None and noted.latest <= on
        may_have_come = noted.earliest is None or noted.earliest <= on
        if not had_come and not (likely and may_have_come):
            yield Step(noted.act_id, noted.at, "the text has its change already", why_not)


def _doubt(amender: Amender, on: Day, likely: bool, contained: set[str]) -> str | None:
    """Return why an amending act is left out; None where it is to be applied."""
    if amender.act_id in contained:
        return "the text itself cites it, so that it is a later edition and may have the changes already"
    if amender.ended and amender.latest and (first := amender.ended[0]) and first <= amender.latest:
        return f"it may have been repealed, since {first}, before it applied"
    if likely or (amender.latest is not None and amender.latest <= on):
        return None
    since = f" since {amender.earliest}" if amender.earliest else ""
    return f"it may have applied{since}, but that it did by {on} is not certain"


def _tell_never(amender: Amender) -> str | None:
    """Return why an act that was repealed before it applied changed nothing; None where it may have."""
    last = amender.ended[1] if amender.ended else None
    if last is None or amender.earliest is None or last > amender.earliest:
        return None
    return f"it was repealed by {last}, before it applied"


def _apply(
    con: DuckDBPyConnection, wording: Wording, amender: Amender, act_id: str, language: Language
) -> Iterator[tuple[Step, bool]]:
    """Apply all that one act changes in another; yield each step, and whether it touches the text in this language."""
    orders: list[tuple[str, str, Callable[[], None]]] = []
    for restatement in read_restatements(con, amender.entry, act_id):
        what = f"«{restatement.title}» in new words"
        orders.append((restatement.at, what, partial(_restate, con, wording, amender, restatement)))
    for instruction in read_instructions(con, amender.entry, act_id):
        what = describe_instruction(instruction)
        orders.append((instruction.at, what, partial(_change, con, wording, amender, instruction, language)))
    for at, what, order in orders:
        why_not, touches = None, True
        try:
            order()
        except NotApplicable as reason:
            why_not, touches = str(reason), not isinstance(reason, OtherLanguage)
        yield Step(amender.act_id, at, what, why_not), touches
    if not orders:
        yield Step(amender.act_id, None, _ALL, "no change of wording could be read from its text"), True


def describe_instruction(instruction: Instruction) -> str:
    """Return an instruction in one line: the operation, the place, and the words in quotes."""
    named = instruction.locator.model_dump(exclude_none=True)
    place = " ".join(f"{kind} {value if isinstance(value, str) else ', '.join(value)}" for kind, value in named.items())
    quoted = [f"«{_shorten(value)}»" for value in (instruction.old, instruction.new) if value]
    return " ".join([instruction.operation.replace("_", " "), place, " → ".join(quoted)]).strip()


def _shorten(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_QUOTE else f"{plain[:_LONGEST_QUOTE]}…"


def _restate(con: DuckDBPyConnection, wording: Wording, amender: Amender, restatement: Restatement) -> None:
    """Put the annex of the amending act in the place of the annex that holds the regulation."""
    if restatement.annex is None:
        raise NotApplicable(f"the text has no annex with the title «{restatement.title}»")
    _replace_annex(con, wording, amender, restatement.annex, restatement.by)


def _replace_annex(con: DuckDBPyConnection, wording: Wording, amender: Amender, annex: str, by: str | None) -> None:
    if by is None:
        raise NotApplicable("the amending act does not tell which of its annexes holds the new wording")
    paragraphs = read_paragraphs(con, amender.entry, by)
    if not paragraphs:
        raise NotApplicable(f"the amending act has no {by}")
    wording.replace_annex(annex, paragraphs, amender.act_id)


def _change(
    con: DuckDBPyConnection, wording: Wording, amender: Amender, instruction: Instruction, language: Language
) -> None:
    """Apply one change of wording. Raises NotApplicable where it does not fit the text, or is for another language."""
    if instruction.regulation is not None and instruction.scope is None:
        raise NotApplicable(f"the text has no annex with the title «{instruction.regulation}»")
    if instruction.condition is not None:
        _check_condition(instruction.condition, language)
    places = place_of(instruction.locator, instruction.scope or "")
    if instruction.operation == "replace_whole" and instruction.new is None:
        own = read_own_annex(con, amender.entry, instruction.at)
        for place in places:
            _replace_annex(con, wording, amender, place, own)
        return
    for place in places:
        _change_place(wording, place, instruction, amender.act_id)


def _change_place(wording: Wording, place: str, instruction: Instruction, act_id: str) -> None:
    old, new, operation = instruction.old, instruction.new, instruction.operation
    number = _paragraph_number(instruction.locator)
    if operation == "delete" and old is not None:
        wording.delete_words(place, old, act_id)
    elif operation == "delete":
        if number is None:
            wording.delete_provision(place, act_id)
        else:
            wording.delete_paragraph(place, number, act_id)
    elif new is None:
        raise NotApplicable("the new words could not be read")
    elif operation == "replace_words" and old is not None:
        wording.replace_words(place, old, new, act_id)
    elif operation == "insert_after" and old is not None:
        wording.insert_after(place, old, new, act_id)
    elif operation == "replace_whole":
        if number is None:
            wording.replace_provision(place, new, act_id)
        else:
            wording.replace_paragraph(place, number, new, act_id)
    elif operation == "append":
        _append(wording, place, number, new, act_id)
    else:
        raise NotApplicable("the words that are to go could not be read")


def _append(wording: Wording, place: str, number: int | None, new: str, act_id: str) -> None:
    """Add a paragraph that has a number, a provision that the text does not have, or words at the end of one."""
    if number is not None:
        wording.add_paragraph(place, number, new, act_id)
    elif wording.has(place):
        wording.append_words(place, new, act_id)
    else:
        wording.add_provision(place, new, act_id)


def _paragraph_number(locator: Locator) -> int | None:
    """Return the number of the paragraph (абзац) that a locator names; None: it names none."""
    value = locator.paragraph
    if value is None:
        return None
    if not isinstance(value, str) or not value.isdigit():
        raise NotApplicable("several paragraphs at once")
    return int(value)


def _check_condition(condition: str, language: Language) -> None:
    """Raise NotApplicable unless a condition is known to leave the text in this language concerned."""
    known: AmendmentWords = words("amendments", language)
    patterns = known.only_in.items()
    concerned = [spoken for spoken, pattern in patterns if regex.search(pattern, condition, regex.IGNORECASE)]
    if concerned == [language]:
        return
    if len(concerned) == 1:
        raise OtherLanguage(f"it holds for the text in {concerned[0]} alone")
    raise NotApplicable(f"it holds under a condition: «{condition}»")
