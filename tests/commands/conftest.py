"""Running commands as a person does, with what they print and their exit status."""

from typing import NamedTuple

import pytest

from regkb.cli import main
from tests.kb.base import make_base


class Ran(NamedTuple):
    """What a command did."""

    status: int
    out: str
    err: str


@pytest.fixture
def run(capsys):
    """Return a function that runs `regkb` with arguments."""

    def run_command(*arguments):
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        return Ran(ended.value.code, *capsys.readouterr())

    return run_command


@pytest.fixture(scope="session")
def base(tmp_path_factory):
    """Return the path of a base with specimens; only read it."""
    db = tmp_path_factory.mktemp("base") / "base.duckdb"
    make_base(db)
    return db


@pytest.fixture
def ask(run, base):
    """Return a function that runs a command on the base of specimens."""
    return lambda *arguments: run("--db", base, *arguments)
