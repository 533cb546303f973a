"""Whole tables as Parquet and CSV: every row of the records that were asked for, and no id that leads nowhere."""

from __future__ import annotations

import csv
import json
import shutil
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from regkb.errors import RegkbError
from regkb.kb import tables
from regkb.kb.export import csv as csv_export
from regkb.kb.export import parquet
from regkb.kb.export.tables import NOT_EXPORTED
from regkb.kb.records import Selection, select_entries
from regkb.kb.store import connect, open_base
from regkb.kb.tables import TABLES
from tests.kb.base import make_base

EXPORTED = [table.name for table in TABLES if table.name not in NOT_EXPORTED]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("tables") / "base.duckdb"
    make_base(path)
    return str(path)


def count_rows(db: str) -> dict[str, int]:
    with closing(open_base(db)) as con:
        return {name: con.execute(f"SELECT count(*) FROM {name}").fetchall()[0][0] for name in EXPORTED}


def test_parquet_holds_every_row_by_year(db: str, tmp_path: Path) -> None:
    with closing(open_base(db)) as con:
        assert parquet.export(con, select_entries(con), str(tmp_path)) == 4
    with duckdb.connect() as reader:
        for name, rows in count_rows(db).items():
            files = f"{tmp_path}/{name}/*/*.parquet"
            found = reader.execute(f"SELECT count(*) FROM read_parquet('{files}')").fetchall()[0][0] if rows else 0
            assert found == rows, name
        years = reader.execute(f"SELECT DISTINCT year FROM read_parquet('{tmp_path}/paragraph/*/*.parquet')").fetchall()
        assert sorted(years) == [(2014,), (2016,)]
        types = dict(
            reader.execute(
                "SELECT column_name, column_type FROM (DESCRIBE FROM"
                f" read_parquet('{tmp_path}/paragraph/*/*.parquet', hive_partitioning = true))"
            ).fetchall()
        )
    assert (types["spans"], types["act_id"], types["year"]) == ("INTEGER[][]", "VARCHAR", "BIGINT")
    assert not list(tmp_path.glob("*.part"))


def test_csv_holds_every_row(db: str, tmp_path: Path) -> None:
    with closing(open_base(db)) as con:
        assert csv_export.export(con, select_entries(con), str(tmp_path)) == 4
    assert sorted(path.stem for path in tmp_path.iterdir()) == sorted(EXPORTED)
    for name, rows in count_rows(db).items():
        with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
            found = list(csv.DictReader(stream))
        assert len(found) == rows, name
    with (tmp_path / "paragraph.csv").open(encoding="utf-8", newline="") as stream:
        first = next(csv.DictReader(stream))
    assert isinstance(json.loads(first["spans"]), list)


def test_a_selection_brings_the_acts_that_it_names(db: str, tmp_path: Path) -> None:
    with closing(open_base(db)) as con:
        entries = select_entries(con, Selection(issuer="Сынақ"))
        assert len(entries) == 1
        csv_export.export(con, entries, str(tmp_path))

    def read(name: str, column: str) -> set[str]:
        with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
            return {row[column] for row in csv.DictReader(stream)}

    acts = read("act", "id")
    assert read("paragraph", "act_id") == read("record", "act_id") and len(read("record", "act_id")) == 1
    for table, column in (("reference", "target_act_id"), ("timeline", "by_act_id"), ("paragraph", "act_id")):
        assert read(table, column) - {""} <= acts


def test_an_export_replaces_the_one_before(db: str, tmp_path: Path) -> None:
    with closing(open_base(db)) as con:
        parquet.export(con, select_entries(con), str(tmp_path))
        parquet.export(con, select_entries(con, Selection(issuer="Сынақ")), str(tmp_path))
    with duckdb.connect() as reader:
        ids = reader.execute(f"SELECT DISTINCT act_id FROM read_parquet('{tmp_path}/record/*/*.parquet')").fetchall()
    assert len(ids) == 1


def test_a_table_without_rows_shows_its_columns(db: str, tmp_path: Path) -> None:
    with closing(open_base(db)) as con:
        parquet.export(con, select_entries(con, Selection(issuer="Сынақ")), str(tmp_path))
    with duckdb.connect() as reader:
        described = reader.execute(f"DESCRIBE FROM read_parquet('{tmp_path}/step/*/*.parquet')").fetchall()
        packed = reader.execute(
            f"SELECT DISTINCT compression FROM parquet_metadata('{tmp_path}/paragraph/*/*.parquet')"
        ).fetchall()
    assert [row[0] for row in described] == [*(column.name for column in tables.STEP.columns), "year"]
    assert packed == [("ZSTD",)]


def test_an_act_without_a_date_is_in_the_part_without_a_year(db: str, tmp_path: Path) -> None:
    copy = str(shutil.copy(db, tmp_path / "base.duckdb"))
    with closing(connect(copy)) as con:
        con.execute("UPDATE act SET date = NULL WHERE number = '60'")
        parquet.export(con, select_entries(con), str(tmp_path / "out"))
    with duckdb.connect() as reader:
        rows = reader.execute(
            f"SELECT id, year FROM read_parquet('{tmp_path}/out/act/*/*.parquet') WHERE year IS NULL"
        ).fetchall()
    assert rows == [("/akn/kz/act/resolution/ulgi/2016-06-02/60", None)]


def test_other_files_are_not_removed(db: str, tmp_path: Path) -> None:
    (tmp_path / "act").mkdir()
    (tmp_path / "act" / "notes.txt").write_text("mine", encoding="utf-8")
    with closing(open_base(db)) as con, pytest.raises(RegkbError, match="notes.txt"):
        parquet.export(con, select_entries(con), str(tmp_path))
    assert (tmp_path / "act" / "notes.txt").exists()


@pytest.mark.parametrize("export", [parquet.export, csv_export.export])
def test_what_cannot_be_written_is_told(db: str, tmp_path: Path, export: object) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with closing(open_base(db)) as con:
        entries = select_entries(con)
        with pytest.raises(RegkbError, match="--out"):
            export(con, entries, "-")  # type: ignore[operator]
        with pytest.raises(RegkbError, match="cannot be written"):
            export(con, entries, str(tmp_path / "file" / "folder"))  # type: ignore[operator]


def test_a_language_takes_its_own_sources_alone(db: str, tmp_path: Path) -> None:
    with closing(open_base(db)) as con:
        csv_export.export(con, select_entries(con, Selection(language="ru")), str(tmp_path))
        (expected,) = con.execute("SELECT list(sha256) FROM source WHERE language = 'ru'").fetchall()[0]
    with (tmp_path / "source.csv").open(encoding="utf-8", newline="") as file:
        assert [row["sha256"] for row in csv.DictReader(file)] == expected != []
