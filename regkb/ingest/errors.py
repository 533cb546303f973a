"""The failures of ingest."""

from __future__ import annotations

from regkb.errors import RegkbError


class UnreadableDocument(RegkbError):  # noqa: N818 - it names what the file is, as the list of failures shows it
    """A file that cannot become a raw document, or whose text is no act."""
