"""The places inside an act beside the words that name it: behind them in Kazakh, before them in Russian."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from regkb.extract.locators import Place, read_places
from regkb.extract.noun_brackets import read_brackets
from regkb.extract.sides import CitedText
from regkb.lang import words
from regkb.lang.locators import LocatorWords
from regkb.lang.nouns import NounForms
from regkb.lang.patterns import compile_any_case
from regkb.schemas.record import Language, Span


def read_named_places(cited: CitedText, named: Span, ending: str) -> Sequence[Place]:
    """Return the places inside the act that the words `named` name, the last of which has this ending.

    They stand behind the words and the brackets after them, or before the words, as the language has it.
    """
    known: LocatorWords = words("locators", cited.language)
    if known.parts_first:
        return cited.places_before(named[0])
    if _is_closed(ending, cited.language):
        return ()
    end = named[1]
    if end not in cited.places_behind:
        behind = read_brackets(cited.text, end)[1]
        cited.places_behind[end] = tuple(read_places(cited.text, behind, cited.language))
    return cited.places_behind[end]


# a handful of endings come again and again
@lru_cache(maxsize=100)
def _is_closed(ending: str, language: Language) -> bool:
    """Tell whether behind a word with this ending no places of it stand."""
    forms: NounForms = words("nouns", language)
    return compile_any_case(forms.closed).fullmatch(ending) is not None
