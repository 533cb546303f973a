"""A cluster of two worker processes on this machine, one of which is killed over its work, gives the same base."""

import os
import signal
import threading
import time
from contextlib import closing

import pyarrow.parquet as pq
import pytest

from regkb.errors import RegkbError
from regkb.ingest.pool import Limits
from regkb.ingest.run import Request, ingest
from regkb.ingest.spool import read_readings
from tests.ingest.stub import write_act
from tests.ingest.test_run import ask, count, dump, run

distributed = pytest.importorskip("distributed")

ACTS = 40
LIMITS = Limits(seconds=2)


@pytest.fixture(scope="module")
def cluster():
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        yield cluster


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "acts").mkdir()
    for number in range(1, ACTS + 1):
        lines = [f"{number}-акт, {line}-жол." for line in range(20)]
        (tmp_path / f"acts/{number:02}.txt").write_text(write_act(str(number), lines=lines, seconds=0.05))
    (tmp_path / "acts/2-ru.txt").write_text(write_act("2", title="Об образце", language="ru"))
    (tmp_path / "acts/3-new.txt").write_text(write_act("3", status="repealed"))
    (tmp_path / "acts/copy.txt").write_bytes((tmp_path / "acts/04.txt").read_bytes())
    (tmp_path / "acts/broken.txt").write_bytes(b"\0")
    (tmp_path / "acts/crash.txt").write_text(write_act("90", crash=True))
    (tmp_path / "acts/slow.txt").write_text(write_act("91", seconds=60))
    return tmp_path


def list_spool(folder, name="base.duckdb.spool"):
    return sorted((folder / name).glob("*.parquet"))


def kill_when_begun(folder, victim, seen):
    """Kill a process as soon as two files of readings lie in the spool; note how many lay there then."""
    while len(list_spool(folder, "cluster.duckdb.spool")) < 2:
        time.sleep(0.02)
    os.kill(victim, signal.SIGKILL)
    seen.append(len(list_spool(folder, "cluster.duckdb.spool")))


def test_one_of_two_workers_is_killed_and_the_base_is_the_same(cluster, folder):
    expected = run(limits=LIMITS)
    seen = []
    with closing(distributed.Client(cluster)) as client:
        client.wait_for_workers(2)
        workers = client.run(os.getpid)
        thread = threading.Thread(target=kill_when_begun, args=(folder, min(workers.values()), seen), daemon=True)
        thread.start()
        account = run(db="cluster.duckdb", dask=cluster.scheduler_address, limits=LIMITS)
        thread.join(1)
    assert seen and seen[0] < 6, "the worker was not killed in the middle"
    assert count(account) == count(expected) == {"new": ACTS + 1, "older": 1, "unchanged": 1, "failed": 3}
    assert account.failed == expected.failed
    assert dump("cluster.duckdb") == dump()
    assert not (folder / "cluster.duckdb.spool").exists()


def refuse(document):
    raise ZeroDivisionError(document.path)


def run_refusing(db, **options):
    """Ingest with a reader that fails over any document."""
    return ingest(db, Request(["acts"], 1, **options), refuse, lambda message: None, lambda *progress: None)


def test_what_lies_in_the_spool_makes_a_base_without_the_cluster(cluster, folder):
    (folder / "acts/slow.txt").unlink()
    run()
    run(db="first.duckdb", dask=cluster.scheduler_address, spool="spool")
    names = [act.source["path"] for path in list_spool(folder, "spool") for act in read_readings(path)]
    readable = ["2-ru", "3-new", *(f"{number:02}" for number in range(1, ACTS + 1))]
    assert sorted(names) == sorted(f"acts/{name}.txt" for name in readable)
    account = run_refusing("second.duckdb", spool="spool")
    assert count(account) == {"new": ACTS + 1, "older": 1, "unchanged": 1, "failed": 2}
    assert dump("first.duckdb") == dump()
    assert dump("second.duckdb")[:5] == dump()[:5]


def test_a_damaged_or_foreign_reading_is_passed_over(cluster, folder):
    for name in ("slow", "copy"):
        (folder / f"acts/{name}.txt").unlink()
    run(dask=cluster.scheduler_address, spool="spool")
    damaged, foreign, *_ = list_spool(folder, "spool")
    names = [act.source["path"] for path in (damaged, foreign) for act in read_readings(path)]
    damaged.write_bytes(damaged.read_bytes()[:-100])
    table = pq.read_table(foreign)
    pq.write_table(table.replace_schema_metadata({b"regkb": b"regkb 0.0"}), foreign)
    account = run_refusing("second.duckdb", spool="spool")
    refused = [failure.path for failure in account.failed if "ZeroDivisionError" in failure.reason]
    assert refused == sorted(str(folder / name) for name in [*names, "acts/crash.txt"])


def test_streams_reach_the_cluster(cluster, folder, monkeypatch):
    import io

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(write_act("5").encode())))
    assert count(run("-", db="cluster.duckdb", dask=cluster.scheduler_address)) == {"new": 1}
    assert ask("SELECT number FROM act", "cluster.duckdb") == [("5",)]


def test_no_cluster_is_a_message(folder, monkeypatch):
    monkeypatch.setattr("regkb.ingest.cluster.PATIENCE_SECONDS", 0.5)
    with pytest.raises(RegkbError, match="no Dask scheduler answers at tcp://127.0.0.1:9"):
        run(dask="tcp://127.0.0.1:9")


def test_workers_of_another_version_are_refused(cluster, folder, monkeypatch):
    monkeypatch.setattr("regkb.ingest.cluster.VERSION", "regkb 999")
    with pytest.raises(RegkbError, match="a worker of the cluster has regkb .*, not regkb 999"):
        run(dask=cluster.scheduler_address)


def test_a_spool_that_cannot_be_made_is_a_message(cluster, folder):
    with pytest.raises(RegkbError, match="/proc/spool cannot be written"):
        run(dask=cluster.scheduler_address, spool="/proc/spool")
