from datetime import date

import pytest

from regkb.kb.validity.law import find_application_rule, find_force_rule, find_publication_due


@pytest.mark.parametrize(
    ("kind", "day", "registered", "event"),
    [
        ("resolution", "2014-02-20", True, "first_official_publication"),
        ("resolution", "2017-02-20", True, "first_official_publication"),
        ("resolution", "2017-02-20", False, "first_official_publication"),
        ("law", "2013-04-15", False, "first_official_publication"),
        ("resolution", "2014-02-20", False, None),  # an akimat's from adoption, the Government's after publication
        ("resolution", "1999-02-08", True, None),
        ("resolution", "2021-02-08", True, None),
    ],
)
def test_when_a_silent_act_begins_to_apply(kind, day, registered, event):
    rule = find_application_rule(kind, date.fromisoformat(day), registered)
    assert (rule and rule.event) == event
    if rule:
        assert (rule.days, rule.calendar) == (10, "calendar")


def test_the_law_of_the_day_is_cited():
    before, after = date(2016, 4, 18), date(2016, 4, 19)
    assert find_application_rule("resolution", before, True).text == "Law of 24.03.1998 № 213-I, art. 36(2)(5)"
    assert find_application_rule("law", before, False).text == "Law of 24.03.1998 № 213-I, art. 36(2)(1)"
    assert find_application_rule("resolution", after, True).text == "Law of 06.04.2016 № 480-V, art. 42(3)(4)"
    assert find_force_rule(after, True).text == "Law of 06.04.2016 № 480-V, art. 42(1)"


def test_a_silent_act_is_in_force_from_registration_else_from_signing():
    assert find_force_rule(date(2016, 7, 13), True).event == "registration"
    assert find_force_rule(date(2016, 7, 13), False).event == "signing"
    assert find_force_rule(date(1999, 2, 8), True) is None


def test_when_publication_was_due():
    assert find_publication_due(date(2016, 7, 13)) == (date(2016, 8, 12), "Law of 06.04.2016 № 480-V, art. 37(3)")
    assert find_publication_due(date(2012, 1, 13)) is None
