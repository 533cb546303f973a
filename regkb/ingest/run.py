"""The ingest of many files into a base: what is to be read, reading it in parallel, writing it, and the account."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory

from regkb.errors import Failure
from regkb.ingest.account import Account, Results, count_files
from regkb.ingest.books import balance_books, write_books
from regkb.ingest.find import Found, FoundFile, find_files, locate
from regkb.ingest.plan import Known, Plan, make_plan, read_known
from regkb.ingest.pool import Limits, Lost, Worker, run_tasks
from regkb.ingest.read import fingerprint
from regkb.ingest.spool import make_spool, take_readings
from regkb.ingest.work import ReadText, Task, read_file
from regkb.ingest.writer import Writer
from regkb.kb.building import has_unpublished, start_building
from regkb.kb.load import read_current
from regkb.kb.lock import hold_writer_lock
from regkb.kb.rows import ReadAct
from regkb.kb.store import has_base, locate_base, open_base

Watch = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asked for: see `regkb ingest --help`.

    `dask` is the address of a cluster that reads, `spool` the folder of readings that its machines share.
    """

    paths: Sequence[str]
    jobs: int
    prune: bool = False
    again: bool = False
    wait_seconds: float = 600.0
    limits: Limits = Limits()
    dask: str | None = None
    spool: str | None = None


def ingest(
    db: str,
    request: Request,
    read_text: ReadText,
    tell: Callable[[str], None],
    watch: Watch,
    ahead: Worker | None = None,
) -> Account:
    """Read the files into the base at `db` and return what became of each.

    `read_text` is a function of a module that makes an act of a raw document; `tell` takes messages for a person;
    `ahead` is a process that was started before, to be the first that reads. The base is made if there is none, and not
    touched if nothing changed. Its content is that of the files, whatever their order and the number of jobs. Ctrl-C
    while reading keeps and publishes what was read. Raises RegkbError where the base can't be written; an ingest that
    was killed goes on from where it was.
    """
    spool = request.spool or f"{locate_base(db)}.spool"
    found = find_files(request.paths)
    roots = [locate(path) for path in request.paths]
    with hold_writer_lock(db, request.wait_seconds, tell):
        published = _read_known(db) if has_base(db) else Known()
        resumes = has_unpublished(db)
        known = _read_building(db) if resumes else published
        plan = make_plan(_watch_all(found.files, watch), roots, known, request.again, request.prune)
        writer = Writer(db, plan.living, request.jobs)
        results = _read_all(plan, request, spool, read_text, writer, watch, ahead)
        current = writer.do(read_current) if writer.has_begun else known.current
        failures = _list_failures(found, plan, results)
        books = balance_books(plan, known, results, failures, current)
        if books:
            at = _now()
            writer.do(lambda con: write_books(con, books, at))
        is_published = True
        if writer.has_begun or resumes:
            watch("publishing the base", 1, 1)
            is_published = writer.publish(only_if_soon=results.stopped)
        if request.dask and not request.spool and is_published and not results.stopped:
            rmtree(spool, ignore_errors=True)
    account = count_files(plan, published, known, results, current)
    account.failed = failures
    account.pruned = sorted(books.orphans)
    account.passed_over = found.passed_over
    account.is_published = is_published
    return account


def _now() -> datetime:
    """Return the time in UTC, without a zone, as the base keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


def _watch_all(files: Sequence[FoundFile], watch: Watch) -> Iterator[FoundFile]:
    """Yield the files, telling how far it is."""
    for count, file in enumerate(files, 1):
        yield file
        watch("looking at files", count, len(files))


def _read_known(db: str) -> Known:
    """Return what the published base knows of files."""
    with closing(open_base(db)) as con:
        return read_known(con)


def _read_building(db: str) -> Known:
    """Return what an unpublished state knows of files."""
    with closing(start_building(db)) as con:
        return read_known(con)


def _read_all(
    plan: Plan,
    request: Request,
    spool: str,
    read_text: ReadText,
    writer: Writer,
    watch: Watch,
    ahead: Worker | None,
) -> Results:
    """Read the files of the plan in parallel and hand the acts to the writer, until all are read or Ctrl-C."""
    results = Results()
    at = _now()
    if request.dask:
        make_spool(spool)
    with TemporaryDirectory(prefix="regkb-", dir=spool if request.dask else None) as streams:
        tasks = (Task(_lay_down(file, streams), sha256, at, read_text) for file, sha256 in plan.to_read)
        try:
            with closing(_start_reading(tasks, request, spool, ahead)) as read:
                for count, (task, result) in enumerate(read, 1):
                    if isinstance(result, ReadAct):
                        results.keys[task.sha256] = result.key
                        results.diagnostics.update(row["severity"] for row in result.rows["diagnostic"])
                        writer.add(result)
                    else:
                        results.failures[task.sha256] = _explain(task, result)
                    watch("reading acts", count, len(plan.to_read))
        except KeyboardInterrupt:
            results.stopped = True
    return results


def _start_reading(
    tasks: Iterable[Task], request: Request, spool: str, ahead: Worker | None
) -> Generator[tuple[Task, ReadAct | Failure | Lost], None, None]:
    """Yield each task with its result: what lies in the spool, then what the cluster or this machine reads."""
    if not (request.dask or request.spool):
        yield from run_tasks(read_file, tasks, request.jobs, request.limits, ahead)
        return
    left = list(tasks) if request.again else (yield from take_readings(spool, tasks))
    if request.dask:
        from regkb.ingest.cluster import read_on_cluster

        yield from read_on_cluster(request.dask, left, str(Path(spool).absolute()), request.limits)
    else:
        yield from run_tasks(read_file, left, request.jobs, request.limits, ahead)


def _lay_down(file: FoundFile, folder: str) -> FoundFile:
    """Put what came from a stream into a file, so that a worker can read it."""
    if file.data is None:
        return file
    path = Path(folder, fingerprint(file.data))
    path.write_bytes(file.data)
    return replace(file, path=str(path), data=None)


def _explain(task: Task, result: Failure | Lost) -> Failure:
    """Return the failure behind a task that gave no act."""
    if isinstance(result, Failure):
        return result
    return Failure(task.file.place, result.reason, "give the act in a file of its own, or raise the limit", task.sha256)


def _list_failures(found: Found, plan: Plan, results: Results) -> list[Failure]:
    """Return a failure for every file and folder that gave no act, equal files included, sorted by place."""
    failures = [*found.failures, *plan.failures]
    for file, sha256 in plan.files:
        if sha256 in results.failures:
            failures.append(replace(results.failures[sha256], path=file.place))
    return sorted(failures, key=lambda failure: failure.path)
