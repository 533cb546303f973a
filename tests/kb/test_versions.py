"""A base goes from one version of DuckDB to another and back; REGKB_OTHER_PYTHON names a Python that has the other."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

OTHER = os.environ.get("REGKB_OTHER_PYTHON", "")
PROJECT = Path(__file__).parents[2]
MAKE_BASE = "import sys; from tests.kb.base import make_base; make_base(sys.argv[1])"
COMMANDS = (
    ("list", "--json"),
    ("search", "туралы", "--json"),
    ("sql", "FROM acts ORDER BY ALL", "--format", "json"),
    ("sql", "FROM in_force_on('2018-05-01') ORDER BY ALL", "--format", "json"),
)

pytestmark = pytest.mark.skipif(not Path(OTHER).is_file(), reason="REGKB_OTHER_PYTHON names no other Python")


def run(python, *arguments):
    done = subprocess.run([python, *arguments], cwd=PROJECT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def regkb(python, db, *arguments):
    return run(python, "-m", "regkb.cli", "--db", str(db), *arguments)


def test_the_other_python_has_another_duckdb():
    versions = {run(python, "-c", "import duckdb; print(duckdb.__version__)") for python in (sys.executable, OTHER)}
    assert len(versions) == 2


@pytest.mark.parametrize("writer", [sys.executable, OTHER], ids=["this", "other"])
def test_each_reads_what_one_wrote(writer, tmp_path):
    db = tmp_path / "base.duckdb"
    run(writer, "-c", MAKE_BASE, str(db))
    for command in COMMANDS:
        assert regkb(sys.executable, db, *command) == regkb(OTHER, db, *command)


def test_each_goes_on_with_what_the_other_wrote(tmp_path):
    db = tmp_path / "base.duckdb"
    acts = sorted(PROJECT.glob("corpus/specimens/*-kk.txt"))[:3]
    for python, act in zip((OTHER, sys.executable, OTHER), acts, strict=True):
        regkb(python, db, "ingest", str(act))
    for command in COMMANDS:
        assert regkb(sys.executable, db, *command) == regkb(OTHER, db, *command)
