"""What the sentence over a list of acts says of all of them: `Үлгі облысы әкімдігінің мынадай қаулыларының …:`.

The kind of act may be named in the opening, or once behind the last item (`2) … № 7 қаулыларының күші жойылсын`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from regkb.extract.bodies import body_ending_at
from regkb.extract.citations import read_citations
from regkb.extract.listings import number_width
from regkb.extract.nominative import to_nominative
from regkb.extract.quotations import find_quotations
from regkb.extract.self_references import type_of
from regkb.extract.sides import CitedText
from regkb.lang import words
from regkb.lang.nouns import NounForms, noun_pattern, stems_of
from regkb.lang.patterns import FoldedPattern, compile_folded
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import ActType, Language, Span


@dataclass(frozen=True, slots=True)
class ListOpening:
    """A paragraph that opens a list of acts: its path, and their kind and issuer where they are named once for all."""

    path: str
    kind: ActType | None
    issuer: str | None

    def holds_for(self, path: str) -> bool:
        """Tell whether the paragraph at `path` belongs to the list."""
        return path.startswith(f"{self.path}/")


def read_opening(path: str, cited: CitedText, last_item: str | None) -> ListOpening | None:
    """Return what a paragraph that ends with a colon says of the acts in the list behind it, None if it says nothing.

    `last_item` is the text of the last item, None where it is of no interest.
    """
    head = cited.text.rstrip()
    if not head.endswith(":"):
        return None
    for noun, kind in _plural_nouns(head, cited.language):
        named = read_citations(cited, noun, kind, True)
        return ListOpening(path, kind, named[0].ref.issuer if named else None)
    issuer = _issuer_alone(head, cited.language)
    kinds = _plural_nouns(last_item, cited.language) if last_item else []
    return ListOpening(path, kinds[-1][1] if kinds else None, issuer) if kinds or issuer else None


def _plural_nouns(text: str, language: Language) -> list[tuple[Span, ActType]]:
    """Return the plural nouns for acts that stand outside quotations, each with its kind."""
    grammar = _grammar(language)
    quoted: list[Span] | None = None
    nouns: list[tuple[Span, ActType]] = []
    for found in grammar.noun.finditer(text):
        kind = type_of(grammar.nouns[found["noun"]], language)
        if kind and (found["several"] or grammar.plural.match(found["ending"])):
            quoted = find_quotations(text) if quoted is None else quoted
            if not any(start < found.start() < end for start, end in quoted):
                nouns.append(((found.start("noun"), found.end()), kind))
    return nouns


def _issuer_alone(head: str, language: Language) -> str | None:
    """Return the body that the opening ends with: `2. Үлгі облысы әкімдігінің:`, `2. Үлгі істер министрлігінің:`."""
    end = len(head) - 1
    if body := body_ending_at(head, end, language):
        return body.name
    whole = _grammar(language).list_issuer.fullmatch(head, number_width(head), end)
    return to_nominative(" ".join(whole[0].split()), language) if whole else None


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language."""

    noun: FoldedPattern
    nouns: dict[str, str]
    plural: FoldedPattern
    list_issuer: regex.Pattern[str]


@cache
def _grammar(language: Language) -> _Grammar:
    known: ReferenceWords = words("references", language)
    forms: NounForms = words("nouns", language)
    stems = noun_pattern(known.acts, forms)
    start = rf"(?<![\p{{L}}-])(?P<several>(?:{known.several})\s)?+(?!{known.not_acts})"
    noun = rf"{start}(?P<noun>{stems})(?P<ending>{forms.endings})"
    return _Grammar(
        noun=compile_folded(noun),
        nouns=stems_of(known.acts, forms),
        plural=compile_folded(forms.plural),
        list_issuer=regex.compile(known.list_issuer),
    )
