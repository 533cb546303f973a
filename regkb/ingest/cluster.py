"""Reading on the machines of a Dask cluster: the same function over the same tasks, the readings in a shared folder.

A worker of the cluster hands each document to a process of its own (see `pool`), so that the limits hold there as they
do here, and a document that kills its reader does not take the cluster's worker along. A worker that dies costs time
alone: Dask gives what it had not reported to another, and a file of readings is whole or not there.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from regkb.errors import Failure, RegkbError
from regkb.ingest.pool import Limits, Lost, run_tasks
from regkb.ingest.spool import VERSION, read_readings, write_readings
from regkb.ingest.work import Task, read_file
from regkb.kb.rows import ReadAct

if TYPE_CHECKING:
    from distributed import Client

MOST_AT_ONCE = 256
"""Documents that a worker reads before it reports: enough to make the start of a process small beside them."""
SHARES = 4
"""Each worker gets its part in at least so many portions, so that all end at about the same time."""
PATIENCE_SECONDS = 30

_Outcome = tuple[Task, ReadAct | Failure | Lost]


def read_on_cluster(address: str, tasks: Sequence[Task], spool: str, limits: Limits) -> Generator[_Outcome, None, None]:
    """Read the files of the tasks on the cluster whose scheduler is at `address`; yield each task with its result.

    `spool` is a folder that all machines see under that name, as they see the files. Raises RegkbError where there is
    no cluster, no worker, another version of regkb on a worker, or no shared folder. Closing the iterator cancels what
    no worker has begun.
    """
    from distributed import KilledWorker, as_completed

    if not tasks:
        return
    with _connect(address) as client:
        portions = _cut(tasks, client)
        futures = {
            client.submit(read_portion, portion, spool, limits, VERSION, pure=False): portion for portion in portions
        }
        try:
            for future in as_completed(list(futures)):
                portion = futures.pop(future)
                try:
                    name, failures = future.result()
                except KilledWorker as error:
                    yield from ((task, Lost(f"every worker that tried ended: {error.last_worker}")) for task in portion)
                else:
                    yield from _collect(portion, spool, name, failures)
        finally:
            client.cancel(list(futures))


def read_portion(
    tasks: Sequence[Task], spool: str, limits: Limits, version: str
) -> tuple[str | None, dict[str, Failure | Lost]]:
    """Read files on a worker; return the name of the file of readings, and by hash what gave no act.

    Raises RegkbError where this is not the version that asks.
    """
    if version != VERSION:
        raise RegkbError(f"a worker of the cluster has {VERSION}, not {version}", "install the same on all machines")
    # Dask marks its workers as daemons, which may start no processes lest those outlive them; ours follow their parent
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
    failures: dict[str, Failure | Lost] = {}
    return write_readings(spool, _read(tasks, limits, failures)), failures


def _read(tasks: Sequence[Task], limits: Limits, failures: dict[str, Failure | Lost]) -> Iterator[ReadAct]:
    """Yield the acts, and note what gave none."""
    with closing(run_tasks(read_file, tasks, 1, limits)) as results:
        for task, result in results:
            if isinstance(result, ReadAct):
                yield result
            else:
                failures[task.sha256] = result


def _connect(address: str) -> Client:
    """Return a client of the cluster, once it has a worker."""
    try:
        from distributed import Client
    except ImportError:
        raise RegkbError("this installation has no Dask", "pip install 'regkb[dask]'") from None
    try:
        client = Client(address, timeout=PATIENCE_SECONDS)
    except (OSError, ValueError) as error:
        raise RegkbError(f"no Dask scheduler answers at {address}: {error}", "check the address") from None
    try:
        client.wait_for_workers(1, timeout=PATIENCE_SECONDS)
    except TimeoutError:
        client.close()
        raise RegkbError(f"the cluster at {address} has no workers", f"start some: dask worker {address}") from None
    return client


def _cut(tasks: Sequence[Task], client: Client) -> list[list[Task]]:
    """Cut the tasks into portions for the workers that there are."""
    at_once = sum(client.nthreads().values())
    size = min(MOST_AT_ONCE, max(1, len(tasks) // (SHARES * max(1, at_once))))
    reachable = [replace(task, file=replace(task.file, path=str(Path(task.file.path).absolute()))) for task in tasks]
    return [reachable[start : start + size] for start in range(0, len(reachable), size)]


def _collect(
    portion: Sequence[Task], spool: str, name: str | None, failures: dict[str, Failure | Lost]
) -> Iterator[_Outcome]:
    """Yield what became of the tasks of a portion, the acts from the file that the worker wrote."""
    tasks = {task.sha256: task for task in portion}
    for sha256, failure in failures.items():
        yield tasks[sha256], failure
    if name:
        try:
            for act in read_readings(Path(spool, name)):
                yield tasks[act.source["sha256"]], act
        except FileNotFoundError:
            raise RegkbError(
                f"a worker wrote {name} into {spool}, but it is not there for this machine",
                "name a folder that all machines share with --spool",
            ) from None
