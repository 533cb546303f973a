"""What the base has of the changes to an act: which acts change it, and how they say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from regkb.kb.rows import LOCATOR_KINDS
from regkb.schemas.record import Day, Language, Locator, Operation, Paragraph

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Amender:
    """An act that changes another, with the days between which it began to apply.

    `ended` are the days between which another act repealed it, where one did.
    """

    act_id: str
    entry: int
    earliest: Day | None
    latest: Day | None
    ended: tuple[Day | None, Day | None] | None = None


@dataclass(frozen=True, slots=True)
class Restatement:
    """A regulation that is put into new words: its annex in the changed act, and in the amending one."""

    at: str
    title: str
    annex: str | None
    by: str | None


@dataclass(frozen=True, slots=True)
class Instruction:
    """A change of wording as the amending act orders it, and the regulation that it is about."""

    at: str
    operation: Operation
    locator: Locator
    old: str | None
    new: str | None
    condition: str | None
    regulation: str | None
    scope: str | None


@dataclass(frozen=True, slots=True)
class Noted:
    """A change that a note at `at` tells of, by which act, with the days between which that began to apply."""

    act_id: str
    at: str
    earliest: Day | None
    latest: Day | None


def read_paragraphs(con: DuckDBPyConnection, entry: int, under: str | None = None) -> list[Paragraph]:
    """Return the paragraphs of a text, or those under a path."""
    rows = con.execute(
        "SELECT path, text FROM paragraph WHERE entry = ? AND (? IS NULL OR starts_with(path, ? || '/')) ORDER BY seq",
        [entry, under, under],
    ).fetchall()
    return [Paragraph(path=path, text=text) for path, text in rows]


def read_cited(con: DuckDBPyConnection, entry: int) -> set[str]:
    """Return the acts that the text itself cites, other than the one that repealed it.

    An act cannot cite one that amended it later: where it does, its text is a later edition, with a note of the change.
    """
    rows = con.execute(
        "SELECT DISTINCT target_act_id FROM reference WHERE entry = ? AND target_act_id NOT IN ("
        " SELECT affecting_act_id FROM effect WHERE entry = ? AND type = 'repeal' AND affecting_act_id IS NOT NULL)",
        [entry, entry],
    ).fetchall()
    return {act_id for (act_id,) in rows}


def read_noted(con: DuckDBPyConnection, entry: int, act_id: str) -> list[Noted]:
    """Return the changes that the notes of a text tell of, by the day on which they began to apply."""
    rows = con.execute(
        'SELECT e.by_act_id, min(e."at"), min(t.earliest), max(t.latest) FROM event e'
        " LEFT JOIN timeline t ON t.act_id = e.by_act_id AND t.kind = 'applied'"
        " WHERE e.evidence_entry = ? AND e.act_id = ? AND e.kind = 'amended' AND e.by_act_id IS NOT NULL"
        " GROUP BY e.by_act_id ORDER BY min(t.earliest), e.by_act_id",
        [entry, act_id],
    ).fetchall()
    return [Noted(*row) for row in rows]


def read_amenders(con: DuckDBPyConnection, act_id: str, language: Language) -> list[Amender]:
    """Return the acts in the base that amend or restate an act, in the order in which they began to apply."""
    rows = con.execute(
        "SELECT e.act_id, max(e.entry), min(t.earliest), max(t.latest), any_value(r.earliest), any_value(r.latest),"
        " bool_or(r.act_id IS NOT NULL) FROM effect e"
        " JOIN act ON act.id = e.act_id LEFT JOIN timeline t ON t.act_id = e.act_id AND t.kind = 'applied'"
        " LEFT JOIN (SELECT act_id, min(earliest) AS earliest, min(latest) AS latest FROM timeline"
        "  WHERE kind = 'repealed' AND by_act_id IS NOT NULL GROUP BY act_id) r ON r.act_id = e.act_id"
        " WHERE e.affected_act_id = ? AND e.act_id <> ? AND e.type IN ('amend', 'restate') AND e.language = ?"
        " GROUP BY e.act_id, act.date, act.number"
        " ORDER BY coalesce(max(t.latest), min(t.earliest)), min(t.earliest), act.date, act.number, e.act_id",
        [act_id, act_id, language],
    ).fetchall()
    return [
        Amender(act, entry, start, since, (first, last) if is_ended else None)
        for act, entry, start, since, first, last, is_ended in rows
    ]


def read_restatements(con: DuckDBPyConnection, entry: int, act_id: str) -> list[Restatement]:
    """Return the regulations that a text puts into new words, in reading order."""
    rows = con.execute(
        "SELECT e.at, affected_title, affected_path FROM effect e"
        " WHERE entry = ? AND type = 'restate' AND affected_act_id = ? AND affected_title IS NOT NULL ORDER BY seq",
        [entry, act_id],
    ).fetchall()
    return [Restatement(at, title, annex, read_own_annex(con, entry, at)) for at, title, annex in rows]


def read_own_annex(con: DuckDBPyConnection, entry: int, at: str) -> str | None:
    """Return the annex of the text itself that the paragraph at `at` names; None unless it names exactly one."""
    rows = con.execute(
        "SELECT DISTINCT target_path FROM reference r"
        " WHERE entry = ? AND r.at = ? AND self = 'act' AND starts_with(target_path, 'annex:')",
        [entry, at],
    ).fetchall()
    return str(rows[0][0]) if len(rows) == 1 else None


def read_instructions(con: DuckDBPyConnection, entry: int, act_id: str) -> list[Instruction]:
    """Return the changes of wording that a text orders in an act, in reading order."""
    rows = con.execute(
        "SELECT a.at, a.operation, a.articles, a.points, a.subpoints, a.paragraphs, a.annexes,"
        " a.old_words, a.new_words, a.condition, a.affected_title, a.affected_path"
        " FROM amendment a WHERE a.entry = ? AND a.target_act_id = ? ORDER BY a.seq",
        [entry, act_id],
    ).fetchall()
    return [_make_instruction(*row) for row in rows]


def _make_instruction(at: str, operation: Operation, *columns: Any) -> Instruction:
    *numbers, old, new, condition, regulation, scope = columns
    named = {kind: found for kind, found in zip(LOCATOR_KINDS, numbers, strict=True) if found}
    locator = Locator(**{kind: found[0] if len(found) == 1 else found for kind, found in named.items()})
    return Instruction(at, operation, locator, old, new, condition, regulation, scope)
