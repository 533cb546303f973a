"""What is known to have happened to an act, each time with the sentence that says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from regkb.schemas.record import Day, EffectRule

EventKind = Literal[
    "adopted",
    "registered",
    "published",
    "in_force",
    "applied",
    "amended",
    "suspended",
    "resumed",
    "suspended_in_part",
    "resumed_in_part",
    "repeal_declared",
    "repealed",
    "expired",
    "shown_in_force",
    "shown_repealed",
    "shown_expired",
    "shown_suspended",
]
"""`repeal_declared`: an act says that it repeals this one; `repealed`: that takes effect. `in_force`: күшіне енді,
`applied`: қолданысқа енгізілді. `suspended_in_part`: a point of it, or what it approved, is suspended. `shown_…`: what
the source says of the act's state on the day of its export.
"""

Basis = Literal["stated", "cited", "shown", "computed", "law"]
"""Why it is believed: the act's own text states it; another act's text does; the source's status line shows it;

it is computed from a rule and other events; the law on legal acts provides it where the act is silent.
"""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to the act `act_id`.

    `date` is the day where the source gives it; `earliest` and `latest` bound it (None: no bound). `rule` is how the
    day is to be computed where the source gives a rule. `by` is the act that did it; `source` the act whose text says
    so, `at` the path of the paragraph, `quote` its words.
    """

    act_id: str
    kind: EventKind
    date: Day | None = None
    earliest: Day | None = None
    latest: Day | None = None
    rule: EffectRule | None = None
    by: str | None = None
    source: str | None = None
    at: str | None = None
    quote: str | None = None
    basis: Basis = "stated"

    @property
    def own(self) -> bool:
        """Whether the act's own text, with the header that its source gives it, says so."""
        return self.source == self.act_id


def order_events(events: Iterable[Event]) -> list[Event]:
    """Return each event once, in an order that does not depend on how they came in; own words come first."""
    return sorted(set(events), key=_sort_key)


def _sort_key(event: Event) -> tuple[str, ...]:
    return (
        event.act_id,
        event.kind,
        "" if event.own else event.source or "~",
        event.at or "",
        *(str(value or "") for value in (event.date, event.earliest, event.latest, event.by, event.quote, event.basis)),
        event.rule.model_dump_json() if event.rule else "",
    )
