"""Citations joined to the acts that they mean, drawn anew from all records of the base before it is published.

A short form has the act behind it; a citation means the act that its words fit (see `matching`), or one that the same
text cites in full; what the speaking act says of itself is its own. Acts that are only cited get a row, merged over all
that is said of them. The result depends on the records alone, not on the order in which they came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from regkb.extract.references import find_references
from regkb.kb.arrow import offer_rows
from regkb.kb.matching import Description, match_mentions
from regkb.kb.merge import merge_rows
from regkb.kb.places import find_places, forget_places, write_places
from regkb.kb.portions import cut_portions, read_portion
from regkb.kb.rows import Row
from regkb.schemas.record import ActRef, Language, Paragraph

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FIELDS = ("type", "issuer", "date", "number", "title", "registration_number")
_MENTIONS = {"reference": "", "effect": "other_", "service": "standard_act_", "amendment": "target_"}
"""Tables that mention acts, with the prefix of the columns that hold a mention."""
_MEANING = ", ".join((*_FIELDS, "language", "target_act_id", "score", "reason"))

_AT_ONCE = 20_000
"""So many records, or titles, are looked at together."""

_SAME_ACT_CITED = """
UPDATE reference SET target_act_id = found.target_act_id, score = 0.9, reason = 'the only such act that this act cites'
FROM (
  SELECT open.entry, open.seq, min(known.target_act_id) AS target_act_id
  FROM reference open
  JOIN (
    SELECT entry, type, number, issuer, title, target_act_id FROM reference
    WHERE target_kind = 'act' AND date IS NOT NULL
    UNION SELECT entry, type, number, issuer, title, act_id FROM record
  ) known ON known.entry = open.entry AND known.type = open.type
    AND (known.number = open.number OR (open.number IS NULL AND known.title = open.title))
    AND (open.issuer IS NULL OR known.issuer IS NULL OR open.issuer = known.issuer)
  WHERE open.{among} AND open.target_kind = 'act' AND open.target_act_id IS NULL AND open.date IS NULL
    AND known.target_act_id IS NOT NULL
  GROUP BY open.entry, open.seq HAVING count(DISTINCT known.target_act_id) = 1
) found
WHERE reference.entry = found.entry AND reference.seq = found.seq
"""
"""`№ 332 қаулысымен`, where the act cites № 332 with its date elsewhere, or is itself № 332."""

_OWN_STAMP = """
UPDATE reference SET target_act_id = reference.act_id, score = 0.9, reason = 'a stamp names the act that it stands in'
FROM record
WHERE reference.{among} AND record.entry = reference.entry
  AND reference.target_act_id IS NULL AND reference.target_kind = 'act'
  AND reference.at LIKE '%/stamp' AND reference.date IS NULL AND reference.number IS NULL
  AND record.type = reference.type AND record.issuer = reference.issuer
"""
"""`Үлгі қаласы әкімдігінің қаулысымен бекітілді`, the date and number lost."""

_UNDEFINED = """
UPDATE reference SET reason = 'no text of this act tells what the short form stands for'
WHERE {among} AND target_kind = 'alias' AND type IS NULL AND reason IS NULL
"""

_SELVES = """
UPDATE reference SET
  target_act_id = if(reference.at LIKE '%/quote', NULL, act_id), score = if(reference.at LIKE '%/quote', NULL, 1),
  reason = if(reference.at LIKE '%/quote', 'wording for another act, which is the one that speaks', 'the act itself')
WHERE {among} AND target_kind = 'self' AND reason IS NULL
"""

_TITLED_EFFECTS = """
UPDATE effect SET affected_act_id = found.target_act_id
FROM (
  SELECT e.entry, e.seq, if(e.type = 'approve', e.act_id, min_by(r.target_act_id, r.seq)) AS target_act_id
  FROM effect e LEFT JOIN reference r
    ON r.entry = e.entry AND r.at = e.at AND r.target_kind = 'act' AND r.target_act_id IS NOT NULL
  WHERE e.{among} AND e.affected_title IS NOT NULL
  GROUP BY e.entry, e.seq, e.type, e.act_id
) found
WHERE effect.entry = found.entry AND effect.seq = found.seq
  AND effect.affected_act_id IS DISTINCT FROM found.target_act_id
"""
"""What is approved is the approving act's; what is restated belongs to the act that its paragraph cites."""


def derive(con: DuckDBPyConnection, fold: Callable[[], object] = lambda: None) -> None:
    """Fill the acts that citations, effects, services and amendments mean, their places, and the rows of cited acts.

    `con` is the writable base. All can be repeated, so no transaction is needed: what updates hold in memory until they
    are folded into the file would grow with the base. So `fold` is called after each portion of records.
    """
    _collect_told(con)
    con.execute("CREATE OR REPLACE TEMP TABLE cited AS FROM act LIMIT 0")
    con.execute(f"CREATE OR REPLACE TEMP TABLE meaning AS SELECT {_MEANING} FROM reference LIMIT 0")
    for number in range(cut_portions(con)):
        _match_portion(con, number)
    _write_cited(con)
    portions = _cut_entries(con)
    for condition in portions:
        _write_meanings(con, condition)
        for statement in (_SAME_ACT_CITED, _OWN_STAMP, _UNDEFINED, _SELVES, _TITLED_EFFECTS):
            con.execute(statement.format(among=condition))
        if len(portions) > 1:
            fold()
    for table in ("told", "portion", "cited", "meaning"):
        con.execute(f"DROP TABLE {table}")
    find_places(con)
    for condition in portions:
        write_places(con, condition)
        if len(portions) > 1:
            fold()
    forget_places(con)


def _collect_told(con: DuckDBPyConnection) -> None:
    """Write the temporary table `told`: every wording in which an act is described, with how often, and every header.

    A header has its act's id. What a cited act's title says of another counts once for each wording of the citation.
    """
    parts = (
        f"SELECT {', '.join(prefix + name for name in _FIELDS)}, language FROM {table} WHERE {prefix}type IS NOT NULL"
        for table, prefix in _MENTIONS.items()
    )
    columns = ", ".join(_FIELDS)
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE mention AS SELECT {columns}, language, count(*) AS times"
        f" FROM ({' UNION ALL '.join(parts)}) AS mentions({columns}, language) GROUP BY ALL"
    )
    con.execute(
        "CREATE OR REPLACE TEMP TABLE mention_title AS"
        " SELECT title, language, count(*) AS times FROM mention WHERE title IS NOT NULL GROUP BY ALL"
    )
    (titles,) = con.execute("SELECT count(*) FROM mention_title").fetchall()[0]
    for first in range(0, titles, _AT_ONCE):
        condition = f"rowid BETWEEN {first} AND {first + _AT_ONCE - 1}"
        found = con.execute(f"SELECT * FROM mention_title WHERE {condition}").fetchall()
        rows = [
            {**{name: getattr(target, name) for name in _FIELDS}, "language": language, "seq": times}
            for title, language, times in found
            for target in _read_title(title, language)
        ]
        with offer_rows(con, "named", "reference", rows):
            con.execute(f"INSERT INTO mention SELECT {columns}, language, seq FROM named")
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE told AS"
        f" SELECT {columns}, language, NULL::VARCHAR AS act_id, sum(times)::BIGINT AS times FROM mention GROUP BY ALL"
        f" UNION ALL SELECT {columns}, language, act_id, 1 FROM record"
    )
    con.execute("DROP TABLE mention; DROP TABLE mention_title")


def _read_title(title: str, language: Language) -> list[ActRef]:
    """Return the acts that the title of a cited act names: `«…» № 198 бұйрығына өзгерістер енгізу туралы`."""
    named = find_references([Paragraph(path="title", text=title)], language)
    return [found.target for found in named if isinstance(found.target, ActRef)]


def _match_portion(con: DuckDBPyConnection, number: int) -> None:
    """Add what the mentions of a portion mean to the table `meaning`, and the acts that are only cited to `cited`."""
    ingested: list[tuple[str, Description]] = []
    counted: dict[Description, int] = {}
    for *told, act_id, times in read_portion(con, number):
        if act_id is None:
            counted[Description(*told)] = times
        else:
            ingested.append((act_id, Description(*told)))
    matches, cited = match_mentions(ingested, counted)
    with offer_rows(con, "offered", "act", [_merge(act_id, said, counted) for act_id, said in sorted(cited.items())]):
        con.execute("INSERT INTO cited FROM offered")
    meanings = [
        {
            **{name: getattr(mention, name) for name in (*_FIELDS, "language")},
            "target_act_id": match.act_id,
            "score": match.score if match.act_id else None,
            "reason": match.reason,
        }
        for mention, match in matches.items()
    ]
    with offer_rows(con, "offered", "reference", meanings):
        con.execute(f"INSERT INTO meaning SELECT {_MEANING} FROM offered")


def _cut_entries(con: DuckDBPyConnection) -> list[str]:
    """Return conditions on `entry` that part all records in portions."""
    (last,) = con.execute("SELECT coalesce(max(entry), 0) FROM record").fetchall()[0]
    return [f"entry BETWEEN {first} AND {first + _AT_ONCE - 1}" for first in range(0, last + 1, _AT_ONCE)]


def _merge(act_id: str, told: Iterable[Description], counted: Mapping[Description, int]) -> Row:
    """Return the row of an act that is only cited: of each field what most citations say, then the fullest wording."""
    row: Row = {"id": act_id, "ingested": False}
    told = list(told)
    for name in _FIELDS:
        said: Counter[Any] = Counter()
        for one in told:
            if (value := getattr(one, name)) is not None:
                said[value] += counted[one]
        row[name] = max(said, key=lambda value: (said[value], len(str(value)), str(value)), default=None)
    return row


def _write_cited(con: DuckDBPyConnection) -> None:
    """Put the rows of cited acts in the place of the former ones; a row that stays as it was is not touched."""
    con.execute("DELETE FROM act WHERE NOT ingested AND id NOT IN (SELECT id FROM cited)")
    merge_rows(con, "act", "SELECT * FROM cited EXCEPT SELECT * FROM act")


def _write_meanings(con: DuckDBPyConnection, among: str) -> None:
    """Write what each mention means into the rows that hold it; a row that stays as it was is not touched."""
    con.execute(
        "UPDATE reference SET target_act_id = m.target_act_id, score = m.score, reason = m.reason FROM meaning m"
        f" WHERE reference.{among} AND {_same('reference')}"
        " AND (reference.target_act_id IS DISTINCT FROM m.target_act_id OR reference.reason IS DISTINCT FROM m.reason)"
    )
    for table, column, condition in (
        ("effect", "affected_act_id", "effect.affecting_act_id = effect.act_id"),
        ("effect", "affecting_act_id", "effect.affecting_act_id IS DISTINCT FROM effect.act_id"),
        ("service", "standard_act_id", "true"),
        ("amendment", "target_act_id", "true"),
    ):
        con.execute(
            f"UPDATE {table} SET {column} = m.target_act_id FROM meaning m WHERE {table}.{among}"
            f" AND {_same(table)} AND {condition} AND {table}.{column} IS DISTINCT FROM m.target_act_id"
        )


def _same(table: str) -> str:
    """Return the condition that a row of the table holds a mention of the table `meaning`, here `m`."""
    equal = [f"{table}.{_MENTIONS[table]}{name} IS NOT DISTINCT FROM m.{name}" for name in _FIELDS[1:]]
    return " AND ".join([f"{table}.language = m.language", f"{table}.{_MENTIONS[table]}type = m.type", *equal])
