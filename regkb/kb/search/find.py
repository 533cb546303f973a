"""Finding and ranking: BM25 in plain SQL over the postings, then over the words of the best acts."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import log
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from regkb.kb.search.ask import Question, mark_words, read_question
from regkb.kb.search.index import (
    IMPACT_SCALE,
    IS_TITLE,
    KINDS,
    LENGTH_SHARE,
    ORDINARY_LENGTH,
    SATURATION,
    TITLE_WEIGHT,
    TOKEN,
)
from regkb.kb.search.stem import stem
from regkb.schemas.record import Span

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Kind = Literal["act", "paragraph", "service", "step"]

CANDIDATES_AN_ACT = 5
CANDIDATES_A_UNIT = 20
"""How many acts are looked into for each hit that is wanted."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: an act with its best paragraph, or a paragraph, service or step.

    `path` is the paragraph's place in the act, `text` its words, `marks` where in them the words that were asked for
    stand (`[start, end)`, characters). The greater `score`, the better; it means something within one answer only.
    """

    kind: Kind
    act_id: str
    language: str
    title: str | None
    issuer: str | None
    number: str | None
    date: datetime.date | None
    path: str | None
    text: str
    marks: tuple[Span, ...]
    score: float

    def to_dict(self) -> dict[str, Any]:
        """Return the hit as JSON values."""
        return {**asdict(self), "date": self.date and self.date.isoformat(), "score": round(self.score, 4)}


@dataclass(frozen=True, slots=True)
class Answer:
    """The hits, best first, and the words of the question that no text of the base has in any form."""

    hits: tuple[Hit, ...]
    unknown: tuple[str, ...]


def search(
    con: DuckDBPyConnection,
    words: str,
    kind: Kind = "act",
    limit: int = 10,
    issuer: str | None = None,
    in_force_on: datetime.date | None = None,
) -> Answer:
    """Return what speaks of the words, in any of their forms, best first; ties go to the newer act.

    `issuer` names a body by some of its words; with `in_force_on` only acts of which the answer for that day is
    "in force" are returned, certain or not.
    """
    question = read_question(con, words)
    if not question.words:
        return Answer((), question.unknown)
    condition, values = _restrict(con, issuer, in_force_on)
    asked = _weigh_terms(con, _unit_of(kind), question)
    depth = limit * (CANDIDATES_AN_ACT if kind == "act" else CANDIDATES_A_UNIT)
    acts = _rank_acts(con, _unit_of(kind), asked, depth, condition, values)
    hits = [
        _describe(kind, acts[place], question, path, text, score)
        for place, path, text, score in _rank_units(con, kind, asked, acts, limit)
    ]
    return Answer(tuple(hits), question.unknown)


def _unit_of(kind: Kind) -> str:
    """Return what is ranked in an act: an act is found by its paragraphs."""
    return "paragraph" if kind == "act" else kind


def _restrict(
    con: DuckDBPyConnection, issuer: str | None, in_force_on: datetime.date | None
) -> tuple[str, list[object]]:
    """Return the SQL condition on `entry` for the options, and its values."""
    conditions, values = list[str](), list[object]()
    if issuer is not None:
        conditions.append("issuer IN (SELECT unnest(?::VARCHAR[]))")
        values.append(_find_issuers(con, issuer))
    if in_force_on is not None:
        conditions.append("act_id IN (SELECT act_id FROM in_force_on(?::DATE))")
        values.append(in_force_on)
    if not conditions:
        return "", values
    return f"AND entry IN (SELECT entry FROM record WHERE {' AND '.join(conditions)})", values


def _find_issuers(con: DuckDBPyConnection, words: str) -> list[str]:
    """Return the issuers in whose name all the words stand, in any form."""
    known = con.execute("SELECT DISTINCT issuer, language FROM record WHERE issuer IS NOT NULL ORDER BY ALL").fetchall()
    return [
        name
        for name, language in known
        if {stem(word, language) for word in words.split()} <= {stem(word, language) for word in name.split()}
    ]


class _Asked(NamedTuple):
    """The question in SQL, in literals, from which the engine knows what to read: from a table it would read it all.

    `terms` is a list; `score` what the postings of an act add up to, each word by its best one; `relation` is
    asked(term, word, rarity), whose rarity is a term's weight in BM25.
    """

    terms: str
    score: str
    relation: str


def _weigh_terms(con: DuckDBPyConnection, kind: str, question: Question) -> _Asked:
    """Return the terms of the question with the word that each stands for and its weight."""
    terms = ", ".join(str(term.number) for group in question.words for term in group)
    (records,) = con.execute("SELECT count(*) FROM search_entry").fetchall()[0]
    postings = dict(
        con.execute(f"SELECT term, postings FROM search_count WHERE kind = '{kind}' AND term IN ({terms})").fetchall()
    )
    weights = {
        (word, term.number): term.weight * log(1 + (records - found + 0.5) / (found + 0.5))
        for word, group in enumerate(question.words)
        for term in group
        for found in [postings.get(term.number, 0)]
    }
    return _Asked(
        terms,
        " + ".join(
            f"coalesce(max(CASE term {_list_cases(weights, word)} END), 0)" for word in range(len(question.words))
        ),
        "asked(term, word, rarity) AS (VALUES "
        + ", ".join(f"({term}, {word}, {weight!r}::DOUBLE)" for (word, term), weight in weights.items())
        + ")",
    )


def _list_cases(weights: dict[tuple[int, int], float], wanted: int) -> str:
    """Return the worth of a posting for one word of the question, by its term."""
    return " ".join(
        f"WHEN {term} THEN impact * {weight!r}::DOUBLE" for (word, term), weight in weights.items() if word == wanted
    )


class _Act(NamedTuple):
    """A record that speaks of the words, its score, and its header."""

    entry: int
    score: float
    act_id: str
    language: str
    title: str | None
    issuer: str | None
    number: str | None
    date: datetime.date | None


def _rank_acts(
    con: DuckDBPyConnection, kind: str, asked: _Asked, limit: int, condition: str, values: Sequence[object]
) -> list[_Act]:
    """Return the records that speak best of the words, each word by the unit that says most of it."""
    rows = con.execute(
        f"""WITH scored AS MATERIALIZED (
          SELECT entry, ({asked.score}) / {IMPACT_SCALE} AS score FROM search_posting
          WHERE kind = '{kind}' AND term IN ({asked.terms}) {condition} GROUP BY entry
        ),
        last AS (SELECT min(score) AS score FROM (SELECT score FROM scored ORDER BY score DESC LIMIT {limit}))
        SELECT entry, score, act_id, language, title, issuer, number, date
        FROM (SELECT entry, scored.score FROM scored, last WHERE scored.score >= last.score) JOIN record USING (entry)
        ORDER BY score DESC, date DESC NULLS LAST, act_id, language LIMIT {limit}""",
        values,
    ).fetchall()
    return [_Act(*row) for row in rows]


def _rank_units(
    con: DuckDBPyConnection, kind: Kind, asked: _Asked, acts: list[_Act], limit: int
) -> list[tuple[int, str | None, str, float]]:
    """Return the best paragraphs, services or steps of the acts, or the best paragraph of each best act.

    Of an act, words that stand in one paragraph count more than words scattered over it. A row is: number of the act in
    the list, path, text, score.
    """
    units = _find_units(con, _unit_of(kind), asked, acts)
    if not units:
        return []
    found = [acts[place] for place, _ in units]
    table, columns = KINDS[_unit_of(kind)]
    rows = f"SELECT {_place_in(con, table)} AS place, {columns} FROM {table}"
    of_act = kind == "act"
    return con.execute(
        f"""WITH {asked.relation},
        forms AS MATERIALIZED (
          SELECT known.language, known.word AS form, asked.word, rarity FROM search_word AS known
          JOIN search_term USING (language, stem) JOIN asked USING (term) WHERE term IN ({asked.terms})
        ),
        wanted AS MATERIALIZED (
          SELECT unnest($entries::INTEGER[]) AS entry, unnest($seqs::INTEGER[]) AS seq,
            unnest($places::INTEGER[]) AS place, unnest($languages::VARCHAR[]) AS language,
            unnest($scores::DOUBLE[]) AS act_score
        ),
        -- the rows are found by their numbers first: their texts are then read by place, and those of no other row
        found AS MATERIALIZED (SELECT rows.place AS row, wanted.* FROM ({rows}) AS rows JOIN wanted USING (entry, seq)),
        near AS MATERIALIZED (
          SELECT place AS row, seq, path, text, shown FROM ({rows}) AS rows SEMI JOIN found ON rows.place = found.row
        ),
        unit AS MATERIALIZED (
          SELECT place, seq, path, shown, language, act_score, if({IS_TITLE}, {TITLE_WEIGHT}, 1) AS weight,
            regexp_extract_all(lower(text), '{TOKEN}') AS forms
          FROM near JOIN found USING (row, seq)
        ),
        spoken AS (SELECT place, seq, language, weight, len(forms) AS length, unnest(forms) AS form FROM unit),
        worth AS (
          SELECT place, seq, word, weight * max(rarity) * count(*) / (count(*) + {SATURATION} *
            ({1 - LENGTH_SHARE} + {LENGTH_SHARE / ORDINARY_LENGTH} * length)) AS worth
          FROM spoken JOIN forms USING (language, form) GROUP BY place, seq, word, weight, length
        ),
        scored AS (SELECT place, seq, sum(worth) AS score FROM worth GROUP BY place, seq)
        SELECT place, path, shown, score {"+ act_score" if of_act else ""} AS score
        FROM scored JOIN unit USING (place, seq)
        {"QUALIFY row_number() OVER (PARTITION BY place ORDER BY score DESC, seq) = 1" if of_act else ""}
        ORDER BY score DESC, place, seq LIMIT {limit}""",
        {
            "entries": [act.entry for act in found],
            "seqs": [seq for _, seq in units],
            "places": [place for place, _ in units],
            "languages": [act.language for act in found],
            "scores": [act.score for act in found],
        },
    ).fetchall()


def _place_in(con: DuckDBPyConnection, table: str) -> str:
    """Return the column by which rows are read: their place in the table; in a lake, a view, that of their record."""
    is_table = con.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = ?", [table]).fetchall()
    return "rowid" if is_table else "entry"


def _find_units(con: DuckDBPyConnection, kind: str, asked: _Asked, acts: list[_Act]) -> list[tuple[int, int]]:
    """Return the units that speak best of one of the terms: the act's number in the list, the unit's in the act."""
    if not acts:
        return []
    return con.execute(
        f"""SELECT DISTINCT place, seq FROM search_posting
        JOIN (SELECT unnest(?::INTEGER[]) AS entry, unnest(range(?)) AS place) USING (entry)
        WHERE kind = '{kind}' AND term IN ({asked.terms}) ORDER BY place, seq""",
        [[act.entry for act in acts], len(acts)],
    ).fetchall()


def _describe(kind: Kind, act: _Act, question: Question, path: str | None, text: str, score: float) -> Hit:
    """Return a hit: the unit in its act, the words that were asked for marked."""
    marks = tuple(mark_words(text, act.language, question.stems[act.language]))
    return Hit(kind, act.act_id, act.language, act.title, act.issuer, act.number, act.date, path, text, marks, score)
