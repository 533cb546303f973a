"""Creating the tables of a base, and telling which version of them a file holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from regkb import __version__
from regkb.kb.search.tables import SEARCH_TABLES
from regkb.kb.tables import TABLES, Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ALL_TABLES = (*TABLES, *SEARCH_TABLES)

SCHEMA_VERSION = 5
"""Grows with every change of a table or column; stored in `meta` and shown by `regkb --version`."""


def quote_text(text: str) -> str:
    """Return the text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def write_ddl(table: Table, constrained: bool = True) -> str:
    """Return the SQL that creates the table, with a comment on it and on each column.

    Of its constraints only NOT NULL stays where it is not to be `constrained`.
    """
    lines = [
        f'"{column.name}" {column.type}'
        + (" NOT NULL" if column.required else "")
        + (f" CHECK ({column.check})" if column.check and constrained else "")
        for column in table.columns
    ]
    if table.indexed and constrained:
        lines.append(f"PRIMARY KEY ({', '.join(table.key)})")
    body = ",\n  ".join(lines)
    comments = [f"COMMENT ON TABLE {table.name} IS {quote_text(table.comment)};"]
    comments += [
        f'COMMENT ON COLUMN {table.name}."{column.name}" IS {quote_text(column.comment)};' for column in table.columns
    ]
    return "\n".join([f"CREATE TABLE {table.name} (\n  {body}\n);", *comments])


def create_tables(con: DuckDBPyConnection, constrained: bool = True) -> None:
    """Create every table in an empty base and write down the schema's version; see `write_ddl`."""
    for table in ALL_TABLES:
        con.execute(write_ddl(table, constrained))
    values = {
        "schema_version": SCHEMA_VERSION,
        "generation": 0,
        "derived_entry": 0,
        "sorted_events": 0,
        "regkb_version": __version__,
    }
    con.executemany("INSERT INTO meta VALUES (?, ?)", [[key, str(value)] for key, value in values.items()])


def read_meta(con: DuckDBPyConnection) -> dict[str, str]:
    """Return what the base says of itself; empty where the file holds no base of regkb."""
    found = con.execute(
        "SELECT count(*) FROM information_schema.tables"
        " WHERE table_catalog = current_database() AND table_name = 'meta'"
    ).fetchall()
    if not found[0][0]:
        return {}
    return dict(con.execute("SELECT key, value FROM meta").fetchall())
