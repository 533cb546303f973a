"""Cost per act and peak memory of `regkb ingest` at growing numbers of specimen acts, with one job and with two.

`python -m bench.scale [--sizes 1000,10000] [--jobs 1,2]` ingests the dumps of so many specimens into new bases, each in
a process of its own, and prints one table. Ratios within the run are what to compare: CPU per act against the first
size with as many jobs, speed with several jobs against one. With one job the writer still has a core to itself; with
`--pin` a run has as many cores as jobs.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from corpus.extractor import dump
from corpus.layout import lay_out
from corpus.make import make

_POLL_SECONDS = 0.5
"""To add up the pages of half a gigabyte takes a good part of a hundredth of a second itself."""
_IN_A_FOLDER = 1000


@dataclass(frozen=True)
class Run:
    """One ingest: how many acts with how many jobs, wall and CPU seconds, peak resident MiB of all its processes."""

    acts: int
    jobs: int
    wall: float
    cpu: float
    memory: float


def measure_ingest(dumps: list[Path], base: Path, acts: int, jobs: int, pin: bool) -> Run:
    """Ingest the files and folders `dumps` into a new `base` in a process of its own; raise SystemExit if it fails."""
    names = [str(path) for path in dumps]
    command = [sys.executable, "-m", "regkb.cli", "--db", str(base), "ingest", *names, "--jobs", str(jobs)]
    cores = set(sorted(os.sched_getaffinity(0))[:jobs]) if pin else os.sched_getaffinity(0)
    started, used = time.perf_counter(), _read_cpu_of_children()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: os.sched_setaffinity(0, cores),
    )
    watch = _Watch(process.pid)
    watch.start()
    _, messages = process.communicate()
    wall = time.perf_counter() - started
    watch.join()
    if process.returncode:
        raise SystemExit(messages)
    return Run(acts, jobs, wall, _read_cpu_of_children() - used, watch.memory)


def _read_cpu_of_children() -> float:
    """Return the CPU seconds of all processes that this one started and that ended, their own included."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


class _Watch(threading.Thread):
    """Reads /proc for a process and its descendants until they end: the peak of their memory."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self.memory = 0.0

    def run(self) -> None:
        while memory := _read_memory_of_family(self._pid):
            self.memory = max(self.memory, memory)
            time.sleep(_POLL_SECONDS)


def _read_memory_of_family(root: int) -> float:
    """Return the proportional memory (MiB) of the process `root` and all its living descendants."""
    memory = 0.0
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        try:
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
            waiting += map(int, "".join(t.read_text() for t in Path(f"/proc/{pid}/task").glob("*/children")).split())
        except OSError:
            continue
        memory += sum(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:")) / 1024
    return memory


def write_dumps(folder: Path, acts: int, seed: int) -> list[Path]:
    """Write the text dumps of `acts` specimens into `folder`, a thousand to a subfolder, unless they are there.

    Return the subfolders that hold them alone, and single files for the rest.
    """
    paths: list[Path] = []
    for index in range(acts):
        place = folder / f"{index // _IN_A_FOLDER:04d}"
        file = place / f"{index}.txt"
        if not file.exists():
            place.mkdir(parents=True, exist_ok=True)
            file.write_text(dump(lay_out(make(seed, index))), encoding="utf-8")
        if index % _IN_A_FOLDER == _IN_A_FOLDER - 1:
            paths.append(place)
        elif index >= acts - acts % _IN_A_FOLDER:
            paths.append(file)
    return paths


@click.command()
@click.option("--sizes", default="1000,10000", show_default=True, help="Numbers of acts, comma-separated.")
@click.option("--jobs", default="1,2", show_default=True, help="Numbers of jobs, comma-separated.")
@click.option("--pin", is_flag=True, help="Give each run as many cores as jobs.")
@click.option("--keep", type=click.Path(path_type=Path), help="Folder for the dumps and bases: what is there is used.")
@click.option("--seed", default=2024, show_default=True)
def main(sizes: str, jobs: str, pin: bool, keep: Path | None, seed: int) -> None:
    """Measure ingests of growing folders and print them in one table."""
    runs: list[Run] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = keep or Path(temporary)
        for acts in map(int, sizes.split(",")):
            dumps = write_dumps(folder / f"dumps-{seed}", acts, seed)
            for count in map(int, jobs.split(",")):
                base = folder / f"{acts}-{count}.duckdb"
                base.unlink(missing_ok=True)
                runs.append(measure_ingest(dumps, base, acts, count, pin))
                click.echo(runs[-1], err=True)
    Console().print(tabulate(runs))


def tabulate(runs: list[Run]) -> Table:
    """Return the runs as a table, with the ratios that matter."""
    columns = ("acts", "jobs", "acts a second", "× one job", "CPU ms an act", "× first size", "peak MiB, all processes")
    table = Table(*columns, title="regkb ingest of text dumps, load included")
    for run in runs:
        single = next((r for r in runs if r.acts == run.acts and r.jobs == 1), run)
        first = next(r for r in runs if r.jobs == run.jobs)
        table.add_row(
            f"{run.acts:,}",
            str(run.jobs),
            f"{run.acts / run.wall:.1f}",
            f"{single.wall / run.wall:.2f}",
            f"{run.cpu / run.acts * 1000:.1f}",
            f"{(run.cpu / run.acts) / (first.cpu / first.acts):.2f}",
            f"{run.memory:,.0f}",
        )
    return table


if __name__ == "__main__":
    main()
