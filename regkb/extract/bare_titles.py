"""Titles of what a list approves, their noun said once for all: in the opening of the list, or behind its last item.

`Мынадай регламенттер бекітілсін: 1) «А»; 2) осы қаулыға 2-қосымшаға сәйкес «Б»;`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from regkb.extract.beside_names import find_beside_name
from regkb.extract.document_nouns import compose_document_noun
from regkb.extract.listings import number_width
from regkb.extract.locators import find_places
from regkb.extract.order_kinds import ends_with_order, find_approving_verb
from regkb.extract.quotations import MARKS, find_quotations, unquote
from regkb.lang import words
from regkb.lang.actions import ActionWords
from regkb.lang.patterns import compile_any_case
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import Language

_LONGEST_JOINT = 8
"""Characters between two titles that share a noun: `«А» және «Б»`."""
_EDGES = " ;.,:"
# «Көшет беру» |(1-қосымша)
_BRACKET_LAST = regex.compile(r"\s*\([^()]*\)[\s;.,:]*$")


def read_bare_titles(text: str, is_named: bool, language: Language) -> list[str]:
    """Return the titles that an item is, but for its number, the annex that it names, its noun and its verb.

    `is_named` tells whether the list names the noun; else the item has to do so. A title may go on after the quotation
    with which it begins: `«Жол картасы» шеңберінде жеңілдік беру»` → `«Жол картасы» шеңберінде жеңілдік беру`.
    """
    name, has_noun = _read_name(text, language)
    if not name or not (is_named or has_noun):
        return []
    grammar = _grammar(language)
    quoted = find_quotations(name)
    if quoted and quoted[0][0] == 0:
        between = [name[end:start] for (_, end), (start, _) in zip(quoted, quoted[1:], strict=False)]
        if grammar.described.fullmatch(f"{name[quoted[-1][1] :]} ") and all(
            len(words_between) <= _LONGEST_JOINT and grammar.joint.match(words_between) for words_between in between
        ):
            return [unquote(name[start:end]) for start, end in quoted]
    return [] if ends_with_order(name, language) else [unquote(name)]


def _read_name(text: str, language: Language) -> tuple[str, bool]:
    """Return what an item says from its first quotation mark on, and whether its noun stood behind that.

    Before the mark only the annex may be named. The verb, the noun and an annex named behind are left out.
    """
    grammar = _grammar(language)
    head = number_width(text)
    mark = grammar.mark.search(text, head)
    if mark is None:
        return "", False
    start = mark.start()
    if text[head:start].strip() and not any(
        found.end() == start for found in find_beside_name(text, head, start, language)
    ):
        return "", False
    last = [found.end() for found in grammar.mark.finditer(text, start)][-1]
    end = len(text.rstrip(_EDGES))
    if verb := find_approving_verb(text, language, last):
        end = verb.start()
    bracket = _BRACKET_LAST.search(text, last, end)
    if bracket and any(place.locator.annex for run in find_places(bracket[0], language) for place in run):
        end = bracket.start()
    for found in find_beside_name(text, last, end, language):
        if not grammar.noun_last or not text[found.end() : end].strip(_EDGES):
            end = last
            break
    noun = grammar.noun.fullmatch(text[last:end].rstrip(_EDGES)) if grammar.noun_last else None
    return text[start : last if noun else end].strip(_EDGES), noun is not None


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language."""

    noun_last: bool
    mark: regex.Pattern[str]
    described: regex.Pattern[str]
    noun: regex.Pattern[str]
    joint: regex.Pattern[str]


@cache
def _grammar(language: Language) -> _Grammar:
    known: ActionWords = words("actions", language)
    cited: ReferenceWords = words("references", language)
    described = rf"\s*(?:{known.described}){{0,8}}"
    return _Grammar(
        noun_last=cited.noun_last,
        mark=compile_any_case(rf"[{MARKS}]"),
        described=compile_any_case(described),
        noun=compile_any_case(rf"{described}{compose_document_noun(language)}"),
        joint=compile_any_case(rf"\s?(?:{known.joint})"),
    )
