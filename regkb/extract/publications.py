"""Registration and publication of an act, told in brackets by the act that cites it.

`(нормативтік құқықтық актілерді мемлекеттік тіркеу Тізілімінде 2015 жылдың 14 тамызында № 3344 тіркелген, 2015 жылдың
15 қыркүйегінде "Жетісу" газетінде жарияланған)`. Whoever amends or repeals an act has to name them (Law of 06.04.2016
№ 480-V, art. 26(2), 27(3)).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import regex

from regkb.extract.dates import find_dates
from regkb.lang import words
from regkb.lang.publications import PublicationWords
from regkb.repeats import read_once
from regkb.schemas.record import Day, Language, Span

# ( … № 100 (18093) … ): brackets may hold brackets, once; the last one may be left open
_BRACKET = regex.compile(r"\((?P<inside>(?:[^()]++|\([^()]*+\))*+)")


@dataclass(frozen=True, slots=True)
class PublicationNote:
    """A bracket that tells of registration or publication: `[start, end)` of its inside in the text, and the days."""

    span: Span
    registered: Day | None
    published: tuple[Day, ...]


@read_once
def find_publication_notes(text: str, language: Language) -> tuple[PublicationNote, ...]:
    """Return the brackets in `text` that tell when an act was registered or published, in reading order.

    A rule of effect (`алғашқы ресми жарияланған күнінен кейін …`) names no date and is none of them.
    """
    notes = []
    for match in _BRACKET.finditer(text):
        registered: list[Day] = []
        published: list[Day] = []
        for kind, clause in split_clauses(match["inside"], language):
            days = [phrase.date for phrase in find_dates(clause, language) if phrase.date]
            (registered if kind == "registered" else published).extend(days)
        if registered or published:
            notes.append(PublicationNote(match.span("inside"), registered[0] if registered else None, tuple(published)))
    return tuple(notes)


def split_clauses(inside: str, language: Language) -> Iterator[tuple[str, str]]:
    """Yield each verb of the words in a bracket, `registered` or `published`, with the words that belong to it."""
    known: PublicationWords = words("publications", language)
    verbs = [(match.lastgroup or "", *match.span()) for match in _verbs(language).finditer(inside)]
    if known.verb_last:
        ends = [0, *(end for _, _, end in verbs)]
        yield from ((kind, inside[since:end]) for (kind, _, end), since in zip(verbs, ends, strict=False))
    else:
        starts = [*(start for _, start, _ in verbs), len(inside)]
        yield from ((kind, inside[a:b]) for (kind, _, _), (a, b) in zip(verbs, pairwise(starts), strict=True))


@cache
def _verbs(language: Language) -> regex.Pattern[str]:
    known: PublicationWords = words("publications", language)
    return regex.compile(rf"(?i)(?P<registered>{known.registered})|(?P<published>{known.published})")
