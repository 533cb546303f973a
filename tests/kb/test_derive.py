from contextlib import closing
from unittest.mock import patch

import pytest

from regkb.kb.building import start_building
from regkb.kb.derive import SEARCH_INDEX, derive_all, derive_early, derive_in_lake
from regkb.kb.load import load_acts
from regkb.kb.rows import ReadAct, make_rows
from tests.kb.base import WHEN, make_documents, read_specimen

DRAWN = "SELECT (SELECT count(*) FROM {}), (SELECT value FROM meta WHERE key = 'derived_entry')"


@pytest.fixture
def con(tmp_path):
    """A base with acts, of which nothing is drawn yet."""
    with closing(make_loaded(tmp_path / "base.duckdb")) as con:
        yield con


def make_loaded(path):
    """Return such a base."""
    con = start_building(str(path))
    acts = [ReadAct(make_rows(document, read_specimen(document), WHEN)) for document in make_documents()]
    con.execute("BEGIN")
    load_acts(con, acts, set())
    con.execute("COMMIT")
    return con


@pytest.mark.parametrize("derive", [derive_all, derive_in_lake])
def test_all_is_drawn(con, derive):
    derive(con)
    records = con.execute("SELECT count(*) FROM record").fetchall()[0][0]
    assert con.execute(DRAWN.format("search_entry")).fetchall() == [(records, str(records))]
    assert con.execute("SELECT count(*) FROM act_timeline").fetchall() != [(0,)]


@pytest.mark.parametrize("derive", [derive_all, derive_in_lake])
def test_nothing_is_left_in_memory(con, derive):
    derive(con)
    assert con.execute("SELECT table_name FROM duckdb_tables() WHERE temporary").fetchall() == []


@pytest.mark.parametrize(("most", "is_folded"), [(0, True), (1 << 40, False)])
def test_what_changes_hold_in_memory_is_folded_before_more_is_drawn(con, tmp_path, most, is_folded):
    log = tmp_path / "base.duckdb.building.wal"
    lengths = []
    with (
        patch("regkb.kb.derive.MOST_HELD", most),
        patch(
            "regkb.kb.validity.load.derive", side_effect=lambda *_: lengths.append(log.exists() and log.stat().st_size)
        ),
    ):
        derive_all(con)
    assert [length > 0 for length in lengths] == [not is_folded]


def test_an_index_that_fails_keeps_the_rest_and_is_drawn_by_the_next_call(con):
    with (
        patch(f"{SEARCH_INDEX}._sort_postings", side_effect=OSError("no room")),
        pytest.raises(OSError, match="no room"),
    ):
        derive_all(con)
    assert con.execute("SELECT count(*) FROM search_entry").fetchall() == [(0,)]
    derive_all(con)
    records = con.execute("SELECT count(*) FROM record").fetchall()[0][0]
    assert con.execute(DRAWN.format("search_entry")).fetchall() == [(records, str(records))]


@pytest.mark.parametrize(
    "part",
    [
        "regkb.kb.expressions.derive",
        "regkb.kb.resolve._write_cited",
        "regkb.kb.resolve.write_places",
        "regkb.kb.validity.load._add_events",
        "regkb.kb.validity.load._settle",
        "regkb.kb.views.derive",
    ],
)
def test_what_fails_in_one_part_is_made_good_by_the_next_call(con, tmp_path, part):
    with patch(part, side_effect=OSError("no room")), pytest.raises(OSError, match="no room"):
        derive_all(con)
    derive_all(con)
    with closing(make_loaded(tmp_path / "undisturbed.duckdb")) as undisturbed:
        derive_all(undisturbed)
        for table in ("reference", "effect", "act", "event", "timeline", "validity", "diagnostic", "search_posting"):
            rows = con.execute(f"FROM {table} ORDER BY ALL").fetchall()
            assert rows == undisturbed.execute(f"FROM {table} ORDER BY ALL").fetchall(), table


def test_timelines_follow_a_text_that_is_read_anew_though_the_first_try_fails(con):
    derive_all(con)
    before = con.execute("FROM timeline ORDER BY ALL").fetchall()
    con.execute("UPDATE meta SET value = '0' WHERE key = 'derived_entry'")
    with patch("regkb.kb.validity.load._settle", side_effect=OSError("no room")), pytest.raises(OSError):
        derive_all(con)
    con.execute("UPDATE meta SET value = (SELECT max(entry) FROM record) WHERE key = 'derived_entry'")
    derive_all(con)
    assert con.execute("FROM timeline ORDER BY ALL").fetchall() == before != []


@pytest.mark.parametrize(("enough", "indexed"), [(1, 4), (4, 4), (5, 0)])
def test_postings_are_drawn_while_files_are_read_once_there_are_enough_records(con, enough, indexed):
    with patch("regkb.kb.derive.RECORDS_EARLY", enough):
        derive_early(con)
    assert con.execute("SELECT count(*) FROM search_entry").fetchall() == [(indexed,)]
    assert con.execute("SELECT table_name FROM duckdb_tables() WHERE temporary").fetchall() == []


def test_postings_of_a_text_that_another_replaced_before_publication_are_gone(con, tmp_path):
    *rest, last = [ReadAct(make_rows(one, read_specimen(one), WHEN)) for one in make_documents()]
    newer = {**last.source, "sha256": "f" * 64, "ranking": last.source["ranking"] + "9"}
    paragraphs = [{**row, "text": "жаңадан жазылған"} for row in last.rows["paragraph"]]
    rows = {**last.rows, "source": [newer], "paragraph": paragraphs}
    rows["record"] = [{**last.rows["record"][0], "sha256": "f" * 64}]
    replacing = ReadAct(rows)
    with patch("regkb.kb.derive.RECORDS_EARLY", 1):
        derive_early(con)
        load_acts(con, [replacing], set())
        derive_early(con)
    derive_all(con)
    with closing(start_building(str(tmp_path / "undisturbed.duckdb"))) as undisturbed:
        load_acts(undisturbed, [*rest, replacing], set())
        derive_all(undisturbed)
        spoken = """SELECT kind, stem, act_id, search_posting.seq, impact FROM search_posting
            JOIN search_term USING (term) JOIN record USING (entry) ORDER BY ALL"""
        assert con.execute(spoken).fetchall() == undisturbed.execute(spoken).fetchall() != []
