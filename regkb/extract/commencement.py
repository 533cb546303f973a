"""From when the act itself says that it has legal force and is applied; as a rule its last point."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import regex

from regkb.extract.editorial import notes_change
from regkb.extract.effect_rules import EffectKind, find_effect_rules, mentions_effect
from regkb.lang import words
from regkb.lang.header import HeaderWords
from regkb.schemas.record import Commencement, Diagnostic, EffectRule, Language, Paragraph


def read_commencement(
    paragraphs: Sequence[Paragraph], language: Language
) -> tuple[Commencement | None, list[Diagnostic]]:
    """Return the rules that the act's own points state (annexes and quoted wording left aside), and the doubts.

    Where several points state a rule, that which speaks of the act as a whole counts, then the last.
    """
    rules: dict[tuple[EffectKind, bool], EffectRule] = {}
    doubts = []
    for paragraph in paragraphs:
        if not paragraph.path.startswith("point:") or "/quote" in paragraph.path:
            continue
        if notes_change(paragraph.text, language):  # its rule is that of the act that made the change
            continue
        of_whole_act = _self_act(language).search(paragraph.text) is not None
        found = find_effect_rules(paragraph.text, language)
        for phrase in found:
            rules[phrase.kind, of_whole_act] = phrase.rule
        if not found and of_whole_act and mentions_effect(paragraph.text, language):
            doubts.append(
                Diagnostic(
                    code="commencement_unread",
                    at=paragraph.path,
                    message=f"when the act takes effect could not be read: {paragraph.text}",
                )
            )
    if not rules:
        return None, doubts
    in_force = rules.get(("in_force", True)) or rules.get(("in_force", False))
    applied = rules.get(("applied", True)) or rules.get(("applied", False))
    return Commencement(in_force=in_force, applied=applied), doubts


@cache
def _self_act(language: Language) -> regex.Pattern[str]:
    known: HeaderWords = words("header", language)
    return regex.compile(known.self_act, regex.IGNORECASE)
