"""The base of three acts that cite and change each other, made once."""

from contextlib import closing

import pytest

from regkb.kb.store import open_base
from tests.kb.citing.base import make_base, specimens


@pytest.fixture(scope="package")
def con(tmp_path_factory):
    db = make_base(tmp_path_factory.mktemp("citing") / "base.duckdb", specimens("acts"))
    with closing(open_base(db)) as connection:
        yield connection
