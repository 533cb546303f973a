"""Whole tables as CSV: a file a table, lists as JSON."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from regkb.errors import RegkbError
from regkb.kb.export.files import STDOUT
from regkb.kb.export.tables import choose_entries, copy_rows, explain_failure, list_tables, quote_path, select_rows
from regkb.kb.tables import Table

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
    with explain_failure(out):
        for table in list_tables():
            path = Path(out, f"{table.name}.csv")
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(f"{path.name}.part")
            try:
                copy_rows(con, table, select_rows(table), partial(_write, con, table, part))
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)
    return len(entries)


def _write(con: DuckDBPyConnection, table: Table, part: Path, rows: str, number: int) -> None:
    """Write the rows to the file `part`, or behind what is in it where their number is not 0."""
    columns = ", ".join(
        f'to_json("{column.name}") AS "{column.name}"' if column.type.endswith("[]") else f'"{column.name}"'
        for column in table.columns
    )
    piece = part.with_suffix(f".{number}") if number else part
    con.execute(f"COPY (SELECT {columns} FROM ({rows})) TO {quote_path(piece)} (FORMAT csv, HEADER {number == 0})")
    if number:
        with piece.open("rb") as read, part.open("ab") as written:
            shutil.copyfileobj(read, written)
        piece.unlink()
