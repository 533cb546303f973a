"""The failures of ingest."""

from __future__ import annotations

from dataclasses import dataclass

from regkb.errors import RegkbError


class UnreadableDocument(RegkbError):  # noqa: N818 - it names what the file is, as the list of failures shows it
    """A file that cannot become a raw document, or whose text is no act."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A file or folder that gave no act: where it lies, why, what helps, and the hash of its bytes where known."""

    path: str
    reason: str
    remedy: str
    sha256: str | None = None
