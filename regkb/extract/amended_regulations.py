"""The regulations of an act whose wording a paragraph amends, by their titles or by the noun that calls them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from regkb.extract.document_nouns import compose_document_noun
from regkb.extract.instructions import Instruction
from regkb.lang import words
from regkb.lang.amendments import AmendmentWords
from regkb.lang.patterns import compile_any_case
from regkb.repeats import read_once
from regkb.schemas.record import Action, Language, TitleRef


def name_regulations(instruction: Instruction, amending: Sequence[Action], language: Language) -> list[str]:
    """Return the titles of the regulations that a paragraph, whose actions are `amending`, says it amends.

    Where it says no title, the noun is returned by which a regulation is called: `в |Регламенте|, утвержденном …`.
    """
    titles = dict.fromkeys(action.target.title for action in amending if isinstance(action.target, TitleRef))
    if named := [title for title in titles if title in instruction.text]:
        return named
    called = _find_called(instruction.plain, language)
    return [called] if called else []


@read_once
def _find_called(plain: str, language: Language) -> str | None:
    called = _called(language).search(plain)
    return called["noun"] if called else None


@cache
def _called(language: Language) -> regex.Pattern[str]:
    known: AmendmentWords = words("amendments", language)
    return compile_any_case(known.called.replace("NOUN", compose_document_noun(language)))
