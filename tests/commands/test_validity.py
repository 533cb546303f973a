import json


def test_the_answer_with_its_reasons(ask):
    ran = ask("validity", "275 2016-06-02", "--on", "2015-01-01")
    assert ran.status == 0
    assert "On 2015-01-01: not yet in force" in ran.out


def test_json(ask):
    answer = json.loads(ask("validity", "275 2016-06-02", "--on", "2015-01-01", "--json").out)
    assert (answer["act"], answer["on"]) == ("/akn/kz/act/resolution/ulgi/2016-06-02/275", "2015-01-01")
    assert (answer["answer"], answer["certain"]) == ("not_yet", True)
    assert answer["because"] is not None and "missing" in answer and "timeline" in answer


def test_today_is_the_default(ask):
    assert ask("validity", "60").status == 0


def test_nothing_is_guessed(ask):
    assert ask("validity", "№ 275").status == 1
    assert "not in this base" in ask("validity", "№ 999").err


def test_a_day_that_is_none(ask):
    assert ask("validity", "60", "--on", "2016-02-31").status == 2
