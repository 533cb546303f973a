"""What an extractor must know of a language to find lengths of time."""

from __future__ import annotations

from dataclasses import dataclass

from regkb.schemas.record import DayType, Limit, Unit

NOTHING = r"(?!)"
"""What fits nothing: a language that has no such form need not be searched for it."""


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A unit of time: a pattern for its stem with endings, and how many of the record's units one of it is.

    `parts` of a unit that the record does not know (a second) make one of the record's.
    """

    pattern: str
    unit: Unit
    times: int = 1
    day_type: DayType | None = None
    parts: int = 1


@dataclass(frozen=True, slots=True)
class DurationWords:
    """Patterns (for `regex`, lower case, verbose, so that a space is `\\s`) around a number and a unit of time.

    `day_types` maps an adjective before the number or the unit to a kind of day. `before` and `after` say the limit by
    what stands on either side; the first that fits counts. A range is `open A [unit] between B unit close`; `joint` may
    stand between the hours and the minutes of one length.
    `figure_ending` may follow the figures (`10-ти`); `one` is the empty place of a number where a unit alone means one
    (`в течение | дня`).
    `joined` is a unit that makes one word with its number, by a hyphen or without: `трех|дневный срок`.
    `awaits_limit` tells a length by its own form to be a limit, which is said behind a later one.
    `unmeasured` tells when something is done, but not in units: `в день поступления` (not verbose).
    `not_before` and `not_after` are what makes a number with a unit no length of time (a year, a frequency).
    """

    units: tuple[UnitWord, ...]
    day_types: dict[str, DayType]
    before: tuple[tuple[str, Limit], ...]
    after: tuple[tuple[str, Limit], ...]
    ranges: tuple[tuple[str, str, str], ...]
    joint: str
    not_before: str
    not_after: str
    figure_ending: str
    one: str
    joined: str = NOTHING
    awaits_limit: str = NOTHING
    unmeasured: str = NOTHING
