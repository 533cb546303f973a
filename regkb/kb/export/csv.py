"""Whole tables as CSV: a file a table, lists as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from regkb.errors import RegkbError
from regkb.kb.export.files import STDOUT
from regkb.kb.export.tables import choose_entries, explain_failure, list_tables, quote_path, select_rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def export(con: DuckDBPyConnection, entries: Sequence[int], out: str) -> int:
    """Write `OUT/<table>.csv` for each table, UTF-8 with a header; NULL is an empty cell, an empty text `""`.

    A file appears under its name when it is whole. Returns the number of records. Raises RegkbError where `out` is
    standard output or can't be written.
    """
    if out == STDOUT:
        raise RegkbError("CSV is a file a table", "name a folder with --out, or use regkb sql … --format csv")
    choose_entries(con, entries)
    for table in list_tables():
        columns = ", ".join(
            f'to_json("{column.name}") AS "{column.name}"' if column.type.endswith("[]") else f'"{column.name}"'
            for column in table.columns
        )
        path = Path(out, f"{table.name}.csv")
        part = path.with_name(f"{path.name}.part")
        with explain_failure(out):
            path.parent.mkdir(parents=True, exist_ok=True)
            con.execute(
                f"COPY (SELECT {columns} FROM ({select_rows(table)})) TO {quote_path(part)} (FORMAT csv, HEADER)"
            )
            part.replace(path)
    return len(entries)
