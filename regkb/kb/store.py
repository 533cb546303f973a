"""Opening a base to read it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from regkb.errors import RegkbError
from regkb.kb.lake import has_published, is_lake, locate_lake, read_snapshot
from regkb.kb.schema import SCHEMA_VERSION, read_meta

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NO_BASE_REMEDY = "make one with `regkb ingest PATH`, or name another with --db"
OTHER_FILE_REMEDY = "name another with --db, or move this file away"
NEW_BASE_REMEDY = "read the files into a new base: regkb --db NEW.duckdb ingest PATH"
DAMAGE_REMEDY = f"take it from a copy, or {NEW_BASE_REMEDY}"
DAMAGED = "Corrupt database file"
"""How DuckDB begins to tell of a block that is not as it was written: on opening, or when it is read."""


def open_base(db: str) -> DuckDBPyConnection:
    """Open the base at the path `db` read only and return the connection, which the caller closes.

    It shows one whole state even while an ingest replaces the file. Raises RegkbError where there is no base, where
    another program holds the file for writing, or where its tables are of another version.
    """
    if is_lake(db):
        return _open_lake(db)
    if Path(db).is_dir():
        raise RegkbError(f"{db or '.'} is a folder and no base", "name the file of the base with --db")
    if not Path(db).is_file():
        raise RegkbError(f"there is no base at {db}", NO_BASE_REMEDY)
    con = connect(db, read_only=True)
    try:
        check_version(db, read_meta(con))
    except BaseException:
        con.close()
        raise
    return con


def has_base(db: str) -> bool:
    """Tell whether there is a base that readers can open."""
    return has_published(db) if is_lake(db) else Path(db).exists()


def locate_base(db: str) -> Path:
    """Return the file beside which a base keeps its own: the base itself, or the catalog of a lake."""
    return locate_lake(db).catalog if is_lake(db) else Path(db)


def connect(db: str, read_only: bool = False) -> DuckDBPyConnection:
    """Open or create a DuckDB file that DuckDB 1.5 can open too. Raises RegkbError in one line where it can't."""
    import duckdb

    try:
        con = duckdb.connect(db, read_only=read_only, config={"storage_compatibility_version": "v1.0.0"})
    except duckdb.Error as error:
        raise _explain(db, error) from error
    # it would be drawn on stdout, even into a pipe
    con.execute("SET enable_progress_bar=false")
    return con


def check_version(db: str, meta: dict[str, str]) -> None:
    """Raise RegkbError unless the file is a base whose tables this program knows."""
    if not meta:
        raise RegkbError(f"{db} is a DuckDB file but no base of regkb", OTHER_FILE_REMEDY)
    version = int(meta["schema_version"])
    if version < SCHEMA_VERSION:
        raise RegkbError(
            f"{db} has tables of version {version}, this program those of {SCHEMA_VERSION}", NEW_BASE_REMEDY
        )
    if version > SCHEMA_VERSION:
        raise RegkbError(f"{db} was made by a later regkb (tables {version}, not {SCHEMA_VERSION})", "update regkb")


def _open_lake(db: str) -> DuckDBPyConnection:
    """Open the published state of a lake: a DuckDB in memory whose tables are views over the lake's files."""
    import duckdb

    show_meta, *show_rest = read_snapshot(db).statements
    con = connect(":memory:")
    try:
        con.execute(show_meta)
        check_version(db, read_meta(con))
        for statement in show_rest:
            con.execute(statement)
    except duckdb.Error as error:
        con.close()
        raise _explain(db, error) from error
    except BaseException:
        con.close()
        raise
    return con


def _explain(db: str, error: Exception) -> RegkbError:
    """Return what to tell a person about a file that could not be opened."""
    said = str(error).splitlines()[0]
    if "Could not set lock" in said:
        # "Conflicting lock is held in /usr/bin/duckdb (PID 4711). See also …"
        _, _, holder = said.partition("held in ")
        holder = holder.partition(". See")[0] or "another program"
        return RegkbError(f"{db} is open in {holder}", "close it there, or open it read only there")
    if "not a valid DuckDB database" in said:
        return RegkbError(f"{db} is no DuckDB file", OTHER_FILE_REMEDY)
    if DAMAGED in said or "read enough bytes" in said:
        return RegkbError(f"{db} is damaged ({said})", DAMAGE_REMEDY)
    return RegkbError(f"{db} cannot be opened: {said}", "check the file and the rights to it")
