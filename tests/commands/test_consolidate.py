import json

import pytest

from tests.kb.citing.base import make_base, specimens
from tests.kb.citing.test_resolve import AMENDING, FIRST


@pytest.fixture(scope="module")
def citing(tmp_path_factory):
    return make_base(tmp_path_factory.mktemp("consolidate") / "base.duckdb", specimens("acts"))


def test_words_show_which_act_they_come_from(run, citing):
    ran = run("--db", citing, "consolidate", "321 2015-07-17", "--on", "2016-07-01")
    lines = ran.out.splitlines()
    assert "annex:1/section:2/point:5/subpoint:3\t3) маман анықтаманы береді – ⟦1: 30 минут⟧." in lines
    assert lines[-1] == f"1 = {AMENDING}"


def test_what_was_not_applied_is_loud(run, citing):
    ran = run("--db", citing, "consolidate", "321 2015-07-17", "--on", "2016-07-01")
    assert ran.status == 1
    assert ran.err.splitlines()[0].startswith(f"NOT APPLIED: {AMENDING} point:1/p: delete point 9 «тегін»")


def test_json_holds_every_run_with_its_act(run, citing):
    ran = run("--db", citing, "consolidate", "321 2015-07-17", "--on", "2016-06-30", "--json")
    shown = json.loads(ran.out)
    assert ran.status == 0
    assert (shown["act"], shown["on"], shown["applied"]) == (FIRST, "2016-06-30", [])
    assert shown["validity"] == {"answer": "in_force", "certain": True}
    assert {run["act"] for paragraph in shown["paragraphs"] for run in paragraph["runs"]} == {FIRST}


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2010-01-01", ["On 2010-01-01: not yet in force (certain).  See regkb validity."]),
        ("2016-06-30", []),
        (
            "2020-01-01",
            ["On 2020-01-01: in force as far as is known, not certain: it could be ended.  See regkb validity."],
        ),
    ],
)
def test_a_text_that_was_not_surely_in_force_says_so(run, citing, day, said):
    ran = run("--db", citing, "consolidate", "321 2015-07-17", "--on", day)
    assert [line for line in ran.err.splitlines() if line.startswith("On ")] == said
