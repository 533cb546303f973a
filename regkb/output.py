"""Printing for people and for programs: tables, JSON, messages."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import zip_longest
from pathlib import Path
from shutil import get_terminal_size
from textwrap import wrap
from typing import Any, BinaryIO

import click

from regkb.errors import RegkbError

GAP = "  "
LEAST_WIDTH = 24
"""Characters of prose in a column of a table that can still be read."""


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
    """Print rows on stdout: on a terminal a table, or one cell a line where that is too narrow; else tab separated."""
    if not sys.stdout.isatty():
        click.echo("\t".join(header))
        for row in rows:
            click.echo("\t".join(" ".join(_show(cell).split()) for cell in row))
        return
    width = get_terminal_size().columns
    shown = [[_show(cell) for cell in row] for row in rows]
    columns = [[name, *cells] for name, *cells in zip(header, *shown, strict=True)]
    least = [_measure(cells) for cells in columns]
    if sum(least) + len(GAP) * (len(least) - 1) > width:
        _print_cells(header, shown, width)
    else:
        _print_table([list(header), *shown], _widen(least, [max(map(len, cells)) for cells in columns], width))


def _measure(cells: Sequence[str]) -> int:
    """Return the least width of a column: prose may wrap, but a word, such as an id to be typed again, stays whole."""
    words = max((len(word) for cell in cells for word in cell.split()), default=0)
    return min(max(map(len, cells)), max(words, LEAST_WIDTH))


def _widen(least: Sequence[int], wanted: Sequence[int], width: int) -> list[int]:
    """Return the widths of columns, with room left shared among those that want more, who wants little first."""
    widths = list(least)
    spare = width - sum(least) - len(GAP) * (len(least) - 1)
    order = sorted(range(len(least)), key=lambda column: wanted[column] - least[column])
    for place, column in enumerate(order):
        more = min(wanted[column] - least[column], spare // (len(order) - place))
        widths[column] += more
        spare -= more
    return widths


def _print_table(rows: Iterable[Sequence[str]], widths: Sequence[int]) -> None:
    """Print rows as a table whose first row is the header, cells wrapped at words."""
    for number, row in enumerate(rows):
        for line in zip_longest(*map(_wrap, row, widths), fillvalue=""):
            text = GAP.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
            click.secho(text, bold=not number or None)


def _print_cells(header: Sequence[str], rows: Iterable[Sequence[str]], width: int) -> None:
    """Print each row as lines of a name and a cell, with an empty line between rows."""
    edge = max(map(len, header)) + len(GAP)
    for number, row in enumerate(rows):
        if number:
            click.echo()
        for name, cell in zip(header, row, strict=True):
            text = f"\n{' ' * edge}".join(_wrap(cell, max(width - edge, LEAST_WIDTH)))
            click.echo(f"{click.style(name, bold=True)}{' ' * (edge - len(name))}{text}".rstrip())


def _wrap(cell: str, width: int) -> list[str]:
    """Return the lines of a cell, none of its words cut; of an empty one too there is a line."""
    return wrap(cell, max(width, 1), break_long_words=False, break_on_hyphens=False) or [""]


def _show(cell: Any) -> str:
    """Return a cell as a person reads it."""
    return "" if cell is None else str(cell)
