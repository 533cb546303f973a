"""What is fuzzed: every way in, each a function that takes any bytes and raises where the program breaks a promise.

A reader may refuse its input with a RegkbError and nothing else; what it accepts must keep the character invariant, go
through every stage into a base and come out as it went in, within a time that the size of the input bounds.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from duckdb import DuckDBPyConnection
from pydantic import ValidationError

from corpus.layout import lay_out
from corpus.make import make
from corpus.pdf import write_pdf
from regkb.errors import UnreadableDocument
from regkb.extract.tables import CELL_BORDER
from regkb.ingest.read import read_document
from regkb.ingest.work import name_source
from regkb.kb.arrow import to_arrow
from regkb.kb.derive import derive_all
from regkb.kb.load import load_acts
from regkb.kb.lookup import find_acts
from regkb.kb.query import Limits, QueryError, open_query
from regkb.kb.records import read_records, select_entries
from regkb.kb.rows import ReadAct, make_rows
from regkb.kb.schema import create_tables
from regkb.kb.store import connect, open_base
from regkb.normalize.tracing import find_uncovered, holds_trace
from regkb.pipeline import read_act
from regkb.schemas.record import Act
from regkb.schemas.stages import RawDocument
from tests.kb.base import make_base

SPECIMENS = Path(__file__).parent.parent.parent / "corpus" / "specimens"
NOW = datetime(2026, 11, 21)
SECONDS = 5.0
SECONDS_A_KILOBYTE = 0.05
"""Processor time that one input may take: hundreds of times the usual, so that only a hang or a square law fails."""


@dataclass(frozen=True)
class Target:
    """A function to be fuzzed, and inputs from which others are made; `is_text`: inputs are edited as UTF-8 text."""

    run: Callable[[bytes], object]
    seeds: Callable[[], Sequence[bytes]]
    is_text: bool = True


def run_in_time(target: Target, data: bytes) -> None:
    """Run the target on an input; raises also where that takes too long."""
    begun = time.process_time()
    target.run(data)
    taken = time.process_time() - begun
    assert taken < SECONDS + SECONDS_A_KILOBYTE * len(data) / 1000, f"{taken:.1f} s for {len(data)} bytes"


def read_file(data: bytes) -> tuple[RawDocument, Act] | None:
    """Read an input as ingest does; check what holds for every act, or return `None` for what is refused."""
    try:
        document = read_document("fuzz", data)
        act = name_source(read_act(document), document)
    except UnreadableDocument:
        return None
    raw = document.text
    assert find_uncovered(act.paragraphs, raw) == []
    for paragraph in act.paragraphs:
        # the border between the cells of a table is put in, where the raw text has none
        texts = (paragraph.text, paragraph.text.replace(CELL_BORDER, " "))
        assert any(holds_trace(text, paragraph.spans, raw) for text in texts), paragraph
    for reference in act.references:
        assert reference.index is None or act.paragraphs[reference.index].path == reference.at
    assert Act.model_validate_json(act.to_json()) == act
    for table, rows in make_rows(document, act, NOW).items():
        to_arrow(table, rows)
    return document, act


def fill_base(data: bytes) -> None:
    """Load up to three acts, parted by form feeds, into a new base; what goes in must come out."""
    read = [found for part in data.split(b"\f")[:3] if (found := read_file(part))]
    if not read:
        return
    acts = {act.source.sha256: act for _, act in read if act.source}
    with closing(connect(":memory:")) as con:
        create_tables(con)
        con.execute("BEGIN")
        load_acts(con, [ReadAct(make_rows(document, act, NOW)) for document, act in read], set())
        con.execute("COMMIT")
        derive_all(con)
        stored = list(read_records(con, select_entries(con)))
    assert {(act.id, act.language) for act in stored} == {(act.id, act.language) for act in acts.values()}
    for act in stored:
        assert act.source is not None
        assert act == acts[act.source.sha256]


def read_json(data: bytes) -> None:
    """Read a record; what is valid can be written and loaded."""
    try:
        act = Act.model_validate_json(data)
    except ValidationError:
        return
    assert Act.model_validate_json(act.to_json()) == act
    make_rows(RawDocument("fuzz", sha256(data).hexdigest(), "text", ""), act, NOW)


def look_up(data: bytes) -> None:
    """Look for an act by what a person may type."""
    find_acts(_open_base(), data.decode("utf-8", "replace"))


def query(data: bytes) -> None:
    """Run SQL; it may be answered or refused, but nothing may come of it outside."""
    base = _make_base()
    before = sha256(base.read_bytes()).digest()
    try:
        with open_query(base, data.decode("utf-8", "replace"), Limits(2, 256, 10)) as reader:
            for _ in reader:
                pass
    except QueryError as error:
        assert error.reason.isprintable() or "\n" not in error.reason
    assert sha256(base.read_bytes()).digest() == before
    assert os.listdir(base.parent) == [base.name]  # noqa: PTH208 - names are enough


@cache
def _make_base() -> Path:
    path = Path(mkdtemp(prefix="regkb-fuzz-"), "base.duckdb")
    make_base(path)
    for extra in path.parent.iterdir():
        if extra != path:
            extra.unlink()
    return path


@cache
def _open_base() -> DuckDBPyConnection:
    return open_base(str(_make_base()))


def read_specimens() -> list[bytes]:
    """Return the text dumps of acts that come with the project, in both languages."""
    return [path.read_bytes() for path in sorted(SPECIMENS.glob("*.txt"))]


def read_pages() -> list[bytes]:
    """Return a page and a PDF."""
    return [PAGE.encode(), _make_pdfs()[-1]]


def _join_dumps() -> list[bytes]:
    dumps = sorted(read_specimens(), key=len)
    return [b"\f".join(dumps[start : start + 2]) for start in range(0, 8, 2)]


def _make_pdfs() -> list[bytes]:
    """Return PDFs whose pages are packed, and PDFs whose pages can be edited."""
    pages = [lay_out(make("fuzz", index)) for index in range(3)]
    return [write_pdf(page, compress=False) for page in pages] + [write_pdf(pages[0])]


PAGE = """<!DOCTYPE html><html lang="kk"><head><title>Үлгі</title><style>p {color: red}</style></head><body>
<h1>Үлгі көрсетілетін қызмет регламентін бекіту туралы</h1><p>Үлгі облысы әкімдігінің 2016 жылғы 2 маусымдағы № 275
<a href="/kaz/docs/V16U0003344">қаулысы</a></p><p>1.&#160;Бекітілсін:<br>1) осы қаулыға 1-қосымшаға сәйкес;</p><table>
<tr><td>А&nbsp;</td><td rowspan=2>Б</td></tr><tr><td><div><ul><li>В<li>Г</ul></div></td></tr></table><!-- - -->
<script>if (a < b) document.write("<p>")</script></body></html>"""
REFS = [
    "/akn/kz/act/resolution/ulgi/2016-06-02/275", "№ 275", "275 2016-06-02", "2016 жылғы 2 маусымдағы № 275", "4/889",
    "Үлгі туралы", "3898", "от 2 июня 2016 года № 275", "А-9/406 2019", "N 42 28.01.2019",
]  # fmt: skip
STATEMENTS = [
    "SELECT id, title FROM act WHERE date > DATE '2016-01-01' ORDER BY id LIMIT 5",
    "SELECT * FROM read_csv('/etc/passwd')", "COPY act TO '/var/fuzz.csv'", "ATTACH 'x.db' AS x; SELECT 1",
    "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r",
    "SET memory_limit = '90GB'", "PRAGMA database_list", "INSTALL httpfs; LOAD httpfs", "SELECT repeat('a', 1000000000)",
    "SELECT list(x) FROM range(10) t(x) GROUP BY x % 2 -- ok", "EXPLAIN ANALYZE SELECT 1", "CREATE TABLE x AS SELECT 1",
    "SELECT getenv('HOME'), current_setting('threads')", "FROM 'base.duckdb'", "SELECT $$a;b$$, ';', /* ; */ 1;",
]  # fmt: skip

TARGETS = {
    "text": Target(read_file, read_specimens),
    "bytes": Target(read_file, read_specimens, is_text=False),
    "pdf": Target(read_file, _make_pdfs, is_text=False),
    "html": Target(read_file, lambda: [PAGE.encode()]),
    "base": Target(fill_base, _join_dumps),
    "json": Target(read_json, lambda: [path.read_bytes() for path in sorted(SPECIMENS.glob("*.json"))]),
    "ref": Target(look_up, lambda: [ref.encode() for ref in REFS]),
    "sql": Target(query, lambda: [statement.encode() for statement in STATEMENTS]),
}
