"""Readings laid down as Parquet files, so that who reads and who writes the base need not be one machine.

A file holds some acts, a row an act: the hash and the name of what was read, and for each table of the base a list of
its rows. It appears under its name when it is whole, and names the versions that made it; a reading by another version
is passed over, and so is a file that is damaged.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from regkb import __version__
from regkb.errors import RegkbError
from regkb.ingest.work import Task
from regkb.kb.load import ENTRY_TABLES
from regkb.kb.rows import ReadAct
from regkb.kb.schema import SCHEMA_VERSION
from regkb.schemas.record import SCHEMA

if TYPE_CHECKING:
    import pyarrow as pa

SUFFIX = ".parquet"
VERSION = f"regkb {__version__}, tables {SCHEMA_VERSION}, record {SCHEMA}"
"""Only readings of this very version may go into a base that it writes."""

_TOGETHER = 1_000_000
"""Characters of raw text, at most, whose rows are in memory together, one act excepted."""
_AT_ONCE = 16
"""Acts that are in memory together while a file is read."""
_VERSION_KEY = b"regkb"
_TABLES = ("source", *ENTRY_TABLES)


def make_spool(folder: str) -> None:
    """Make the folder if need be. Raises RegkbError where that can't be."""
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refuse(folder, error) from None


def write_readings(folder: str, acts: Iterable[ReadAct]) -> str | None:
    """Write acts into a file of the folder; return its name, or `None` where there are none.

    The name follows from what was read: the same acts written again replace the same file. Raises RegkbError.
    """
    import pyarrow.parquet as pq

    names: list[str] = []
    part = Path(folder, f"{uuid4().hex}.part")
    try:
        with pq.ParquetWriter(part, _read_schema(), compression="zstd") as writer:
            for some in _gather(acts):
                names += [act.source["sha256"] + act.source["path"] for act in some]
                writer.write_table(_pack(some))
        name = sha256("\n".join(sorted(names)).encode()).hexdigest()[:32] + SUFFIX
        if names:
            part.replace(part.with_name(name))
    except OSError as error:
        raise RegkbError(
            f"{folder} cannot be written: {error.strerror or error}", "name another with --spool"
        ) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return name if names else None


def read_readings(path: Path) -> Iterator[ReadAct]:
    """Yield the acts of a file that `write_readings` made; memory does not grow with their number."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(_AT_ONCE, columns=list(_TABLES)):
            for rows in batch.to_pylist():
                yield ReadAct({table: found or [] for table, found in rows.items()})


def take_readings(folder: str, tasks: Iterable[Task]) -> Generator[tuple[Task, ReadAct], None, list[Task]]:
    """Yield the tasks whose readings lie in the folder, each with the act; return the tasks that are left.

    A reading counts where the bytes and the name are the same: the name is part of the record.
    """
    left = {(task.sha256, task.file.name): task for task in tasks}
    for path in sorted(Path(folder).glob(f"*{SUFFIX}")):
        if not left.keys().isdisjoint(_list_names(path)):
            for act in read_readings(path):
                task = left.pop((act.source["sha256"], act.source["path"]), None)
                if task:
                    yield task, act
    return list(left.values())


def _refuse(folder: str, error: OSError) -> RegkbError:
    """Return what to tell a person about a folder that can't be written."""
    return RegkbError(f"{folder} cannot be written: {error.strerror or error}", "name another with --spool")


def _list_names(path: Path) -> list[tuple[str, str]]:
    """Return the hash and the name of each reading in a file; none where the file is not to be used."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            if (file.schema_arrow.metadata or {}).get(_VERSION_KEY) != VERSION.encode():
                return []
            found = file.read(["sha256", "name"])
    except (pa.ArrowException, OSError):
        return []
    return list(zip(found["sha256"].to_pylist(), found["name"].to_pylist(), strict=True))


def _gather(acts: Iterable[ReadAct]) -> Iterator[list[ReadAct]]:
    """Yield the acts in groups that memory holds."""
    group: list[ReadAct] = []
    characters = 0
    for act in acts:
        group.append(act)
        characters += act.source["characters"]
        if characters >= _TOGETHER:
            yield group
            group, characters = [], 0
    if group:
        yield group


def _pack(acts: list[ReadAct]) -> pa.Table:
    """Return the acts as an Arrow table."""
    import pyarrow as pa

    rows: list[dict[str, Any]] = [
        {"sha256": act.source["sha256"], "name": act.source["path"], **act.rows} for act in acts
    ]
    return pa.Table.from_pylist(rows, schema=_read_schema())


@cache
def _read_schema() -> pa.Schema:
    """Return the schema of a file."""
    import pyarrow as pa

    from regkb.kb.arrow import read_arrow_schema

    fields = [("sha256", pa.string()), ("name", pa.string())]
    fields += [(name, pa.list_(pa.struct(list(read_arrow_schema(name))))) for name in _TABLES]
    return pa.schema(fields, metadata={_VERSION_KEY: VERSION.encode()})
