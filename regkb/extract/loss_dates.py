"""The day from which an act loses its force where the repeal itself tells one: `2017 жылғы 1 қаңтардан бастап күші
жойылды деп танылсын`, `признать утратившим силу с 1 января 2017 года`.
"""

from __future__ import annotations

from functools import cache

import regex

from regkb.extract.dates import find_dates
from regkb.lang import words
from regkb.lang.effects import EffectWords
from regkb.schemas.record import EffectRule, Language


def read_loss_date(text: str, language: Language) -> EffectRule | None:
    """Return the day that `text` tells beside its verb of repeal, None where it tells none."""
    for phrase in find_dates(text, language):
        start, end = phrase.span
        if phrase.date and any(
            before.search(text[:start]) and behind.match(text, end) for before, behind in _losses(language)
        ):
            return EffectRule(event="date", date=phrase.date, text=text[start:end])
    return None


@cache
def _losses(language: Language) -> tuple[tuple[regex.Pattern[str], regex.Pattern[str]], ...]:
    known: EffectWords = words("effects", language)
    return tuple(
        (regex.compile(before, regex.IGNORECASE), regex.compile(behind, regex.IGNORECASE))
        for before, behind in known.losses
    )
