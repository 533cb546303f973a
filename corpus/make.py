"""Makes specimen acts: `python -m corpus.make --acts 12 --seed 7 --out DIR --format both --truth`.

Each act is NAME.txt (the dump of a content-order extractor), NAME.pdf, NAME.html (a saved page
of a site), and with --truth NAME.json, the record that a
perfect reader would return (paragraphs without spans, since those count the characters of a file).
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import get_args

from corpus.compose import compose
from corpus.extractor import dump
from corpus.languages import WORDINGS
from corpus.layout import lay_out
from corpus.page import write_page
from corpus.plan import KINDS, Kind, draw
from corpus.specimen import Specimen
from regkb.schemas.record import Language


def make(seed: int | str, index: int, language: Language = "kk", kind: Kind | None = None) -> Specimen:
    """Return one specimen act; the same arguments give the same act."""
    return compose(draw(seed, index, kind), WORDINGS[language])


def write_specimen(
    specimen: Specimen, folder: Path, *, text: bool = False, pdf: bool = False, page: bool = False, truth: bool = False
) -> None:
    """Write a specimen's files into `folder`: the dump, the PDF, the page of a site, the record that is true of it."""
    pages = lay_out(specimen)
    if text:
        (folder / f"{specimen.name}.txt").write_text(dump(pages), "utf-8")
    if pdf:
        from corpus.pdf import write_pdf  # reportlab is not installed where dumps alone are made

        numbered = specimen.plan.style.page_numbers
        data = write_pdf(pages, title=specimen.act.title or "", numbered=numbered)
        (folder / f"{specimen.name}.pdf").write_bytes(data)
    if page:
        (folder / f"{specimen.name}.html").write_bytes(write_page(specimen))
    if truth:
        (folder / f"{specimen.name}.json").write_text(specimen.act.to_json(indent=1) + "\n", "utf-8")


def _one(index: int, arguments: argparse.Namespace) -> None:
    languages: tuple[Language, ...] = ("kk", "ru") if arguments.language == "both" else (arguments.language,)
    for language in languages:
        write_specimen(
            make(arguments.seed, index, language, arguments.kind),
            arguments.out,
            text=arguments.format in ("txt", "both", "all"),
            pdf=arguments.format in ("pdf", "both", "all"),
            page=arguments.format in ("html", "all"),
            truth=arguments.truth,
        )


def _work(arguments: argparse.Namespace) -> Iterator[None]:
    indexes = arguments.numbers or range(arguments.first, arguments.first + arguments.acts)
    one = partial(_one, arguments=arguments)
    if arguments.jobs == 1:
        yield from map(one, indexes)
        return
    with Pool(arguments.jobs) as pool:
        yield from pool.imap_unordered(one, indexes, chunksize=32)


def main() -> None:
    """Read the command line and make the acts."""
    cli = argparse.ArgumentParser(prog="corpus/make", description=(__doc__ or "").split("\n")[0])
    cli.add_argument("--acts", type=int, default=12, help="how many acts (12)")
    cli.add_argument("--seed", default="1", help="the same seed gives the same acts, byte for byte (1)")
    cli.add_argument("--first", type=int, default=0, help="number of the first act (0)")
    cli.add_argument("--numbers", type=int, nargs="+", help="the numbers of the acts, instead of --acts and --first")
    cli.add_argument("--out", type=Path, required=True, help="folder to write into; made where it is missing")
    cli.add_argument("--format", choices=("txt", "pdf", "both", "html", "all"), default="txt", help="both: txt and pdf")
    cli.add_argument("--language", choices=(*WORDINGS, "both"), default="kk")
    cli.add_argument("--kind", choices=get_args(Kind), help=f"one kind of act; else they are mixed as {KINDS}")
    cli.add_argument("--truth", action="store_true", help="write the record of each act beside it, as JSON")
    cli.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    arguments = cli.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    made = sum(1 for _ in _work(arguments))
    print(f"{made} acts in {arguments.out}")


if __name__ == "__main__":
    main()
