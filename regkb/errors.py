"""What goes wrong and is told to a person in one line, with the remedy, instead of a traceback."""

from __future__ import annotations

from dataclasses import dataclass


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


class UnreadableDocument(RegkbError):  # noqa: N818 - it names what the file is, as the list of failures shows it
    """A file that cannot become a raw document, or whose text is no act."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A file or folder that gave no act: where it lies, why, what helps, and the hash of its bytes where known."""

    path: str
    reason: str
    remedy: str
    sha256: str | None = None
