"""The acts in a list whose opening names their issuer or their kind once for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from regkb.extract.citations import read_citations
from regkb.extract.list_openings import ListOpening
from regkb.extract.listings import number_width
from regkb.extract.mentions import Mention, joins_acts, mention_act
from regkb.extract.noun_brackets import add_brackets
from regkb.extract.quotations import find_quotations
from regkb.extract.sides import CitedText
from regkb.lang import words
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import ActRef

LONGEST_HEAD = 2500
"""Characters: issuer, date, number and title of an act in a list take no more."""


def read_listed_act(opening: ListOpening, cited: CitedText) -> Mention | None:
    """Return the act that an item is, its noun left out: `1) 2014 жылғы 5 мамырдағы № 115 «…»;`."""
    if opening.kind is None:
        return None
    text = cited.text[:LONGEST_HEAD].rstrip(" ;.,")
    start = edge = number_width(text)
    known: ReferenceWords = words("references", cited.language)
    if known.noun_last:  # the head ends before the first bracket outside the title
        quoted = find_quotations(text)
        brackets = (at for at in range(start, len(text)) if text[at] == "(")
        edge = next((at for at in brackets if not any(a <= at < b for a, b in quoted)), len(text))
        edge = len(text[:edge].rstrip())
    for citation in read_citations(cited, (edge, edge), opening.kind, is_plural=False):
        if citation.ref.date and citation.ref.number and citation.start == start:
            ref = citation.ref.model_copy(update={"issuer": citation.ref.issuer or opening.issuer})
            return mention_act(add_brackets(replace(citation, ref=ref), cited))
    return None


def lend_issuer(opening: ListOpening, cited: CitedText, mentions: Sequence[Mention]) -> dict[int, Mention]:
    """Return the acts with which an item begins and to which the opening lends its issuer, by place in `mentions`.

    `2. Үлгі облысы әкімдігінің: 1) «…» 2014 жылғы 5 мамырдағы № 115 қаулысының;`.
    """
    lent: dict[int, Mention] = {}
    if opening.issuer is None:
        return lent
    end = number_width(cited.text)
    for place, mention in enumerate(mentions):
        act = mention.target
        is_next = mention.start == end or (place and joins_acts(cited.text, end, mention.start, cited.language))
        if not is_next or not isinstance(act, ActRef) or opening.kind not in (None, act.type):
            break
        end = mention.end
        if act.issuer is None and act.type:
            lent[place] = replace(mention, target=act.model_copy(update={"issuer": opening.issuer}))
    return lent
