"""Finding and ranking: BM25 in plain SQL over the postings, then over the words of what the best acts say."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from math import log
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from regkb.kb.search.ask import Question, mark_words, read_question
from regkb.kb.search.index import IMPACT_SCALE
from regkb.kb.search.stem import stem
from regkb.kb.search.units import Forms, Rarities, Spot, Unit, read_units
from regkb.schemas.record import Span

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Kind = Literal["act", "paragraph", "service", "step"]

CANDIDATES_AN_ACT = 5
CANDIDATES_A_UNIT = 10
"""How many acts are looked into for each hit that is wanted."""
MOST_OF_AN_ACT = 4
MOST_UNITS = 300
"""How many units are read: of each act where acts are wanted, of all acts where units are."""
PLACES = 9
"""Digits behind the point of what is added up in any order, so that what is equal stays so."""


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
    ranked = _rank_units(con, kind, asked, acts, limit)
    headers = _read_headers(con, [act.entry for act, _, _ in ranked])
    hits = (_describe(kind, headers[act.entry], unit, question, score) for act, unit, score in ranked)
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

    `terms` is a list; `score` what the postings of an act add up to, each word by its best one; `rarities` are the
    weights of the terms in BM25.
    """

    terms: str
    score: str
    rarities: Rarities


def _weigh_terms(con: DuckDBPyConnection, kind: str, question: Question) -> _Asked:
    """Return the terms of the question with the word that each stands for and its weight."""
    terms = ", ".join(str(term.number) for group in question.words for term in group)
    counts = con.execute(
        "SELECT term, postings, (SELECT count(*) FROM search_entry) FROM search_count"
        f" WHERE kind = '{kind}' AND term IN ({terms})"
    ).fetchall()
    rarity = {term: log(1 + (records - found + 0.5) / (found + 0.5)) for term, found, records in counts}
    rarities: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    for word, group in enumerate(question.words):
        for term in group:
            # of a term without postings nothing is found, whatever it counts
            rarities[term.number].append((word, term.weight * rarity.get(term.number, 1.0)))
    return _Asked(terms, _add_up(question, rarities), rarities)


def _add_up(question: Question, rarities: Rarities) -> str:
    """Return in SQL what the postings of an act add up to, each word by its best one.

    Where no word has two terms of one language, as most have not, there is nothing to choose from: that is added up in
    half the time.
    """
    added: defaultdict[int, float] = defaultdict(float)
    best: list[str] = []
    for word, group in enumerate(question.words):
        worth = {term.number: dict(rarities[term.number])[word] for term in group}
        if len({term.language for term in group}) == len(group):
            for term, weight in worth.items():
                added[term] += weight
        else:
            best.append(f"coalesce(max({_weigh_postings(worth)}), 0)")
    return " + ".join([*best, *([f"coalesce(sum({_weigh_postings(added)}), 0)"] if added else [])])


def _weigh_postings(worth: Mapping[int, float]) -> str:
    """Return in SQL the worth of a posting by its term; NULL for those of other terms."""
    cases = " ".join(f"WHEN {term} THEN impact * {weight!r}::DOUBLE" for term, weight in worth.items())
    return f"CASE term {cases} END"


class _Act(NamedTuple):
    """A record that speaks of the words, its score, language, and the row of its first paragraph in the table."""

    entry: int
    score: float
    language: str
    first_paragraph: int | None


def _rank_acts(
    con: DuckDBPyConnection, kind: str, asked: _Asked, limit: int, condition: str, values: Sequence[object]
) -> list[_Act]:
    """Return the records that speak best of the words, each word by the unit that says most of it."""
    rows = con.execute(
        f"""SELECT entry, score, language, paragraph FROM (
          SELECT entry, round(({asked.score}) / {IMPACT_SCALE}, {PLACES}) AS score FROM search_posting
          WHERE kind = '{kind}' AND term IN ({asked.terms}) {condition} GROUP BY entry
        )
        JOIN search_entry USING (entry)
        ORDER BY score DESC, date DESC NULLS LAST, tie LIMIT {limit}""",
        values,
    ).fetchall()
    return [_Act(*row) for row in rows]


def _rank_units(
    con: DuckDBPyConnection, kind: Kind, asked: _Asked, acts: list[_Act], limit: int
) -> list[tuple[_Act, Unit, float]]:
    """Return the best paragraphs, services or steps of the acts, or the best paragraph of each best act, with scores.

    Of an act, words that stand in one paragraph count more than words scattered over it.
    """
    spots = _find_spots(con, kind, asked, acts)
    units = read_units(con, _unit_of(kind), [spot for _, spot in spots])
    forms = Forms(con, asked.rarities)
    ranked: list[tuple[float, int, int]] = []
    for place, spot in spots:
        score = forms.score(units[spot[:2]], acts[place].language)
        if score:
            ranked.append((-score, place, spot.seq))
    ranked.sort()
    if kind == "act":
        best = {place: (score - acts[place].score, place, seq) for score, place, seq in reversed(ranked)}
        ranked = sorted(best.values())
    return [(acts[place], units[acts[place].entry, seq], -score) for score, place, seq in ranked[:limit]]


def _find_spots(con: DuckDBPyConnection, kind: Kind, asked: _Asked, acts: list[_Act]) -> list[tuple[int, Spot]]:
    """Return the units that speak best of one of the terms, each with its act's number in the list.

    Where there are too many, those are read of whose words most is known from the postings.
    """
    if not acts:
        return []
    unit = _unit_of(kind)
    places = {act.entry: place for place, act in enumerate(acts)}
    # added up here: the engine would take longer to begin than to read so few
    rows = con.execute(
        "SELECT entry, seq, term, impact FROM search_posting"
        f" WHERE kind = '{unit}' AND term IN ({asked.terms}) AND entry IN (SELECT unnest(?::INTEGER[]))",
        [list(places)],
    ).fetchall()
    known: defaultdict[tuple[int, int], dict[int, float]] = defaultdict(dict)
    for entry, seq, term, impact in rows:
        best = known[places[entry], seq]
        for word, weight in asked.rarities[term]:
            best[word] = max(impact * weight, best.get(word, 0.0))
    ranked = sorted((-round(sum(best.values()), PLACES), *spot) for spot, best in known.items())
    taken: Counter[int] = Counter()
    most = MOST_OF_AN_ACT if kind == "act" else MOST_UNITS
    kept: list[tuple[int, int]] = []
    for _, place, seq in ranked:
        key = place if kind == "act" else 0
        if taken[key] < most:
            taken[key] += 1
            kept.append((place, seq))
    firsts = [act.first_paragraph if unit == "paragraph" else None for act in acts]
    return [
        (place, Spot(acts[place].entry, seq, None if (first := firsts[place]) is None else first + seq))
        for place, seq in kept
    ]


_Header = tuple[str, str, str | None, str | None, str | None, datetime.date | None]


def _read_headers(con: DuckDBPyConnection, entries: Sequence[int]) -> dict[int, _Header]:
    """Return act, language, title, issuer, number and day of each record: of those that were found, not of all."""
    rows = con.execute(
        "SELECT entry, act_id, language, title, issuer, number, date FROM record"
        " WHERE entry IN (SELECT unnest(?::INTEGER[]))",
        [entries],
    ).fetchall()
    return {entry: tuple(header) for entry, *header in rows}


def _describe(kind: Kind, header: _Header, unit: Unit, question: Question, score: float) -> Hit:
    """Return a hit: the unit in its act, the words that were asked for marked."""
    language = header[1]
    marks = tuple(mark_words(unit.shown, language, question.stems[language]))
    return Hit(kind, *header, unit.path, unit.shown, marks, score)
