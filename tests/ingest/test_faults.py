"""Killed, stopped, crowded or out of room: the base holds only whole acts, and the same command finishes the job."""

import json
import random
import re
import resource
import signal
import subprocess
import sys
import time
from contextlib import closing

import pytest

from regkb.kb.store import open_base
from tests.ingest.stub import write_act

ACTS = 60
LINES = 40
LOG_WITH_ACTS = 120_000
"""Bytes of a log that holds more than the tables, which take 76,000."""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "acts").mkdir()
    for number in range(ACTS):
        lines = [f"{number}-акт, {line}-жол." for line in range(LINES)]
        (tmp_path / f"acts/{number:03}.txt").write_text(write_act(str(number), lines=lines, seconds=0.04))
    return tmp_path


def start(folder, *options, **how):
    command = [sys.executable, "-m", "tests.ingest.stubbed", "--db", str(folder / "base.duckdb"), "ingest"]
    return subprocess.Popen(
        [*command, str(folder / "acts"), "--jobs", "2", "--json", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **how,
    )


def finish(process):
    out, err = process.communicate(timeout=60)
    return process.returncode, json.loads(out) if out.startswith("{") else out, err


def list_acts(folder):
    """Return the ids of the acts in the base, after seeing that each is whole."""
    with closing(open_base(str(folder / "base.duckdb"))) as con:
        halves = con.execute(
            "SELECT a.id FROM act a LEFT JOIN paragraph p ON p.act_id = a.id GROUP BY a.id HAVING count(p.seq) <> ?",
            [LINES + 1],
        ).fetchall()
        assert halves == []
        assert (
            con.execute("SELECT count(*) FROM paragraph SEMI JOIN record USING (entry)").fetchone()
            == con.execute("SELECT count(*) FROM paragraph").fetchone()
        )
        return {act_id for (act_id,) in con.execute("SELECT id FROM act").fetchall()}


@pytest.mark.parametrize("seed", range(3))
def test_killed_at_any_moment(folder, seed):
    chance = random.Random(seed)
    done = set()
    for _ in range(2):
        process = start(folder)
        time.sleep(chance.uniform(0.3, 2.5))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if (folder / "base.duckdb").exists():
            now = list_acts(folder)
            assert done <= now
            done = now
    status, account, err = finish(start(folder))
    assert status == 0, err
    assert len(account["new"]) + account["unchanged"] == ACTS
    assert len(list_acts(folder)) == ACTS
    assert {path.name for path in folder.iterdir()} == {"acts", "base.duckdb", "base.duckdb.lock"}


def slow_down(folder, seconds):
    """Make the second half of the files take so long."""
    for path in sorted((folder / "acts").iterdir())[ACTS // 2 :]:
        path.write_text(re.sub(r'"seconds": [\d.]+', f'"seconds": {seconds}', path.read_text()))


def wait_for_first_half(folder):
    """Wait until acts are written: the log is then longer than the tables alone make it."""
    log = folder / "base.duckdb.building.wal"
    while not log.exists() or log.stat().st_size < LOG_WITH_ACTS:
        time.sleep(0.05)
    time.sleep(2)


def test_the_next_ingest_goes_on_from_what_a_killed_one_wrote(folder):
    slow_down(folder, 60)
    process = start(folder)
    wait_for_first_half(folder)
    process.kill()
    process.communicate()
    assert not (folder / "base.duckdb").exists()
    slow_down(folder, 0)
    status, account, _ = finish(start(folder))
    assert (status, len(account["new"])) == (0, ACTS)
    with closing(open_base(str(folder / "base.duckdb"))) as con:
        counts = con.execute("SELECT count(*) FROM source GROUP BY ingested_at ORDER BY ingested_at").fetchall()
    assert len(counts) == 2


def test_ctrl_c_keeps_what_was_done_and_ends_soon(folder):
    slow_down(folder, 60)
    process = start(folder)
    wait_for_first_half(folder)
    process.send_signal(signal.SIGINT)
    begun = time.monotonic()
    status, account, err = finish(process)
    assert time.monotonic() - begun < 3
    assert status == 130, err
    kept = list_acts(folder)
    assert 0 < len(kept) == len(account["new"]) <= ACTS // 2
    assert account["left"] == ACTS - len(kept)
    slow_down(folder, 0)
    status, account, _ = finish(start(folder))
    assert (status, account["unchanged"], len(account["new"])) == (0, len(kept), ACTS - len(kept))


def test_a_second_ingest_waits_for_the_first(folder):
    first = start(folder)
    while not (folder / "base.duckdb.lock").exists():
        time.sleep(0.02)
    time.sleep(0.5)
    second = start(folder)
    third = start(folder, "--wait", "0")
    status, out, err = finish(third)
    assert (status, out) == (1, "")
    assert f"is being written by process {first.pid}" in err
    assert finish(first)[0] == 0
    status, account, err = finish(second)
    assert (status, account["unchanged"]) == (0, ACTS)
    assert f"waiting: {folder / 'base.duckdb'} is being written by process {first.pid}" in err


def test_readers_see_a_whole_state_while_an_ingest_runs(folder):
    assert finish(start(folder))[0] == 0
    (folder / "acts/900.txt").write_text(write_act("900", lines=["жаңа"] * LINES, seconds=1))
    with closing(open_base(str(folder / "base.duckdb"))) as before:
        process = start(folder)
        while process.poll() is None:
            assert len(list_acts(folder)) in (ACTS, ACTS + 1)
        assert finish(process)[0] == 0
        assert before.execute("SELECT count(*) FROM act").fetchone() == (ACTS,)
    assert len(list_acts(folder)) == ACTS + 1


def test_no_room_is_a_message_and_the_base_stays(folder):
    assert finish(start(folder))[0] == 0
    for number in range(100, 140):
        lines = [f"{number} {line} " + random.Random(line).randbytes(500).hex() for line in range(LINES)]
        (folder / f"acts/{number}.txt").write_text(write_act(str(number), lines=lines))
    size = (folder / "base.duckdb").stat().st_size

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 200_000, size + 200_000))

    status, out, err = finish(start(folder, preexec_fn=limit))
    assert (status, out) == (1, "")
    assert err.startswith("regkb: ") and err.count("\n") == 1
    assert "could not be written" in err
    assert len(list_acts(folder)) == ACTS
    assert finish(start(folder))[0] == 0
    assert len(list_acts(folder)) == ACTS + 40
