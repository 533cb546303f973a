import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.extract.effect_rules import find_effect_rules, mentions_effect
from tests.extract.gold_file import gold


def stated(phrase, keys):
    rule = phrase.rule.model_dump(mode="json")
    return {key: phrase.kind if key == "kind" else rule[key] for key in keys}


@pytest.mark.parametrize("case", gold("effect_rules"), ids=lambda case: case["text"][:80])
def test_rules_as_written(case):
    found = find_effect_rules(case["text"], case["language"])
    assert len(found) == len(case["rules"])
    for phrase, expected in zip(found, case["rules"], strict=True):
        assert stated(phrase, expected) == expected
        assert case["text"][slice(*phrase.span)] == phrase.rule.text


def test_a_term_in_months_is_seen_but_not_read():
    text = "алғашқы ресми жарияланған күнінен кейін үш ай өткен соң қолданысқа енгізіледі"
    assert find_effect_rules(text, "kk") == ()
    assert mentions_effect(text, "kk")


@given(st.integers(1, 200), st.sampled_from(["күнтізбелік", "жұмыс"]))
def test_any_number_of_days(days, kind):
    text = f"алғашқы ресми жарияланған күнінен кейін {kind} {days} күн өткен соң қолданысқа енгізіледі"
    [phrase] = find_effect_rules(text, "kk")
    assert (phrase.rule.days, phrase.rule.calendar) == (days, "calendar" if kind == "күнтізбелік" else "working")


@given(st.text(alphabet="жарияланған күні бастап қолданысқа 10.()", max_size=300))
def test_any_text_is_survived(text):
    for phrase in find_effect_rules(text, "kk"):
        assert text[slice(*phrase.span)] == phrase.rule.text
