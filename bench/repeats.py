"""How much acts repeat one another: what `regkb.repeats` can spare.

`python -m bench.repeats [FILE]...` reads text dumps, those of specimens where none are given, and prints which part of
their lines and paragraphs stood before, word for word, in the same act or in another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from bench.pipeline import make_dumps
from regkb.pipeline import read_structure
from regkb.schemas.stages import RawDocument


def count_repeats(acts: Iterable[list[str]]) -> tuple[float, float]:
    """Return which part of the texts, and of their characters, stood before."""
    times = Counter(text for act in acts for text in act)
    again = [(count - 1, len(text)) for text, count in times.items()]
    characters = sum(len(text) * count for text, count in times.items())
    return sum(count for count, _ in again) / times.total(), sum(count * length for count, length in again) / characters


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--acts", default=1000, show_default=True, help="How many specimens, where no files are given.")
@click.option("--seed", default=2024, show_default=True)
def main(files: tuple[Path, ...], acts: int, seed: int) -> None:
    """Count what stood before in text dumps."""
    dumps = [file.read_text(encoding="utf-8") for file in files] or make_dumps(acts, seed)
    table = Table("of what", "repeated", "characters of it", title=f"{len(dumps)} acts")
    lines = [[line for line in dump.splitlines() if line.strip()] for dump in dumps]
    paragraphs = [
        [paragraph.text for paragraph in read_structure(RawDocument("dump", "0" * 64, "text", dump)).paragraphs]
        for dump in dumps
    ]
    for name, found in (("lines", lines), ("paragraphs", paragraphs)):
        number, characters = count_repeats(found)
        table.add_row(name, f"{number:.0%}", f"{characters:.0%}")
    Console().print(table)


if __name__ == "__main__":
    main()
