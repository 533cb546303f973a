"""`regkb sql`: one reading statement on the base, its rows in the format that is wanted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from regkb.cli import Settings
from regkb.errors import RegkbError
from regkb.kb.export.rows import FORMATS
from regkb.output import open_out, print_rows, tell

TABLE_ROWS = 1000
"""A table on the terminal is laid out whole; beyond this many rows a person wants another format."""


@click.command("sql", epilog='Example: regkb sql "SELECT issuer, count(*) FROM acts GROUP BY ALL" --format csv')
@click.argument("query", metavar="QUERY|FILE|-")
@click.option(
    "--format",
    "format",
    type=click.Choice(FORMATS),
    help="Of the rows.  [default: table; with --out as its name ends, else csv]",
)
@click.option("--json", "as_json", is_flag=True, help="Short for --format json.")
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the rows to this file.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.1),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="For the query.",
)
@click.option(
    "--memory", type=click.IntRange(min=64), default=1024, show_default=True, metavar="MB", help="For the query."
)
@click.pass_obj
def command(
    settings: Settings, query: str, format: str | None, as_json: bool, out: Path | None, timeout: float, memory: int
) -> None:
    """Run one SELECT on the base.

    QUERY is the statement itself, a file that holds it, or - for standard input. It reads this base and nothing else:
    no files, no network, no settings; time and memory are limited.
    """
    from regkb.kb.query import Limits, open_query

    format = "json" if as_json else format or _choose_format(out)
    if format == "table" and out is not None:
        raise click.UsageError("A table is for the terminal: leave out --format table or --out.")
    if format == "parquet" and out is None and sys.stdout.isatty():
        raise click.UsageError("Parquet is no text: name a file with --out, or send stdout to one.")
    with open_query(Path(settings.db), _read_query(query), Limits(seconds=timeout, memory_mb=memory)) as reader:
        if format == "table":
            _print_table(reader)
        else:
            _write(reader, format, out)


def _choose_format(out: Path | None) -> str:
    """Return the format that the name of the file says: CSV where it says none, a table where there is no file."""
    if out is None:
        return "table"
    said = {"md": "markdown"}.get(ending := out.suffix.lower().removeprefix("."), ending)
    return said if said in FORMATS and said != "table" else "csv"


def _read_query(query: str) -> str:
    """Return the SQL: the argument itself, or what standard input or the file of that name holds."""
    try:
        if query == "-":
            return sys.stdin.read()
        if _is_file(query):
            return Path(query).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise RegkbError(f"{query} holds no text in UTF-8", "give one SELECT as text") from None
    if query.endswith(".sql") and "\n" not in query:
        raise RegkbError(f"there is no file {query}", "check its name, or give the SELECT itself")
    return query


def _is_file(query: str) -> bool:
    """Tell whether that is the name of a file; a query may be longer than any name."""
    try:
        return Path(query).is_file()
    except (OSError, ValueError):
        return False


def _print_table(reader: Any) -> None:
    """Print the first rows as a table, and say so where there are more."""
    from itertools import islice

    from regkb.kb.export.rows import name_columns, read_rows, show_cell

    rows = read_rows(reader)
    first = [[show_cell(cell) for cell in row] for row in islice(rows, TABLE_ROWS)]
    print_rows(name_columns(reader.schema.names), first)
    more = sum(1 for _ in rows)
    if more:
        tell(f"{TABLE_ROWS} of {TABLE_ROWS + more} rows shown; --format csv gives all")


def _write(reader: Any, format: str, out: Path | None) -> None:
    """Write the rows to `out`, which is replaced only when all are written, or to standard output."""
    from regkb.kb.export.rows import write_rows

    if out is None:
        write_rows(reader, format, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    with open_out(out) as stream:
        count = write_rows(reader, format, stream)
    tell(f"{count} rows written to {out}")
