"""What an editor put into the text of an act that was changed later."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EditorialWords:
    """Patterns, verbose and without regard to case, that begin where the paragraph does, behind its number.

    `changed`: a note that a part of the act, not all of it, was changed or repealed by an act that it names. `removed`:
    what stands in the place of a provision that is no more.
    """

    changed: str
    removed: str
