import json
from contextlib import closing
from datetime import date, datetime

import pytest

from regkb.kb.records import Selection, read_record, read_records, select_entries
from regkb.kb.store import open_base
from tests.kb.base import RICH, make_base


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    db = tmp_path_factory.mktemp("base") / "base.duckdb"
    acts = make_base(db)
    with closing(open_base(str(db))) as con:
        yield con, acts


def test_what_comes_out_is_what_went_in(base):
    con, acts = base
    assert list(read_records(con, select_entries(con))) == acts
    assert [act.to_json() for act in read_records(con, select_entries(con))] == [act.to_json() for act in acts]
    rich = next(act for act in acts if act.status)
    assert json.loads(rich.to_json())["services"][0]["procedures"][0]["steps"][0]["label"] is None
    assert rich.to_dict()["amendments"][0]["locator"]["point"] == RICH["amendments"][0]["locator"]["point"]


@pytest.mark.parametrize(
    "selection, count",
    [
        (Selection(), 4),
        (Selection(language="ru"), 1),
        (Selection(issuer="сынақ ҚАЛАСЫ"), 1),
        (Selection(since=date(2016, 1, 1)), 3),
        (Selection(until=date(2015, 1, 1)), 1),
        (Selection(changed_since=datetime(2026, 11, 22)), 0),
        (Selection(changed_since=datetime(2026, 11, 21)), 4),
        (Selection(act_ids=["/akn/kz/act/resolution/ulgi/2016-06-02/275"]), 2),
        (Selection(act_ids=[]), 0),
    ],
)
def test_selections(base, selection, count):
    con, _ = base
    assert len(select_entries(con, selection)) == count


def test_many_records_come_in_portions(base, monkeypatch):
    con, acts = base
    monkeypatch.setattr("regkb.kb.records._AT_ONCE", 1)
    assert list(read_records(con, select_entries(con))) == acts
    assert read_record(con, select_entries(con)[0]) == acts[0]
