"""Dates, numbers and durations in words, and tables of the same length in both languages."""

import dataclasses
import datetime

import pytest

from corpus import plan
from corpus.languages import WORDINGS, kk, ru
from corpus.plan import DurationPlan

DAY = datetime.date(2016, 6, 2)


@pytest.mark.parametrize(
    ("form", "padded", "kazakh", "russian"),
    [
        ("of", False, "2016 жылғы 2 маусымдағы", "2 июня 2016 года"),
        ("of", True, "2016 жылғы 02 маусымдағы", "02 июня 2016 года"),
        ("on", False, "2016 жылғы 2 маусымда", "2 июня 2016 года"),
        ("in_year", False, "2016 жылы 2 маусымда", "2 июня 2016 года"),
        ("from", False, "2016 жылғы 2 маусымнан", "2 июня 2016 года"),
        ("dotted", False, "02.06.2016", "02.06.2016"),
        ("quoted", False, "2016 жылғы «2» маусым", "«2» июня 2016 года"),
    ],
)
def test_dates(form, padded, kazakh, russian) -> None:
    assert kk.say_date(DAY, form, padded) == kazakh
    assert ru.say_date(DAY, form, padded) == russian


@pytest.mark.parametrize(
    ("month", "at", "start"),
    [
        (1, "қаңтардағы", "қаңтардан"),
        (2, "ақпандағы", "ақпаннан"),
        (4, "сәуірдегі", "сәуірден"),
        (7, "шілдедегі", "шілдеден"),
        (9, "қыркүйектегі", "қыркүйектен"),
        (11, "қарашадағы", "қарашадан"),
        (12, "желтоқсандағы", "желтоқсаннан"),
    ],
)
def test_kazakh_months_harmonize(month, at, start) -> None:
    date = datetime.date(2015, month, 5)
    assert kk.say_date(date, "of", False).endswith(at)
    assert kk.say_date(date, "from", False).endswith(start)


LENGTHS = [
    (DurationPlan(15, "minute"), "15 минут", "15 минут"),
    (DurationPlan(21, "minute", in_brackets=True), "21 (жиырма бір) минут", "21 (двадцать одна) минута"),
    (
        DurationPlan(15, "minute", "max", in_brackets=True),
        "15 (он бес) минуттан аспайды",
        "не более 15 (пятнадцати) минут",
    ),
    (DurationPlan(3, "hour"), "3 сағат", "3 часа"),
    (DurationPlan(1, "hour", "max"), "1 сағаттан аспайды", "не более 1 часа"),
    (DurationPlan(2, "day", day_type="calendar", day_type_first=True), "күнтізбелік 2 күн", "2 календарных дня"),
    (DurationPlan(28, "day", day_type="calendar"), "28 күнтізбелік күн", "28 календарных дней"),
    (DurationPlan(1, "day", "max", day_type="working"), "1 жұмыс күнінен аспайды", "не более 1 рабочего дня"),
    (
        DurationPlan(26, "day", "within", day_type="working", in_brackets=True),
        "26 (жиырма алты) жұмыс күні ішінде",
        "в течение 26 (двадцати шести) рабочих дней",
    ),
    (
        DurationPlan(10, "day", "within", day_type="working", words_only=True),
        "он жұмыс күні ішінде",
        "в течение десяти рабочих дней",
    ),
    (
        DurationPlan(90, "day", "range", max=180, day_type="calendar"),
        "күнтізбелік 90 күннен бастап 180 күнге дейін",
        "от 90 до 180 календарных дней",
    ),
]


@pytest.mark.parametrize(("length", "kazakh", "russian"), LENGTHS)
def test_durations(length, kazakh, russian) -> None:
    said, said_in_russian = kk.say_length(length), ru.say_length(length)
    assert (said.text, said_in_russian.text) == (kazakh, russian)
    for words in (said, said_in_russian):
        assert (words.value, words.unit, words.limit, words.max, words.day_type) == (
            length.value,
            length.unit,
            length.limit,
            length.max,
            length.day_type,
        )


@pytest.mark.parametrize("value", [11, 14, 40, 41, 50, 80, 90, 100, 119, 126, 199])
def test_numbers_in_words_are_what_dictionaries_say(value) -> None:
    expected = {
        11: ("он бір", "одиннадцать", "одиннадцати"),
        14: ("он төрт", "четырнадцать", "четырнадцати"),
        40: ("қырық", "сорок", "сорока"),
        41: ("қырық бір", "сорок один", "сорока одного"),
        50: ("елу", "пятьдесят", "пятидесяти"),
        80: ("сексен", "восемьдесят", "восьмидесяти"),
        90: ("тоқсан", "девяносто", "девяноста"),
        100: ("бір жүз", "сто", "ста"),
        119: ("бір жүз он тоғыз", "сто девятнадцать", "ста девятнадцати"),
        126: ("бір жүз жиырма алты", "сто двадцать шесть", "ста двадцати шести"),
        199: ("бір жүз тоқсан тоғыз", "сто девяносто девять", "ста девяноста девяти"),
    }
    assert (kk.number_words(value), ru.number_words(value), ru.number_words(value, genitive=True)) == expected[value]


@pytest.mark.parametrize("language", WORDINGS)
def test_every_key_of_a_plan_has_its_words(language) -> None:
    words = WORDINGS[language]
    assert len(words.issuers) == plan.ISSUERS
    assert len(words.ministries) == len(words.acting_ministries) == plan.MINISTRIES
    assert len(words.spheres) == plan.SPHERES
    assert len(words.benefits) == plan.BENEFITS
    assert len(words.recipients) == plan.RECIPIENTS
    assert len(words.providers) == plan.PROVIDERS
    assert len(words.people) == plan.PEOPLE
    assert len(words.changes) == plan.CHANGES
    assert len(words.quoted_points) == len(words.appended) == plan.QUOTED_POINTS
    assert len(words.actions) == plan.DELIVERY + 1


def test_the_two_languages_fill_the_same_tables() -> None:
    for field in dataclasses.fields(kk.WORDS):
        ours, theirs = getattr(kk.WORDS, field.name), getattr(ru.WORDS, field.name)
        assert isinstance(ours, type(theirs)), field.name
        if isinstance(ours, dict):
            assert ours.keys() == theirs.keys(), field.name
