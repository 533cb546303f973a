"""What an ingest writes down beside the acts: where texts lie, which files failed, and what no file holds any more."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from regkb.errors import Failure
from regkb.ingest.account import Results
from regkb.ingest.plan import Known, Plan, is_under, name_place
from regkb.kb.failures import clear_failures, record_failures
from regkb.kb.load import CurrentText, drop_locations, drop_texts, record_locations
from regkb.kb.rows import Key

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Books:
    """What is to be written beside the acts: where texts lie, which files failed, and what goes."""

    places: dict[str, str]
    gone: Collection[str]
    failures: Collection[Failure]
    mended: Collection[str]
    orphans: Collection[Key]

    def __bool__(self) -> bool:
        return any((self.places, self.gone, self.failures, self.mended, self.orphans))


def balance_books(
    plan: Plan, known: Known, results: Results, failures: Sequence[Failure], current: dict[Key, CurrentText]
) -> Books:
    """Return what the base does not yet have right about files; what Ctrl-C kept from being looked at stays."""
    found = {name_place(file, sha256): sha256 for file, sha256 in plan.files}
    read = {place: sha256 for place, sha256 in found.items() if sha256 in results.keys or sha256 in known.sources}
    failed = {failure.path: failure for failure in failures}
    unread = {place for place, sha256 in found.items() if place not in read and place not in failed}
    gone = set() if results.stopped else plan.gone
    held = set(({place: known.locations[place] for place in known.locations.keys() - gone} | read).values())
    orphans = [key for key, text in current.items() if text.sha256 not in held]
    return Books(
        places={place: sha256 for place, sha256 in read.items() if known.locations.get(place) != sha256},
        gone=gone,
        failures=[failure for failure in failures if known.failures.get(failure.path) != failure],
        mended=[
            path for path in known.failures if is_under(path, plan.roots) and path not in failed and path not in unread
        ],
        orphans=orphans if plan.prune and not results.stopped else [],
    )


def write_books(con: DuckDBPyConnection, books: Books, at: datetime) -> None:
    """Write down what became of the files, and forget the acts that no file holds any more."""
    record_locations(con, books.places)
    drop_locations(con, books.gone)
    clear_failures(con, books.mended)
    record_failures(con, books.failures, at)
    drop_texts(con, books.orphans)
