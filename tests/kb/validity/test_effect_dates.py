from datetime import date

import pytest

from regkb.extract.effect_rules import find_effect_rules
from regkb.kb.validity.bounds import FIRST_DAY, LAST_DAY, Bounds, on_day
from regkb.kb.validity.effect_dates import bound_effect
from regkb.schemas.record import EffectRule

PUBLISHED = date(2018, 2, 22)


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        # ten days: 23 February to 4 March
        ("kk", "алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі", "2018-03-05", None),
        ("kk", "алғашқы ресми жарияланғаннан кейін күнтізбелік 10 күн өткен соң қолданысқа енгізіледі", "2018-03-05", None),
        ("kk", "жарияланған күнінен бастап қолданысқа енгізіледі", "2018-02-22", None),
        # working or calendar days? Fri 23, Mon 26 to Fri 2, Sat 3 March worked, Mon 5, Tue 6, Wed 7
        ("kk", "жарияланғаннан кейін 10 күн өткеннен соң қолданысқа енгізіледі", "2018-03-05", "2018-03-08"),
        ("kk", "алғашқы ресми жарияланған күнінен кейін он жұмыс күні өткен соң қолданысқа енгізіледі", "2018-03-08", None),
        ("kk", "алғашқы ресми жарияланған күнінен кейін қолданысқа енгізіледі", "2018-02-22", "2018-02-23"),
        ("kk", "қол қойылған күнінен бастап күшіне енеді", "2018-02-22", None),
        ("kk", "2018 жылғы 1 маусымнан бастап қолданысқа енгізіледі", "2018-06-01", None),
        ("ru", "вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования", "2018-03-05", None),
        ("ru", "вводится в действие после дня его первого официального опубликования", "2018-02-22", "2018-02-23"),
        ("ru", "вводится в действие со дня его первого официального опубликования", "2018-02-22", None),
        ("ru", "вводится в действие с 1 января 2026 года", "2026-01-01", None),
    ],
)  # fmt: skip
def test_real_wordings_give_the_right_day(language, text, first, last):
    [phrase] = find_effect_rules(text, language)
    bounds = bound_effect(phrase.rule, on_day(PUBLISHED))
    assert bounds.earliest == date.fromisoformat(first)
    assert bounds.latest == date.fromisoformat(last or first)


def rule(days: int, calendar: str | None) -> EffectRule:
    return EffectRule.model_validate({"event": "registration", "days": days, "calendar": calendar, "text": "…"})


def test_bounds_of_the_event_become_bounds_of_the_effect():
    event = Bounds(date(2016, 7, 13), LAST_DAY)
    assert bound_effect(rule(10, "calendar"), event) == Bounds(date(2016, 7, 24), LAST_DAY)
    event = Bounds(FIRST_DAY, date(2016, 7, 13), date(2016, 7, 13))
    assert bound_effect(rule(10, "calendar"), event) == Bounds(FIRST_DAY, date(2016, 7, 24), date(2016, 7, 24))


def test_working_days_of_unknown_years_bound_from_below_only():
    assert bound_effect(rule(5, "working"), on_day(date(2030, 3, 4))) == Bounds(date(2030, 3, 10), LAST_DAY)
    assert bound_effect(rule(5, None), on_day(date(2030, 3, 4))) == Bounds(
        date(2030, 3, 10), LAST_DAY, date(2030, 3, 10)
    )


def test_a_rule_that_lost_its_date_says_nothing():
    lost = EffectRule(event="date", text="белгіленген күннен бастап")
    assert bound_effect(lost, on_day(PUBLISHED)) == Bounds()
