"""Whole tables as Parquet: a folder a table, in it a file a year of the act."""

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

NO_YEAR = "__HIVE_DEFAULT_PARTITION__"
"""Hive's word for a part whose value is NULL: acts without a date."""

ROWS_TOGETHER = {"source": 2048, "record": 2048}
"""Rows that a row group holds, all of them in memory at once: few where a row has the text of a whole act."""

MOST_ROWS_TOGETHER = 122_880


def export(con: DuckDBPyConnection, entries: Sequence[int], out: str) -> int:
    """Write `OUT/<table>/year=<year of the act>/part.parquet`, compressed with zstd; a table without rows has one file.

    A year is written at a time: the engine's own partitioning holds the rows of all years in memory. A year whose texts
    are too large to be written together goes on in `part1.parquet` and so forth. A table appears under its name when it
    is whole. Returns the number of records. Raises RegkbError where `out` is standard output or can't be written, or
    where a table's folder there holds other files, which an export must not remove.
    """
    if out == STDOUT:
        raise RegkbError("Parquet is written to a folder", "name one with --out")
    choose_entries(con, entries)
    with explain_failure(out):
        for table in list_tables():
            whole, part = Path(out, table.name), Path(out, f"{table.name}.part")
            _refuse_strangers(whole)
            shutil.rmtree(part, ignore_errors=True)
            _write_years(con, table, part)
            shutil.rmtree(whole, ignore_errors=True)
            part.replace(whole)
    return len(entries)


def _write_years(con: DuckDBPyConnection, table: Table, folder: Path) -> None:
    """Write the table's rows into the folder, a file a year of the act."""
    act_id = "id" if table.name == "act" else "act_id"
    rows = select_rows(table)
    found = con.execute(f"SELECT DISTINCT year(date) FROM act WHERE id IN (SELECT {act_id} FROM ({rows}))").fetchall()
    for year in [year for (year,) in found] or [None]:
        path = folder / f"year={year or NO_YEAR}" / "part.parquet"
        path.parent.mkdir(parents=True)
        of_year = f"year(date) IS NOT DISTINCT FROM {year or 'NULL'}"
        copy_rows(
            con,
            table,
            f"SELECT * FROM ({rows}) WHERE {act_id} IN (SELECT id FROM act WHERE {of_year})",
            partial(_write, con, table, path),
        )


def _write(con: DuckDBPyConnection, table: Table, path: Path, rows: str, number: int) -> None:
    """Write the rows to the file, or to another beside it where their number is not 0."""
    path = path.with_stem(f"{path.stem}{number or ''}")
    con.execute(
        f"COPY ({rows}) TO {quote_path(path)} (FORMAT parquet, COMPRESSION zstd,"
        f" ROW_GROUP_SIZE {ROWS_TOGETHER.get(table.name, MOST_ROWS_TOGETHER)})"
    )


def _refuse_strangers(folder: Path) -> None:
    """Raise RegkbError where the folder holds anything but an earlier export."""
    strangers = [path for path in folder.rglob("*") if path.is_file() and not path.match("year=*/*.parquet")]
    if strangers:
        raise RegkbError(f"{folder} holds other files, such as {strangers[0].name}", "name another folder with --out")
