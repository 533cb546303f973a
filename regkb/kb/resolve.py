"""Citations joined to the acts that they mean, drawn anew from all records of the base before it is published.

A short form has the act behind it; a citation means the act that its words fit (see `matching`), or one that the same
text cites in full; what the speaking act says of itself is its own. Acts that are only cited get a row, merged over all
that is said of them. The result depends on the records alone, not on the order in which they came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from regkb.extract.references import find_references
from regkb.kb.arrow import to_arrow
from regkb.kb.matching import Description, Match, match_mentions
from regkb.kb.merge import merge_rows
from regkb.kb.places import write_places
from regkb.kb.rows import Row
from regkb.schemas.record import ActRef, Paragraph

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FIELDS = ("type", "issuer", "date", "number", "title", "registration_number")
_MENTIONS = {"reference": "", "effect": "other_", "service": "standard_act_", "amendment": "target_"}
"""Tables that mention acts, with the prefix of the columns that hold a mention."""

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
  WHERE open.target_kind = 'act' AND open.target_act_id IS NULL AND open.date IS NULL
    AND known.target_act_id IS NOT NULL
  GROUP BY open.entry, open.seq HAVING count(DISTINCT known.target_act_id) = 1
) found
WHERE reference.entry = found.entry AND reference.seq = found.seq
"""
"""`№ 332 қаулысымен`, where the act cites № 332 with its date elsewhere, or is itself № 332."""

_OWN_STAMP = """
UPDATE reference SET target_act_id = reference.act_id, score = 0.9, reason = 'a stamp names the act that it stands in'
FROM record
WHERE record.entry = reference.entry AND reference.target_act_id IS NULL AND reference.target_kind = 'act'
  AND reference.at LIKE '%/stamp' AND reference.date IS NULL AND reference.number IS NULL
  AND record.type = reference.type AND record.issuer = reference.issuer
"""
"""`Үлгі қаласы әкімдігінің қаулысымен бекітілді`, the date and number lost."""

_UNDEFINED = """
UPDATE reference SET reason = 'no text of this act tells what the short form stands for'
WHERE target_kind = 'alias' AND type IS NULL AND reason IS NULL
"""

_SELVES = """
UPDATE reference SET
  target_act_id = if(reference.at LIKE '%/quote', NULL, act_id), score = if(reference.at LIKE '%/quote', NULL, 1),
  reason = if(reference.at LIKE '%/quote', 'wording for another act, which is the one that speaks', 'the act itself')
WHERE target_kind = 'self' AND reason IS NULL
"""

_TITLED_EFFECTS = """
UPDATE effect SET affected_act_id = found.target_act_id
FROM (
  SELECT e.entry, e.seq, if(e.type = 'approve', e.act_id, min_by(r.target_act_id, r.seq)) AS target_act_id
  FROM effect e LEFT JOIN reference r
    ON r.entry = e.entry AND r.at = e.at AND r.target_kind = 'act' AND r.target_act_id IS NOT NULL
  WHERE e.affected_title IS NOT NULL
  GROUP BY e.entry, e.seq, e.type, e.act_id
) found
WHERE effect.entry = found.entry AND effect.seq = found.seq
  AND effect.affected_act_id IS DISTINCT FROM found.target_act_id
"""
"""What is approved is the approving act's; what is restated belongs to the act that its paragraph cites."""


def derive(con: DuckDBPyConnection) -> None:
    """Fill the acts that citations, effects, services and amendments mean, their places, and the rows of cited acts.

    `con` is the writable base inside the caller's transaction.
    """
    counted = _read_mentions(con)
    for told in [named for mention in counted for named in _read_title(mention)]:
        counted[told] += 1
    matches, cited = match_mentions(_read_ingested(con), counted)
    _write_cited(con, [_merge(act_id, told, counted) for act_id, told in sorted(cited.items())])
    _write_meanings(con, matches)
    for statement in (_SAME_ACT_CITED, _OWN_STAMP, _UNDEFINED, _SELVES, _TITLED_EFFECTS):
        con.execute(statement)
    write_places(con)


def _read_ingested(con: DuckDBPyConnection) -> list[tuple[str, Description]]:
    """Return what the header of each text in the base tells of its act."""
    rows = con.execute(f"SELECT act_id, {', '.join(_FIELDS)}, language FROM record").fetchall()
    return [(act_id, Description(*told)) for act_id, *told in rows]


def _read_mentions(con: DuckDBPyConnection) -> Counter[Description]:
    """Return every wording in which an act is mentioned, with how often."""
    parts = (
        f"SELECT {', '.join(prefix + name for name in _FIELDS)}, language FROM {table} WHERE {prefix}type IS NOT NULL"
        for table, prefix in _MENTIONS.items()
    )
    rows = con.execute(f"SELECT *, count(*) FROM ({' UNION ALL '.join(parts)}) GROUP BY ALL").fetchall()
    return Counter({Description(*told): count for *told, count in rows})


def _read_title(mention: Description) -> list[Description]:
    """Return the acts that the title of a cited act names: `«…» № 198 бұйрығына өзгерістер енгізу туралы`."""
    if mention.title is None:
        return []
    named = find_references([Paragraph(path="title", text=mention.title)], mention.language)
    return [
        Description(**{name: getattr(found.target, name) for name in _FIELDS}, language=mention.language)
        for found in named
        if isinstance(found.target, ActRef)
    ]


def _merge(act_id: str, told: Iterable[Description], counted: Counter[Description]) -> Row:
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


def _write_cited(con: DuckDBPyConnection, rows: list[Row]) -> None:
    """Put the rows of cited acts in the place of the former ones; a row that stays as it was is not touched."""
    con.register("cited", to_arrow("act", rows))
    con.execute("DELETE FROM act WHERE NOT ingested AND id NOT IN (SELECT id FROM cited)")
    merge_rows(con, "act", "SELECT * FROM cited EXCEPT SELECT * FROM act")
    con.unregister("cited")


def _write_meanings(con: DuckDBPyConnection, matches: dict[Description, Match]) -> None:
    """Write what each mention means into the rows that hold it; a row that stays as it was is not touched."""
    rows = [
        {
            **{name: getattr(mention, name) for name in (*_FIELDS, "language")},
            "target_act_id": match.act_id,
            "score": match.score if match.act_id else None,
            "reason": match.reason,
        }
        for mention, match in matches.items()
    ]
    con.register("offered", to_arrow("reference", rows))
    columns = ", ".join((*_FIELDS, "language", "target_act_id", "score", "reason"))
    con.execute(f"CREATE OR REPLACE TEMP TABLE meaning AS SELECT {columns} FROM offered")
    con.unregister("offered")
    con.execute(
        "UPDATE reference SET target_act_id = m.target_act_id, score = m.score, reason = m.reason FROM meaning m"
        f" WHERE {_same('reference')}"
        " AND (reference.target_act_id IS DISTINCT FROM m.target_act_id OR reference.reason IS DISTINCT FROM m.reason)"
    )
    for table, column, condition in (
        ("effect", "affected_act_id", "effect.affecting_act_id = effect.act_id"),
        ("effect", "affecting_act_id", "effect.affecting_act_id IS DISTINCT FROM effect.act_id"),
        ("service", "standard_act_id", "true"),
        ("amendment", "target_act_id", "true"),
    ):
        con.execute(
            f"UPDATE {table} SET {column} = m.target_act_id FROM meaning m"
            f" WHERE {_same(table)} AND {condition} AND {table}.{column} IS DISTINCT FROM m.target_act_id"
        )
    con.execute("DROP TABLE meaning")


def _same(table: str) -> str:
    """Return the condition that a row of the table holds a mention of the table `meaning`, here `m`."""
    equal = [f"{table}.{_MENTIONS[table]}{name} IS NOT DISTINCT FROM m.{name}" for name in _FIELDS[1:]]
    return " AND ".join([f"{table}.language = m.language", f"{table}.{_MENTIONS[table]}type = m.type", *equal])
