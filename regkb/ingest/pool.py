"""Worker processes that share nothing: one that dies, hangs or asks for too much memory costs one task only."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib import import_module
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from regkb.ingest.garbage import collect_left, collect_seldom

AHEAD = 4
"""Tasks that a worker holds beside the one it works on, so that it need not wait for the next."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may take: seconds of time, megabytes of memory beyond what the worker starts with."""

    seconds: float = 120.0
    megabytes: int = 2048


@dataclass(frozen=True, slots=True)
class Lost:
    """What comes in place of a result when a task ran into a limit or took its worker down: the reason in words."""

    reason: str


_Results = Generator[tuple[Any, Any], None, None]


def run_tasks(
    work: Callable[[Any], Any], tasks: Iterable[Any], jobs: int, limits: Limits, ahead: Worker | None = None
) -> _Results:
    """Call `work(task)` in up to `jobs` processes and yield `(task, result)` as they are done, in any order.

    `work` is a function of a module; tasks and results can be pickled, and tasks are small (a path, not a file). A task
    that hit a limit or over which its process died yields `Lost`. Closing the iterator ends the processes at once.
    `ahead` is a worker that was started before, see `start_ahead`.
    """
    pool = _Pool(work, deque(), iter(tasks), limits, ahead)
    try:
        yield from pool.run(jobs)
    finally:
        for worker in pool.workers:
            worker.end()


@contextmanager
def start_ahead(modules: Sequence[str], limits: Limits) -> Iterator[Worker]:
    """Start a worker that imports the modules while its caller still finds out what there is to do; end it at last."""
    worker = _start_worker(limits, modules)
    try:
        yield worker
    finally:
        worker.end()


@dataclass(slots=True, eq=False)
class Worker:
    """A process, our end of its pipe, and the tasks that were sent to it, the one it works on first.

    `since` is when that one began; `None` while the process is still starting.
    """

    process: BaseProcess
    pipe: Connection
    tasks: deque[Any] = field(default_factory=deque)
    since: float | None = None

    def engage(self, work: Callable[[Any], Any]) -> None:
        """Send the function that it calls with every task."""
        with suppress(OSError):
            self.pipe.send(work)

    def give(self, task: Any) -> None:
        """Send a task; a process that has died is noticed when its results are waited for."""
        self.tasks.append(task)
        with suppress(OSError):
            self.pipe.send(task)

    def end(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


@dataclass(slots=True)
class _Pool:
    """The workers, and the tasks that no worker holds: those taken back from a lost one, then the rest."""

    work: Callable[[Any], Any]
    returned: deque[Any]
    rest: Iterator[Any]
    limits: Limits
    ahead: Worker | None
    workers: list[Worker] = field(default_factory=list)

    def run(self, jobs: int) -> _Results:
        """Yield the results until no task is left."""
        while True:
            self._hand_out(jobs)
            if not self.workers:
                return
            ready = wait([worker.pipe for worker in self.workers], self._find_patience())
            for worker in list(self.workers):
                if worker.pipe in ready:
                    yield from self._receive(worker)
                elif worker.since and time.monotonic() > worker.since + self.limits.seconds:
                    yield self._lose(worker, f"it took more than {self.limits.seconds:g} seconds")

    def _hand_out(self, jobs: int) -> None:
        """Give every worker something to do, start workers while there is more to do, and let idle ones go."""
        for depth in range(1, AHEAD + 2):
            for worker in self.workers:
                if len(worker.tasks) < depth and (task := self._next_task()):
                    if not worker.tasks and worker.since:
                        worker.since = time.monotonic()
                    worker.give(task[0])
            while depth == 1 and len(self.workers) < jobs and (task := self._next_task()):
                self.workers.append(self._start(task[0]))
        for worker in [worker for worker in self.workers if not worker.tasks]:
            self.workers.remove(worker)
            worker.end()

    def _next_task(self) -> tuple[Any] | None:
        """Return the next task in a tuple, or `None` where there is none."""
        if self.returned:
            return (self.returned.popleft(),)
        return next(((task,) for task in self.rest), None)

    def _start(self, task: Any) -> Worker:
        """Start a worker with its first task, or take the one that was started ahead."""
        worker, self.ahead = self.ahead or _start_worker(self.limits), None
        worker.engage(self.work)
        worker.give(task)
        return worker

    def _find_patience(self) -> float | None:
        """Return for how many seconds no limit of time can be broken."""
        begun = [worker.since for worker in self.workers if worker.since]
        return max(0.0, min(begun) + self.limits.seconds - time.monotonic()) if begun else None

    def _receive(self, worker: Worker) -> _Results:
        """Take one message: that the worker is ready, a result, or the end of its pipe."""
        try:
            message = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join(1)
            yield self._lose(worker, f"its reader ended with {_name_end(worker.process.exitcode)}")
            return
        worker.since = time.monotonic()
        if message is not None:
            yield worker.tasks.popleft(), message[0]

    def _lose(self, worker: Worker, reason: str) -> tuple[Any, Lost]:
        """End a worker, take back what it had not begun, and return its task as lost."""
        self.workers.remove(worker)
        worker.end()
        task = worker.tasks.popleft()
        self.returned.extendleft(reversed(worker.tasks))
        return task, Lost(reason)


def _start_worker(limits: Limits, modules: Sequence[str] = ()) -> Worker:
    """Start a process that imports the modules, then serves."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, modules, limits.megabytes), daemon=True)
    with _hold_interrupts():
        process.start()
    theirs.close()
    return Worker(process, ours)


@contextmanager
def _hold_interrupts() -> Iterator[None]:
    """Start processes inside that Ctrl-C does not reach: it reaches the whole group, and who started them decides."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # what starts first beside a process lets interrupts through again
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe: Connection, modules: Sequence[str], megabytes: int) -> None:
    """Take a function and call it with what comes through the pipe until that is closed.

    `None` says ready, a one-tuple holds a result.
    """
    # where it could not be held off
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow_parent, daemon=True).start()
    try:
        for name in modules:
            import_module(name)
        work = pipe.recv()
        _limit_memory(megabytes)
        collect_seldom()
        pipe.send(None)
        while True:
            task = pipe.recv()
            try:
                result = work(task)
            except MemoryError:
                result = Lost(f"it needs more than {megabytes} MB of memory")
            pipe.send((result,))
            del task, result
            collect_left()
    except (EOFError, OSError):
        return


def _follow_parent() -> None:
    """End this process when the one that started it is gone, whatever it is working on."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _limit_memory(megabytes: int) -> None:
    """Let this process grow by so many megabytes of address space and no more, where the system can tell its size."""
    status = Path("/proc/self/statm")
    if status.exists():
        pages = int(status.read_text().split()[0])
        most = pages * resource.getpagesize() + megabytes * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _name_end(exitcode: int | None) -> str:
    """Name how a process ended: a signal, or its exit status."""
    if exitcode is not None and exitcode < 0:
        return signal.Signals(-exitcode).name
    return f"status {exitcode}"
