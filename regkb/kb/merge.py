"""Writing rows of which some may be there: one statement for a DuckDB file and for a DuckLake, which has no keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from regkb.kb.tables import TABLES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def merge_rows(con: DuckDBPyConnection, table: str, rows: str, changes: Sequence[str] | None = None) -> None:
    """Write the rows of the query `rows`, which has the table's columns and each key once.

    A row whose key is there takes the new values of the columns `changes`, or of all, inside the caller's transaction.
    """
    found = next(found for found in TABLES if found.name == table)
    columns = [column.name for column in found.columns]
    changed = changes or [name for name in columns if name not in found.key]
    # held first: DuckLake fails ("Out of buffer") where the rows come from the very table into which they go
    con.execute(f"CREATE OR REPLACE TEMP TABLE new_rows AS {rows}")
    con.execute(
        f"MERGE INTO {table} USING new_rows AS new"
        f" ON {' AND '.join(f'{table}.{name} = new.{name}' for name in found.key)}"
        f" WHEN MATCHED THEN UPDATE SET {', '.join(f'{name} = new.{name}' for name in changed)}"
        f" WHEN NOT MATCHED THEN INSERT ({', '.join(columns)})"
        f" VALUES ({', '.join(f'new.{name}' for name in columns)})"
    )
    con.execute("DROP TABLE new_rows")
