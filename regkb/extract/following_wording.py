"""The wording in quotes that follows a clause of an instruction: `мынадай редакцияда жазылсын: | «…»`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

import regex

from regkb.extract.instruction_clauses import Clause
from regkb.extract.provisions import Provision
from regkb.extract.quotations import quotation_starting_at, unquote_wording
from regkb.schemas.record import Paragraph

_COLON = regex.compile(r"\s*:\s*")


def read_following_wording(clause: Clause, provision: Provision, paragraphs: Sequence[Paragraph]) -> str | None:
    """Return the wording in quotes that follows a clause: behind its colon, or in the paragraphs after it."""
    text = provision.text
    colon = _COLON.match(text, clause.end)
    if colon and (end := quotation_starting_at(text, colon.end(), len(text))):
        return unquote_wording(text[colon.end() : end])
    if not clause.is_last:
        return None
    below = takewhile(lambda paragraph: paragraph.path.endswith("/quote"), paragraphs[provision.index + 1 :])
    quoted = [paragraph.text for paragraph in below]
    return unquote_wording("\n".join(quoted)) if quoted else None
