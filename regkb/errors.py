"""What is told to a person in one line, with the remedy, instead of a traceback."""

from __future__ import annotations


class RegkbError(Exception):
    """Something that a person can mend: `reason` says what is wrong, `remedy` what helps (may be empty).

    `details` are lines to be shown below, such as what there is to choose from.
    """

    def __init__(self, reason: str, remedy: str = "", details: tuple[str, ...] = ()) -> None:
        super().__init__(reason, remedy, details)
        self.reason = reason
        self.remedy = remedy
        self.details = details

    def __str__(self) -> str:
        return f"{self.reason}; {self.remedy}" if self.remedy else self.reason
