"""The new state of a base, built beside the old one and published by one atomic replacement of the file.

`FILE.building` is a copy of the base that grows by transactions. Killed at any moment, the base is as it was, and the
next ingest goes on from what the copy holds. It is used only while its generation is that of the base. A lake needs no
copy: what is committed to it is not shown before it is published.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from regkb.errors import RegkbError
from regkb.kb.derive import derive_all, derive_in_lake
from regkb.kb.lake import has_unpublished_changes, is_lake
from regkb.kb.schema import create_tables, read_meta
from regkb.kb.store import check_version, connect

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LOADING_MEMORY = "160MB"
DERIVING_MEMORY = "384MB"
"""While acts are read, the readers want memory too."""
LONGEST_LOG = 3 << 29
"""The log is folded into the file when it is longer than this, in bytes, and when the state is published.

A checkpoint writes the last row group of every table again; of `source` that is all texts up to 122,880 of them. So the
common threshold of 16 MB would make the cost of an act grow with the base. One of many gigabytes takes as much memory
as the whole ingest may.
"""


def start_building(db: str) -> DuckDBPyConnection:
    """Open the state that is being built for the base at `db`: an unfinished one, a copy of the base, or a new one.

    The caller holds the writer's lock. Raises RegkbError where the base is none, or can't be copied.
    """
    if is_lake(db):
        from regkb.kb.lake_writing import start_lake

        return start_lake(db, LOADING_MEMORY)
    building = _beside(db, "building")
    generation = _read_generation(db)
    if not _is_resumable(building, generation):
        _remove(building)
        if generation is not None:
            _copy_base(db, building)
    con = connect(str(building))
    con.execute(f"SET memory_limit='{LOADING_MEMORY}'")
    con.execute("SET checkpoint_threshold='1000TB'")
    # what the engine has freed goes back to the system sooner: of 4,000 acts 450 MB were held at most, not 483
    con.execute("SET allocator_flush_threshold='16MB'")
    con.execute("SET allocator_bulk_deallocation_flush_threshold='64MB'")
    if not read_meta(con):
        con.execute("BEGIN")
        create_tables(con)
        con.execute("COMMIT")
    return con


def measure_log(db: str) -> int:
    """Return the length in bytes of the log of the state that is being built: what was written since a checkpoint.

    A lake has none.
    """
    log = _beside(db, "building.wal")
    return log.stat().st_size if log.exists() else 0


def fold_log(db: str, con: DuckDBPyConnection) -> None:
    """Fold the log into the file where it is due."""
    if measure_log(db) > LONGEST_LOG:
        con.execute("CHECKPOINT")


def has_unpublished(db: str) -> bool:
    """Tell whether an interrupted ingest left a state that can be finished."""
    if is_lake(db):
        return has_unpublished_changes(db)
    return _is_resumable(_beside(db, "building"), _read_generation(db))


def publish_building(db: str, con: DuckDBPyConnection) -> None:
    """Draw what follows from the facts, close the state that was built, and show it to readers in the base's place.

    Readers that have the old file open keep it to their end. A write-ahead log must not be left beside the file that
    replaces another: DuckDB would replay it into a base that is not its own.
    """
    con.execute(f"SET memory_limit='{DERIVING_MEMORY}'")
    if is_lake(db):
        from regkb.kb.lake_writing import publish_lake

        derive_in_lake(con)
        publish_lake(con)
        return
    derive_all(con)
    con.execute("UPDATE meta SET value = (value::INTEGER + 1)::VARCHAR WHERE key = 'generation'")
    con.execute("CHECKPOINT")
    con.close()
    building = _beside(db, "building")
    for leftover in (building, Path(db)):
        leftover.with_name(leftover.name + ".wal").unlink(missing_ok=True)
    _sync(building)
    os.replace(building, db)  # noqa: PTH105 - the atomic replacement, by its own name
    _sync(Path(db).absolute().parent)


def _beside(db: str, suffix: str) -> Path:
    """Return the path of a file beside the base."""
    return Path(f"{db}.{suffix}")


def _read_generation(db: str) -> str | None:
    """Return the generation of the published base; `None` where there is none yet."""
    if not Path(db).exists():
        return None
    if _beside(db, "wal").exists():
        # another program wrote into the base and ended before it could fold its log into the file
        connect(db).close()
    con = connect(db, read_only=True)
    try:
        meta = read_meta(con)
        check_version(db, meta)
    finally:
        con.close()
    return meta["generation"]


def _is_resumable(building: Path, generation: str | None) -> bool:
    """Tell whether an unfinished state opens and continues the published one."""
    if not building.exists():
        return False
    try:
        con = connect(str(building))
        meta = read_meta(con)
        con.close()
        check_version(str(building), meta)
    except RegkbError:
        return False
    return meta["generation"] == (generation or "0")


def _copy_base(db: str, building: Path) -> None:
    """Copy the base under a name of its own first, so that a half copy is never taken for a state."""
    copy = _beside(db, "copy")
    try:
        shutil.copyfile(db, copy)
        copy.replace(building)
    except OSError as error:
        copy.unlink(missing_ok=True)
        raise RegkbError(f"{db} cannot be copied beside itself: {error.strerror}", "make room on the disk") from None


def _remove(building: Path) -> None:
    """Remove the file, its log and its folder of spilled blocks."""
    for suffix in ("", ".wal"):
        building.with_name(building.name + suffix).unlink(missing_ok=True)
    shutil.rmtree(building.with_name(building.name + ".tmp"), ignore_errors=True)


def _sync(path: Path) -> None:
    """Make the file or folder reach the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
