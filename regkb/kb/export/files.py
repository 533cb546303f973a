"""Where exports go: a folder, each file whole or not there, or standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from regkb.errors import RegkbError
from regkb.schemas.record import Act

STDOUT = "-"


def name_file(act: Act, suffix: str) -> str:
    """Return a file name for an act in one language: `resolution_ulgi_2016-06-02_275.kk.json`."""
    work = act.id.removeprefix("/akn/kz/act/").strip("/").replace("/", "_")
    return f"{work}.{act.language}.{suffix}"


@contextmanager
def open_out(out: str, name: str) -> Iterator[TextIO]:
    """Open a file in the folder `out`, which is made if need be, or standard output; UTF-8.

    The file appears under its name when all is written. Raises RegkbError where it can't be.
    """
    if out == STDOUT:
        yield sys.stdout
        return
    path = Path(out, name)
    part = path.with_name(f"{name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise RegkbError(f"{path} cannot be written: {error.strerror}", "name another folder with --out") from error
