"""The brackets behind the noun of a cited act: where it was registered and published."""

from __future__ import annotations

from dataclasses import replace

import regex

from regkb.extract.anchors import find_nouns
from regkb.extract.citations import Citation
from regkb.extract.register_brackets import read_bracket
from regkb.extract.sides import CitedText

LONGEST_BRACKET = 800
"""Characters: no bracket between a noun and the place that it governs is longer."""
FURTHEST_BRACKET = 60
"""Characters between a noun and the bracket that tells where its act was registered."""
_BRACKET = regex.compile(
    rf"\s*\((?P<inside>[^()]{{0,{LONGEST_BRACKET}}}+(?:\([^()]*+\)[^()]{{0,{LONGEST_BRACKET}}}+){{0,9}}+)\)"
)


def read_brackets(text: str, at: int) -> tuple[list[str], int]:
    """Return what stands in the brackets from `at` on, and where they end."""
    brackets: list[str] = []
    while found := _BRACKET.match(text, at):
        brackets.append(found["inside"])
        at = found.end()
    return brackets, at


def add_brackets(citation: Citation, cited: CitedText) -> Citation:
    """Add what the brackets after a citation tell of registration and publication; the verb may stand between them.

    `қаулысына (… тіркелген)`, `қаулысының күші жойылды деп танылсын (… тіркелген)`.
    """
    text, language = cited.text, cited.language
    opening = text.find("(", citation.end, citation.end + FURTHEST_BRACKET)
    if opening < 0 or any(find_nouns(text, language, citation.end, opening)):
        return citation
    registered, published = citation.ref.registration_number, citation.publications
    brackets, _ = read_brackets(text, opening)
    if not brackets:
        registered = registered or _read_open_bracket(cited, opening + 1)
    for inside in brackets:
        number, clauses = read_bracket(inside, language)
        registered, published = registered or number, (*published, *clauses)
    ref = citation.ref.model_copy(update={"registration_number": registered})
    return replace(citation, ref=ref, publications=published)


def _read_open_bracket(cited: CitedText, start: int) -> str | None:
    """Return the number of registration in a bracket that is never closed: it ends where another act is named."""
    nouns = (noun.start for noun in find_nouns(cited.text, cited.language, start))
    return read_bracket(cited.text[start : next(nouns, len(cited.text))], cited.language)[0]
