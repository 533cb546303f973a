import datetime

import pytest

from regkb.kb.validity.describe import describe_answer, describe_rule
from regkb.schemas.record import EffectRule
from tests.kb.validity.specimens import act_id, answer_from_events, derive_all, make_rule


def describe(on: str, act: str, *base: str) -> str:
    return describe_answer(answer_from_events(derive_all(*base), datetime.date.fromisoformat(on), act_id(act)))


def test_a_repeal_whose_publication_is_not_known():
    text = describe("2020-01-01", "2016-06-02 № 275", "almaty-275")
    lines = text.splitlines()
    assert lines[1] == "On 2020-01-01: unknown: it could be in force or not yet applied or ended."
    assert lines[2] == "  Legal force alone (күшіне ену): unknown, not certain."
    assert any(line.startswith("  2019-02-08 to 2026-11-20  repeal took effect by resolution № 42") for line in lines)
    assert "“Күшін жойған” [status]" in text
    assert "  - when resolution № 42 of 2019-01-28 was first officially published (not before 2019-01-28)" in lines


def test_a_certain_answer_says_so_and_misses_nothing():
    text = describe("2015-04-12", "2015-03-02 № 10", "amended", "amending")
    assert "On 2015-04-12: in force (certain)." in text
    assert "Missing" not in text
    assert "first officially published, likely on 2015-04-01" in text


def test_what_is_only_cited_is_told_as_such():
    text = describe("2016-01-01", "2015-07-17 № 321", "almaty-275")
    assert "in force as far as is known, not certain: it could be not yet applied." in text
    assert "The text of this act is not in this base" in text
    assert "unless the act says otherwise, when 10 calendar days have passed" in text
    assert "Law of 24.03.1998 № 213-I, art. 36(2)(5)" in text


def test_an_act_that_is_not_here_is_not_denied():
    text = describe("2016-01-01", "2001-01-01 № 1", "amended")
    assert "This act is not in this base" in text
    assert "does not mean that there is none" in text


def test_sources_that_disagree_are_named():
    text = describe("2017-01-01", "2014-05-05 № 11", "old", "repealing", "repealing-again")
    assert "Sources disagree:" in text


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("published+10", "when 10 calendar days have passed after first official publication"),
        ("registration", "from registration"),
        ("2017-03-01", "from 2017-03-01"),
        ("published+10?", "when 10 days have passed after publication"),
    ],
)
def test_rules_in_words(rule, words):
    made = make_rule(rule)
    assert isinstance(made, EffectRule)
    assert describe_rule(made) == words
