"""Cost per act and peak memory of `regkb ingest` at growing numbers of specimen acts, with one job and with two.

`python -m bench.scale [--sizes 1000,10000] [--jobs 1,2]` ingests the dumps of so many specimens into new bases, each in
a process of its own, and prints one table. Ratios within the run are what to compare: CPU per act against the first
size with as many jobs, speed with several jobs against one.
"""

from __future__ import annotations

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

_POLL_SECONDS = 0.05
_TICKS_PER_SECOND = 100


@dataclass(frozen=True)
class Run:
    """One ingest: how many acts with how many jobs, wall and CPU seconds, peak resident MiB of all its processes."""

    acts: int
    jobs: int
    wall: float
    cpu: float
    memory: float


def measure_ingest(folder: Path, base: Path, acts: int, jobs: int) -> Run:
    """Ingest `folder` into a new `base` in a process of its own; raise `SystemExit` where it fails."""
    command = [sys.executable, "-m", "regkb.cli", "--db", str(base), "ingest", str(folder), "--jobs", str(jobs)]
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    watch = _Watch(process.pid)
    watch.start()
    _, messages = process.communicate()
    wall = time.perf_counter() - started
    watch.join()
    if process.returncode:
        raise SystemExit(messages)
    return Run(acts, jobs, wall, watch.cpu, watch.memory)


class _Watch(threading.Thread):
    """Reads /proc for a process and its descendants until they end: their CPU seconds, the peak of their memory."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self._cpu_of: dict[int, float] = {}
        self.memory = 0.0

    @property
    def cpu(self) -> float:
        return sum(self._cpu_of.values())

    def run(self) -> None:
        while (processes := _read_family(self._pid)) and self._pid in processes:
            self.memory = max(self.memory, sum(memory for _, memory in processes.values()))
            self._cpu_of |= {pid: cpu for pid, (cpu, _) in processes.items()}
            time.sleep(_POLL_SECONDS)


def _read_family(root: int) -> dict[int, tuple[float, float]]:
    """Return CPU seconds and proportional memory (MiB) of the process `root` and all its living descendants."""
    family: dict[int, tuple[float, float]] = {}
    waiting = [root]
    while waiting:
        pid = waiting.pop()
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
            children = "".join(task.read_text() for task in Path(f"/proc/{pid}/task").glob("*/children"))
        except OSError:
            continue
        if fields[0] == "Z":
            continue
        proportional = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
        family[pid] = ((int(fields[11]) + int(fields[12])) / _TICKS_PER_SECOND, int(proportional.split()[1]) / 1024)
        waiting += [int(child) for child in children.split()]
    return family


def write_dumps(folder: Path, acts: int, seed: int) -> None:
    """Write the text dumps of `acts` specimens into `folder`, a thousand to a subfolder."""
    for index in range(acts):
        place = folder / f"{index // 1000:04d}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{index}.txt").write_text(dump(lay_out(make(seed, index))), encoding="utf-8")


@click.command()
@click.option("--sizes", default="1000,10000", show_default=True, help="Numbers of acts, comma-separated.")
@click.option("--jobs", default="1,2", show_default=True, help="Numbers of jobs, comma-separated.")
@click.option("--seed", default=2024, show_default=True)
def main(sizes: str, jobs: str, seed: int) -> None:
    """Measure ingests of growing folders and print them in one table."""
    runs: list[Run] = []
    for acts in map(int, sizes.split(",")):
        with tempfile.TemporaryDirectory() as folder:
            write_dumps(Path(folder, "dumps"), acts, seed)
            for count in map(int, jobs.split(",")):
                runs.append(measure_ingest(Path(folder, "dumps"), Path(folder, f"{count}.duckdb"), acts, count))
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
