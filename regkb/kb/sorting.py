"""Rows of a table laid in an order, so that those that are asked for together lie together in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

UNSORTED_SHARE = 0.2
"""So large a part of a table may lie unsorted at its end before all of it is laid anew."""


def keeps_rows(con: DuckDBPyConnection, table: str) -> bool:
    """Tell whether the rows of a table have a place in it (`rowid`) that stays: in a lake they have none."""
    query = (
        "SELECT 1 FROM duckdb_tables() JOIN duckdb_databases() AS d USING (database_name)"
        " WHERE table_name = ? AND d.type = 'duckdb'"
    )
    return bool(con.execute(query, [table]).fetchall())


def sort_rows(con: DuckDBPyConnection, table: str, order: str) -> None:
    """Write all rows of the table anew in the order of the columns `order`, inside the caller's transaction."""
    con.execute(
        f"""CREATE TABLE sorted_rows AS SELECT * FROM {table} ORDER BY {order};
        DELETE FROM {table}; INSERT INTO {table} FROM sorted_rows; DROP TABLE sorted_rows"""
    )


def make_act_key(act_id: str) -> int:
    """Return a number by which the rows of an act are found in a sorted table; two acts may share one.

    Ids begin alike, and of texts the engine remembers too little to know in which part of a table they are.
    """
    return crc32(act_id.encode())
