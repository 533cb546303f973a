"""Whole tables as Parquet: a folder a table, partitioned by the year of the act."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from regkb.errors import RegkbError
from regkb.kb.export.files import STDOUT
from regkb.kb.export.tables import choose_entries, explain_failure, list_tables, select_rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def export(con: DuckDBPyConnection, entries: Sequence[int], out: str) -> int:
    """Write `OUT/<table>/year=<year of the act>/data_0.parquet` for each table that has rows.

    The year of an act without a date is Hive's word for none. A table appears under its name when it is whole. Returns
    the number of records. Raises RegkbError where `out` is standard output or can't be written.
    """
    if out == STDOUT:
        raise RegkbError("Parquet is written to a folder", "name one with --out")
    choose_entries(con, entries)
    for table in list_tables():
        act_id = "id" if table.name == "act" else "act_id"
        rows = (
            f"SELECT found.*, year(a.date) AS year FROM ({select_rows(table)}) found"
            f" LEFT JOIN act a ON a.id = found.{act_id}"
        )
        part = Path(out, f"{table.name}.part")
        with explain_failure(out):
            shutil.rmtree(part, ignore_errors=True)
            part.mkdir(parents=True)
            name = str(part).replace("'", "''")
            con.execute(f"COPY ({rows}) TO '{name}' (FORMAT parquet, PARTITION_BY (year), OVERWRITE)")
            whole = Path(out, table.name)
            shutil.rmtree(whole, ignore_errors=True)
            part.replace(whole)
    return len(entries)
