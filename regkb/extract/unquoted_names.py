"""The name, without quotes, of what an order approves: `Қосымшаға сәйкес |көшет беру регламенті| бекітілсін`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import regex

from regkb.extract.beside_names import find_beside_name
from regkb.extract.document_nouns import compose_document_noun
from regkb.extract.order_kinds import find_approving_verb
from regkb.extract.ordering_text import OrderingText
from regkb.extract.provisions import Provision
from regkb.extract.quotations import count_open, unquote
from regkb.lang import words
from regkb.lang.actions import ActionWords
from regkb.lang.patterns import FoldedPattern, compile_any_case, compile_folded
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import Language, SelfRef

_NUMBER = regex.compile(r"\s*\d{1,3}(?:-\d{1,2})?[.)]\s*")
_EDGES = " ,:;."


def read_unquoted_name(provision: Provision, act: OrderingText) -> str | None:
    """Return the name, without quotes, of what is approved: the words between the basis and the verb.

    Where the basis stands before the verb, they are those before the annex that it names.
    """
    text = provision.text
    grammar = _grammar(act.language)
    verb = find_approving_verb(text, act.language)
    number = _NUMBER.match(text)
    head = number.end() if number else 0
    since, until = head, len(text.rstrip(" ;."))
    if verb and grammar.noun_last:
        until = verb.start()
    elif verb:
        since = verb.end()
    for found in find_beside_name(text, since, until, act.language):
        if found["basis"] and not grammar.noun_last:
            until = found.start()
            break
        since = found.end()
    name = text[since:until].strip(_EDGES)
    if not name and grammar.noun_last:
        name = text[head : _find_annex(provision, act)].strip(_EDGES)
    if " " not in name or not grammar.document.search(name):
        return None  # a noun alone names nothing: `Мына |регламенттер| бекітілсін`
    # `«Көшет беру мемлекеттік көрсетілетін қызмет регламенті`: a title in quotes that has lost one of them
    return unquote(grammar.titled_name.sub("", name)) if count_open(name) else name


def _find_annex(provision: Provision, act: OrderingText) -> int:
    """Return where the paragraph names an annex of the act itself; its head where it names none."""
    for reference in act.references_in(provision):
        in_annex = reference.locator is not None and reference.locator.annex is not None
        if in_annex and isinstance(reference.target, SelfRef):
            return reference.span[0]
    return 0


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language."""

    noun_last: bool
    document: FoldedPattern
    titled_name: regex.Pattern[str]


@cache
def _grammar(language: Language) -> _Grammar:
    known: ActionWords = words("actions", language)
    cited: ReferenceWords = words("references", language)
    noun = compose_document_noun(language)
    return _Grammar(
        noun_last=cited.noun_last,
        document=compile_folded(rf"(?<!\p{{L}}){noun}$" if cited.noun_last else rf"^{noun}"),
        titled_name=compile_any_case(
            rf"\s+{known.described}{{1,8}}+{noun}$" if cited.noun_last else rf"^{noun}\s{known.described}{{1,8}}+"
        ),
    )
