"""The one writer of an ingest: takes what was read, writes it in batches while reading goes on, and publishes it."""

from __future__ import annotations

import time
from collections.abc import Callable, Container
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from regkb.errors import RegkbError
from regkb.kb.building import fold_log, measure_log, publish_building, start_building
from regkb.kb.derive import derive_early
from regkb.kb.load import load_acts
from regkb.kb.rows import ReadAct

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

BATCH_CHARACTERS = 1_500_000
"""Raw characters that are written in one transaction: enough to make its cost small, few enough to hold in memory."""
BATCH_SECONDS = 10.0
"""What was read is written at least this often, so that little is read twice after a crash."""

SOON_PUBLISHED = 64 << 20
"""Bytes written that are published in about a second: Ctrl-C waits for no more."""

T = TypeVar("T")


class Writer:
    """Writes into the state of the base that is being built, which is begun when there is something to write.

    DuckDB is used from one thread alone, which the caller waits for only when a batch is full before the one before it
    is written. The caller holds the writer's lock of the base.
    """

    def __init__(self, db: str, living: Container[str], jobs: int) -> None:
        """`living` are the hashes of the texts that some file still holds, see `load_acts`.

        `jobs` cores may be used: half of them to load while readers have the others, all to publish. A statement that
        is parted among threads takes a sixth more of their time.
        """
        self._db = db
        self._living = living
        self._jobs = jobs
        self._con: DuckDBPyConnection | None = None
        self._thread = ThreadPoolExecutor(1, "regkb-writer")
        self._under_way: Future[None] | None = None
        self._batch: list[ReadAct] = []
        self._characters = 0
        self._since = time.monotonic()

    @property
    def has_begun(self) -> bool:
        """Whether there is something that is not published."""
        return self._con is not None or self._under_way is not None or bool(self._batch)

    def add(self, act: ReadAct) -> None:
        """Take an act; it is written with others."""
        self._batch.append(act)
        self._characters += act.source["characters"]
        if self._characters >= BATCH_CHARACTERS or time.monotonic() - self._since >= BATCH_SECONDS:
            self._send()

    def do(self, change: Callable[[DuckDBPyConnection], T]) -> T:
        """Write what was taken, then make another change, all of it or nothing, and return what it returns."""
        self._send()
        return self._wait(self._thread.submit(self._transact, change))

    def publish(self, only_if_soon: bool = False) -> bool:
        """Put the new state in the place of the base, after which nothing can be added; tell whether that was done.

        With `only_if_soon` a state that would take more than about a second is left for the next ingest to go on from.
        """
        self._send()
        return self._wait(self._thread.submit(self._publish, only_if_soon))

    def _send(self) -> None:
        """Hand the batch to the thread, once the batch before it is written."""
        if self._under_way:
            self._wait(self._under_way)
            self._under_way = None
        if self._batch:
            batch = self._batch
            self._under_way = self._thread.submit(self._transact, lambda con: self._load(con, batch))
            self._batch, self._characters = [], 0
        self._since = time.monotonic()

    def _load(self, con: DuckDBPyConnection, batch: list[ReadAct]) -> None:
        """Write a batch, and what can be drawn from it already."""
        load_acts(con, batch, self._living)
        derive_early(con)

    def _wait(self, future: Future[T]) -> T:
        """Return what the thread returned. Raises RegkbError in place of the errors of DuckDB and the system."""
        import duckdb

        try:
            return future.result()
        except (duckdb.IOException, duckdb.FatalException, duckdb.OutOfMemoryException, OSError) as error:
            said = str(error).splitlines()[0]
            raise RegkbError(
                f"{self._db} could not be written: {said}",
                "mend that (is the disk full?) and run the same command again; what was written is kept",
            ) from error

    def _transact(self, change: Callable[[DuckDBPyConnection], T]) -> T:
        """Make a change in a transaction, beginning the new state if it is the first."""
        if self._con is None:
            self._con = start_building(self._db)
            self._con.execute(f"SET threads={max(1, self._jobs // 2)}")
        self._con.execute("BEGIN")
        try:
            result = change(self._con)
            self._con.execute("COMMIT")
        except BaseException:
            with suppress(Exception):
                self._con.execute("ROLLBACK")
            raise
        fold_log(self._db, self._con)
        return result

    def _publish(self, only_if_soon: bool) -> bool:
        """Publish from the thread that wrote."""
        if only_if_soon and measure_log(self._db) > SOON_PUBLISHED:
            return False
        con = self._con or start_building(self._db)
        con.execute(f"SET threads={self._jobs}")
        publish_building(self._db, con)
        self._con = None
        return True
