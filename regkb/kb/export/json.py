"""Full records as JSON: a file an act, or on standard output the one record, of several a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from regkb.kb.export.files import STDOUT, name_file, open_out
from regkb.kb.records import read_records

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def export(con: DuckDBPyConnection, entries: Sequence[int], out: str) -> int:
    """Write the records, indented, to files in the folder `out` or to standard output; return their number."""
    # files have no order: those of acts that were loaded together are written together, since their rows lie together
    ordered = entries if out == STDOUT else sorted(entries)
    records = ((act, act.to_json(indent=2)) for act in read_records(con, ordered))
    if out != STDOUT:
        for act, text in records:
            with open_out(out, name_file(act, "json")) as stream:
                stream.write(text + "\n")
        return len(entries)
    with open_out(out, "") as stream:
        if len(entries) == 1:
            stream.write(next(records)[1] + "\n")
        else:
            for place, (_, text) in enumerate(records):
                stream.write(("[\n" if place == 0 else ",\n") + text)
            stream.write("\n]\n")
    return len(entries)
