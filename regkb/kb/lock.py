"""One writer at a time: a lock that the system drops with its holder, and that says who that is."""

from __future__ import annotations

import fcntl
import json
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from regkb.errors import RegkbError
from regkb.kb.store import locate_base

_PAUSE_SECONDS = 0.2


@contextmanager
def hold_writer_lock(db: str, wait_seconds: float, tell: Callable[[str], None]) -> Iterator[None]:
    """Hold the right to write the base; wait up to `wait_seconds` for another writer, and tell once who it is.

    The lock is on the file beside the base, `FILE.lock`, which stays: it is the system's lock that counts, and a
    process that dies loses it. Raises RegkbError where the time is up or the folder can't be written.
    """
    try:
        lock = Path(f"{locate_base(db)}.lock").open("a+", encoding="utf-8")  # noqa: SIM115 - closed below, after what it guards
    except OSError as error:
        raise RegkbError(
            f"the folder of {db} cannot be written: {error.strerror}", "choose another base with --db"
        ) from None
    with lock:
        _wait_for(lock, db, time.monotonic() + wait_seconds, tell)
        lock.seek(0)
        lock.truncate()
        holder = {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "since": datetime.now(UTC).isoformat("T", "seconds"),
        }
        lock.write(json.dumps(holder))
        lock.flush()
        yield


def _wait_for(lock: TextIO, db: str, until: float, tell: Callable[[str], None]) -> None:
    """Take the lock, or raise RegkbError when the time is up."""
    has_told = False
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = _name_holder(lock)
            if time.monotonic() >= until:
                raise RegkbError(
                    f"{db} is being written by {holder}", "wait for it, or allow more with --wait"
                ) from None
            if not has_told:
                tell(f"waiting: {db} is being written by {holder}")
                has_told = True
            time.sleep(_PAUSE_SECONDS)
        else:
            return


def _name_holder(lock: TextIO) -> str:
    """Say who wrote himself into the lock file."""
    lock.seek(0)
    try:
        holder = json.loads(lock.read())
        return f"process {holder['pid']} on {holder['host']} since {holder['since']}"
    except (ValueError, KeyError, TypeError):
        return "another process"
