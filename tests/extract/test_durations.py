import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.extract.durations import find_durations, find_number_conflicts
from tests.extract.gold_file import gold


@pytest.mark.parametrize("case", gold("durations"), ids=lambda case: case["text"][:60])
def test_durations_as_written(case):
    found = find_durations(case["text"], case["language"])
    keys = ("text", "value", "max", "unit", "day_type", "limit")
    assert [{key: getattr(duration, key) for key in keys} for duration in found] == case["durations"]
    for duration in found:
        assert case["text"][slice(*duration.span)] == duration.text


def test_gold_has_enough_wordings():
    wordings = {duration["text"] for case in gold("durations") for duration in case["durations"]}
    assert len(wordings) >= 20


@pytest.mark.parametrize(
    ("text", "iso", "least", "most"),
    [
        ("15 минут", "PT15M", 15, 15),
        ("15 минуттан аспайды", "PT15M", 0, 15),
        ("3 сағат", "PT3H", 180, 180),
        ("күнтізбелік 2 күн", "P2D", 2880, 2880),
        ("2 жұмыс күні", None, 960, 2880),
        ("2 күн", "P2D", 960, 2880),
        ("1 ай ішінде", "P1M", 0, 44640),
        ("1 жыл", "P1Y", 525600, 527040),
        ("күнтізбелік 90 күннен бастап 180 күнге дейін", None, 129600, 259200),
        ("кемінде 3 жұмыс күні", None, 1440, None),
        ("2 сағаттан 3 күнге дейін", None, 120, 4320),
        ("30 минуттан 2 сағатқа дейін", None, 30, 120),
        ("20 секунд", "PT20S", 0, 1),
        ("1 минут 30 секунд", "PT90S", 1, 2),
    ],
)
def test_what_is_derived(text, iso, least, most):
    [duration] = find_durations(text, "kk")
    assert (duration.iso, duration.min_minutes, duration.max_minutes) == (iso, least, most)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("15 (он) минут", (15, 10)),
        ("3 (бес) жұмыс күні ішінде", (3, 5)),
        ("он (20) минут", (10, 20)),
        ("5 (алты жұмыс) күн", (5, 6)),
    ],
)
def test_figure_and_words_that_differ(text, values):
    [conflict] = find_number_conflicts(f"қарау – {text};", "kk")
    assert (conflict.figure, conflict.words) == values


@pytest.mark.parametrize("text", ["15 (он бес) минут", "15 (шамамен) минут", "15 минут (он)", "7 (жасқа) толған"])
def test_no_conflict(text):
    assert find_number_conflicts(text, "kk") == ()


@given(st.text(alphabet="0123456789 ()–-.,:бірекүнжұмысағтйдең", max_size=80))
def test_spans_lie_apart_in_any_text(text):
    found = find_durations(text, "kk")
    ends = [end for duration in found for end in duration.span]
    assert ends == sorted(ends)
    assert all(text[slice(*duration.span)] == duration.text for duration in found)


@given(st.integers(1, 99), st.sampled_from(["минут", "сағат", "жұмыс күні", "күнтізбелік күн", "ай"]))
def test_any_number_before_a_unit_is_read(number, unit):
    [duration] = find_durations(f"тексеру – {number} {unit};", "kk")
    assert duration.value == number
