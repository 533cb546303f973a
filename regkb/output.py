"""Printing for people and for programs: tables, JSON, messages."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

import click

from regkb.errors import RegkbError


def tell(message: str) -> None:
    """Print a message for the person at the terminal, on stderr."""
    click.echo(message, err=True)


def print_json(value: Any) -> None:
    """Print a JSON value on stdout, indented, its letters readable; dates as ISO 8601."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


@contextmanager
def open_out(out: str | Path) -> Iterator[BinaryIO]:
    """Open the file that a person named for the output; it is there when all is written, and not before.

    What is no plain file (`/dev/null`, a pipe) is written to as it is. Raises RegkbError where that can't be.
    """
    path = Path(out)
    part = path.with_name(f"{path.name}.part") if path.is_file() or not path.exists() else path
    try:
        with part.open("wb") as stream:
            yield stream
        if part != path:
            part.replace(path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise RegkbError(f"{path} cannot be written: {reason}", "name another file, or make room") from error
    finally:
        if part != path:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def write_text(out: str | Path, text: str) -> None:
    """Write a text to the file that a person named; see `open_out`."""
    with open_out(out) as stream:
        stream.write(text.encode())


def print_rows(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print rows on stdout: a table as wide as the terminal, or tab separated lines where stdout is none."""
    if not sys.stdout.isatty():
        click.echo("\t".join(header))
        for row in rows:
            click.echo("\t".join(" ".join(_show(cell).split()) for cell in row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, header_style="bold", pad_edge=False)
    for name in header:
        # an id that is cut cannot be typed again
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_show(cell)) for cell in row))
    Console().print(table)


def _show(cell: Any) -> str:
    """Return a cell as a person reads it."""
    return "" if cell is None else str(cell)
