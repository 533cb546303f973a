"""A base in a DuckLake: the same as in a file, read and written at once; where DuckDB's extensions are installed."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import duckdb
import pytest

from regkb.errors import RegkbError
from regkb.kb import lake_writing
from regkb.kb.building import has_unpublished, start_building
from regkb.kb.lake import locate_lake, read_snapshot
from regkb.kb.query import Limits, QueryError, open_query
from regkb.kb.schema import ALL_TABLES
from regkb.kb.store import open_base
from regkb.kb.views import VIEWS
from tests.ingest.stub import write_act
from tests.kb.base import make_base
from tests.kb.test_query import REFUSED

PROJECT = Path(__file__).parents[2]
OTHER = os.environ.get("REGKB_OTHER_PYTHON", "")
HAS_EXTENSIONS = find_spec("duckdb_extension_ducklake") is not None and duckdb.__version__ == "1.5.5"
ACTS = 40

needs_extensions = pytest.mark.skipif(not HAS_EXTENSIONS, reason="needs regkb[lake]: see make test-oldest")


@pytest.fixture(scope="module")
def bases(tmp_path_factory):
    """Return the names of two equal bases, a file and a lake; only read them."""
    folder = tmp_path_factory.mktemp("bases")
    names = str(folder / "base.duckdb"), f"ducklake:{folder}/catalog.sqlite"
    for name in names:
        make_base(name)
    return names


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "acts").mkdir()
    for number in range(ACTS):
        (tmp_path / f"acts/{number:03}.txt").write_text(write_act(str(number), seconds=0.01))
    return tmp_path


def name_lake(folder):
    return f"ducklake:{folder}/catalog.sqlite"


def read_all(con, prefix=""):
    # the places of rows, which a lake has not
    columns = {"search_entry": "* EXCLUDE (paragraph)"}
    return {
        name: con.execute(f"SELECT {columns.get(name, '*')} FROM {prefix}{name} ORDER BY ALL").fetchall()
        for name in (table.name for table in ALL_TABLES)
    }


def run(python, *arguments):
    done = subprocess.run([python, "-m", *arguments], cwd=PROJECT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def start_ingest(db, folder):
    return subprocess.Popen(
        [sys.executable, "-m", "tests.ingest.stubbed", "--db", db, "ingest", str(folder / "acts"), "--jobs", "1"],
        cwd=PROJECT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def ingest(db, folder):
    process = start_ingest(db, folder)
    assert process.wait(60) == 0, process.stderr.read()


@needs_extensions
def test_every_table_and_view_is_as_in_a_file(bases):
    with closing(open_base(bases[0])) as file, closing(open_base(bases[1])) as lake:
        assert read_all(lake) == read_all(file)
        for name in [*VIEWS, "act_timeline", "in_force_on('2018-05-01')", "validity_on('2018-05-01')"]:
            query = f"SELECT * FROM {name} ORDER BY ALL"
            assert lake.execute(query).fetchall() == file.execute(query).fetchall()


@needs_extensions
@pytest.mark.parametrize(
    "command",
    [
        ["list", "--json"],
        ["check", "--json"],
        ["search", "туралы", "--json"],
        ["show", "275 2016-06-02", "--json"],
        ["refs", "275 2016-06-02", "--json"],
        ["validity", "275 2016-06-02", "--on", "2018-05-01", "--json"],
        ["sql", "FROM steps_flat ORDER BY ALL", "--format", "csv"],
        ["sql", "DESCRIBE act", "--format", "csv"],
        ["export", "--format", "jsonl"],
    ],
    ids=lambda command: command[0],
)
def test_every_command_says_what_it_says_of_a_file(bases, command):
    file, lake = (
        subprocess.run(
            [sys.executable, "-m", "regkb.cli", "--db", db, *command], cwd=PROJECT, capture_output=True, timeout=120
        )
        for db in bases
    )
    if command[0] == "sql" and "DESCRIBE" in command[1]:
        # a view has no key and does not know which columns are never empty
        assert [row.split(b",")[:2] for row in lake.stdout.splitlines()] == [
            row.split(b",")[:2] for row in file.stdout.splitlines()
        ]
        return
    assert (lake.returncode, lake.stdout) == (file.returncode, file.stdout)
    assert file.stdout


@needs_extensions
def test_the_extension_reads_the_same_rows(bases, tmp_path):
    lake = name_lake(tmp_path)
    make_base(lake)
    published = f"AT (VERSION => {read_version(lake)})"
    with closing(start_building(lake)) as writer:
        writer.execute("DELETE FROM paragraph WHERE seq = 0")
        writer.execute("UPDATE act SET title = 'басқа' WHERE ingested")
        writer.execute("DELETE FROM step WHERE seq = 1")
        writer.execute("DELETE FROM step")
        with closing(open_base(lake)) as reader:
            for table in ALL_TABLES:
                query = f"SELECT * FROM {table.name} {{}} ORDER BY ALL"
                assert reader.execute(query.format("")).fetchall() == writer.execute(query.format(published)).fetchall()
        assert has_unpublished(lake)
        lake_writing.publish_lake(writer)
    assert not has_unpublished(lake)
    with closing(start_building(lake)) as writer, closing(open_base(lake)) as reader:
        assert read_all(reader) == read_all(writer)
        assert reader.execute("SELECT count(*) FROM step").fetchone() == (0,)
        assert reader.execute("SELECT DISTINCT title FROM act WHERE ingested").fetchall() == [("басқа",)]


def read_version(lake):
    with closing(start_building(lake)) as con:
        return con.execute("SELECT max(snapshot_id)::INTEGER FROM ducklake_snapshots('base')").fetchone()[0]


READER = """
import json, sys, time
from contextlib import closing
from pathlib import Path
from regkb.kb.building import has_unpublished
from regkb.kb.store import open_base
db, stop = sys.argv[1], Path(sys.argv[2])
seen = []
while not stop.exists():
    half = has_unpublished(db)
    with closing(open_base(db)) as con:
        counts = set()
        for _ in range(3):
            counts.add(con.execute(
                "SELECT (SELECT count(*) FROM record), (SELECT count(*) FROM search_entry),"
                " (SELECT count(*) FROM act WHERE ingested), (SELECT count(DISTINCT entry) FROM paragraph)"
            ).fetchone())
            time.sleep(0.1)
    seen.append([half, sorted(counts)])
print(json.dumps(seen))
"""


@needs_extensions
def test_two_processes_read_while_one_writes(folder):
    lake = name_lake(folder)
    ingest(lake, folder)
    for number in range(ACTS, 2 * ACTS):
        (folder / f"acts/{number:03}.txt").write_text(write_act(str(number), seconds=0.1))
    command = [sys.executable, "-c", READER, lake, str(folder / "stop")]
    readers = [subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    time.sleep(1)
    ingest(lake, folder)
    time.sleep(1.5)
    (folder / "stop").touch()
    for reader in readers:
        seen = json.loads(reader.communicate(timeout=60)[0])
        assert reader.returncode == 0
        states = [counts for _, counts in seen]
        assert all(counts in ([[ACTS] * 4], [[2 * ACTS] * 4]) for counts in states)
        assert states == sorted(states)
        assert [True, [[ACTS] * 4]] in seen, "no reader read while there were commits that it must not see"
        assert states[-1] == [[2 * ACTS] * 4]


@needs_extensions
def test_the_next_ingest_goes_on_from_what_a_killed_one_wrote(folder):
    lake = name_lake(folder)
    ingest(lake, folder)
    for number in range(ACTS, 2 * ACTS):
        (folder / f"acts/{number:03}.txt").write_text(write_act(str(number), seconds=0.1))
    process = start_ingest(lake, folder)
    deadline = time.monotonic() + 60
    while not has_unpublished(lake):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stderr.close()
    with closing(open_base(lake)) as con:
        assert con.execute("SELECT count(*) FROM record").fetchone() == (ACTS,)
    with closing(start_building(lake)) as con:
        kept = con.execute("SELECT count(*) FROM record").fetchone()[0]
    assert ACTS < kept <= 2 * ACTS
    ingest(lake, folder)
    file = str(folder / "base.duckdb")
    ingest(file, folder)
    assert run(sys.executable, "regkb.cli", "--db", lake, "export", "--format", "jsonl") == run(
        sys.executable, "regkb.cli", "--db", file, "export", "--format", "jsonl"
    )


@needs_extensions
def test_a_changed_a_mended_and_a_pruned_file(folder):
    lake, file = name_lake(folder), str(folder / "base.duckdb")
    for db in (lake, file):
        ingest(db, folder)
    (folder / "acts/001.txt").write_text(write_act("1", title="Басқа атау туралы"))
    (folder / "acts/002.txt").write_text("бұл акт емес")
    (folder / "acts/003.txt").unlink()
    for db in (lake, file):
        command = [sys.executable, "-m", "tests.ingest.stubbed", "--db", db, "ingest", "--prune", str(folder / "acts")]
        subprocess.run(command, cwd=PROJECT, capture_output=True, timeout=60, check=False)
    query = (
        "SELECT id, title, (SELECT count(*) FROM source), (SELECT string_agg(path, ' ' ORDER BY path) FROM failure),"
        " (SELECT count(*) FROM location) FROM act ORDER BY id"
    )
    with closing(open_base(lake)) as one, closing(open_base(file)) as two:
        assert one.execute(query).fetchall() == two.execute(query).fetchall()


@needs_extensions
def test_the_data_may_lie_elsewhere_and_be_moved(tmp_path):
    (tmp_path / "old").mkdir()
    named = f"{name_lake(tmp_path)}?data={tmp_path}/old/rows"
    make_base(named)
    with closing(start_building(named)) as writer:
        writer.execute("DELETE FROM paragraph WHERE seq = 0")
        lake_writing.publish_lake(writer)
    with closing(open_base(named)) as con:
        before = read_all(con)
    (tmp_path / "old/rows").rename(tmp_path / "new")
    with closing(open_base(f"{name_lake(tmp_path)}?data={tmp_path}/new")) as con:
        assert read_all(con) == before
    with pytest.raises(RegkbError, match="cannot be opened"):
        open_base(name_lake(tmp_path))


@needs_extensions
@pytest.mark.skipif(not Path(OTHER).is_file(), reason="REGKB_OTHER_PYTHON names no other Python")
def test_readers_need_neither_the_extension_nor_this_version(bases):
    for command in (["list", "--json"], ["sql", "FROM acts ORDER BY ALL", "--format", "csv"]):
        assert run(OTHER, "regkb.cli", "--db", bases[1], *command) == run(
            sys.executable, "regkb.cli", "--db", bases[1], *command
        )


OUTWARD = [
    *(sql for sql in REFUSED if "outside" in sql or "/etc" in sql or "/proc" in sql),
    "SELECT * FROM read_blob('{catalog}')",
    "SELECT * FROM sqlite_scan('{catalog}', 'ducklake_metadata')",
    "SELECT * FROM glob('{data}/**')",
    "SELECT * FROM read_parquet('{data}/**/*.parquet')",
    "COPY act TO '{data}/main/act/stolen.parquet'",
    "DROP VIEW act",
    "ATTACH 'ducklake:sqlite:{catalog}' AS base",
    "SET allowed_paths = ['/etc/passwd']",
    "SET allowed_directories = ['/']",
]


@needs_extensions
@pytest.mark.parametrize("sql", OUTWARD)
def test_a_strangers_query_reads_the_tables_and_nothing_else(bases, tmp_path, sql):
    (tmp_path / "secret.csv").write_text("word\nhidden\n", encoding="utf-8")
    catalog = locate_lake(bases[1]).catalog
    for word, path in (("outside", tmp_path), ("catalog", catalog), ("data", f"{catalog}.data")):
        sql = sql.replace(f"{{{word}}}", str(path))
    with pytest.raises(QueryError) as told, open_query(Path(bases[1]), sql, Limits(2, 384, 20)):
        pass
    assert "hidden" not in str(told.value)
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]


@needs_extensions
def test_what_another_program_wrote_in_a_form_of_its_own_is_refused(tmp_path):
    lake = name_lake(tmp_path)
    make_base(lake)
    with closing(sqlite3.connect(tmp_path / "catalog.sqlite")) as catalog:
        catalog.execute("INSERT INTO ducklake_inlined_data_tables VALUES (1, 'ducklake_inlined_data_1_1', 1)")
        catalog.commit()
    with pytest.raises(RegkbError, match="by another program"):
        read_snapshot(lake)


def test_without_the_extension_a_writer_is_told_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(lake_writing, "find_spec", lambda name: None)
    with pytest.raises(RegkbError, match=r"needs the extension ducklake .*; pip install 'regkb\[lake\]'"):
        start_building(name_lake(tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("ducklake:{folder}/none.sqlite", "there is no lake at"),
        ("ducklake:{folder}/text.sqlite", "cannot be read as the catalog of a lake"),
        ("ducklake:{folder}/empty.sqlite", "cannot be read as the catalog of a lake"),
        ("ducklake:", "names no lake"),
        ("ducklake:{folder}/none.sqlite?colour=red", "names no lake"),
    ],
)
def test_what_is_no_lake_is_told_in_a_line(tmp_path, name, said):
    (tmp_path / "text.sqlite").write_text("no catalog " * 100)
    (tmp_path / "empty.sqlite").touch()
    with pytest.raises(RegkbError, match=said):
        open_base(name.replace("{folder}", str(tmp_path)))
