from contextlib import closing
from unittest.mock import patch

import pytest

from regkb.kb.building import start_building
from regkb.kb.derive import SEARCH_INDEX, derive_all
from regkb.kb.load import ReadAct, load_acts
from regkb.kb.rows import make_rows
from tests.kb.base import WHEN, make_documents, read_specimen

DRAWN = "SELECT (SELECT count(*) FROM {}), (SELECT value FROM meta WHERE key = 'derived_entry')"


@pytest.fixture
def con(tmp_path):
    """A base with acts, of which nothing is drawn yet."""
    with closing(start_building(str(tmp_path / "base.duckdb"))) as con:
        acts = [ReadAct(make_rows(document, read_specimen(document), WHEN)) for document in make_documents()]
        con.execute("BEGIN")
        load_acts(con, acts, set())
        con.execute("COMMIT")
        yield con


@pytest.mark.parametrize("at_once", [True, False])
def test_all_is_drawn(con, at_once):
    derive_all(con, at_once)
    records = con.execute("SELECT count(*) FROM record").fetchall()[0][0]
    assert con.execute(DRAWN.format("search_entry")).fetchall() == [(records, str(records))]
    assert con.execute("SELECT count(*) FROM act_timeline").fetchall() != [(0,)]


def test_an_index_that_fails_keeps_the_rest_and_is_drawn_by_the_next_call(con):
    with (
        patch(f"{SEARCH_INDEX}._sort_postings", side_effect=OSError("no room")),
        pytest.raises(OSError, match="no room"),
    ):
        derive_all(con)
    assert con.execute("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'search_entry'").fetchall() == [(0,)]
    derive_all(con)
    records = con.execute("SELECT count(*) FROM record").fetchall()[0][0]
    assert con.execute(DRAWN.format("search_entry")).fetchall() == [(records, str(records))]


def test_a_part_that_fails_takes_its_companions_back_and_is_told_first(con):
    with patch("regkb.kb.views.derive", side_effect=OSError("no room")), pytest.raises(OSError, match="no room"):
        derive_all(con)
    assert con.execute(DRAWN.format("event")).fetchall() == [(0, "0")]
    derive_all(con)
    assert con.execute(DRAWN.format("event")).fetchall() != [(0, "0")]
