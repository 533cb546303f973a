"""Speed of the whole pipeline and of each stage, beside citation finders on English text of the same length.

`python -m bench.pipeline` prints one table. Everything runs in one process, one after the other, several times, and the
best time counts: ratios within one run, not seconds, are what to compare. The other tools find citations alone, in
English text with one citation every 560 characters; regkb repairs, parses and extracts everything.
"""

from __future__ import annotations

import contextlib
import io
import json
import resource
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from corpus.extractor import dump
from corpus.layout import lay_out
from corpus.make import make
from regkb.extract.act import extract_act
from regkb.extract.references import find_references
from regkb.extract.services import extract_services
from regkb.extract.structure import build_structure
from regkb.normalize.clean import clean_text
from regkb.pipeline import read_act
from regkb.schemas.stages import RawDocument

_CITATION = "See Lake Board v. Reed Mill, 410 U.S. 113, 120 (1973). "
_FILLER = (
    "the board of the lake held that a permit to plant trees on its shore is given once the clerk has entered the plea "
    "and the head of the office has set his name to it within the days that the order allows for such work "
)
_CITATION_EVERY = 560


def make_english(length: int) -> str:
    """Return English prose of `length` characters with a case citation every 560."""
    sentence = _FILLER * (_CITATION_EVERY // len(_FILLER) + 1)
    piece = sentence[: _CITATION_EVERY - len(_CITATION)] + _CITATION
    return (piece * (length // len(piece) + 1))[:length]


def make_dumps(count: int, seed: int) -> list[str]:
    """Return the text dumps of `count` specimen acts."""
    return [dump(lay_out(make(seed, index))) for index in range(count)]


def best_time(work: Callable[[], object], rounds: int) -> float:
    """Return the least CPU seconds that `work` took in `rounds` rounds, its child processes included."""
    times = []
    for _ in range(rounds):
        started = _cpu_seconds()
        work()
        times.append(_cpu_seconds() - started)
    return min(times)


def _cpu_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def measure(dumps: list[str], rounds: int) -> list[tuple[str, int, float]]:
    """Return rows of (what, characters, seconds): the stages, the pipeline, the load, and the other tools."""
    documents = [RawDocument(f"{i}.txt", f"{i:064x}", "text", text) for i, text in enumerate(dumps)]
    size = sum(map(len, dumps))
    cleaned = [clean_text(d) for d in documents]
    structures = [build_structure(c) for c in cleaned]
    references = [find_references(s.paragraphs, s.language) for s in structures]
    records = [read_act(d).to_json() for d in documents]

    def each(work: Callable[..., object], *columns: Iterable[object]) -> Callable[[], object]:
        return lambda: [work(*row) for row in zip(*columns, strict=True)]

    rows = [
        ("regkb: text repair", size, best_time(each(clean_text, documents), rounds)),
        ("regkb: tree of provisions", size, best_time(each(build_structure, cleaned), rounds)),
        (
            "regkb: references",
            size,
            best_time(each(lambda s: find_references(s.paragraphs, s.language), structures), rounds),
        ),
        (
            "regkb: services and procedures",
            size,
            best_time(each(lambda s, r: extract_services(s.paragraphs, r, s.language), structures, references), rounds),
        ),
        ("regkb: all facts from structure", size, best_time(each(extract_act, structures), rounds)),
        ("regkb: dump → record", size, best_time(each(read_act, documents), rounds)),
        ("regkb: dump → facts in DuckDB", size, best_time(lambda: ingest_texts(dumps), max(1, rounds // 2))),
        ("json.loads of the records (floor)", size, best_time(each(json.loads, records), rounds)),
    ]
    return rows + measure_others(size, rounds)


def ingest_texts(dumps: list[str]) -> None:
    """Ingest the dumps into a new base with one job, in this process."""
    from regkb.cli import main

    with tempfile.TemporaryDirectory() as folder:
        for i, text in enumerate(dumps):
            (Path(folder) / f"{i}.txt").write_text(text, encoding="utf-8")
        arguments = ["--db", f"{folder}/bench.duckdb", "ingest", folder, "--jobs", "1"]
        with contextlib.suppress(SystemExit), contextlib.redirect_stderr(io.StringIO()):
            main(arguments)


def measure_others(size: int, rounds: int) -> list[tuple[str, int, float]]:
    """Return the rows of the citation finders that are installed (`pip install '.[bench]'`)."""
    english = make_english(size)
    rows = []
    with contextlib.suppress(ImportError):
        from eyecite import get_citations

        rows.append(("eyecite: citations alone", size, best_time(lambda: get_citations(english), rounds)))
    with contextlib.suppress(ImportError):
        from citeurl import list_cites

        rows.append(("citeurl: citations alone", size, best_time(lambda: list_cites(english), rounds)))
    return rows


@click.command()
@click.option("--acts", default=200, show_default=True, help="How many specimen acts.")
@click.option("--rounds", default=2, show_default=True, help="How often each is measured; the best counts.")
@click.option("--seed", default=2024, show_default=True)
def main(acts: int, rounds: int, seed: int) -> None:
    """Measure the pipeline and its stages beside other tools, in one run."""
    rows = measure(make_dumps(acts, seed), rounds)
    base = next((size / seconds for name, size, seconds in rows if name.startswith("eyecite")), None)
    table = Table(title=f"{rows[0][1]:,} characters, {acts} acts, one core, best of {rounds}")
    table.add_column("what")
    table.add_column("characters a second", justify="right")
    table.add_column("× eyecite", justify="right")
    for name, size, seconds in rows:
        speed = size / seconds
        table.add_row(name, f"{speed:,.0f}", f"{speed / base:.2f}" if base else "–")
    Console().print(table)


if __name__ == "__main__":
    main()
