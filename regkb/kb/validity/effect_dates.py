"""From a rule to days: `күнтізбелік он күн өткен соң` after an event whose day may have to be bounded."""

from __future__ import annotations

import datetime
from functools import cache

import regex

from regkb.kb.calendar import CalendarUnknownError, day_after
from regkb.kb.validity.bounds import FIRST_DAY, LAST_DAY, Bounds, on_day
from regkb.lang import LANGUAGES, words
from regkb.schemas.record import Day, EffectRule

_DAY = datetime.timedelta(days=1)


def bound_effect(rule: EffectRule, event: Bounds) -> Bounds:
    """Return the days on which the effect of `rule` can have begun, given the days of the event from which it counts.

    `event` is ignored where the rule names a date. Days that the rule does not call calendar or working ones are
    likely calendar days; they bound the effect from below as calendar days and from above as working days. Working days
    of years whose holidays are not known bound it from below only: they are at least as many calendar days. A rule
    without days that begins after the event (`жарияланғаннан кейін`) may begin on its day and likely does on the next.
    """
    if rule.event == "date":
        return on_day(rule.date) if rule.date else Bounds()
    if rule.days == 0 and _begins_after(rule.text):
        return _begin_next_day(event)
    working = rule.calendar == "working"
    slowest = rule.calendar != "calendar"
    earliest = latest = None
    if event.earliest != FIRST_DAY:
        earliest = _count(event.earliest, rule.days, working) or day_after(event.earliest, rule.days)
    if event.latest != LAST_DAY:
        latest = _count(event.latest, rule.days, slowest)
    likely = _count(event.day, rule.days, working) if event.day else None
    return Bounds(earliest or FIRST_DAY, latest or LAST_DAY, likely)


@cache
def _begins_after(text: str) -> bool:
    return any(regex.search(words("effect_days", language).after, text) for language in LANGUAGES)


def _begin_next_day(event: Bounds) -> Bounds:
    latest = event.latest if event.latest == LAST_DAY else event.latest + _DAY
    return Bounds(event.earliest, latest, event.day + _DAY if event.day else None)


def _count(start: Day, days: int, working: bool) -> Day | None:
    """Return the day on which so many days have passed; None where working days cannot be counted."""
    try:
        return day_after(start, days, working)
    except CalendarUnknownError:
        return None
