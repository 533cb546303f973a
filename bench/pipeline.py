"""Speed of the whole pipeline and of each stage, beside citation finders on English text of the same length.

`python -m bench.pipeline [FILE]...` prints one table, of specimens where no text dumps are given. All take turns in one
process, several times, and the best time of each counts: ratios within one run, not seconds, are what to compare. The
other tools find citations alone, in English text with one citation every 560 characters; regkb repairs, parses and
extracts everything. The ratio is to eyecite on texts as long as acts, where it is fastest. The whole, with its
processes and the base, is measured over more acts, since the start of a program is no cost of an act (with few files it
is nearly all). What its readers do not need is imported where it is used: they import this module once more, as they
would the command's.
"""

from __future__ import annotations

import contextlib
import io
import json
import math
import os
import random
import resource
import tempfile
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

import click

from regkb.extract.act import extract_act
from regkb.extract.references import find_references
from regkb.extract.services import extract_services
from regkb.extract.structure import build_structure
from regkb.normalize.clean import clean_text
from regkb.pipeline import read_act
from regkb.repeats import forget_readings
from regkb.schemas.stages import RawDocument

_EYECITE = "eyecite: citations alone"
_CITATION_EVERY = 560
_PROSE = (
    "the board of the lake held that a permit to plant trees on its shore is given once clerk has entered plea and "
    "head office set his name to it within days order allows for such work because owner paid dues under old title may "
    "not lose land without notice hearing before judge who reads both sides record shows clear delay"
)
_NAMES = "Ashby Barlow Carver Dunmore Ellery Fenwick Garland Holt Ivory Jessop Kendal Lowther Marsh Norwood Orme"
_REPORTERS = ("U.S.", "F.2d", "F.3d", "S. Ct.", "F. Supp. 2d", "N.E.2d", "P.3d", "A.2d", "So. 2d", "Cal. Rptr. 3d")


def make_english(length: int, seed: int = 0) -> str:
    """Return English prose of `length` characters with a citation every 560: cases in full and short, statutes, id."""
    rng = random.Random(seed)
    pieces: list[str] = []
    written = 0
    while written < length:
        citation = _make_citation(rng)
        piece = _make_prose(rng, _CITATION_EVERY - len(citation)) + citation
        pieces.append(piece)
        written += len(piece)
    return "".join(pieces)[:length]


def _make_prose(rng: random.Random, length: int) -> str:
    """Return sentences that are just so long, the last blank included."""
    words = _PROSE.split()
    prose = ""
    while len(prose) < length:
        sentence = " ".join(rng.choices(words, k=rng.randint(8, 30)))
        prose += f"{sentence.capitalize()}. "
    return prose[: length - 1] + " "


def _make_citation(rng: random.Random) -> str:
    """Return a citation of one of the kinds that judgments have."""
    one, other = rng.sample(_NAMES.split(), 2)
    volume, page, pinpoint = rng.randint(1, 700), rng.randint(1, 1500), rng.randint(1, 1500)
    reporter = rng.choice(_REPORTERS)
    full = f"{one} v. {other}, {volume} {reporter} {page}, {pinpoint} ({rng.randint(1950, 2020)}). "
    others = (
        f"{rng.randint(1, 50)} U.S.C. § {pinpoint}. ",
        f"Id. at {pinpoint}. ",
        f"{one}, {volume} {reporter} at {pinpoint}. ",
        f"{one}, supra, at {pinpoint}. ",
    )
    return full if rng.random() < 0.5 else rng.choice(others)


def make_dumps(count: int, seed: int) -> list[str]:
    """Return the text dumps of `count` specimen acts."""
    from corpus.extractor import dump
    from corpus.layout import lay_out
    from corpus.make import make

    return [dump(lay_out(make(seed, index))) for index in range(count)]


Work = tuple[str, int, Callable[[], object]]
"""What is measured: its name, how many characters it reads, and what it does."""


def take_turns(works: Sequence[Work], rounds: int) -> list[tuple[str, int, float]]:
    """Return (name, characters, seconds) of each: the least CPU seconds of its rounds, its child processes included.

    In each round all take their turn, so that a machine that is slower for a while is so for all; none knows what was
    read before.
    """
    times: dict[str, float] = {}
    for _ in range(rounds):
        for name, _, work in works:
            forget_readings()
            started = _cpu_seconds()
            work()
            times[name] = min(times.get(name, math.inf), _cpu_seconds() - started)
    return [(name, size, times[name]) for name, size, _ in works]


def _cpu_seconds() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def list_stages(dumps: list[str]) -> list[Work]:
    """Return the stages and all of them together, over the dumps."""
    documents = [RawDocument(f"{i}.txt", f"{i:064x}", "text", text) for i, text in enumerate(dumps)]
    size = sum(map(len, dumps))
    cleaned = [clean_text(d) for d in documents]
    structures = [build_structure(c) for c in cleaned]
    references = [find_references(s.paragraphs, s.language) for s in structures]
    records = [read_act(d).to_json() for d in documents]

    def each(work: Callable[..., object], *columns: Iterable[object]) -> Callable[[], object]:
        return lambda: [work(*row) for row in zip(*columns, strict=True)]

    return [
        ("regkb: text repair", size, each(clean_text, documents)),
        ("regkb: tree of provisions", size, each(build_structure, cleaned)),
        ("regkb: references", size, each(lambda s: find_references(s.paragraphs, s.language), structures)),
        (
            "regkb: services and procedures",
            size,
            each(lambda s, r: extract_services(s.paragraphs, r, s.language), structures, references),
        ),
        ("regkb: all facts from structure", size, each(extract_act, structures)),
        ("regkb: dump → record", size, each(read_act, documents)),
        ("json.loads of the records (floor)", size, each(json.loads, records)),
    ]


def ingest_texts(dumps: list[str]) -> None:
    """Ingest the dumps into a new base with one job, in this process."""
    from regkb.cli import main

    with tempfile.TemporaryDirectory() as folder:
        for i, text in enumerate(dumps):
            (Path(folder) / f"{i}.txt").write_text(text, encoding="utf-8")
        arguments = ["--db", f"{folder}/bench.duckdb", "ingest", folder, "--jobs", "1"]
        with contextlib.suppress(SystemExit), contextlib.redirect_stderr(io.StringIO()):
            main(arguments)


def list_others(lengths: list[int]) -> list[Work]:
    """Return the citation finders that are installed (`pip install '.[bench]'`).

    Each reads texts as long as the acts, and one text as long as all of them: of that they read fewer characters a
    second, since they look for every name that was cited in all that follows.
    """
    size = sum(lengths)
    finders: list[tuple[str, Callable[[str], object]]] = []
    with contextlib.suppress(ImportError):
        from eyecite import get_citations

        finders.append((_EYECITE, get_citations))
    with contextlib.suppress(ImportError):
        from citeurl import list_cites

        finders.append(("citeurl: citations alone", list_cites))
    texts = [make_english(length, seed) for seed, length in enumerate(lengths)]
    kinds = (("texts like acts", texts), ("one long text", [make_english(size)]))
    return [
        (f"{name}, {what}", size, partial(_find_in_all, find, given)) for name, find in finders for what, given in kinds
    ]


def _find_in_all(find: Callable[[str], object], texts: list[str]) -> None:
    for text in texts:
        find(text)


def _stay_on_one_core() -> None:
    """Let this process and those that it starts run on one core: two that work at once slow one another down."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--acts", default=200, show_default=True, help="How many specimen acts.")
@click.option("--ingested", default=1000, show_default=True, help="How many are ingested into a base.")
@click.option("--rounds", default=2, show_default=True, help="How often each is measured; the best counts.")
@click.option("--seed", default=2024, show_default=True)
def main(files: tuple[Path, ...], acts: int, ingested: int, rounds: int, seed: int) -> None:
    """Measure the pipeline and its stages beside other tools, in one run.

    Text dumps in FILES are read and ingested instead of specimens.
    """
    from rich.console import Console
    from rich.table import Table

    _stay_on_one_core()
    dumps = [file.read_text(encoding="utf-8") for file in files] or make_dumps(max(acts, ingested), seed)
    given, whole = (dumps, dumps) if files else (dumps[:acts], dumps[:ingested])
    loaded: Work = ("regkb: dump → facts in DuckDB", sum(map(len, whole)), partial(ingest_texts, whole))
    rows = take_turns([*list_stages(given), loaded, *list_others([len(text) for text in given])], rounds)
    base = next((size / seconds for name, size, seconds in rows if name.startswith(_EYECITE)), None)
    title = f"{len(given)} acts of {rows[0][1]:,} characters ({len(whole)} ingested), one core, best of {rounds}"
    table = Table(title=title)
    table.add_column("what")
    table.add_column("characters a second", justify="right")
    table.add_column("× eyecite", justify="right")
    for name, size, seconds in rows:
        speed = size / seconds
        table.add_row(name, f"{speed:,.0f}", f"{speed / base:.2f}" if base else "–")
    Console().print(table)


if __name__ == "__main__":
    main()
