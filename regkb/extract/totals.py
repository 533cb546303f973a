"""What the steps of a procedure add up to, and whether that is more than the limit on the service."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from regkb.extract.durations import SHORTEST, WORKING_DAY
from regkb.lang import words
from regkb.lang.patterns import compile_any_case
from regkb.lang.procedures import ProcedureWords
from regkb.schemas.record import Diagnostic, Duration, Procedure, Service, Step

MINUTES_PER_DAY = 1440


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over the steps of a procedure, branches counted once with the shortest of them.

    `minutes` holds minutes and hours, `working_days`, `calendar_days` (months and years too, as days) and `other_days`
    the days by their kind. `hand_overs` is how often the next step is done by another role. `least_minutes` is the sum
    in minutes, a working day counted as eight hours.
    """

    minutes: float
    working_days: float
    calendar_days: float
    other_days: float
    hand_overs: int
    least_minutes: float


def total_procedure(procedure: Procedure) -> Totals:
    """Return what the stated lengths of all steps add up to; a length that is a maximum counts in full."""
    chosen = [duration for step in procedure.steps for duration in _count_once(step)]
    days = [duration for duration in chosen if duration.unit not in ("minute", "hour")]
    roles = [role for step in procedure.steps if (role := _role(step)) is not None]
    return Totals(
        minutes=sum(_minutes(duration) for duration in chosen if duration.unit in ("minute", "hour")),
        working_days=sum(_days(duration) for duration in days if duration.day_type == "working"),
        calendar_days=sum(_days(duration) for duration in days if _is_calendar(duration)),
        other_days=sum(_days(duration) for duration in days if duration.day_type is None and duration.unit == "day"),
        hand_overs=sum(before != after for before, after in zip(roles, roles[1:], strict=False)),
        least_minutes=sum(map(_minutes, chosen)),
    )


def check_totals(service: Service, language: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each procedure whose steps take longer than the longest time limit of the service.

    How long a client may wait or be served is no limit on the procedure. Only what is certain is said: a day of the
    steps counts as eight hours, one of the limit as a whole day, and against a limit in days an excess of less than a
    day is none.
    """
    grammar: ProcedureWords = words("procedures", language)
    waiting = compile_any_case(grammar.waiting_limit)
    limits = [
        duration for limit in service.time_limits if not waiting.search(limit.text) for duration in limit.durations
    ]
    longest = max(limits, key=lambda duration: duration.max_minutes or 0, default=None)
    if longest is None or any(duration.max_minutes is None for duration in limits):
        return
    allowed = longest.max_minutes or 0
    spare = 0 if longest.unit in ("minute", "hour") else WORKING_DAY
    for procedure in service.procedures:
        least = total_procedure(procedure).least_minutes
        if least > allowed + spare:
            yield Diagnostic(
                code="procedure.longer_than_limit",
                at=procedure.at,
                message=f"the steps take {least:g} minutes at least, the longest limit is {longest.text!r}",
            )


def _count_once(step: Step) -> list[Duration]:
    """Return the lengths of a step that add up: all without a condition, and the shortest of those with one."""
    branches = [duration for duration in step.durations if duration.condition is not None]
    return [duration for duration in step.durations if duration.condition is None] + sorted(branches, key=_minutes)[:1]


def _role(step: Step) -> str | None:
    if step.actor_role is not None and step.actor_role.canonical is not None:
        return step.actor_role.canonical
    return step.actor


def _minutes(duration: Duration) -> float:
    day = WORKING_DAY if duration.unit == "day" and duration.day_type != "calendar" else SHORTEST[duration.unit]
    return (duration.value or 0) * day


def _days(duration: Duration) -> float:
    return (duration.value or 0) * SHORTEST[duration.unit] / MINUTES_PER_DAY


def _is_calendar(duration: Duration) -> bool:
    return duration.day_type == "calendar" or duration.unit in ("month", "year")
