"""Quality of search: recall and rank on the judged questions of the tests, beside two simpler ways to cut words.

`python -m bench.judged` prints one table. The questions and acts are those of `tests/kb/search`.
"""

from __future__ import annotations

from collections.abc import Callable
from unittest.mock import patch

import click
from rich.console import Console
from rich.table import Table

from regkb.kb.search.find import search
from regkb.kb.search.stem import stem
from tests.kb.search.specimens import make_acts, make_base, read_lines

LIMIT = 10

WAYS: dict[str, Callable[[str, str], str]] = {
    "stems of this project": stem,
    "the first five letters": lambda word, _: word.lower()[:5],
    "whole words": lambda word, _: word.lower(),
}


@click.command()
def main() -> None:
    """Measure and print."""
    acts, questions = make_acts(), read_lines("judged.jsonl")
    table = Table("words cut to", f"recall@{LIMIT}", "mean rank of the first relevant act", "questions without any")
    table.title = f"{len(questions)} questions over {len(acts)} acts"
    for name, way in WAYS.items():
        with patch("regkb.kb.search.index.stem", way), patch("regkb.kb.search.ask.stem", way):
            con = make_base(acts)
            found = [_judge(con, question) for question in questions]
        recall = sum(recall for recall, _ in found) / len(found)
        ranks = [rank for _, rank in found if rank]
        missed = len(found) - len(ranks)
        table.add_row(name, f"{recall:.3f}", f"{sum(ranks) / len(ranks):.2f}", str(missed))
    Console().print(table)


def _judge(con: object, question: dict[str, list[str]]) -> tuple[float, int]:
    """Return the recall of one question, and the rank of its first relevant act, 0 where none is found."""
    hits = [hit.number for hit in search(con, str(question["words"]), limit=LIMIT).hits]  # type: ignore[arg-type]
    relevant = question["relevant"]
    places = [place for place, number in enumerate(hits, 1) if number in relevant]
    return len(set(hits) & set(relevant)) / len(relevant), min(places, default=0)


if __name__ == "__main__":
    main()
