"""The list of files that gave no act, kept in the base until they do."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from regkb.errors import Failure
from regkb.kb.arrow import offer_rows
from regkb.kb.merge import merge_rows

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def read_failures(con: DuckDBPyConnection) -> dict[str, Failure]:
    """Return all failures of the base by their path."""
    rows = con.execute("SELECT path, reason, remedy, sha256 FROM failure ORDER BY path").fetchall()
    return {row[0]: Failure(*row) for row in rows}


def record_failures(con: DuckDBPyConnection, failures: Collection[Failure], at: datetime) -> None:
    """Write failures down, one a path; `at` is UTC."""
    rows = {
        failure.path: {
            "path": failure.path,
            "sha256": failure.sha256,
            "reason": failure.reason,
            "remedy": failure.remedy,
            "failed_at": at,
        }
        for failure in failures
    }
    with offer_rows(con, "failed", "failure", rows.values()):
        merge_rows(con, "failure", "FROM failed")


def clear_failures(con: DuckDBPyConnection, paths: Collection[str]) -> None:
    """Forget the failures of files that could be read since, or are gone."""
    for path in paths:
        con.execute("DELETE FROM failure WHERE path = ?", [path])
