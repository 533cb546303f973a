import json

import pytest

from tests.kb.citing.base import make_base, specimens
from tests.kb.citing.test_resolve import AMENDING, FIRST, LAW, ORDER, RESTATING


@pytest.fixture(scope="module")
def citing(tmp_path_factory):
    return make_base(tmp_path_factory.mktemp("refs") / "base.duckdb", specimens("acts"))


def test_what_an_act_cites_and_who_cites_it(run, citing):
    ran = run("--db", citing, "refs", "321 2015-07-17")
    rows = [line.split("\t") for line in ran.out.splitlines()[1:]]
    assert ran.status == 0
    assert [row[3] for row in rows if row[0] == "from"] == [LAW, ORDER, ORDER]
    assert {row[3] for row in rows if row[0] == "to"} == {AMENDING, RESTATING}
    assert [row[0] for row in rows if row[0] not in ("from", "to")] == [
        "approves", "approves", "is amended by", "is amended by", "is amended by", "is restated by",
    ]  # fmt: skip


def test_an_act_that_is_only_cited_has_citations_too(run, citing):
    ran = run("--db", citing, "refs", "198", "--to", "--json")
    shown = json.loads(ran.out)
    assert shown["act"] == ORDER
    assert shown["from"] == [] and shown["effects"] == []
    assert [one["at"] for one in shown["to"]] == ["annex:1/section:1/point:1", "annex:1/section:2/point:4"]
    assert {one["source"] for one in shown["to"]} == {FIRST}


def test_what_an_act_says_of_itself(run, citing):
    shown = json.loads(run("--db", citing, "refs", "321 2015-07-17", "--from", "--itself", "--json").out)
    places = [one["target_path"] for one in shown["from"] if one["text"].startswith("осы регламенттің")]
    assert places == ["annex:1/section:2/point:5", None]


def test_nothing_open_is_no_success(run, citing):
    ran = run("--db", citing, "refs", "321 2015-07-17", "--open")
    assert ran.status == 1
    assert ran.err.startswith("no citations")


def test_open_citations_are_those_of_the_act(run, citing):
    ran = run("--db", citing, "refs", "321 2015-07-17", "--open", "--to")
    assert (ran.status, ran.out) == (2, "")
    assert "--to" in ran.err


def test_no_header_without_rows(run, citing):
    assert run("--db", citing, "refs", "321 2015-07-17", "--open").out == ""


def test_what_is_done_to_an_act_is_something_found(ask):
    ran = ask("refs", "321")
    assert (ran.status, ran.err) == (0, "")
    assert [line.split("\t")[0] for line in ran.out.splitlines()] == ["direction", "is amended by"]
