"""The text of an act as it stood on a day: what the base has of its amendments, applied one after the other.

Nothing is guessed: an instruction that does not fit the text, an amending act that did not certainly apply by that day,
and a change of which no wording could be read are all reported, and the text stays as it was there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

import regex

from regkb.errors import RegkbError
from regkb.kb.provisions import find_entry
from regkb.kb.wording import Line, NotApplicable, Wording, place_of
from regkb.lang import words
from regkb.lang.amendments import AmendmentWords
from regkb.schemas.record import Day, Language, Locator, Operation, Paragraph

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


@dataclass(frozen=True, slots=True)
class _Amender:
    """An act that changes another, with the days between which it began to apply."""

    act_id: str
    entry: int
    earliest: Day | None
    latest: Day | None


@dataclass(frozen=True, slots=True)
class _Restatement:
    """A regulation that is put into new words: its annex in the changed act, and in the amending one."""

    at: str
    title: str
    annex: str | None
    by: str | None


@dataclass(frozen=True, slots=True)
class _Instruction:
    """A change of wording as the amending act orders it, and the regulation that it is about."""

    at: str
    operation: Operation
    locator: Locator
    old: str | None
    new: str | None
    condition: str | None
    regulation: str | None
    scope: str | None


def consolidate(
    con: DuckDBPyConnection, act_id: str, on: Day, language: Language | None = None, likely: bool = False
) -> Consolidation:
    """Return the text of an act, which must be in the base, as it stood on the day `on`.

    Acts that amend it are applied in the order in which they began to apply, if that was certainly on or before the
    day; with `likely` also those that may have applied by then. A change that the text has already, as its notes tell,
    is reported where it came later. Raises RegkbError where the text is not in the base.
    """
    found = find_entry(con, act_id, language)
    if found is None:
        raise RegkbError(f"the base has no text of {act_id}", "ingest it")
    entry, spoken = found
    spoken_language: Language = "ru" if spoken == "ru" else "kk"
    paragraphs = _read_paragraphs(con, entry)
    wording = Wording.of(paragraphs)
    result = Consolidation(act_id, spoken_language, on)
    contained = _read_cited(con, entry)
    for amender in _read_amenders(con, act_id, spoken_language):
        is_later = amender.earliest is not None and amender.earliest > on
        doubt = f"it applied from {amender.earliest} on at the earliest" if is_later else None
        doubt = doubt or _doubt(amender, on, likely, contained)
        if doubt is not None:
            (result.left_out if is_later else result.not_applied).append(Step(amender.act_id, None, _ALL, doubt))
            continue
        for step, touches in _apply(con, wording, amender, act_id, spoken_language):
            kept = result.applied if step.why_not is None else result.not_applied
            (kept if touches else result.left_out).append(step)
    told = {step.act_id for step in result.not_applied}
    result.not_applied += [step for step in _read_noted(con, entry, act_id, on, likely) if step.act_id not in told]
    result.lines = wording.lines
    return result


def _doubt(amender: _Amender, on: Day, likely: bool, contained: set[str]) -> str | None:
    """Return why an amending act is left out; None where it is to be applied."""
    if amender.act_id in contained:
        return "the text itself cites it, so that it is a later edition and may have the changes already"
    if likely or (amender.latest is not None and amender.latest <= on):
        return None
    since = f" since {amender.earliest}" if amender.earliest else ""
    return f"it may have applied{since}, but that it did by {on} is not certain"


def _apply(
    con: DuckDBPyConnection, wording: Wording, amender: _Amender, act_id: str, language: Language
) -> Iterator[tuple[Step, bool]]:
    """Apply all that one act changes in another; yield each step, and whether it touches the text in this language."""
    orders: list[tuple[str, str, Callable[[], None]]] = []
    for restatement in _read_restatements(con, amender.entry, act_id):
        what = f"«{restatement.title}» in new words"
        orders.append((restatement.at, what, partial(_restate, con, wording, amender, restatement)))
    for instruction in _read_instructions(con, amender.entry, act_id):
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


def describe_instruction(instruction: _Instruction) -> str:
    """Return an instruction in one line: the operation, the place, and the words in quotes."""
    named = instruction.locator.model_dump(exclude_none=True)
    place = " ".join(f"{kind} {value if isinstance(value, str) else ', '.join(value)}" for kind, value in named.items())
    quoted = [f"«{_shorten(value)}»" for value in (instruction.old, instruction.new) if value]
    return " ".join([instruction.operation.replace("_", " "), place, " → ".join(quoted)]).strip()


def _shorten(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_QUOTE else f"{plain[:_LONGEST_QUOTE]}…"


def _restate(con: DuckDBPyConnection, wording: Wording, amender: _Amender, restatement: _Restatement) -> None:
    """Put the annex of the amending act in the place of the annex that holds the regulation."""
    if restatement.annex is None:
        raise NotApplicable(f"the text has no annex with the title «{restatement.title}»")
    _replace_annex(con, wording, amender, restatement.annex, restatement.by)


def _replace_annex(con: DuckDBPyConnection, wording: Wording, amender: _Amender, annex: str, by: str | None) -> None:
    if by is None:
        raise NotApplicable("the amending act does not tell which of its annexes holds the new wording")
    paragraphs = _read_paragraphs(con, amender.entry, by)
    if not paragraphs:
        raise NotApplicable(f"the amending act has no {by}")
    wording.replace_annex(annex, paragraphs, amender.act_id)


def _change(
    con: DuckDBPyConnection, wording: Wording, amender: _Amender, instruction: _Instruction, language: Language
) -> None:
    """Apply one change of wording. Raises NotApplicable where it does not fit the text, or is for another language."""
    if instruction.regulation is not None and instruction.scope is None:
        raise NotApplicable(f"the text has no annex with the title «{instruction.regulation}»")
    if instruction.condition is not None:
        _check_condition(instruction.condition, language)
    places = place_of(instruction.locator, instruction.scope or "")
    if instruction.operation == "replace_whole" and instruction.new is None:
        own = _read_own_annex(con, amender.entry, instruction.at)
        for place in places:
            _replace_annex(con, wording, amender, place, own)
        return
    for place in places:
        _change_place(wording, place, instruction, amender.act_id)


def _change_place(wording: Wording, place: str, instruction: _Instruction, act_id: str) -> None:
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


def _read_paragraphs(con: DuckDBPyConnection, entry: int, under: str | None = None) -> list[Paragraph]:
    """Return the paragraphs of a text, or those under a path."""
    rows = con.execute(
        "SELECT path, text FROM paragraph WHERE entry = ? AND (? IS NULL OR starts_with(path, ? || '/')) ORDER BY seq",
        [entry, under, under],
    ).fetchall()
    return [Paragraph(path=path, text=text) for path, text in rows]


def _read_cited(con: DuckDBPyConnection, entry: int) -> set[str]:
    """Return the acts that the text itself cites, other than the one that repealed it.

    An act cannot cite one that amended it later: where it does, its text is a later edition, with a note of the change.
    """
    rows = con.execute(
        "SELECT DISTINCT target_act_id FROM reference WHERE entry = ? AND target_act_id NOT IN ("
        " SELECT affecting_act_id FROM effect WHERE entry = ? AND type = 'repeal' AND affecting_act_id IS NOT NULL)",
        [entry, entry],
    ).fetchall()
    return {act_id for (act_id,) in rows}


def _read_noted(con: DuckDBPyConnection, entry: int, act_id: str, on: Day, likely: bool) -> list[Step]:
    """Return the changes that the notes of a text tell of, and that may have come after the day: they stand in it."""
    rows = con.execute(
        'SELECT e.by_act_id, min(e."at"), min(t.earliest), max(t.latest) FROM event e'
        " LEFT JOIN timeline t ON t.act_id = e.by_act_id AND t.kind = 'applied'"
        " WHERE e.evidence_entry = ? AND e.act_id = ? AND e.kind = 'amended' AND e.by_act_id IS NOT NULL"
        " GROUP BY e.by_act_id ORDER BY min(t.earliest), e.by_act_id",
        [entry, act_id],
    ).fetchall()
    why_not = f"a note says so; that it applied by {on} is not certain, and the wording before it is not in this base"
    return [
        Step(by, at, "the text has its change already", why_not)
        for by, at, earliest, latest in rows
        if not (latest is not None and latest <= on) and not (likely and (earliest is None or earliest <= on))
    ]


def _read_amenders(con: DuckDBPyConnection, act_id: str, language: Language) -> list[_Amender]:
    """Return the acts in the base that amend or restate an act, in the order in which they began to apply."""
    rows = con.execute(
        "SELECT e.act_id, max(e.entry), min(t.earliest), max(t.latest) FROM effect e"
        " JOIN act ON act.id = e.act_id LEFT JOIN timeline t ON t.act_id = e.act_id AND t.kind = 'applied'"
        " WHERE e.affected_act_id = ? AND e.act_id <> ? AND e.type IN ('amend', 'restate') AND e.language = ?"
        " GROUP BY e.act_id, act.date, act.number"
        " ORDER BY coalesce(max(t.latest), min(t.earliest)), min(t.earliest), act.date, act.number, e.act_id",
        [act_id, act_id, language],
    ).fetchall()
    return [_Amender(*row) for row in rows]


def _read_restatements(con: DuckDBPyConnection, entry: int, act_id: str) -> list[_Restatement]:
    """Return the regulations that a text puts into new words, in reading order."""
    rows = con.execute(
        "SELECT e.at, affected_title, affected_path FROM effect e"
        " WHERE entry = ? AND type = 'restate' AND affected_act_id = ? AND affected_title IS NOT NULL ORDER BY seq",
        [entry, act_id],
    ).fetchall()
    return [_Restatement(at, title, annex, _read_own_annex(con, entry, at)) for at, title, annex in rows]


def _read_own_annex(con: DuckDBPyConnection, entry: int, at: str) -> str | None:
    """Return the annex of the text itself that the paragraph at `at` names; None unless it names exactly one."""
    rows = con.execute(
        "SELECT DISTINCT target_path FROM reference r"
        " WHERE entry = ? AND r.at = ? AND self = 'act' AND starts_with(target_path, 'annex:')",
        [entry, at],
    ).fetchall()
    return str(rows[0][0]) if len(rows) == 1 else None


def _read_instructions(con: DuckDBPyConnection, entry: int, act_id: str) -> list[_Instruction]:
    """Return the changes of wording that a text orders in an act, in reading order."""
    rows = con.execute(
        "SELECT a.at, a.operation, a.articles, a.points, a.subpoints, a.paragraphs, a.annexes,"
        " a.old_words, a.new_words, a.condition, a.affected_title, a.affected_path"
        " FROM amendment a WHERE a.entry = ? AND a.target_act_id = ? ORDER BY a.seq",
        [entry, act_id],
    ).fetchall()
    return [_make_instruction(*row) for row in rows]


def _make_instruction(at: str, operation: Operation, *columns: Any) -> _Instruction:
    *numbers, old, new, condition, regulation, scope = columns
    kinds = ("article", "point", "subpoint", "paragraph", "annex")
    locator = Locator(
        **{kind: found[0] if len(found) == 1 else found for kind, found in zip(kinds, numbers, strict=True) if found}
    )
    return _Instruction(at, operation, locator, old, new, condition, regulation, scope)
