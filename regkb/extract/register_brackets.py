"""What a bracket beside a citation tells of the cited act: its number in the register, and where it was published."""

from __future__ import annotations

import regex

from regkb.extract.act_numbers import BARE_NUMBER_PATTERN, clean_number, find_numbers
from regkb.extract.publications import split_clauses
from regkb.schemas.record import Language

_BARE = regex.compile(rf"(?<![\p{{L}}\d/-]){BARE_NUMBER_PATTERN}(?=\s(?:нөмірі|нөмері)|\s*$)")
_NAMED = regex.compile(r"[\d\"«“]")
"""A publication that is told has a day or a newspaper; a rule of effect (`жарияланған күнінен кейін`) has none."""
_EDGES = " ,;.\n"


def read_bracket(inside: str, language: Language) -> tuple[str | None, list[str]]:
    """Return the number of registration and the clauses on publication that the words in a bracket state.

    `нормативтік құқықтық актілерді мемлекеттік тіркеу тізілімінде № 3277 тіркелген, "Жетісу" газетінде жарияланған` →
    `3277` and `"Жетісу" газетінде жарияланған`.
    """
    registered: str | None = None
    published: list[str] = []
    for kind, clause in split_clauses(inside, language):
        if kind == "published" and _NAMED.search(clause):
            published.append(clause.strip(_EDGES))
        elif kind == "registered" and registered is None:
            registered = _number(clause)
    return registered, published


def _number(clause: str) -> str | None:
    signed = find_numbers(clause)
    if signed:
        return signed[-1].number
    bare = _BARE.search(clause)
    return clean_number(bare["number"]) if bare else None
