"""Which rows of which tables an export of whole tables holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from regkb.errors import RegkbError
from regkb.kb.tables import TABLES, Table

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NOT_EXPORTED = ("meta", "location", "failure", "telling")
"""What tells of the base and of an operator's files, not of acts; and the tellings, which are repeated as events."""

MEMORY = "1GB"
"""What the engine may take while it writes tables of any size.

It reads and writes 2,048 rows at a time; of sources of 110 kB each that is 225 MB, several times over. Where rows are
larger it is given fewer, see `copy_rows`.
"""

MOST_CHARACTERS = 64_000_000
"""So long are the sources together whose rows are written in one piece where the whole table takes too much memory.

That is 115 MB of Cyrillic text. The longest source that is read alone is a third of it.
"""

_CHOSEN = "SELECT entry FROM export_entry"
_CHOSEN_ACTS = f"SELECT act_id FROM record WHERE entry IN ({_CHOSEN})"
_NAMED_ACTS = f"""
{_CHOSEN_ACTS}
UNION SELECT target_act_id FROM reference WHERE entry IN ({_CHOSEN})
UNION SELECT affecting_act_id FROM effect WHERE entry IN ({_CHOSEN})
UNION SELECT affected_act_id FROM effect WHERE entry IN ({_CHOSEN})
UNION SELECT standard_act_id FROM service WHERE entry IN ({_CHOSEN})
UNION SELECT target_act_id FROM amendment WHERE entry IN ({_CHOSEN})
"""

_ALL_ACTS = f"""
{_NAMED_ACTS}
UNION SELECT by_act_id FROM timeline WHERE act_id IN ({_NAMED_ACTS})
UNION SELECT source_act_id FROM timeline WHERE act_id IN ({_NAMED_ACTS})
"""


def choose_entries(con: DuckDBPyConnection, entries: Sequence[int]) -> None:
    """Write down the records that are exported, for the statements of `select_rows`, and bound the engine's memory."""
    con.execute(f"SET memory_limit = '{MEMORY}'")
    con.execute("CREATE OR REPLACE TEMP TABLE export_entry AS SELECT unnest(?::INTEGER[]) AS entry", [list(entries)])


def list_tables() -> list[Table]:
    """Return the tables that are exported."""
    return [table for table in TABLES if table.name not in NOT_EXPORTED]


def select_rows(table: Table) -> str:
    """Return the SELECT of the table's rows that belong to the chosen records.

    Facts are those of the records. Timelines and validity are those of the records' acts and of acts that they name;
    the rows of `act` are all that any of these name, so that no id leads nowhere.
    """
    names = {column.name for column in table.columns}
    if table.name == "act":
        condition = f"id IN ({_ALL_ACTS})"
    elif "entry" in names:
        condition = f"entry IN ({_CHOSEN})"
    elif table.name == "event":
        condition = f"evidence_entry IN ({_CHOSEN}) OR act_id IN ({_CHOSEN_ACTS})"
    elif table.name in ("timeline", "validity"):
        condition = f"act_id IN ({_NAMED_ACTS})"
    else:
        condition = f"(act_id, language) IN (SELECT (act_id, language) FROM record WHERE entry IN ({_CHOSEN}))"
    return f"SELECT * FROM {table.name} WHERE {condition}"


def copy_rows(con: DuckDBPyConnection, table: Table, rows: str, copy: Callable[[str, int], None]) -> None:
    """Call `copy(rows, 0)`; where memory does not suffice for rows so large, once more for each piece of them.

    `rows` is the SELECT of rows of the table; `copy` writes what a SELECT gives: anew with the number 0, else behind
    what it wrote before. A piece is the rows of neighbouring keys, since the engine looks at such a filter before it
    reads the texts of a row.
    """
    import duckdb

    try:
        copy(rows, 0)
    except duckdb.OutOfMemoryException:
        pieces = _cut_pieces(con, table, rows)
        if not pieces:
            raise
        for number, piece in enumerate(pieces):
            copy(f"SELECT * FROM ({rows}) WHERE {piece}", number)


def _cut_pieces(con: DuckDBPyConnection, table: Table, rows: str) -> list[str]:
    """Return the conditions of the pieces; none of a table whose rows are of no one record."""
    if table.name == "source":
        key, sizes = "sha256", rows
    elif any(column.name == "entry" and column.required for column in table.columns):
        key, sizes = "entry", f"FROM record JOIN source USING (sha256) WHERE entry IN (SELECT entry FROM ({rows}))"
    else:
        return []
    pieces: list[list[object]] = []
    together = 0
    for value, characters in con.execute(f"SELECT {key}, characters FROM ({sizes}) ORDER BY {key}").fetchall():
        together += characters
        if not pieces or together > MOST_CHARACTERS:
            pieces.append([])
            together = characters
        pieces[-1].append(value)
    return [f"{key} BETWEEN '{piece[0]}' AND '{piece[-1]}'" for piece in pieces]


def quote_path(path: Path) -> str:
    """Return the path as an SQL literal."""
    return "'" + str(path).replace("'", "''") + "'"


@contextmanager
def explain_failure(out: str) -> Iterator[None]:
    """Turn what goes wrong while writing to the folder `out` into a RegkbError with the remedy."""
    import duckdb

    try:
        yield
    except duckdb.OutOfMemoryException as error:
        raise RegkbError(
            f"writing these tables takes more than {MEMORY} of memory",
            "export fewer acts at once (--from, --to, --issuer), or records: --format jsonl",
        ) from error
    except (OSError, duckdb.IOException) as error:
        reason = str(error).splitlines()[0]
        raise RegkbError(f"{out} cannot be written: {reason}", "name another folder with --out") from error
