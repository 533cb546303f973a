"""Titles in quotes of what an order approves or restates, told by the nouns beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from regkb.extract.document_nouns import compose_document_noun
from regkb.extract.order_kinds import find_approving_verb
from regkb.extract.ordering_text import OrderingText
from regkb.extract.provisions import Provision
from regkb.extract.quotations import find_quotations, unquote
from regkb.lang import words
from regkb.lang.actions import ActionWords
from regkb.lang.nouns import NounForms
from regkb.lang.patterns import FoldedPattern, compile_any_case, compile_folded
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import Language, Span


def find_quoted_titles(provision: Provision, act: OrderingText) -> list[str]:
    """Return the titles in quotes whose noun is that of a document; a plural noun holds for all before it."""
    text, language = provision.text, act.language
    grammar = _grammar(language)
    verb = find_approving_verb(text, language)
    taken = [reference.span for reference in act.references_in(provision)]
    quoted = [span for span in find_quotations(text) if not any(a <= span[0] and span[1] <= b for a, b in taken)]
    titles: list[str] = []
    waiting: list[str] = []
    for start, end in quoted if grammar.noun_last else reversed(quoted):
        edges = (end, len(text)) if grammar.noun_last else (0, start)
        waiting.append(unquote(text[start:end]))
        noun = grammar.titled.match(text, *edges)
        if noun and verb and _belongs_to_other(text, noun, verb, quoted, grammar):
            waiting = []
        elif noun:
            is_plural = grammar.plural.match(noun["ending"]) is not None
            titles += waiting if is_plural else waiting[-1:]
            waiting = []
        elif not grammar.joint.match(text, *edges):
            waiting = []
    if verb and not titles and text.startswith(":", verb.end()) and names_documents(text[: verb.start()], language):
        return [unquote(text[start:end]) for start, end in quoted if start > verb.end()]
    return titles if grammar.noun_last else titles[::-1]


def names_documents(text: str, language: Language, *, only_several: bool = False) -> bool:
    """Tell whether `text` names documents by their noun, and with `only_several` in the plural."""
    grammar = _grammar(language)
    return any(
        not only_several or grammar.plural.match(noun["ending"]) is not None for noun in grammar.named.finditer(text)
    )


def _belongs_to_other(
    text: str, noun: regex.Match[str], verb: regex.Match[str], quoted: Sequence[Span], grammar: _Grammar
) -> bool:
    """Tell whether what bears the title in quotes is not what is approved: `утвердить план по |программе| «Бақ»`.

    Between it and the verb another document is named then, and nothing in quotes.
    """
    start, end = sorted((noun.end("noun"), verb.start())) if grammar.noun_last else (verb.end(), noun.start())
    if any(start <= a and b <= end for a, b in quoted):
        return False
    stands_alone = grammar.noun_last and grammar.nominative.fullmatch(noun["ending"])
    return not stands_alone and grammar.named.search(text, start, end) is not None


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language."""

    noun_last: bool
    titled: regex.Pattern[str]
    joint: regex.Pattern[str]
    plural: FoldedPattern
    nominative: FoldedPattern
    named: FoldedPattern


@cache
def _grammar(language: Language) -> _Grammar:
    known: ActionWords = words("actions", language)
    cited: ReferenceWords = words("references", language)
    forms: NounForms = words("nouns", language)
    noun = compose_document_noun(language)
    return _Grammar(
        noun_last=cited.noun_last,
        titled=compile_any_case(
            rf"\s*{known.described}{{0,8}}+{noun}"
            if cited.noun_last
            else rf"(?r)(?<!\p{{L}}){noun}\s{known.described}{{0,8}}"
        ),
        joint=compile_any_case(known.joint if cited.noun_last else rf"(?r)(?:{known.joint})"),
        plural=compile_folded(forms.plural),
        nominative=compile_folded(forms.nominative),
        named=compile_folded(rf"(?<!\p{{L}}){noun}"),
    )
