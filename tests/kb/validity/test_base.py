import datetime
import itertools
import json

import pytest

from regkb.kb.sorting import sort_rows
from regkb.kb.validity import history, load
from regkb.kb.validity.history import answer_validity, read_history
from tests.kb.validity.base import add_acts, make_base
from tests.kb.validity.specimens import GOLD, act_id, answer_from_events, derive_all, load_specimens

CASES = [json.loads(line) for line in (GOLD / "cases.jsonl").read_text("utf-8").splitlines()]
BASES = sorted({tuple(case["base"]) for case in CASES})


@pytest.fixture(scope="module")
def bases():
    return {names: make_base([load_specimens()[name] for name in names]) for names in BASES}


@pytest.mark.parametrize("names", BASES, ids="+".join)
def test_the_base_answers_as_the_events_do(bases, names):
    con = bases[names]
    for case in (case for case in CASES if tuple(case["base"]) == names):
        on = datetime.date.fromisoformat(case["on"])
        answer = answer_validity(con, act_id(case["act"]), on)
        pure = answer_from_events(derive_all(*names), on, act_id(case["act"]), names=answer.names)
        assert answer == pure
        found = con.execute(
            "SELECT answer, certain, possible, force_answer, force_certain FROM validity_on(?) WHERE act_id = ?",
            [on, answer.act],
        ).fetchall()
        told = (answer.answer, answer.certain, answer.possible, answer.force.answer, answer.force.certain)
        assert found == ([] if answer.known == "absent" else [told])


def test_an_act_of_which_nothing_is_dated_is_unknown_in_sql_too():
    con = make_base([])
    con.execute("INSERT INTO act (id, ingested) VALUES ('/akn/kz/act/law/republic/0000/nn', false)")
    assert con.execute("SELECT answer, certain FROM validity_on('2018-01-01')").fetchall() == [("unknown", False)]
    assert con.execute("SELECT count(*) FROM in_force_on('2018-01-01')").fetchall() == [(0,)]


@pytest.mark.parametrize("order", list(itertools.permutations(("old", "repealing", "citing-40")))[1:])
def test_acts_that_come_one_by_one_give_the_same_base(order):
    acts = load_specimens()
    together = make_base([acts[name] for name in ("old", "repealing", "citing-40")])
    one_by_one = make_base([])
    for name in order:
        add_acts(one_by_one, [acts[name]])
    for table in ("timeline", "validity"):
        statement = f"FROM {table} ORDER BY ALL"
        assert one_by_one.execute(statement).fetchall() == together.execute(statement).fetchall()


@pytest.mark.parametrize("few_events", [history._FEW_EVENTS, 0])
def test_which_of_two_texts_of_an_act_came_first_does_not_choose_the_quote(few_events, monkeypatch):
    monkeypatch.setattr(history, "_FEW_EVENTS", few_events)
    con = make_base([load_specimens()["citing-40"]])
    con.execute("INSERT INTO event SELECT * REPLACE (2 AS evidence_entry, 'Акимат.' AS quote) FROM event")
    chosen = []
    for order in ("evidence_entry", "evidence_entry DESC"):
        sort_rows(con, "event", order)
        chosen.append(_sort_all(read_history(con, [act_id("2019-06-03 № 40")])))
    assert chosen[0] == chosen[1]
    assert "Акимат." not in {event.quote for events in chosen[0].values() for event in events}


def test_events_are_chosen_alike_here_and_in_the_engine(monkeypatch):
    con = make_base(list(load_specimens().values()))
    con.execute('INSERT INTO event SELECT * REPLACE (NULL AS "at") FROM event')
    con.execute("INSERT INTO event SELECT * REPLACE ('~later' AS source_act_id) FROM event WHERE basis = 'cited'")
    ids = [act_id for (act_id,) in con.execute("SELECT DISTINCT act_id FROM event").fetchall()]
    assert len(ids) > 10
    here = [read_history(con, [act_id]) for act_id in ids]
    monkeypatch.setattr(history, "_FEW_EVENTS", 0)
    assert [_sort_all(read_history(con, [act_id])) for act_id in ids] == [_sort_all(one) for one in here]


def _sort_all(found):
    return {act_id: found.list_events(act_id) for act_id in found.acts}


def test_an_act_that_is_only_a_source_is_named_by_its_own_number():
    citing = load_specimens()["citing-40"]
    con = make_base([citing])
    con.execute("UPDATE act SET number = '4/889' WHERE id = ?", [citing.id])
    cited = "/akn/kz/act/resolution/ulgi/2019-06-03/40"
    answer = answer_validity(con, cited, datetime.date(2020, 1, 1))
    assert {reason.source for reason in answer.timeline if reason.basis == "cited"} == {citing.id}
    assert answer.names[citing.id].endswith("№ 4/889")


def test_an_act_that_is_gone_takes_its_word_along():
    acts = load_specimens()
    con = make_base([acts["amended"], acts["amending"]])
    told = "SELECT certain FROM validity_on('2016-01-01') WHERE act_id = ?"
    assert con.execute(told, [acts["amended"].id]).fetchall() == [(True,)]
    con.execute("DELETE FROM record WHERE act_id = ?", [acts["amending"].id])
    add_acts(con, [])
    assert con.execute(told, [acts["amended"].id]).fetchall() == [(False,)]


def test_act_timeline_and_in_force_on():
    con = make_base([load_specimens()[name] for name in ("amended", "amending", "expired")])
    in_force = con.execute("SELECT number, certain FROM in_force_on('2016-01-01') ORDER BY number").fetchall()
    assert in_force == [("10", True)]
    rows = con.execute(
        "SELECT kind, date, earliest, latest, certain FROM act_timeline WHERE number = '10' AND kind IN ('published', 'amended')"
    ).fetchall()
    assert rows == [
        ("published", datetime.date(2015, 4, 1), datetime.date(2015, 3, 20), datetime.date(2015, 4, 1), False),
        ("amended", None, datetime.date(2017, 6, 2), None, False),
    ]
    assert con.execute('SELECT count(*) FROM act_timeline WHERE "at" IS NOT NULL AND quote IS NULL').fetchall() == [
        (0,)
    ]


def test_a_citation_that_comes_to_mean_another_act_is_told_of_that_one():
    acts = load_specimens()
    con = make_base([acts["amending"]])
    other = "/akn/kz/act/resolution/other/2015-03-02/10"
    for table, target in (("reference", "target_act_id"), ("effect", "affected_act_id")):
        con.execute(f"UPDATE {table} SET {target} = ? WHERE {target} = ?", [other, acts["amended"].id])
    con.execute("CREATE OR REPLACE TEMP VIEW loaded AS SELECT entry, act_id, language FROM record WHERE false")
    load.derive(con)
    told = con.execute("SELECT DISTINCT act_id FROM event WHERE act_id <> source_act_id").fetchall()
    assert told == [(other,)]
    assert con.execute("SELECT count(*) FROM timeline WHERE act_id = ?", [acts["amended"].id]).fetchall() == [(0,)]
