"""Running a stranger's SQL on a base: read only, closed, and held to limits by a process of its own.

The engine's own guards are not enough (`memory_limit` does not see one huge value, `interrupt` may come late), so the
query runs in a child process (`query_child.py`) that the kernel limits and that can be killed at any moment. The rows
come back as an Arrow IPC stream in a file without a name that this process made.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from regkb.errors import RegkbError
from regkb.kb.lake import Snapshot, is_lake, read_snapshot
from regkb.kb.query_child import NO_BASE, OUT_OF_MEMORY, RESULT_TOO_LARGE
from regkb.kb.schema import SCHEMA_VERSION
from regkb.kb.store import open_base

CHILD = Path(__file__).with_name("query_child.py")
MAX_SQL_BYTES = 1_000_000
CHILD_ENVIRONMENT = {"ARROW_DEFAULT_MEMORY_POOL": "system", "HOME": "/nonexistent", "TZ": "UTC"}
"""Nothing of this process's environment: no variable can be asked for, no folder of the user is looked into.

Arrow's own allocator would take a gigabyte of address space at once, which the memory limit counts."""
GRACE_SECONDS = 2.0
"""What the child may take beyond the query's own time, to start and to open the base."""


class QueryError(RegkbError):
    """A query that was refused, failed, or hit a limit."""


@dataclass(frozen=True)
class Limits:
    """What one query may take: seconds of wall clock, megabytes of memory and of result, threads."""

    seconds: float = 30.0
    memory_mb: int = 1024
    result_mb: int = 1024
    threads: int = 2


@contextmanager
def open_query(path: Path, sql: str, limits: Limits = Limits()) -> Iterator[Any]:
    """Run `sql` on the base at `path` and yield its rows as a `pyarrow.RecordBatchStreamReader`.

    The text must hold exactly one reading statement. Nothing outside the base can be read, written or set, and the
    limits hold whatever the query does. The rows are read from a file as they are asked for; leaving the context drops
    it. Raises `QueryError`, or what `open_base` raises; a KeyboardInterrupt stops the query before it is passed on.
    """
    if len(sql.encode()) > MAX_SQL_BYTES:
        raise QueryError(f"the query is longer than {MAX_SQL_BYTES:,} bytes")
    lake = read_snapshot(str(path)) if is_lake(str(path)) else None
    if lake is None and not path.is_file():
        open_base(str(path)).close()
    with tempfile.TemporaryFile() as result:
        _run_child(path, lake, sql, limits, result)
        from pyarrow import ipc

        result.seek(0)
        with ipc.open_stream(result) as reader:
            yield reader


def _run_child(path: Path, lake: Snapshot | None, sql: str, limits: Limits, result: IO[bytes]) -> None:
    """Run the child to its end with `result` as its result file; raise `QueryError` where it did not end well."""
    request = {
        "path": str(path) if lake is None else None,
        "version": SCHEMA_VERSION,
        "statements": lake.statements if lake else [],
        "files": lake.files if lake else [],
        "sql": sql,
        "seconds": limits.seconds,
        "memory_mb": limits.memory_mb,
        "result_mb": limits.result_mb,
        "threads": limits.threads,
    }
    command = [sys.executable, "-I", "-X", "utf8", str(CHILD), str(result.fileno())]
    child = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        pass_fds=[result.fileno()],
        env=CHILD_ENVIRONMENT,
        start_new_session=True,
    )
    try:
        _, errors = child.communicate(json.dumps(request).encode(), timeout=limits.seconds + GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        raise _out_of_time(limits) from None
    finally:
        # Also on Ctrl-C and on any other way out: nothing of a query outlives the question.
        child.kill()
        child.wait()
    if child.returncode == NO_BASE:
        # the child has no words for a person: opening it here raises what every command says of such a file
        open_base(str(path)).close()
    if child.returncode != 0:
        raise _explain_end(child.returncode, errors.decode(errors="replace"), limits)


def _out_of_time(limits: Limits) -> QueryError:
    return QueryError(f"stopped after {limits.seconds:g} s", "ask for less, or give it longer with --timeout")


def _explain_end(status: int, errors: str, limits: Limits) -> QueryError:
    """Return why the child ended with `status` (negative: the signal that ended it)."""
    if status in (-signal.SIGALRM, -signal.SIGXCPU, -signal.SIGKILL):
        return _out_of_time(limits)
    if status == OUT_OF_MEMORY or "bad_alloc" in errors or "allocate memory" in errors:
        return QueryError(f"stopped: the query needs more than {limits.memory_mb} MB", "ask for less, or see --memory")
    if status == RESULT_TOO_LARGE:
        return QueryError(f"stopped: the result is larger than {limits.result_mb} MB", "ask for fewer rows or columns")
    if status < 0:
        return QueryError(f"the query broke the engine ({signal.Signals(-status).name})", "the base was not touched")
    return QueryError(errors.strip().splitlines()[-1] if errors.strip() else "the query failed without a message")
