import pytest

from regkb.extract.services import extract_services
from regkb.extract.totals import check_totals, total_procedure
from regkb.schemas.record import Duration, Procedure, Service, Step, TimeLimit
from tests.extract.specimens import regulation


def step(number, actor, *durations):
    return Step(number=number, text="", actor=actor, durations=list(durations))


def lasting(value, unit, day_type=None, **more):
    return Duration(text=f"{value} {unit}", value=value, unit=unit, day_type=day_type, limit="max", **more)


def test_sums_by_kind_of_day():
    steps = [
        step("1", "кеңсе", lasting(20, "minute"), lasting(1, "hour")),
        step("2", "басшы", lasting(3, "day", "working")),
        step("3", "басшы", lasting(2, "day", "calendar"), lasting(1, "day")),
        step("4", None, lasting(1, "month")),
        step("5", "кеңсе"),
    ]
    totals = total_procedure(Procedure(at="annex:1/point:5", kind="provider", steps=steps))
    assert (totals.minutes, totals.working_days, totals.calendar_days, totals.other_days) == (80, 3, 30, 1)
    assert totals.hand_overs == 2
    assert totals.least_minutes == 80 + 3 * 480 + 2 * 1440 + 480 + 28 * 1440


def test_of_branches_the_shortest_counts():
    [procedure] = [p for p in extract_services(regulation(), [], "kk")[0][0].procedures if p.kind == "provider"]
    assert total_procedure(procedure).working_days == 3


@pytest.mark.parametrize(
    ("limit", "text", "told"),
    [
        (lasting(3, "day", "working", max_minutes=3 * 1440), "мерзімі", False),
        (lasting(1, "hour", max_minutes=60), "мерзімі", True),
        (lasting(1, "hour", max_minutes=60), "күтудің ең ұзақ уақыты", False),
        (lasting(90, "minute", max_minutes=90), "мерзімі", False),
    ],
)
def test_steps_against_the_limit(limit, text, told):
    procedure = Procedure(at="annex:1/point:5", kind="provider", steps=[step("1", None, lasting(90, "minute"))])
    limits = [TimeLimit(at="annex:1/point:9", text=text, durations=[limit])]
    found = list(check_totals(Service(title="", procedures=[procedure], time_limits=limits), "kk"))
    assert [diagnostic.at for diagnostic in found] == (["annex:1/point:5"] if told else [])


def test_an_open_limit_is_no_limit():
    procedure = Procedure(at="annex:1/point:5", kind="provider", steps=[step("1", None, lasting(90, "minute"))])
    limits = [TimeLimit(at="", text="", durations=[lasting(1, "hour"), lasting(5, "minute", max_minutes=5)])]
    assert not list(check_totals(Service(title="", procedures=[procedure], time_limits=limits), "kk"))
