"""A day that need not be known: the first and the last day on which something can have happened."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from regkb.schemas.record import Day

FIRST_DAY = datetime.date.min
"""As `earliest`: nothing bounds the day from below."""
LAST_DAY = datetime.date.max
"""As `latest`: the day is not known to have come at all."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """It happened on a day from `earliest` to `latest`, both included.

    `likely` is the day that the sources give where they leave room for another one: a publication that is cited and may
    not have been the first, or what follows from the law if an act does not say otherwise.
    """

    earliest: Day = FIRST_DAY
    latest: Day = LAST_DAY
    likely: Day | None = None

    @property
    def exact(self) -> bool:
        """Whether the day is known."""
        return self.earliest == self.latest

    @property
    def day(self) -> Day | None:
        """The day that is known or likely; None where there is none."""
        return self.earliest if self.exact else self.likely

    @property
    def known_day(self) -> Day | None:
        """The day that is known or likely, None also for one that is not known to have come."""
        return None if (day := self.day) == LAST_DAY else day

    @property
    def known_earliest(self) -> Day | None:
        """The earliest day, None where nothing bounds it."""
        return None if self.earliest == FIRST_DAY else self.earliest

    @property
    def known_latest(self) -> Day | None:
        """The latest day, None where nothing bounds it."""
        return None if self.latest == LAST_DAY else self.latest

    def presume(self) -> Bounds:
        """Return the bounds as they are once the likely day is taken for granted."""
        return on_day(self.likely) if self.likely else self

    def narrow(self, earliest: Day = FIRST_DAY, latest: Day = LAST_DAY) -> Bounds | None:
        """Return the bounds cut to [earliest, latest], None where nothing is left; a likely day outside is dropped."""
        first, last = max(self.earliest, earliest), min(self.latest, latest)
        if first > last:
            return None
        likely = self.likely if self.likely and first <= self.likely <= last else None
        return Bounds(first, last, likely)


def on_day(day: Day) -> Bounds:
    """Return the bounds of something that happened on a known day."""
    return Bounds(day, day, day)
