"""Printing for people and for programs: tables, JSON, messages."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click


def tell(message: str) -> None:
    """Print a message for the person at the terminal, on stderr."""
    click.echo(message, err=True)


def print_json(value: Any) -> None:
    """Print a JSON value on stdout, indented, its letters readable; dates as ISO 8601."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


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
