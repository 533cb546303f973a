"""Pages a second of PDF ingest, beside what the two libraries take for bare text extraction of the same files.

`python -m bench.pdf [--acts N] [--rounds N]`. pdfplumber's and PDFium's own texts have displaced or doubled words and
letter-spaced lines in pieces; they are here as measures of speed alone.
"""

from __future__ import annotations

import argparse
import io
import time
from collections.abc import Callable

import pdfplumber
import pypdfium2
from rich.console import Console
from rich.table import Table

from corpus.layout import lay_out
from corpus.make import make
from corpus.pdf import write_pdf
from regkb.ingest.pdf import read_pdf
from regkb.ingest.pdf_letters import PlumberPages


def read_bare_pdfplumber(data: bytes) -> None:
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_text()
            page.close()


def read_bare_pdfium(data: bytes) -> None:
    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


READERS: dict[str, Callable[[bytes], object]] = {
    "regkb (PDFium)": lambda data: read_pdf("bench", data),
    "regkb (pdfplumber letters)": lambda data: read_pdf("bench", data, PlumberPages),
    "bare pdfplumber": read_bare_pdfplumber,
    "bare pypdfium2": read_bare_pdfium,
}


def count_pages(data: bytes) -> int:
    document = pypdfium2.PdfDocument(data)
    pages = len(document)
    document.close()
    return pages


def measure(read: Callable[[bytes], object], files: list[bytes], rounds: int) -> float:
    """Return the seconds of CPU of the fastest of several rounds over all files."""
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        for data in files:
            read(data)
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    cli = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    cli.add_argument("--acts", type=int, default=20)
    cli.add_argument("--rounds", type=int, default=3)
    arguments = cli.parse_args()
    made = [lay_out(make("bench", index)) for index in range(arguments.acts)]
    ruled = [write_pdf(pages) for pages in made if any(page.rules for page in pages)]
    plain = [write_pdf(pages) for pages in made if not any(page.rules for page in pages)]
    table = Table(title=f"PDF ingest, {arguments.acts} specimen acts, one core")
    for heading in ("reader", "pages/s", "× bare pdfplumber", "× bare pypdfium2", "pages/s, acts with tables"):
        table.add_column(heading, justify="left" if heading == "reader" else "right")
    pages, ruled_pages = sum(map(count_pages, plain)), sum(map(count_pages, ruled))
    speeds = {name: pages / measure(read, plain, arguments.rounds) for name, read in READERS.items()}
    for name, read in READERS.items():
        with_tables = ruled_pages / measure(read, ruled, arguments.rounds) if ruled else 0.0
        table.add_row(
            name,
            f"{speeds[name]:.0f}",
            f"{speeds[name] / speeds['bare pdfplumber']:.2f}",
            f"{speeds[name] / speeds['bare pypdfium2']:.3f}",
            f"{with_tables:.0f}",
        )
    Console().print(table)


if __name__ == "__main__":
    main()
