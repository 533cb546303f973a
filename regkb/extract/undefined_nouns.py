"""What a noun for a document means that has a place beside it, where no short form is defined before it."""

from __future__ import annotations

import regex

from regkb.extract.act_titles import reads_like_act_title
from regkb.extract.aliases import ShortName, read_short_name
from regkb.extract.anchors import Anchor, find_anchors
from regkb.extract.noun_brackets import read_brackets
from regkb.extract.quotations import MARKS, find_quotations
from regkb.extract.sides import CitedText
from regkb.lang import words
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import AliasRef, SelfRef

LONGEST_NOUN_PHRASE = 60
"""Characters between a title and the noun for what it names: `«…» мемлекеттік көрсетілетін қызмет |регламентінің`."""
SENTENCE_END = regex.compile(r"\p{Ll}[.;]\s+\p{Lu}")
_MARK = regex.compile(rf"[{MARKS}]")


def name_undefined(noun: Anchor, cited: CitedText, own_noun: str | None, in_stamp: bool) -> AliasRef | SelfRef | None:
    """Return what the noun means; `own_noun` is the one by which the regulation around it calls itself."""
    is_capital = cited.text[noun.start].isupper()
    if short := _find_defined_behind(noun, cited) or _find_defined_later(noun, cited):
        return AliasRef(alias=short.name)
    if own_noun == noun.noun and (is_capital or (not in_stamp and _stands_alone(noun, cited))):
        return SelfRef(self="regulation")
    return AliasRef(alias=noun.noun.capitalize()) if is_capital and not _ends_a_name(noun, cited) else None


def _find_defined_behind(noun: Anchor, cited: CitedText) -> ShortName | None:
    """Return the short form that a bracket right behind a noun defines: `стандартының (бұдан әрі – Стандарт)`."""
    defined = (read_short_name(inside, cited.language) for inside in read_brackets(cited.text, noun.end)[0])
    return next((short for short in defined if short), None)


def _find_defined_later(noun: Anchor, cited: CitedText) -> ShortName | None:
    """Return the short form that is defined for a noun behind all that tells of it, where the noun stands first.

    `пунктом 10 |стандарта услуги «…», утвержденного приказом … № 77 (далее – Стандарт)`.
    """
    known: ReferenceWords = words("references", cited.language)
    if known.noun_last:
        return None
    text, end = cited.text, SENTENCE_END.search(cited.text, noun.end)
    quoted = find_quotations(text)
    for found in find_anchors(text, cited.language, noun.end, end.start() if end else len(text)):
        if found.what == "bracket":
            short = read_short_name(found.inside, cited.language)
            return short if short and short.noun == noun.noun else None
        is_quoted = any(start < found.start < stop for start, stop in quoted)
        if found.noun == noun.noun and not is_quoted:
            return None
    return None


def _stands_alone(noun: Anchor, cited: CitedText) -> bool:
    """Tell whether no title stands beside a noun, by which it could be that of another document."""
    known: ReferenceWords = words("references", cited.language)
    before, behind = max(0, noun.start - LONGEST_NOUN_PHRASE), noun.end + LONGEST_NOUN_PHRASE
    beside = (before, noun.start) if known.noun_last else (noun.end, behind)
    return _MARK.search(cited.text, *beside) is None


def _ends_a_name(noun: Anchor, cited: CitedText) -> bool:
    """Tell whether a noun is part of a longer name, which is no short form: `Үлгі министрлігі туралы |Ереженің`."""
    known: ReferenceWords = words("references", cited.language)
    beside = cited.text[: noun.start] if known.noun_last else cited.text[noun.end :].lstrip()
    return reads_like_act_title(beside, cited.language)
