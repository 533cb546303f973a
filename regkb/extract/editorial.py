"""What an editor put into the text of an act: notes on changes, and what stands where a provision was removed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import regex

from regkb.extract.listings import number_width
from regkb.extract.provisions import Provision
from regkb.lang import words
from regkb.lang.editorial import EditorialWords
from regkb.repeats import read_once
from regkb.schemas.record import Language


@read_once
def notes_change(text: str, language: Language) -> bool:
    """Tell whether a paragraph is a note on a change of a part of the act: `Ескерту. 2-тармақ жаңа редакцияда – …`.

    So is what stands in the place of a removed provision: `2) алып тасталды – … қаулысымен`.
    """
    return _grammar(language).changed.match(text) is not None or _is_removed(text, language)


def _is_removed(text: str, language: Language) -> bool:
    number = number_width(text)
    return number > 0 and _grammar(language).removed.match(text, number) is not None


def leave_out_editorial(provisions: Iterable[Provision], language: Language) -> list[Provision]:
    """Return those that say what the act provides: without notes on changes and without removed provisions."""
    return [provision for provision in provisions if not notes_change(provision.text, language)]


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language."""

    changed: regex.Pattern[str]
    removed: regex.Pattern[str]


@cache
def _grammar(language: Language) -> _Grammar:
    known: EditorialWords = words("editorial", language)
    flags = regex.IGNORECASE | regex.VERBOSE | regex.DOTALL
    return _Grammar(changed=regex.compile(known.changed, flags), removed=regex.compile(known.removed, flags))
