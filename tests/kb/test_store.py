"""Opening a base that another program holds."""

import subprocess
import sys
from contextlib import closing

import pytest

from regkb.errors import RegkbError
from regkb.kb.store import open_base
from tests.kb.base import make_base

HOLD = "import duckdb, sys; con = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"


def test_who_holds_the_file_is_told(tmp_path):
    db = str(tmp_path / "base.duckdb")
    make_base(db)
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, db], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(RegkbError, match=rf"is open in .*python.* \(PID {holder.pid}\); close it there"):
        open_base(db)
    holder.communicate()
    with closing(open_base(db)) as con:
        assert con.execute("SELECT count(*) > 0 FROM act").fetchone() == (True,)
