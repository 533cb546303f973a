import os
import signal
import time
import weakref
from contextlib import closing

from regkb.ingest.garbage import OBJECTS_LEFT
from regkb.ingest.pool import Limits, Lost, run_tasks, start_ahead


def work(task):
    """A stand-in for reading a file: a number is squared, a word is a way to go wrong."""
    if task == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "hang":
        time.sleep(600)
    if task == "grow":
        return len(bytearray(8 << 30))
    if task == "pid":
        time.sleep(0.2)
        return os.getpid()
    if task == "tie":
        knot = Knot()
        knot.itself = knot
        knot.others = [[] for _ in range(OBJECTS_LEFT)]
        knots.append(weakref.ref(knot))
    if task in ("tie", "count knots"):
        return sum(knot() is not None for knot in knots)
    return task * task


class Knot:
    """An object that holds itself: only a search for garbage finds it."""


knots = []


def test_every_task_has_its_result():
    assert sorted(run_tasks(work, range(50), 2, Limits())) == [(n, n * n) for n in range(50)]


def test_cycles_of_many_objects_are_gone_before_the_next_task():
    results = dict(run_tasks(work, ["tie", "count knots"], 1, Limits()))
    assert results == {"tie": 1, "count knots": 0}


def test_no_task_no_process():
    assert list(run_tasks(work, [], 2, Limits())) == []


def test_a_process_started_ahead_is_the_first_that_works_and_another_comes_after_it():
    with start_ahead(["tests.ingest.test_pool"], Limits(seconds=5)) as ahead:
        (_, pid), *_, (_, other) = run_tasks(work, ["pid", "die", "pid"], 1, Limits(seconds=5), ahead)
        assert pid == ahead.process.pid != other


def test_a_process_started_ahead_for_nothing_is_ended():
    with start_ahead(["no.such.module"], Limits()) as useless, start_ahead([], Limits()) as idle:
        pass
    assert None not in (useless.process.exitcode, idle.process.exitcode)


def test_a_task_that_goes_wrong_costs_itself_alone():
    tasks = [1, "die", 2, "hang", 3, "grow", 4, "die", 5]
    results = list(run_tasks(work, tasks, 1, Limits(seconds=1, megabytes=512)))
    assert sorted(task for task, _ in results if isinstance(task, int)) == [1, 2, 3, 4, 5]
    assert {n: result for n, result in results if isinstance(n, int)} == {n: n * n for n in range(1, 6)}
    lost = sorted((task, result.reason) for task, result in results if isinstance(result, Lost))
    assert lost == [
        ("die", "its reader ended with SIGKILL"),
        ("die", "its reader ended with SIGKILL"),
        ("grow", "it needs more than 512 MB of memory"),
        ("hang", "it took more than 1 seconds"),
    ]


def test_closing_ends_the_processes():
    with closing(run_tasks(work, ["pid", *["hang"] * 9], 1, Limits())) as results:
        _, pid = next(results)
        os.kill(pid, 0)
    for _ in range(50):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise AssertionError(f"process {pid} still runs")
