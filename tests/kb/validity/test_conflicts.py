import datetime
import json

import pytest

from tests.kb.validity.specimens import GOLD, act_id, answer_from_events, derive_all, load_specimens

CASES = [json.loads(line) for line in (GOLD / "cases.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("added", sorted(load_specimens()))
def test_a_certain_answer_changes_only_with_a_reason(added):
    for case in CASES:
        on, asked = datetime.date.fromisoformat(case["on"]), act_id(case["act"])
        before = answer_from_events(derive_all(*case["base"]), on, asked)
        after = answer_from_events(derive_all(*case["base"], added), on, asked)
        if before.certain and (after.answer, after.certain) != (before.answer, True):
            assert set(after.conflicts) - set(before.conflicts)
        if not after.conflicts:
            assert set(after.possible) <= set(before.possible)


def ask(on: str, act: str, *base: str):
    return answer_from_events(derive_all(*base), datetime.date.fromisoformat(on), act_id(act))


def test_an_act_that_was_repealed_before_it_applied_repeals_nothing():
    answer = ask("2021-06-01", "2016-04-04 № 63", "kept", "never-applied")
    assert (answer.answer, answer.certain) == ("in_force", False)
    assert answer.conflicts == [
        "resolution № 65 of 2020-11-02 repealed resolution № 64 of 2020-09-01 before that began to apply, "
        "so that it never repealed resolution № 63 of 2016-04-04"
    ]


def test_a_header_stands_against_another_acts_word():
    answer = ask("2017-01-01", "2014-05-05 № 11", "old", "repealing", "repealing-again")
    assert (answer.answer, answer.certain) == ("in_force", False)
    assert "whose own header names another end, not before 2018-02-05" in answer.conflicts[0]
    assert "agreement" in {missing.what for missing in answer.missing}


def test_a_publication_before_registration_does_not_count():
    answer = ask("2017-01-01", "2015-03-02 № 10", "amended", "wrong-publication")
    assert answer.answer == "unknown"
    assert "published on 2015-03-10, before it was registered or adopted; not counted" in answer.conflicts[0]
