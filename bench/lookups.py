"""Look-ups at scale: how long answers take in a base of many acts, in this process, beside their targets.

`python -m bench.lookups [--acts 100000] [--keep FILE]` makes a synthetic base (bench/synthetic.py) and prints a table.
The paragraphs are drawn from 60,000 sentences, so the file is smaller than one of as many real acts; the search index,
the headers and the timelines are of full size. `--keep` takes any base. Before a look-up is measured, as many others of
its kind are made, about other acts and with other words: what is measured is a program that has been answering for a
while, not how fast the disk is.
"""

from __future__ import annotations

import datetime
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table

from bench.synthetic import build_base
from regkb.kb.lookup import find_act
from regkb.kb.provisions import find_entry, read_provisions
from regkb.kb.query import Limits, open_query
from regkb.kb.search.find import Kind, search
from regkb.kb.store import open_base
from regkb.kb.validity.history import answer_validity

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

DAY = datetime.date(2017, 1, 1)
ROUNDS = 100
KINDS: tuple[Kind, ...] = ("act", "paragraph", "step", "service")
IN_FORCE = "SELECT count(*), count(*) FILTER (certain) FROM in_force_on(?)"
TOTALS = "SELECT count(*), sum(working_days) FROM service_totals"


@click.command()
@click.option("--acts", default=100_000, show_default=True)
@click.option("--keep", type=click.Path(path_type=Path), help="Use this file, and make it if it is not there.")
@click.option("--rounds", default=ROUNDS, show_default=True, help="Look-ups of each kind.")
def main(acts: int, keep: Path | None, rounds: int) -> None:
    """Measure the look-ups and print them."""
    with _base(acts, keep) as path, closing(open_base(str(path))) as con:
        rows = list(_measure(con, path, acts, rounds))
    table = Table("look-up", "p50 ms", "p95 ms", "target p95", title=f"{acts:,} acts, {rounds} look-ups each")
    for name, times, target in rows:
        table.add_row(name, *(f"{_percentile(times, share) * 1000:.1f}" for share in (0.5, 0.95)), target)
    Console().print(table)


@contextmanager
def _base(acts: int, keep: Path | None) -> Iterator[Path]:
    """Give the path of a base with so many acts."""
    with tempfile.TemporaryDirectory() as folder:
        path = keep or Path(folder, "base.duckdb")
        if not path.exists():
            begun = time.perf_counter()
            build_base(path, acts)
            Console().print(f"made {path} in {time.perf_counter() - begun:.0f} s, {path.stat().st_size / 1e6:.0f} MB")
        yield path


def _measure(con: DuckDBPyConnection, path: Path, acts: int, rounds: int) -> Iterator[tuple[str, list[float], str]]:
    """Yield the name of each look-up, its times in seconds, and its target in milliseconds."""
    rng = random.Random(7)
    ids = [_name_act(con, rng.randint(1, acts)) for _ in range(2 * rounds)]
    words = draw_words(con)
    asked = [" ".join(rng.sample(words, rng.randint(1, 4))) for _ in range(2 * rounds)]
    few = max(3, rounds // 10)
    days = [DAY + datetime.timedelta(days=15 * number) for number in range(2 * few)]
    yield "validity by id", _time_each(lambda act: answer_validity(con, find_act(con, act).id, DAY), ids), "20"
    yield "show by id", _time_each(lambda act: _show(con, act), ids), "20"
    for kind in KINDS:
        yield f"search, {kind}", _time_each(lambda text, kind=kind: search(con, text, kind), asked), "100"
    on_a_day = asked[: 2 * few]
    yield "search, in force on a day", _time_each(lambda text: search(con, text, in_force_on=DAY), on_a_day), ""
    yield "in_force_on over all acts", _time_each(lambda day: con.execute(IN_FORCE, [day]).fetchall(), days), "300"
    yield "service_totals over all acts", _time_each(lambda _: con.execute(TOTALS).fetchall(), range(6)), ""
    yield "regkb sql, a child process", _time_each(lambda _: _ask(path), range(2 * few)), ""


def _time_each(look_up: Callable[..., object], arguments: Sequence[object]) -> list[float]:
    """Return how long the look-up takes with each argument of the second half, after those of the first."""
    times = []
    for argument in arguments:
        begun = time.perf_counter()
        look_up(argument)
        times.append(time.perf_counter() - begun)
    return times[len(times) // 2 :]


def _percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def _name_act(con: DuckDBPyConnection, entry: int) -> str:
    name: str = con.execute("SELECT act_id FROM record WHERE entry >= ? ORDER BY entry LIMIT 1", [entry]).fetchall()[0][
        0
    ]
    return name


def draw_words(con: DuckDBPyConnection) -> list[str]:
    """Return words as texts have them: common ones often, rare ones seldom."""
    rows = con.execute(
        "SELECT text FROM paragraph JOIN (SELECT entry FROM record ORDER BY hash(entry) LIMIT 20) USING (entry)"
        " ORDER BY ALL"
    ).fetchall()
    return [word for (text,) in rows for word in text.split()]


def _show(con: DuckDBPyConnection, act: str) -> None:
    entry, _ = find_entry(con, find_act(con, act).id)
    assert read_provisions(con, entry)


def _ask(path: Path) -> None:
    with open_query(path, "SELECT count(*) FROM act", Limits()) as reader:
        reader.read_all()


if __name__ == "__main__":
    main()
