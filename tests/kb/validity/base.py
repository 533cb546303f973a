"""A base in memory with specimen acts, whose citations are resolved by their own ids."""

from __future__ import annotations

import datetime

import duckdb

from regkb.kb.load import load_acts
from regkb.kb.rows import ReadAct, make_rows
from regkb.kb.schema import create_tables
from regkb.kb.validity import load
from regkb.schemas.record import Act, ActRef
from regkb.schemas.stages import RawDocument
from tests.kb.validity.specimens import identify


def make_base(acts: list[Act]) -> duckdb.DuckDBPyConnection:
    """Return a base that holds the acts, their citations resolved and their validity drawn."""
    con = duckdb.connect()
    create_tables(con)
    add_acts(con, acts)
    return con


def add_acts(con: duckdb.DuckDBPyConnection, acts: list[Act]) -> None:
    """Load acts into the base and draw what follows from them."""
    (drawn,) = con.execute("SELECT coalesce(max(entry), 0) FROM record").fetchall()[0]
    load_acts(con, [ReadAct(make_rows(document(act), act, ingested_at(act))) for act in acts], lambda _: True)
    resolve(con)
    con.execute(
        f"CREATE OR REPLACE TEMP VIEW loaded AS SELECT entry, act_id, language FROM record WHERE entry > {drawn}"
    )
    load.derive(con)


def document(act: Act) -> RawDocument:
    source = act.source
    assert source
    text = "\n".join(paragraph.text for paragraph in act.paragraphs)
    return RawDocument(path=act.id, sha256=act.id, format="text", text=text)


def ingested_at(act: Act) -> datetime.datetime:
    assert act.source and act.source.ingested_at
    return datetime.datetime.fromisoformat(act.source.ingested_at).replace(tzinfo=None)


def resolve(con: duckdb.DuckDBPyConnection) -> None:
    """Let every mention mean the act with its own date and number, and give each a row in `act`."""
    for table, prefix, target in (("reference", "", "target_act_id"), ("effect", "other_", "affected_act_id")):
        columns = ", ".join(prefix + name for name in ("type", "date", "number"))
        for kind, date, number in con.execute(f"SELECT DISTINCT {columns} FROM {table}").fetchall():
            found = identify(ActRef(type=kind, date=date, number=number))
            if found is None:
                continue
            con.execute(
                f"UPDATE {table} SET {target} = ? WHERE {prefix}date = ? AND {prefix}number IS NOT DISTINCT FROM ?",
                [found, date, number],
            )
            con.execute(
                "INSERT INTO act (id, ingested, type, date, number) VALUES (?, false, ?, ?, ?) ON CONFLICT DO NOTHING",
                [found, kind, date, number],
            )
