"""How much faster the machine itself is on two cores: reading in two processes that share nothing, against one.

`python -m bench.cores` prints the ratio that no ingest with two jobs can pass here. Cores of a virtual machine may be
the two threads of one, which slow each other down.
"""

from __future__ import annotations

import os
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import click

from bench.pipeline import make_dumps
from regkb.pipeline import read_act
from regkb.schemas.stages import RawDocument


def read_on_core(core: int, dumps: list[str]) -> float:
    """Return the seconds in which the texts are read on one core, without the start of the process."""
    os.sched_setaffinity(0, {core})
    documents = [RawDocument(f"{i}.txt", f"{i:064x}", "text", text) for i, text in enumerate(dumps)]
    for document in documents[:20]:
        read_act(document)
    started = time.perf_counter()
    for document in documents:
        read_act(document)
    return time.perf_counter() - started


@click.command()
@click.option("--acts", default=200, show_default=True, help="How many specimen acts each process reads.")
@click.option("--rounds", default=3, show_default=True)
@click.option("--seed", default=2024, show_default=True)
def main(acts: int, rounds: int, seed: int) -> None:
    """Measure one process and two in turns, and print how much two read in the time of one."""
    dumps = make_dumps(acts, seed)
    cores = sorted(os.sched_getaffinity(0))[:2]
    if len(cores) < 2:
        raise SystemExit("this machine has one core")
    ratios = []
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        for _ in range(rounds):
            alone = pool.submit(read_on_core, cores[0], dumps).result()
            together = [pool.submit(read_on_core, core, dumps) for core in cores]
            ratios.append(2 * alone / max(one.result() for one in together))
    click.echo("two processes that share nothing, against one: " + ", ".join(f"{ratio:.2f} ×" for ratio in ratios))


if __name__ == "__main__":
    main()
