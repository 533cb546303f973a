"""A base in a DuckLake: a catalog in SQLite, the rows as Parquet in a folder; readers and a writer at once.

`ducklake:PATH/catalog.sqlite[?data=FOLDER]` names it. An ingest writes into it in transactions, by DuckDB's extension.
What it publishes is a snapshot whose commit says so, and readers take the latest of those: their tables are views over
the Parquet files that the catalog names for it (the DuckLake specification 1.0 tells which). So they need no extension,
hold no lock, see one whole state, and a stranger's SQL has no door to shut but those of any base.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from regkb.errors import RegkbError
from regkb.kb.schema import ALL_TABLES, quote_text
from regkb.kb.tables import Table
from regkb.kb.validity.sql import VIEWS as VALIDITY_VIEWS
from regkb.kb.views import VIEWS

if TYPE_CHECKING:
    import sqlite3

PREFIX = "ducklake:"
FORMAT = "1.0"
PUBLISHED = "published"
"""The message of the commits that readers look for."""

LOCK_SECONDS = 60
"""How long a process waits for another one's commit to the catalog, which takes milliseconds."""

_IS_PUBLISHED = f"coalesce(commit_message = {quote_text(PUBLISHED)}, false)"

_FILES = """
SELECT t.table_name, d.path, d.path_is_relative, x.path, x.path_is_relative, coalesce(x.partial_max > :at, false),
  s.path, s.path_is_relative, t.path, t.path_is_relative
FROM ducklake_table t
JOIN ducklake_schema s USING (schema_id)
JOIN ducklake_data_file d USING (table_id)
LEFT JOIN ducklake_delete_file x ON x.data_file_id = d.data_file_id
  AND x.begin_snapshot <= :at AND (x.end_snapshot IS NULL OR x.end_snapshot > :at)
WHERE t.begin_snapshot <= :at AND (t.end_snapshot IS NULL OR t.end_snapshot > :at)
  AND d.begin_snapshot <= :at AND (d.end_snapshot IS NULL OR d.end_snapshot > :at)
ORDER BY d.data_file_id
"""
"""The Parquet files of every table in the snapshot `:at`, each with the one that lists its deleted rows, if any.

That may also list rows that were deleted later. The last columns are the folders of the schema and of the table.
"""

_FOREIGN = """
SELECT count(*) FROM ducklake_data_file
WHERE encryption_key IS NOT NULL OR mapping_id IS NOT NULL OR file_format <> 'parquet' OR partial_max > :at
UNION ALL SELECT count(*) FROM ducklake_delete_file WHERE format <> 'parquet'
UNION ALL SELECT count(*) FROM ducklake_inlined_data_tables
"""
"""What regkb never writes into a lake, and what these views would therefore misread."""


@dataclass(frozen=True, slots=True)
class Lake:
    """Where a lake lies: its catalog, and the folder of its Parquet files if it is named."""

    catalog: Path
    data: Path | None


@dataclass(slots=True)
class _Files:
    """The Parquet files of a table: its rows, the lists of deleted ones, and such lists that go beyond the snapshot."""

    rows: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    deleted_later_too: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A published state: the statements that show it in an empty DuckDB, `meta` first, and the files that they read."""

    statements: list[str]
    files: list[str]


def is_lake(db: str) -> bool:
    """Tell whether the name is that of a lake."""
    return db.startswith(PREFIX)


def locate_lake(db: str) -> Lake:
    """Return where the lake of that name lies."""
    catalog, _, option = db.removeprefix(PREFIX).partition("?")
    if not catalog or (option and not option.startswith("data=")):
        raise RegkbError(f"{db} names no lake", "write ducklake:PATH/catalog.sqlite or ducklake:PATH?data=FOLDER")
    return Lake(Path(catalog), Path(option.removeprefix("data=")) if option else None)


def has_published(db: str) -> bool:
    """Tell whether readers find something in the lake."""
    return _read_number(db, f"SELECT max(snapshot_id) FROM ducklake_snapshot_changes WHERE {_IS_PUBLISHED}") is not None


def has_unpublished_changes(db: str) -> bool:
    """Tell whether an interrupted ingest left a state that can be finished."""
    last = "(SELECT max(snapshot_id) FROM ducklake_snapshot)"
    found = f"SELECT {_IS_PUBLISHED} FROM ducklake_snapshot_changes WHERE snapshot_id = {last}"
    return _read_number(db, found) == 0


def read_snapshot(db: str) -> Snapshot:
    """Return the latest published state of the lake. Raises RegkbError where there is none, or one of another make."""
    lake = locate_lake(db)
    remedy = "make one with `regkb ingest PATH`, or name another with --db"
    if not lake.catalog.is_file():
        raise RegkbError(f"there is no lake at {lake.catalog}", remedy)
    import sqlite3

    try:
        catalog = _open_catalog(lake)
        try:
            catalog.execute("BEGIN")
            settings = dict(catalog.execute("SELECT key, value FROM ducklake_metadata WHERE scope IS NULL").fetchall())
            (at,) = catalog.execute(
                f"SELECT max(snapshot_id) FROM ducklake_snapshot_changes WHERE {_IS_PUBLISHED}"
            ).fetchone()
            foreign = catalog.execute(_FOREIGN, {"at": at}).fetchall()
            files = catalog.execute(_FILES, {"at": at}).fetchall()
        finally:
            catalog.close()
    except sqlite3.Error as error:
        raise RegkbError(f"{lake.catalog} cannot be read as the catalog of a lake: {error}", remedy) from None
    if at is None:
        raise RegkbError(f"nothing is published yet in the lake {lake.catalog}", remedy)
    if settings.get("version") != FORMAT or any(count for (count,) in foreign):
        raise RegkbError(
            f"{lake.catalog} was written by another program, or in a form of DuckLake other than {FORMAT}",
            "read it with DuckDB's own extension, or read the acts into a new base",
        )
    return _write_snapshot(at, lake.data or Path(settings["data_path"]), files)


def _open_catalog(lake: Lake) -> sqlite3.Connection:
    """Open the catalog; it is only read, but SQLite may have to undo what a killed writer left."""
    import sqlite3

    return sqlite3.connect(
        f"file:{quote(str(lake.catalog.absolute()))}?mode=rw", uri=True, timeout=LOCK_SECONDS, isolation_level=None
    )


def _read_number(db: str, query: str) -> int | None:
    """Return what a query on the catalog gives; `None` where there is no catalog yet, or not its tables."""
    import sqlite3

    lake = locate_lake(db)
    if not lake.catalog.is_file():
        return None
    catalog = _open_catalog(lake)
    try:
        found = catalog.execute(query).fetchone()
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):
            return None
        raise RegkbError(f"{lake.catalog} cannot be read: {error}", "try again") from None
    except sqlite3.DatabaseError as error:
        raise RegkbError(f"{lake.catalog} is no catalog of a lake: {error}", "name another with --db") from None
    finally:
        catalog.close()
    return found[0] if found else None


def _write_snapshot(at: int, data: Path, rows: list[tuple[Any, ...]]) -> Snapshot:
    """Return the views over the files of the snapshot `at`, whose relative paths begin at the folder `data`."""
    tables = {table.name: _Files() for table in ALL_TABLES}
    for name, path, is_relative, deleted, is_deleted_relative, is_later_too, *folders in rows:
        if name not in tables:
            continue
        files, folder = tables[name], _join(_join(data, *folders[:2]), *folders[2:])
        files.rows.append(str(_join(folder, path, is_relative)))
        if deleted is not None:
            listed = files.deleted_later_too if is_later_too else files.deleted
            listed.append(str(_join(folder, deleted, is_deleted_relative)))
    views = [_write_view(at, table, tables[table.name]) for table in ALL_TABLES]
    return Snapshot(
        [*views, *VALIDITY_VIEWS.values(), *(statement for _, statement in VIEWS.values())],
        [path for files in tables.values() for path in (*files.rows, *files.deleted, *files.deleted_later_too)],
    )


def _join(folder: Path, path: str, is_relative: int) -> Path:
    """Return a path of the catalog below its folder, or as it is where it is absolute."""
    return folder / path if is_relative else Path(path)


def _write_view(at: int, table: Table, files: _Files) -> str:
    """Return the statement that makes a view of the rows that the table has in the snapshot `at`.

    A deleted row is told by its file's name, which is unique, so that the folder may be moved, and its number there.
    """
    if not files.rows:
        columns = ", ".join(f'NULL::{column.type} AS "{column.name}"' for column in table.columns)
        return f"CREATE VIEW {table.name} AS SELECT {columns} WHERE false"
    columns = ", ".join(f'"{column.name}"' for column in table.columns)
    lists = [
        f"SELECT parse_filename(file_path) AS file, pos FROM read_parquet({_list(paths)}){condition}"
        for paths, condition in (
            (files.deleted, ""),
            (files.deleted_later_too, f" WHERE _ducklake_internal_snapshot_id <= {at}"),
        )
        if paths
    ]
    if not lists:
        return f"CREATE VIEW {table.name} AS SELECT {columns} FROM read_parquet({_list(files.rows)})"
    return (
        f"CREATE VIEW {table.name} AS SELECT {columns}"
        f" FROM read_parquet({_list(files.rows)}, filename = true, file_row_number = true) held"
        f" ANTI JOIN ({' UNION ALL '.join(lists)}) gone"
        " ON gone.file = parse_filename(held.filename) AND gone.pos = held.file_row_number"
    )


def _list(paths: list[str]) -> str:
    """Return the paths as an SQL list."""
    return f"[{', '.join(map(quote_text, paths))}]"
