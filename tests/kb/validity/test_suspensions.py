"""What several orders do to one act: all of it or a part is suspended, has effect again, or is changed meanwhile."""

import datetime

import pytest

from regkb.kb.validity.events import Event
from regkb.kb.validity.start import History
from regkb.kb.validity.states import judge_day
from regkb.kb.validity.timeline import settle_timeline

BEGUN = [
    Event("old", "adopted", datetime.date(2014, 5, 5), source="old"),
    Event("old", "applied", datetime.date(2014, 8, 1), source="old"),
]


def order(kind: str, day: str, by: str, at: str = "point:1") -> Event:
    return Event("old", kind, datetime.date.fromisoformat(day), by=by, source=by, at=at)


WHOLE = order("suspended", "2016-03-01", "first")
PART = order("suspended_in_part", "2016-03-01", "first")


@pytest.mark.parametrize(
    ("orders", "on", "likely"),
    [
        ([WHOLE], "2016-02-29", {"in_force"}),
        ([WHOLE], "2017-01-01", {"suspended"}),
        ([PART], "2016-02-29", {"in_force"}),
        ([PART], "2017-01-01", {"partly_suspended"}),
        ([WHOLE, order("resumed_in_part", "2018-01-01", "second")], "2017-12-31", {"suspended"}),
        ([WHOLE, order("resumed_in_part", "2018-01-01", "second")], "2018-01-01", {"partly_suspended"}),
        (
            [WHOLE, order("resumed_in_part", "2018-01-01", "second"), order("resumed", "2019-01-01", "third")],
            "2019-01-01",
            {"in_force"},
        ),
        ([PART, order("resumed", "2018-01-01", "second")], "2018-01-01", {"in_force"}),
        ([PART, order("resumed_in_part", "2018-01-01", "first")], "2018-01-01", {"in_force"}),
        # another act's order may be about another part, and a change may have done away with the part
        ([PART, order("resumed_in_part", "2018-01-01", "second")], "2018-01-01", {"in_force", "partly_suspended"}),
        ([PART, order("amended", "2018-01-01", "second")], "2019-01-01", {"in_force", "partly_suspended"}),
        ([WHOLE, order("suspended_in_part", "2016-05-01", "second")], "2017-01-01", {"suspended"}),
    ],
)
def test_what_the_act_is_once_likely_days_are_taken_for_granted(orders, on, likely):
    timeline = settle_timeline("old", History([*BEGUN, *orders]))
    assert judge_day(timeline, datetime.date.fromisoformat(on)).likely == likely
