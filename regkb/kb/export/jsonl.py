"""Full records, one a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from regkb.kb.export.files import open_out
from regkb.kb.records import read_records

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def export(con: DuckDBPyConnection, entries: Sequence[int], out: str) -> int:
    """Write `acts.jsonl` into the folder `out`, or the lines to standard output; return the number of records."""
    with open_out(out, "acts.jsonl") as stream:
        for act in read_records(con, entries):
            stream.write(act.to_json() + "\n")
    return len(entries)
