"""Exports of any size: what is in memory at once does not grow with the base."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import regex

from regkb.cli import main
from regkb.kb.export import csv, json, jsonl, parquet, tables
from regkb.kb.export.akn import export as akn
from regkb.kb.records import AMONG, Selection, read_records, select_entries
from regkb.kb.schema import create_tables
from regkb.kb.store import connect, open_base

ACTS = 20_000
CHARACTERS = 9_600
MEMORY_MB = 128
"""Less than the texts of all acts together, which are 192 MB."""

_RECORD = """'{"id": "' || act_id || '", "language": "kk", "date": "' || date || '"}'"""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A base of many small acts of ten years with long sources, written by SQL."""
    db = tmp_path_factory.mktemp("large") / "base.duckdb"
    with closing(connect(str(db))) as con:
        create_tables(con)
        con.execute(
            "CREATE TEMP TABLE made AS SELECT number::INTEGER AS entry, DATE '2011-01-01' + (number % 3650)::INTEGER"
            " AS date, '/akn/kz/act/resolution/ulgi/' || date || '/' || number AS act_id, sha256(act_id) AS sha256,"
            f" 'kk' AS language FROM range({ACTS}) made(number)"
        )
        con.execute(
            "INSERT INTO source BY NAME SELECT sha256, act_id, language, entry || '.txt' AS path, 'text' AS format,"
            f" {CHARACTERS} AS characters, '' AS ranking, TIMESTAMP '2026-11-21' AS ingested_at,"
            f" repeat(sha256, {CHARACTERS // 64}) AS text FROM made"
        )
        con.execute(f"INSERT INTO record BY NAME SELECT * EXCLUDE (date), date, {_RECORD} AS json FROM made")
        con.execute("INSERT INTO act BY NAME SELECT act_id AS id, true AS ingested, language, entry, date FROM made")
        con.execute(
            "INSERT INTO paragraph BY NAME SELECT entry, act_id, language, seq::INTEGER AS seq, 'point:' || seq AS path,"
            " sha256 AS text, [] AS spans FROM made, range(1, 4) paragraphs(seq)"
        )
    return str(db)


@pytest.mark.parametrize("export", [parquet.export, csv.export])
def test_tables_are_written_in_less_memory_than_their_texts_take(
    export: Any, large: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the engine refuses what goes beyond its limit; where there is no room to spill, it must have streamed
    monkeypatch.setattr(tables, "MEMORY", f"{MEMORY_MB}MB")
    assert ACTS * CHARACTERS > MEMORY_MB * 1_000_000
    with closing(open_base(large)) as con:
        con.execute("SET temp_directory = ''")
        assert export(con, select_entries(con), str(tmp_path)) == ACTS


@pytest.fixture(scope="module")
def huge(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A base of few texts, each of megabytes: one vector of them is more than the engine may take."""
    db = tmp_path_factory.mktemp("huge") / "base.duckdb"
    with closing(connect(str(db))) as con:
        create_tables(con)
        for entry in range(24):
            con.execute(
                "CREATE OR REPLACE TEMP TABLE made AS SELECT $1::INTEGER AS entry, '/act/' || entry AS act_id, 'kk' AS"
                " language, sha256(act_id) AS sha256, 6000000 AS characters, repeat(sha256, 93750) AS text",
                [entry],
            )
            con.execute(
                "INSERT INTO source BY NAME SELECT * EXCLUDE (entry), entry || '.txt' AS path, 'text' AS format,"
                " '' AS ranking, TIMESTAMP '2026-11-21' AS ingested_at FROM made"
            )
            con.execute("INSERT INTO record BY NAME SELECT entry, act_id, language, sha256, '{}' AS json FROM made")
            con.execute("INSERT INTO act BY NAME SELECT act_id AS id, true AS ingested, language, entry FROM made")
            con.execute(
                "INSERT INTO paragraph BY NAME SELECT entry, act_id, language, 0 AS seq, 'title' AS path, text,"
                " [] AS spans FROM made"
            )
    return str(db)


@pytest.mark.parametrize("export", [parquet.export, csv.export])
def test_texts_too_large_to_be_written_together_are_written_one_after_another(
    export: Any, huge: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MEMORY", f"{MEMORY_MB}MB")
    monkeypatch.setattr(tables, "MOST_CHARACTERS", 20_000_000)
    with closing(open_base(huge)) as con:
        con.execute("SET temp_directory = ''")
        assert export(con, select_entries(con), str(tmp_path)) == 24
    read = (
        "read_csv('{}/{}.csv', max_line_size = 7000000, buffer_size = 28000000)"
        if export is csv.export
        else "read_parquet('{}/{}/*/*.parquet')"
    )
    with closing(connect(":memory:")) as con:
        for table, key in (("source", "sha256"), ("paragraph", "sha256(act_id)")):
            of_file = read.format(tmp_path, table)
            found = con.execute(f"SELECT DISTINCT act_id FROM {of_file} WHERE text = repeat({key}, 93750)").fetchall()
            assert len(found) == con.execute(f"SELECT count(*) FROM {of_file}").fetchall()[0][0] == 24
    assert not [path.name for path in tmp_path.rglob("*.csv.*")]


def test_a_text_too_large_for_the_engine_is_told_in_one_line(
    huge: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tables, "MEMORY", "20MB")
    (tmp_path / "source.csv").write_text("of an earlier export", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["--db", huge, "export", "--format", "csv", "--out", str(tmp_path)])
    assert ended.value.code == 1
    said = capsys.readouterr().err
    assert "20MB of memory" in said and "--from" in said and said.count("\n") == 1
    assert (tmp_path / "source.csv").read_text("utf-8") == "of an earlier export"
    assert not [path.name for path in tmp_path.rglob("source.csv.*")]


class Watched:
    """A connection that notes how many entries each statement asks for."""

    def __init__(self, con: Any) -> None:
        self.con = con
        self.asked: list[int] = []

    def execute(self, sql: str, *values: Any) -> Any:
        if AMONG in sql:
            self.asked.append(len(values[0][0]))
        return self.con.execute(sql, *values)


@pytest.fixture
def watched(large: str) -> Iterator[Watched]:
    with closing(open_base(large)) as con:
        yield Watched(con)


def test_records_are_read_when_they_are_asked_for(watched: Watched) -> None:
    entries = select_entries(watched.con)
    records = read_records(watched, entries)  # type: ignore[arg-type]
    for _ in range(100):
        next(records)
    assert sum(watched.asked) == 2 * 100
    next(records)
    assert sum(watched.asked) == 2 * 200


@pytest.mark.parametrize(("export", "files"), [(json.export, 450), (jsonl.export, 1), (akn.export, 450)])
def test_records_are_written_in_portions(export: Any, files: int, watched: Watched, tmp_path: Path) -> None:
    entries = select_entries(watched.con)[:450]
    assert export(watched, entries, str(tmp_path)) == 450
    assert max(watched.asked) == 100
    written = list(tmp_path.iterdir())
    assert len(written) == files
    if files == 1:
        assert written[0].read_text("utf-8").count("\n") == 450


@pytest.mark.parametrize("export", [json.export, jsonl.export, akn.export, parquet.export, csv.export])
def test_every_format_takes_a_selection(export: Any, large: str, tmp_path: Path) -> None:
    with closing(open_base(large)) as con:
        day = con.execute("SELECT date FROM record WHERE entry = 17").fetchall()[0][0]
        entries = select_entries(con, Selection(since=day, until=day))
        count = sum(number % 3650 == 17 for number in range(ACTS))
        assert export(con, entries, str(tmp_path)) == len(entries) == count
    text = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    if export is not parquet.export:
        assert set(regex.findall(rb"/ulgi/(\d{4}-\d\d-\d\d)/", text)) == {str(day).encode()}
    else:
        assert {path.parent.name for path in tmp_path.glob("paragraph/*/*")} == {f"year={day.year}"}
