"""What a search leaves out for speed: the score of its hits as a share of those that a far deeper one finds.

`python -m bench.depth FILE` asks a base of many acts, for paragraphs and for steps, with words drawn from its texts.
"""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

import click
from rich.console import Console
from rich.table import Table

from bench.lookups import draw_words
from regkb.kb.search import find
from regkb.kb.store import open_base

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

DEEP = {"CANDIDATES_A_UNIT": 4 * find.CANDIDATES_A_UNIT, "MOST_UNITS": 10 * find.MOST_UNITS}
KINDS: tuple[find.Kind, ...] = ("paragraph", "step")


@click.command()
@click.argument("base", type=click.Path(exists=True, path_type=Path))
@click.option("--questions", default=60, show_default=True)
@click.option("--seed", default=31, show_default=True)
def main(base: Path, questions: int, seed: int) -> None:
    """Compare searches with deeper ones in the BASE and print what the hits are worth."""
    rng = random.Random(seed)
    table = Table("kind", "mean share of the score", "least", title=f"{questions} questions, against {DEEP}")
    with closing(open_base(str(base))) as con:
        words = draw_words(con)
        asked = [" ".join(rng.sample(words, rng.randint(1, 4))) for _ in range(questions)]
        for kind in KINDS:
            shares = [share for text in asked if (share := _compare(con, text, kind)) is not None]
            table.add_row(kind, f"{sum(shares) / len(shares):.3f}", f"{min(shares):.3f}")
    Console().print(table)


def _compare(con: DuckDBPyConnection, text: str, kind: find.Kind) -> float | None:
    """Return the score of what is found as a share of what a deeper search finds; None where that finds nothing."""
    found = _add_up(con, text, kind)
    with patch.multiple(find, **DEEP):
        best = _add_up(con, text, kind)
    return found / best if best else None


def _add_up(con: DuckDBPyConnection, text: str, kind: find.Kind) -> float:
    return sum(hit.score for hit in find.search(con, text, kind).hits)


if __name__ == "__main__":
    main()
