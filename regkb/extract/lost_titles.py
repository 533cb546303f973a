"""Titles that have lost a quotation mark, so that they were not read: an act inside one is none that is cited."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from regkb.extract.act_titles import reads_like_act_title
from regkb.extract.mentions import Mention, joins_acts
from regkb.extract.quotations import MARKS, find_quotations, opens_quotation
from regkb.lang import words
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import Language

_MARK = regex.compile(rf"[{MARKS}]")
_MARK_BEFORE = regex.compile(rf"(?r)[{MARKS}]")


def drop_lost_titles(text: str, mentions: Sequence[Mention], language: Language) -> list[Mention]:
    """Leave out what stands in the title of another act, with the acts that are joined to it there."""
    kept: list[Mention] = []
    lost: Mention | None = None
    for mention in reversed(mentions):
        is_joined = lost is not None and joins_acts(text, mention.end, lost.start, language)
        if is_joined or _is_in_lost_title(text, mention, language):
            lost = mention
        else:
            kept.append(mention)
    return kept[::-1]


def _is_in_lost_title(text: str, mention: Mention, language: Language) -> bool:
    """Tell whether a mention stands in the title of another act that has lost a mark.

    `№ 5 «А» туралы» |№ 3 қаулысына| өзгерістер енгізу туралы» қаулысы`,
    `№ 5 «О внесении изменений в |постановление № 3| «Об утверждении «А»`.
    """
    known: ReferenceWords = words("references", language)
    if known.noun_last:
        mark = _MARK.search(text, mention.end)
        is_title = mark is not None and not opens_quotation(text, mark.start())
        title = text[mention.end : mark.start()] if is_title else ""
    else:
        mark = _MARK_BEFORE.search(text, 0, mention.start)
        is_title = mark is not None and opens_quotation(text, mark.start())
        title = text[mark.end() : mention.start] if is_title else ""
    if not reads_like_act_title(title, language):
        return False
    return not any(start < mention.start and mention.end <= end for start, end in find_quotations(text))
