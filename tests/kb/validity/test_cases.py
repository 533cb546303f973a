import datetime
import json

import pytest

from tests.kb.validity.specimens import GOLD, act_id, answer_from_events, derive_all

CASES = [json.loads(line) for line in (GOLD / "cases.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{'+'.join(case['base'])} {case['act']} on {case['on']}")
def test_worked_out_by_hand(case):
    on = datetime.date.fromisoformat(case["on"])
    answer = answer_from_events(derive_all(*case["base"]), on, act_id(case["act"]))
    assert (answer.answer, answer.certain) == (case["answer"], case["certain"])
    told = {act_id(named.split(" ", 1)[1]): named for named in case["missing"]}
    assert {(one.what, one.act) for one in answer.missing} == {
        (named.split(" ", 1)[0], act_id(named.split(" ", 1)[1])) for named in case["missing"]
    }, told
    assert answer.certain == (not answer.missing)


def test_there_are_enough():
    assert len(CASES) >= 60
    assert {case["answer"] for case in CASES} == {"not_yet", "in_force", "repealed", "expired", "suspended", "unknown"}
