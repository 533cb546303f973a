"""The child process that runs one query of a stranger: started by file name by `regkb.kb.query`.

It reads one JSON object from standard input (`path`, the `version` of its tables, `sql`, and the limits; for a lake, in
place of `path`, the `statements` that show it and the `files` that they read), opens the base read only, closes every
door of the engine (files, extensions, settings, Python variables), lets one reading statement run under the operating
system's limits, and writes the rows as an Arrow IPC stream to the file descriptor that is its only argument.
An error is one line on standard error and one of the exit statuses below; a hard limit ends the process by a signal.

Kept free of imports from the package, so that it starts as fast as DuckDB itself does.
"""

from __future__ import annotations

import errno
import json
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

FAILED = 3
OUT_OF_MEMORY = 4
RESULT_TOO_LARGE = 5
NO_BASE = 6
READING = ("SELECT", "EXPLAIN")
BATCH_ROWS = 256
"""So few that a batch of long texts, of which the engine holds several, leaves room for the query."""
MEGABYTE = 1024 * 1024


class RefusedError(Exception):
    """The text is not one reading statement, or asks for more than the limits give."""


class NoBaseError(Exception):
    """The file cannot be opened, is no base, or one with tables of another version."""


def limit_process(memory_mb: int, seconds: float, result_mb: int) -> None:
    """Have the kernel hold this process to `memory_mb` beyond what it has now, `seconds` of time, `result_mb` of file.

    The engine's own memory limit does not see one huge value, and its interrupt can come late: these two do not ask
    the engine. The process timer ends the child even where its parent is gone.
    """
    statm = Path("/proc/self/statm")
    used = int(statm.read_text().split()[0]) * resource.getpagesize() if statm.exists() else 0
    resource.setrlimit(resource.RLIMIT_AS, (used + memory_mb * MEGABYTE,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds * (os.cpu_count() or 1)) + 2,) * 2)
    resource.setrlimit(resource.RLIMIT_FSIZE, (result_mb * MEGABYTE,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.setitimer(signal.ITIMER_REAL, seconds)


def close_doors(connection: Any, memory_mb: int, threads: int, files: list[str]) -> None:
    """Turn off everything of the engine that reaches outside the base and its `files`, then lock the settings.

    Raises where this version of DuckDB lacks one of them: a guard with an open door is none.
    """
    connection.execute(f"SET threads = {threads}")
    connection.execute(f"SET memory_limit = '{max(64, memory_mb * 3 // 4)}MB'")
    listed = ", ".join("'" + file.replace("'", "''") + "'" for file in files)
    for door in (
        f"allowed_paths = [{listed}]",
        "enable_progress_bar = false",
        "temp_directory = ''",
        "python_enable_replacements = false",
        "autoinstall_known_extensions = false",
        "autoload_known_extensions = false",
        "allow_community_extensions = false",
        "enable_external_access = false",
        "lock_configuration = true",
    ):
        connection.execute(f"SET {door}")


def check_statement(connection: Any, sql: str) -> Any:
    """Return the one statement of `sql`; raise `RefusedError` where it holds none, several, or no reading one."""
    statements = connection.extract_statements(sql)
    if not statements:
        raise RefusedError("no statement to run")
    if len(statements) > 1:
        raise RefusedError(f"one statement at a time, please: this text holds {len(statements)}")
    kind = statements[0].type.name
    if kind not in READING:
        raise RefusedError(
            f"the base is read only: {kind} is not allowed, only SELECT, FROM, WITH, DESCRIBE and EXPLAIN"
        )
    return statements[0]


def open_base(request: dict[str, Any]) -> Any:
    """Open the file, or show the lake; raise `NoBaseError` where that is none whose tables have the wanted version."""
    import duckdb

    try:
        connection = duckdb.connect(request["path"], read_only=True) if request["path"] else duckdb.connect()
        for statement in request["statements"]:
            connection.execute(statement)
        found = connection.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchall()
    except duckdb.Error as error:
        raise NoBaseError(describe(error)) from None
    if found != [(str(request["version"]),)]:
        raise NoBaseError(f"its tables are not of version {request['version']}")
    return connection


def run(request: dict[str, Any], descriptor: int) -> None:
    """Open the base, run the query of `request`, write its rows to the file at `descriptor`."""
    import pyarrow.ipc

    connection = open_base(request)
    close_doors(connection, request["memory_mb"], request["threads"], request["files"])
    limit_process(request["memory_mb"], request["seconds"], request["result_mb"])
    # A relation is read as it is made; the result of `execute` would be held whole first, as DuckDB 1.5 holds both.
    reader = connection.sql(check_statement(connection, request["sql"])).to_arrow_reader(BATCH_ROWS)
    with (
        open(descriptor, "wb", closefd=False) as result,
        pyarrow.ipc.new_stream(result, reader.schema) as writer,
    ):
        for batch in reader:
            writer.write_batch(batch)


def judge(error: BaseException) -> int:
    """Return the exit status for `error`: the limit that it tells of, or `FAILED`."""
    if isinstance(error, MemoryError) or "OutOfMemory" in type(error).__name__ or "Out of Memory" in str(error):
        return OUT_OF_MEMORY
    if isinstance(error, OSError) and error.errno == errno.EFBIG:
        return RESULT_TOO_LARGE
    return NO_BASE if isinstance(error, NoBaseError) else FAILED


def describe(error: BaseException) -> str:
    """Return what went wrong in one line: the engine's message, of its picture of the query only the line."""
    said, _, picture = str(error).partition("\nLINE ")
    line = picture.partition(":")[0]
    place = f" (line {line})" if line.isdecimal() and line != "1" else ""
    return " ".join(said.split()) + place or type(error).__name__


def main() -> int:
    """Serve one request; return the exit status."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        run(json.load(sys.stdin), int(sys.argv[1]))
    except Exception as error:
        sys.stderr.write(describe(error) + "\n")
        return judge(error)
    return 0


if __name__ == "__main__":
    # The engine's threads may hold a query that was given up: leave without waiting for them.
    status = main()
    sys.stderr.flush()
    os._exit(status)
