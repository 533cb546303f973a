"""Acts as Akoma Ntoso files: one an act and language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from regkb.errors import RegkbError
from regkb.kb.export.akn.document import write_document
from regkb.kb.export.akn.sources import read_sources
from regkb.kb.export.files import STDOUT, name_file, open_out

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def export(con: DuckDBPyConnection, entries: Sequence[int], out: str) -> int:
    """Write the acts to files in the folder `out`, or one act to standard output; return their number."""
    if out == STDOUT and len(entries) != 1:
        raise RegkbError(f"standard output takes one document, here are {len(entries)}", "name a folder with --out")
    # files have no order: those of acts that were loaded together are written together, since their rows lie together
    for source in read_sources(con, sorted(entries)):
        with open_out(out, name_file(source.act, "akn.xml")) as stream:
            stream.write(write_document(source).decode("utf-8") + "\n")
    return len(entries)
