"""Writing into a DuckLake by DuckDB's extension: in transactions, published by the message of a commit."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from regkb.errors import RegkbError
from regkb.kb.lake import LOCK_SECONDS, PUBLISHED, locate_lake
from regkb.kb.schema import create_tables, quote_text, read_meta
from regkb.kb.store import check_version, connect

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ROW_GROUP = 8192
"""Rows that Parquet keeps together: one act's are found ten times as fast as in groups of DuckDB's usual size."""
EXTENSIONS = ("ducklake", "sqlite_scanner")
KEPT = "INTERVAL '1 day'"
"""How long files stay that no table needs any more: readers of an older snapshot may still open them."""


def start_lake(db: str, memory: str) -> DuckDBPyConnection:
    """Open the lake for writing, and make it if there is none; the caller holds the writer's lock.

    Raises RegkbError where the extensions are not installed for this version of DuckDB, or the folder can't be written.
    """
    import duckdb

    lake = locate_lake(db)
    paths = [_find_extension(name, duckdb.__version__) for name in EXTENSIONS]
    con = connect(":memory:")
    try:
        for path in paths:
            con.execute(f"LOAD {quote_text(str(path))}")
        con.execute(f"SET memory_limit={quote_text(memory)}")
        con.execute(f"SET temp_directory={quote_text(f'{lake.catalog.absolute()}.tmp')}")
        options = f"DATA_INLINING_ROW_LIMIT 0, META_BUSY_TIMEOUT {LOCK_SECONDS * 1000}"
        if lake.data or not lake.catalog.exists():
            data = lake.data or lake.catalog.with_name(lake.catalog.name + ".data")
            options += f", DATA_PATH {quote_text(f'{data.absolute()}/')}, OVERRIDE_DATA_PATH true"
        con.execute(f"ATTACH {quote_text(f'ducklake:sqlite:{lake.catalog.absolute()}')} AS base ({options})")
        con.execute("USE base")
        meta = read_meta(con)
        if meta:
            check_version(db, meta)
        else:
            con.execute(f"CALL base.set_option('parquet_row_group_size', '{ROW_GROUP}')")
            con.execute("BEGIN")
            create_tables(con, constrained=False)
            con.execute("COMMIT")
    except duckdb.Error as error:
        con.close()
        said = str(error).splitlines()[0]
        raise RegkbError(f"{db} cannot be written: {said}", "check the catalog, its folder and the rights") from error
    except BaseException:
        con.close()
        raise
    return con


def publish_lake(con: DuckDBPyConnection) -> None:
    """Show readers what was committed to the lake, make few files of many, drop those long unneeded, and close it."""
    _commit_published(con, "UPDATE meta SET value = (value::INTEGER + 1)::VARCHAR WHERE key = 'generation'")
    _commit_published(con, "CALL ducklake_merge_adjacent_files('base')")
    con.execute(f"CALL ducklake_expire_snapshots('base', older_than => now() - {KEPT})")
    con.execute(f"CALL ducklake_cleanup_old_files('base', older_than => now() - {KEPT})")
    con.execute(f"CALL ducklake_delete_orphaned_files('base', older_than => now() - {KEPT})")
    con.close()


def _commit_published(con: DuckDBPyConnection, statement: str) -> None:
    """Run the statement and commit it as a state for readers."""
    con.execute("BEGIN")
    con.execute(f"CALL base.set_commit_message('regkb', {quote_text(PUBLISHED)})")
    con.execute(statement)
    con.execute("COMMIT")


def _find_extension(name: str, version: str) -> Path:
    """Return the file of an extension that a Python package brought."""
    spec = find_spec(f"duckdb_extension_{name}")
    if spec is not None and spec.origin is not None:
        file = Path(spec.origin).with_name("extensions") / f"v{version}" / f"{name}.duckdb_extension"
        if file.is_file():
            return file
    raise RegkbError(
        f"writing into a lake needs the extension {name} of DuckDB, which is not here for DuckDB {version}",
        "pip install 'regkb[lake]'",
    )
