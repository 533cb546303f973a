"""Which of two texts of one act in one language the base believes, whatever the order in which they came."""

from __future__ import annotations

from regkb.schemas.record import Act, ActRef
from regkb.schemas.stages import RawDocument

_STATUS_KNOWLEDGE = {None: 0, "in_force": 1}
_ENDED = 2
_FORMAT_FIDELITY = {"text": 0, "html": 1, "pdf": 2}


def rank_text(document: RawDocument, act: Act) -> str:
    """Return a text that compares greater for the source that knows more.

    First one that says the act has ended (repealed, expired, suspended), then the one that names the latest act or
    registration, since a later edition cites what amended it; then the format that loses least, then the longer clean
    text; the hash decides between equals.
    """
    days = [act.registration.date if act.registration else None, act.date]
    cited = [act.repeal.by if act.repeal else None, *(reference.target for reference in act.references)]
    days += [target.date for target in cited if isinstance(target, ActRef)]
    parts = (
        str(_STATUS_KNOWLEDGE.get(act.status, _ENDED)),
        max((day.isoformat() for day in days if day), default="0000-00-00"),
        str(_FORMAT_FIDELITY[document.format]),
        f"{sum(len(paragraph.text) for paragraph in act.paragraphs):09d}",
        document.sha256,
    )
    return "|".join(parts)
