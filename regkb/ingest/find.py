"""What a person names on the command line → the files to read, each with its fingerprint."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from regkb.errors import Failure, RegkbError, UnreadableDocument
from regkb.ingest.read import tell_kind

SUFFIXES = frozenset({".txt", ".pdf", ".html", ".htm", ".xhtml"})
STDIN = "-"
MAX_BYTES = 256 * 1024 * 1024
"""Greatest file that is read."""
_USUAL_BYTES = 1 << 20
"""Hardly an act is longer; room for the greatest file is made only for one that is."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read: `path` opens it, `name` is how the person's words lead to it, `place` its absolute path as text.

    `data` holds the bytes of a stream, which can be read only once and only here.
    """

    path: str
    name: str
    place: str
    data: bytes | None = None


@dataclass(slots=True)
class Found:
    """The files, sorted by name and without repetition; what could not be looked into; what was passed over."""

    files: list[FoundFile] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)


def find_files(paths: Iterable[str]) -> Found:
    """Find the files behind the paths: a file as it is, a folder with all below it, `-` for standard input.

    In a folder a file counts by its suffix; one without is tried as text, one with another suffix only where its first
    bytes say PDF or HTML. Hidden files and folders are not looked at, other files are named as passed over.
    """
    found = Found()
    files: dict[str, FoundFile] = {}
    for path in paths:
        try:
            found_here = _find_under(path, found)
        except OSError as error:
            found.failures.append(Failure(locate(path), *explain(error)))
            continue
        except UnreadableDocument as error:
            found.failures.append(Failure(locate(path), error.reason, error.remedy))
            continue
        for file in found_here:
            known = files.get(file.place)
            if known is None or file.name < known.name:
                files[file.place] = file
    found.files = sorted(files.values(), key=lambda file: file.name)
    return found


def find_one(path: str) -> FoundFile:
    """Return the one file that `path` names. Raises RegkbError where there is none, or it is a folder."""
    found = find_files([path])
    if found.failures:
        raise RegkbError(f"{path}: {found.failures[0].reason}", found.failures[0].remedy)
    if len(found.files) != 1:
        raise RegkbError(f"{path} is a folder", "name one file")
    return found.files[0]


def read_bytes(file: FoundFile) -> bytes:
    """Return the file's bytes. Raises UnreadableDocument where they can't be read, or are too many."""
    if file.data is not None:
        return file.data
    try:
        with Path(file.path).open("rb") as stream:
            return _read_at_most(stream)
    except OSError as error:
        raise UnreadableDocument(*explain(error)) from None


def locate(path: str) -> str:
    """Return the absolute path as text for the base; a byte in it that is no UTF-8 is written as `\\xd2`."""
    return STDIN if path == STDIN else _show(os.path.normpath(Path(path).absolute()))


def explain(error: OSError) -> tuple[str, str]:
    """Return the reason and the remedy for what the system refused."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder", "check its name"
    if isinstance(error, PermissionError):
        return "it may not be read by this user", "give the right to read it"
    return f"it cannot be read: {error.strerror or error}", "check the disk or the network that holds it"


def _show(path: str) -> str:
    """Return a path as text that can be printed and stored."""
    return os.fsencode(path).decode(errors="backslashreplace")


def _take(path: str, data: bytes | None = None) -> FoundFile:
    """Return the file of that path; what is the same text is held once, since there may be very many."""
    name, place = _show(path), locate(path)
    return FoundFile(path, path if name == path else name, path if place == path else place, data)


def _find_under(path: str, found: Found) -> list[FoundFile]:
    """Return the files that one word of the command line names."""
    if path == STDIN:
        return [_take(STDIN, _read_at_most(sys.stdin.buffer))]
    if Path(path).is_file():
        return [_take(path)]
    if not Path(path).is_dir():
        with Path(path).open("rb") as stream:
            return [_take(path, _read_at_most(stream))]
    files = list(_walk(path, found))
    if not files:
        reason = "the folder holds no files to read"
        found.failures.append(Failure(locate(path), reason, "name a folder with text, PDF or HTML files"))
    return files


def _walk(folder: str, found: Found) -> Iterator[FoundFile]:
    """Yield the files below a folder that may be acts; note the rest, and the folders that can't be listed."""

    def note(error: OSError) -> None:
        found.failures.append(Failure(locate(error.filename), *explain(error)))

    for parent, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = str(Path(parent, name))
            if name.startswith("."):
                continue
            if not Path(path).is_file():
                if Path(path).is_symlink() and not Path(path).exists():
                    found.failures.append(Failure(locate(path), "the link leads nowhere", "mend or remove it"))
                continue
            if _may_be_act(Path(path)):
                yield _take(path)
            else:
                found.passed_over.append(_show(path))


def _may_be_act(path: Path) -> bool:
    """Tell by its suffix or its first bytes whether a file in a folder is worth reading."""
    suffix = path.suffix.lower()
    if suffix in SUFFIXES or not suffix:
        return True
    try:
        with path.open("rb") as stream:
            return tell_kind(stream.read(8000)) != "text"
    except (OSError, UnreadableDocument):
        return False


def _read_at_most(stream: BinaryIO) -> bytes:
    """Return what the stream holds. Raises UnreadableDocument where that is more than is ever read."""
    data = stream.read(_USUAL_BYTES)
    if len(data) == _USUAL_BYTES:
        data += stream.read(MAX_BYTES + 1 - len(data))
    if len(data) > MAX_BYTES:
        raise UnreadableDocument(f"the file is longer than {MAX_BYTES // 2**20} MB", "split it, an act a file")
    return data
