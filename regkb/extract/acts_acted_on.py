"""Which of the acts that a paragraph cites its verb acts on, and which are named for something else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import regex

from regkb.extract.ordering_text import OrderingText
from regkb.extract.provisions import Provision
from regkb.extract.quotations import find_quotations
from regkb.lang import words
from regkb.lang.actions import ActionWords
from regkb.lang.patterns import compile_any_case
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import ActRef, Language, Reference, Span

_OPENING_QUOTE = regex.compile(r"[«\"“„]")


def find_acts_acted_on(provision: Provision, act: OrderingText) -> Iterator[tuple[Reference, ActRef]]:
    """Yield the acts that the verb governs, with the references to them.

    Left out are those on which the action rests, that point back (`көрсетілген қаулымен`), or stand in wording.
    """
    text = provision.text
    that = _grammar(act.language).that
    wording = find_quotations(text)
    for reference in act.references_in(provision):
        rests_on_it = rests_on(text, reference.span, act.language)
        points_back = that.search(_OPENING_QUOTE.split(reference.text, 1)[0])
        is_wording = any(start < reference.span[0] and reference.span[1] <= end for start, end in wording)
        if isinstance(reference.target, ActRef) and not (rests_on_it or points_back or is_wording):
            yield reference, reference.target


def rests_on(text: str, span: Span, language: Language) -> bool:
    """Tell whether the words beside a reference say that the action is not on that act.

    It only rests on it (`… сәйкес`, `согласно …`), or names it for the changes that it made: `с изменениями, внесенными
    |постановлением № 99|`, `(|№ 99 қаулысымен| енгізілген өзгерістермен)`.
    """
    grammar = _grammar(language)
    if grammar.basis.match(text, span[1]) or grammar.basis_before.match(text, 0, span[0]):
        return True
    if grammar.changed.match(text, *_words_beside(text, span, grammar)):
        return True
    opening, closing = text.rfind("(", 0, span[0]), text.find(")", span[1])
    if opening <= text.rfind(")", 0, span[0]):
        return False
    beside = text[span[1] : max(closing, span[1])] if grammar.noun_last else text[opening : span[0]]
    return grammar.changes.search(beside) is not None


def is_named_for_approved(text: str, span: Span, language: Language) -> bool:
    """Tell whether the act cited at `span` is named only for what it approved: `қаулысымен |бекітілген| …`."""
    grammar = _grammar(language)
    return grammar.approved.match(text, *_words_beside(text, span, grammar)) is not None


def _words_beside(text: str, span: Span, grammar: _Grammar) -> Span:
    """Return where the words stand that say what the act at `span` is named for: behind it, or before it."""
    return (span[1], len(text)) if grammar.noun_last else (0, span[0])


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language."""

    noun_last: bool
    basis: regex.Pattern[str]
    basis_before: regex.Pattern[str]
    that: regex.Pattern[str]
    approved: regex.Pattern[str]
    changed: regex.Pattern[str]
    changes: regex.Pattern[str]


@cache
def _grammar(language: Language) -> _Grammar:
    known: ActionWords = words("actions", language)
    cited: ReferenceWords = words("references", language)

    def beside(said: str) -> regex.Pattern[str]:
        behind, before = rf"\s*(?:\([^()]*\)\s*)?(?:{said})", rf"(?r)(?<!\p{{L}})(?:{said})\s"
        return compile_any_case(behind if cited.noun_last else before)

    return _Grammar(
        noun_last=cited.noun_last,
        basis=compile_any_case(rf"\s*(?:\((?:[^()]++|\([^()]*+\))*+\)\s*)?{known.basis}"),
        basis_before=compile_any_case(rf"(?r)(?:{known.basis_before})\s"),
        that=compile_any_case(rf"(?<!\p{{L}})(?:{cited.that})(?=\s)"),
        approved=beside(cited.approved),
        changed=beside(rf"(?:{known.changed})(?!\p{{L}})"),
        changes=compile_any_case(rf"(?<!\p{{L}})(?:{known.changes})"),
    )
