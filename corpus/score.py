"""Scores the pipeline: precision and recall for each kind of fact, from text dumps, from PDFs and on real acts.

`python -m corpus.score` reads the committed specimens and, where they are beside the project, the real acts with gold;
`python -m corpus.score --acts 300 --seed NEW` makes specimens that nobody has seen and scores those.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from rapidfuzz.distance import LCSseq
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from corpus.facts import KINDS, count_facts
from corpus.make import make, write_specimen
from regkb.ingest.read import read_document
from regkb.pipeline import read_act
from regkb.schemas.record import Language

SPECIMENS = Path(__file__).parent / "specimens"
SHARED = Path(__file__).parents[2] / "shared"


@dataclass(slots=True)
class Tally:
    """How many facts are true, how many were found, and how many of those are right."""

    true: int = 0
    found: int = 0
    right: int = 0

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.true += other.true
        self.found += other.found
        self.right += other.right

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found and nothing was to be."""
        return self.right / self.found if self.found else float(not self.true)

    @property
    def recall(self) -> float:
        """The share of what is true that was found."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Case:
    """A file to read, the column that it counts for, and where its truth is."""

    file: Path
    column: str
    truth: Path
    language: str


@dataclass(slots=True)
class Outcome:
    """What one file gave: a tally a kind, and the facts that are wrong."""

    case: Case
    tallies: dict[str, Tally] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    error: str | None = None


def find_cases(folder: Path) -> Iterator[Case]:
    """Yield the dumps, PDFs and pages of a folder that have their truth beside them."""
    for truth in sorted(folder.glob("*.json")):
        language = truth.stem.rpartition("-")[2]
        for suffix, column in ((".txt", "text"), (".pdf", "PDF"), (".html", "HTML")):
            file = truth.with_suffix(suffix)
            if file.exists():
                yield Case(file, column, truth, language)


def find_real_cases(shared: Path = SHARED) -> Iterator[Case]:
    """Yield the real acts that have gold, where they are beside the project."""
    for gold in sorted((shared / "gold").glob("*")):
        yield Case(shared / "acts" / f"{gold.name}.txt", "real", gold, "kk")


def read_truth(path: Path) -> dict[str, Any]:
    """Return what is true of an act, from a specimen's record or a gold folder."""
    if path.is_file():
        truth: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return truth
    truth = json.loads((path / "facts.json").read_text("utf-8"))
    lines = (path / "paragraphs.jsonl").read_text("utf-8").splitlines()
    return {**truth, "paragraphs": [json.loads(line) for line in lines if line.strip()]}


def score_case(case: Case) -> Outcome:
    """Read one file through the whole pipeline and count its facts against the truth."""
    outcome = Outcome(case)
    truth = read_truth(case.truth)
    record: dict[str, Any] = {}
    try:
        record = read_act(read_document(str(case.file), case.file.read_bytes())).to_dict()
    except Exception as error:
        outcome.error = f"{type(error).__name__}: {error}"
    if case.truth.is_dir():  # the gold of real acts leaves tables out
        _drop_tables(truth, record)
    outcome.tallies["words"] = _count_words(truth, record)
    if case.file.suffix == ".txt":  # a dump runs the cells of a table into each other
        _drop_tables(truth, record)
    true, found = count_facts(truth), count_facts(record)
    for kind in KINDS:
        right = sum((true[kind] & found[kind]).values())
        outcome.tallies[kind] = Tally(sum(true[kind].values()), sum(found[kind].values()), right)
        outcome.wrong += [f"{kind}: missing {fact}" for fact in true[kind] - found[kind]]
        outcome.wrong += [f"{kind}: extra {fact}" for fact in found[kind] - true[kind]]
    return outcome


def _drop_tables(*records: dict[str, Any]) -> None:
    """Leave the rows of tables, and what they cite, out of the records."""
    for record in records:
        record["paragraphs"] = [p for p in record.get("paragraphs", []) if not p["path"].endswith("/table")]
        record["references"] = [r for r in record.get("references", []) if not r["at"].endswith("/table")]


def _count_words(truth: dict[str, Any], record: dict[str, Any]) -> Tally:
    """Count the words that both texts have in the same order."""
    true, found = (
        [word for paragraph in side.get("paragraphs", []) for word in paragraph["text"].split() if word != "|"]
        for side in (truth, record)
    )
    return Tally(len(true), len(found), LCSseq.similarity(true, found))


def score_all(cases: Iterable[Case], jobs: int) -> list[Outcome]:
    """Score many files, in several processes where there is more than one job."""
    if jobs == 1:
        return [score_case(case) for case in cases]
    with Pool(jobs) as pool:
        return list(pool.imap(score_case, cases, chunksize=4))


def sum_up(outcomes: Iterable[Outcome]) -> dict[str, dict[str, Tally]]:
    """Return the tallies by column and kind of fact."""
    columns: dict[str, dict[str, Tally]] = {}
    for outcome in outcomes:
        tallies = columns.setdefault(outcome.case.column, {})
        for kind, tally in outcome.tallies.items():
            tallies.setdefault(kind, Tally()).add(tally)
    return columns


def print_table(language: str, outcomes: list[Outcome], console: Console) -> None:
    """Print precision and recall for each kind of fact in the acts of one language."""
    columns = sum_up(outcomes)
    files = Counter(outcome.case.column for outcome in outcomes)
    table = Table(title=f"precision and recall, {language}", box=SIMPLE_HEAD, padding=(0, 1))
    table.caption = ", ".join(f"{column}: {count} files" for column, count in files.items())
    table.add_column("kind of fact", no_wrap=True)
    for column in columns:
        for heading in (f"{column} P", "R", "F1", "of"):
            table.add_column(heading, justify="right", no_wrap=True)
    for kind in ("words", *KINDS):
        cells = [kind]
        for tallies in columns.values():
            tally = tallies[kind]
            figures = [f"{figure:.4f}" for figure in (tally.precision, tally.recall, tally.f1)]
            cells += [*figures, str(tally.true)] if tally.true or tally.found else ["", "", "", "0"]
        table.add_row(*cells)
    console.print(table)


def _make_case_files(index: int, seed: str, languages: tuple[Language, ...], folder: Path) -> None:
    for language in languages:
        write_specimen(make(seed, index, language), folder, text=True, pdf=True, page=True, truth=True)


def main() -> None:
    """Read the command line, score, and print the table."""
    cli = argparse.ArgumentParser(prog="score", description=(__doc__ or "").split("\n")[0])
    cli.add_argument("folders", nargs="*", type=Path, help="folders of specimens with their truth (corpus/specimens)")
    cli.add_argument("--acts", type=int, help="make so many specimens and score those instead")
    cli.add_argument("--seed", default="score", help="seed of the specimens that are made")
    cli.add_argument("--language", choices=("kk", "ru", "both"), default="kk")
    cli.add_argument("--show", type=int, default=0, help="print so many wrong facts of each file")
    cli.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    arguments = cli.parse_args()
    with tempfile.TemporaryDirectory() as made:
        if arguments.acts:
            languages: tuple[Language, ...] = ("kk", "ru") if arguments.language == "both" else (arguments.language,)
            one = partial(_make_case_files, seed=arguments.seed, languages=languages, folder=Path(made))
            with Pool(arguments.jobs) as pool:
                pool.map(one, range(arguments.acts), chunksize=8)
            cases = list(find_cases(Path(made)))
        else:
            folders = arguments.folders or [SPECIMENS]
            cases = [case for folder in folders for case in find_cases(folder)]
            if not arguments.folders:
                cases += find_real_cases()
        outcomes = score_all(cases, arguments.jobs)
    console = Console(width=max(132, Console().width))
    for outcome in outcomes:
        if outcome.error:
            console.print(f"{outcome.case.file.name}: {outcome.error}", highlight=False, markup=False)
        for line in outcome.wrong[: arguments.show]:
            console.print(f"{outcome.case.file.name}: {line}", highlight=False, markup=False, soft_wrap=True)
    for language in sorted({outcome.case.language for outcome in outcomes}):
        print_table(language, [outcome for outcome in outcomes if outcome.case.language == language], console)


if __name__ == "__main__":
    main()
