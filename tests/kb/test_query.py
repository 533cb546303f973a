"""The guard around a stranger's SQL: what it lets through, and everything that it must not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from regkb.errors import RegkbError
from regkb.kb.query import Limits, QueryError, open_query
from regkb.kb.schema import SCHEMA_VERSION
from regkb.kb.store import open_base

TIGHT = Limits(seconds=2, memory_mb=384, result_mb=20, threads=2)
HELD_WHOLE = int(duckdb.__version__.split(".")[0]) < 2
"""The Python client of DuckDB 1.5 holds a result whole, by whichever call it is asked for; that of 2 hands it over in parts."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("guard") / "base.duckdb"
    con = duckdb.connect(str(path))
    con.execute("CREATE TABLE act AS SELECT i AS id, 'қаулы ' || i AS title FROM range(1000) t(i)")
    con.execute(f"CREATE TABLE meta AS SELECT 'schema_version' AS key, '{SCHEMA_VERSION}' AS value")
    con.execute("CREATE SEQUENCE numbers")
    con.execute("CREATE MACRO twice(x) AS x * 2")
    con.close()
    return path


@pytest.fixture
def outside(base: Path) -> Iterator[Path]:
    """A folder with things to steal, which must be as it was when the test ends; so must the base."""
    folder = base.parent / "outside"
    folder.mkdir(exist_ok=True)
    (folder / "secret.csv").write_text("word\nhidden\n", encoding="utf-8")
    before = base.read_bytes()
    if not (folder / "other.duckdb").exists():
        con = duckdb.connect(str(folder / "other.duckdb"))
        con.execute("CREATE TABLE secret AS SELECT 'hidden' AS word")
        con.close()
    names = sorted(base.parent.rglob("*"))
    yield folder
    assert sorted(base.parent.rglob("*")) == names
    assert base.read_bytes() == before


def ask(base: Path, sql: str, limits: Limits = TIGHT) -> list[dict[str, Any]]:
    with open_query(base, sql, limits) as reader:
        rows: list[dict[str, Any]] = reader.read_all().to_pylist()
    return rows


def test_long_texts_leave_room_for_the_query(base: Path) -> None:
    limits = Limits(seconds=30, memory_mb=1024 if HELD_WHOLE else 512)
    with open_query(base, "SELECT repeat('x', 100_000) AS text FROM range(4000)", limits) as reader:
        assert sum(batch.num_rows for batch in reader) == 4000


@pytest.mark.parametrize(
    ("sql", "rows"),
    [
        ("SELECT count(*) AS n FROM act", [{"n": 1000}]),
        ("FROM act LIMIT 1", [{"id": 0, "title": "қаулы 0"}]),
        ("SELECT title FROM act WHERE id = 7;", [{"title": "қаулы 7"}]),
        ("WITH a AS (SELECT 1 AS x) SELECT twice(x) AS y FROM a -- done", [{"y": 2}]),
        ("VALUES (1)", [{"col0": 1}]),
        ("SELECT ';drop table act;' AS x", [{"x": ";drop table act;"}]),
        ("SELECT $$;drop table act;$$ AS x", [{"x": ";drop table act;"}]),
        ("SELECT title FROM act WHERE false", []),
    ],
)
def test_reading_works(base: Path, sql: str, rows: list[dict[str, Any]]) -> None:
    assert ask(base, sql) == rows


@pytest.mark.parametrize("sql", ["DESCRIBE act", "SHOW TABLES", "SUMMARIZE act", "EXPLAIN SELECT 1"])
def test_looking_around_works(base: Path, sql: str) -> None:
    assert ask(base, sql)


REFUSED = [
    # reading what is not the base
    "SELECT * FROM read_csv('{outside}/secret.csv')",
    "SELECT * FROM '{outside}/secret.csv'",
    'SELECT * FROM "{outside}/secret.csv"',
    "SELECT * FROM read_text('{outside}/secret.csv')",
    "SELECT * FROM read_blob('/etc/passwd')",
    "SELECT * FROM read_json('{outside}/secret.csv')",
    "SELECT * FROM glob('{outside}/*')",
    "SELECT * FROM sniff_csv('{outside}/secret.csv')",
    "SELECT * FROM parquet_metadata('{outside}/secret.csv')",
    "SELECT * FROM read_duckdb('{outside}/other.duckdb')",
    "SELECT * FROM query('SELECT * FROM read_text(''/etc/passwd'')')",
    "FROM json_execute_serialized_sql(json_serialize_sql('SELECT * FROM read_text(''/etc/passwd'')'))",
    "SELECT * FROM query_table('{outside}/secret.csv')",
    "SELECT (SELECT content FROM read_text('/proc/self/environ'))",
    "SELECT * FROM 'http://127.0.0.1/data.csv'",
    "SELECT * FROM duckdb_secrets()",
    "SELECT * FROM request",
    "SELECT getenv('HOME')",
    # writing
    "COPY act TO '{outside}/stolen.csv'",
    "COPY (SELECT 1) TO '/dev/stdout'",
    "EXPLAIN ANALYZE COPY act TO '{outside}/stolen.csv'",
    "EXPORT DATABASE '{outside}/dump'",
    "CREATE TABLE t AS SELECT 1",
    "CREATE TEMP TABLE t AS SELECT 1",
    "CREATE OR REPLACE MACRO twice(x) AS x * 3",
    "INSERT INTO act VALUES (1, 'x')",
    "UPDATE act SET id = 0",
    "DELETE FROM act",
    "EXPLAIN ANALYZE DELETE FROM act",
    "MERGE INTO act USING act b ON true WHEN MATCHED THEN DELETE",
    "TRUNCATE act",
    "DROP TABLE act",
    "ALTER TABLE act ADD COLUMN x INTEGER",
    "SELECT nextval('numbers')",
    "WITH gone AS (DELETE FROM act RETURNING *) SELECT * FROM gone",
    # other bases, extensions, settings, transactions
    "ATTACH '{outside}/other.duckdb'",
    "ATTACH ':memory:' AS scratch",
    "DETACH base",
    "USE memory",
    "IMPORT DATABASE '{outside}'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "LOAD '{outside}/evil.duckdb_extension'",
    "SET memory_limit = '64GB'",
    "SET enable_external_access = true",
    "RESET lock_configuration",
    "PRAGMA enable_external_access = true",
    "PRAGMA temp_directory = '{outside}'",
    "CALL enable_logging(storage = 'file', storage_path = '{outside}/log')",
    "CREATE SECRET s (TYPE s3)",
    "CHECKPOINT",
    "VACUUM",
    "BEGIN",
    "PREPARE p AS SELECT 1",
    "EXECUTE p",
    # more than one statement, or none
    "SELECT 1; DROP TABLE act",
    "SELECT 1;;SELECT 2",
    "SELECT 1 /* ; */; DROP TABLE act --",
    "",
    " ; ; ",
    "-- nothing",
    "not sql at all",
    "/* open",
    "SELECT 'open",
    # too much
    "SELECT repeat('x', 4000000000)",
    "SELECT string_agg(repeat('x', 1000000), '') FROM range(100000)",
    "SELECT list(i) FROM range(10000000000) t(i)",
    "SELECT range(4000000000)",
    "SELECT * FROM range(1000000000) t(i) ORDER BY hash(i)",
    "SELECT repeat('x', 10000) FROM range(1000000)",
    "WITH RECURSIVE t(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM t) SELECT count(*) FROM t",
    "WITH RECURSIVE t(i) AS (SELECT 1 UNION ALL SELECT i FROM t) SELECT * FROM t",
    "SELECT sleep_ms(60000)",
    "SELECT count(*) FROM range(1000000) a(i), range(1000000) b(j) WHERE hash(i + j) = 1",
]


@pytest.mark.parametrize("sql", REFUSED)
def test_nothing_else_gets_through(base: Path, outside: Path, sql: str) -> None:
    begun = time.monotonic()
    with pytest.raises(QueryError) as told:
        ask(base, sql.replace("{outside}", str(outside)))
    assert time.monotonic() - begun < TIGHT.seconds + 3
    assert "\n" not in str(told.value)
    assert "hidden" not in str(told.value)
    assert "Traceback" not in str(told.value)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT " + "+".join(["1"] * 100_000),
        "SELECT " + "[" * 5_000 + "]" * 5_000,
        "SELECT " + "NOT " * 50_000 + "true",
        "SELECT '" + "x" * 2_000_000 + "'",
        "SELECT " + "(" * 90_000,
    ],
    ids=["long sum", "nested lists", "nested not", "too long", "open brackets"],
)
def test_deep_and_long_texts_end_in_a_line(base: Path, sql: str) -> None:
    with pytest.raises(QueryError) as told:
        ask(base, sql)
    assert "\n" not in str(told.value)


def test_settings_cannot_be_loosened_from_inside_a_select(base: Path, outside: Path) -> None:
    # DuckDB 1.5 runs these functions in spite of the lock: what counts is that no file comes of it
    for call in (
        f"enable_logging(level = 'trace', storage = 'file', storage_path = '{outside}/log')",
        f"enable_profiling(format = 'json', save_location = '{outside}/profile.json')",
    ):
        with pytest.raises(QueryError):
            ask(base, f"SELECT * FROM {call}, read_text('/etc/passwd')")
    assert ask(base, "SELECT current_setting('enable_external_access') AS door") == [{"door": False}]


def test_the_environment_is_not_passed_on(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REGKB_TEST_SECRET", "hidden")
    assert ask(base, "SELECT current_setting('home_directory') AS home") in ([{"home": ""}], [{"home": "/nonexistent"}])


def make_missing(file: Path) -> None:
    pass


def make_folder(file: Path) -> None:
    file.mkdir()


def make_text(file: Path) -> None:
    file.write_text("no base", encoding="utf-8")


def make_other(file: Path) -> None:
    duckdb.connect(str(file)).close()


def make_older(file: Path) -> None:
    with duckdb.connect(str(file)) as con:
        con.execute("CREATE TABLE meta AS SELECT 'schema_version' AS key, '1' AS value")


def make_damaged(file: Path) -> None:
    make_older(file)
    file.write_bytes(file.read_bytes()[:13_000])


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (make_missing, "there is no base at .*; make one with `regkb ingest PATH`"),
        (make_folder, "is a folder and no base; name the file"),
        (make_text, "is no DuckDB file; name another with --db"),
        (make_other, "is a DuckDB file but no base of regkb; name another"),
        (make_older, f"has tables of version 1, this program those of {SCHEMA_VERSION}; read the files"),
        (make_damaged, "is damaged .*; take it from a copy"),
    ],
)
def test_what_is_no_base_is_told_as_by_every_command(tmp_path: Path, make: Callable[[Path], None], said: str) -> None:
    file = tmp_path / "base.duckdb"
    make(file)
    for opened in (lambda: ask(file, "SELECT 1"), lambda: open_base(str(file))):
        with pytest.raises(RegkbError, match=said) as told:
            opened()
        assert "\n" not in str(told.value) and str(file) in str(told.value)


def test_a_large_result_streams(base: Path) -> None:
    with open_query(base, "SELECT i FROM range(1000000) t(i)", Limits(result_mb=20)) as reader:
        assert sum(batch.num_rows for batch in reader) == 1_000_000


def test_ctrl_c_stops_the_query_and_its_child(base: Path) -> None:
    slow = "SELECT sleep_ms(60000)"
    asking = subprocess.Popen(
        [sys.executable, "-m", "regkb.cli", "--db", str(base), "sql", slow, "--timeout", "60"],
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    children = wait_for_children(asking.pid)
    os.kill(asking.pid, signal.SIGINT)
    begun = time.monotonic()
    _, errors = asking.communicate(timeout=10)
    assert time.monotonic() - begun < 2
    assert asking.returncode == 130
    assert b"Traceback" not in errors
    assert children
    deadline = time.monotonic() + 5
    while any(is_running(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(is_running(child) for child in children)


def is_running(pid: str) -> bool:
    """Tell whether a process runs; one that ended and is not yet reaped does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_for_children(pid: int) -> list[str]:
    """Return the process ids of the children of `pid` once there are some."""
    listing = Path(f"/proc/{pid}/task/{pid}/children")
    if not listing.exists():
        pytest.skip("this system does not list a process's children")
    for _ in range(100):
        if children := listing.read_text().split():
            return children
        time.sleep(0.05)
    return []
