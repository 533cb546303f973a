"""Which of the files that were found have to be read, given what the base knows."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from regkb.errors import Failure, UnreadableDocument
from regkb.ingest.find import STDIN, FoundFile, read_bytes
from regkb.ingest.read import fingerprint
from regkb.kb.failures import read_failures
from regkb.kb.load import CurrentText, read_current
from regkb.kb.rows import Key

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Known:
    """What a base knows of files: each source's act and name by hash, where they lie, what is current, what failed."""

    sources: dict[str, tuple[Key, str]] = field(default_factory=dict)
    locations: dict[str, str] = field(default_factory=dict)
    current: dict[Key, CurrentText] = field(default_factory=dict)
    failures: dict[str, Failure] = field(default_factory=dict)


@dataclass(slots=True)
class Plan:
    """What an ingest of the files below the absolute places `roots` does.

    `files` are all that were found, `to_read` those that must be read, each with its hash. `gone` are places where a
    file is no more; `living` are the hashes that some file still holds; `failures` are files of which not even the
    bytes could be had.
    """

    roots: Collection[str]
    prune: bool
    files: list[tuple[FoundFile, str]] = field(default_factory=list)
    to_read: list[tuple[FoundFile, str]] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    living: set[str] = field(default_factory=set)
    failures: list[Failure] = field(default_factory=list)


def read_known(con: DuckDBPyConnection) -> Known:
    """Read what the base knows of files."""
    sources = con.execute("SELECT sha256, act_id, language, path FROM source").fetchall()
    return Known(
        {sha256: ((act_id, language), path) for sha256, act_id, language, path in sources},
        dict(con.execute("SELECT path, sha256 FROM location").fetchall()),
        read_current(con),
        read_failures(con),
    )


def make_plan(files: Iterable[FoundFile], roots: Collection[str], known: Known, again: bool, prune: bool) -> Plan:
    """Compare the files with what the base knows.

    A file is read when its bytes are new, or with `again`; of equal files only the first. Where the text that is
    current is held by no file any more (its file is gone, or has other content), the older texts of that act that
    still lie somewhere are read again, so that the base is what a fresh one from the same files would be. Only with
    `prune` are files that are gone taken into account, and only those below `roots`.
    """
    plan = Plan(roots, prune)
    taken: set[str] = set()
    for file in files:
        try:
            sha256 = fingerprint(read_bytes(file))
        except UnreadableDocument as error:
            plan.failures.append(Failure(file.place, error.reason, error.remedy))
        else:
            plan.files.append((file, sha256))
            if sha256 not in taken and (again or sha256 not in known.sources):
                plan.to_read.append(plan.files[-1])
                taken.add(sha256)
    found = {name_place(file, sha256): sha256 for file, sha256 in plan.files}
    if prune:
        looked_at = found.keys() | {failure.path for failure in plan.failures}
        plan.gone = {place for place in known.locations if is_under(place, roots)} - looked_at
    places = {place: sha256 for place, sha256 in known.locations.items() if place not in plan.gone} | found
    plan.living = set(places.values())
    orphaned = {key for key, text in known.current.items() if text.sha256 not in plan.living}
    for place, sha256 in sorted(places.items()):
        key, name = known.sources.get(sha256, (None, ""))
        if key in orphaned and sha256 not in taken:
            plan.to_read.append((FoundFile(place, name, place), sha256))
            taken.add(sha256)
    return plan


def name_place(file: FoundFile, sha256: str) -> str:
    """Return where a text lies; a stream lies nowhere, and its content names it."""
    return f"{STDIN}:{sha256}" if file.data is not None else file.place


def is_under(place: str, roots: Collection[str]) -> bool:
    """Tell whether an absolute place is one of the roots or lies below one."""
    return any(place == root or place.startswith(root.rstrip("/") + "/") for root in roots)
