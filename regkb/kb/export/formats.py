"""The formats of `regkb export`: a name, what it is, and the module that writes it.

A module has `export(con, entries, out) -> int`: it writes the records of the entries (see `regkb.kb.records`) to the
folder `out`, or to standard output where `out` is `-`, and returns how many it wrote. What it cannot write to standard
output it refuses with a RegkbError. It is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Export = Callable[["DuckDBPyConnection", Sequence[int], str], int]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is in a few words, and the module with its `export`."""

    summary: str
    module: str

    def load(self) -> Export:
        """Import the module and return its function."""
        found: Export = import_module(self.module).export
        return found


FORMATS: dict[str, Format] = {
    "json": Format("the full record (regkb/act/1), a file an act", "regkb.kb.export.json"),
    "jsonl": Format("full records, one a line", "regkb.kb.export.jsonl"),
    "akn": Format("Akoma Ntoso 3.0 XML, a file an act", "regkb.kb.export.akn.export"),
    "parquet": Format("the tables, by year of the act", "regkb.kb.export.parquet"),
    "csv": Format("the tables, a file each", "regkb.kb.export.csv"),
}
