import datetime

import pytest

from regkb.kb.validity.bounds import FIRST_DAY, LAST_DAY
from regkb.kb.validity.start import History
from regkb.kb.validity.states import judge_day, segment_days
from regkb.kb.validity.timeline import settle_timeline
from tests.kb.validity.specimens import act_id, derive_all, load_specimens


def settle(act: str, *base: str):
    return settle_timeline(act_id(act), History(derive_all(*base)))


@pytest.mark.parametrize("name", sorted(load_specimens()))
def test_segments_cover_all_days_once_and_differ_from_their_neighbours(name):
    segments = segment_days(settle_timeline(load_specimens()[name].id, History(derive_all(name))))
    assert segments[0].first == FIRST_DAY
    assert segments[-1].last == LAST_DAY
    for one, following in zip(segments, segments[1:], strict=False):
        assert following.first - one.last == datetime.timedelta(days=1)
        assert (one.application, one.force) != (following.application, following.force)


def test_a_segment_answers_for_each_of_its_days():
    timeline = settle("2014-05-05 № 11", "old", "repealing", "repealing-the-repealing")
    for segment in segment_days(timeline):
        for day in (segment.first, segment.last):
            assert judge_day(timeline, day) == segment.application
            assert judge_day(timeline, day, "force") == segment.force


def test_legal_force_comes_before_application():
    timeline = settle("2016-06-02 № 275", "almaty-275")
    on = datetime.date(2016, 7, 20)
    assert judge_day(timeline, on).answer == "not_yet"
    force = judge_day(timeline, on, "force")
    assert (force.answer, force.certain) == ("in_force", True)
