"""Whose someone is, in nouns that no list knows: `специалист отдела | занятости и социальных программ`.

Russian owners stand in the genitive, and of many nouns the genitive is also the form of what is done (`отдел заявления
рассматривает`). They are owners where something else is done: what stands behind the verb, or before the agent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from regkb.extract.noun_phrases import Phrase, Sentence


def add_owners(sentence: Sentence, phrases: Sequence[Phrase], phrase: Phrase, verb: int | None) -> Phrase:
    """Return `phrase` up to where its last owner ends: of all `phrases` it is who acts, `verb` is the finite verb."""
    if not sentence.grammar.owner_follows:
        return phrase
    grammar = sentence.grammar
    end = _end_of_owners(sentence, phrase.last, grammar.genitive_owner)
    known_end = _end_of_owners(sentence, phrase.last, grammar.owner_name)
    if end != known_end and not _does_something_else(sentence, phrases, phrase, end, verb):
        # of `отдел культуры и спорта | узоры рисует` what the lists know stays
        end = known_end
    forms = (token.form for token in sentence.tokens[phrase.first : end + 1])
    if sentence.is_quotation(end + 1) and any(form is not None and form.kind == "body" for form in forms):
        return replace(phrase, last=end + 1)
    return replace(phrase, last=sentence.end_of_duty(end)) if end > phrase.last else phrase


def _end_of_owners(sentence: Sentence, last: int, noun: str) -> int:
    """Return where the genitives behind the word at `last` end, with those that a comma or a conjunction joins.

    `noun` is the pattern of those without an adjective that are not among the nouns that can act.
    """
    end = last
    place = last + 1
    # `отдел занятости | и социальных программ`: behind a noun that can act a conjunction may join another
    if sentence.tokens[last].form is None and _joins(sentence, place):
        place += 1
    while (owner := _end_of_owner(sentence, place, noun)) is not None:
        end = owner
        place = end + 2 if _joins(sentence, end + 1) else end + 1
    return end


def _end_of_owner(sentence: Sentence, place: int, noun: str) -> int | None:
    """Return the place of the noun in the genitive whose adjectives or itself stand at `place`; `None` without one."""
    grammar = sentence.grammar
    last = place
    while sentence.fits(grammar.qualifiers["genitive"], last):
        last += 1
    over = (grammar.finite, grammar.marked, grammar.boundary)
    if not sentence.is_word(last) or any(sentence.fits(pattern, last) for pattern in over):
        return None
    form = sentence.tokens[last].form
    if form is not None:
        return last if form.case == "genitive" and not sentence.fits(grammar.owns_nobody, last) else None
    return last if last > place or sentence.fits(noun, last) else None


def _joins(sentence: Sentence, place: int) -> bool:
    return sentence.fits(",", place) or sentence.fits(sentence.grammar.conjunction, place)


def _does_something_else(
    sentence: Sentence, phrases: Sequence[Phrase], phrase: Phrase, end: int, verb: int | None
) -> bool:
    """Tell whether what is done stands elsewhere, so that the genitives from `phrase` to `end` are owners."""
    grammar = sentence.grammar
    if phrase.case == "nominative" and verb is not None and verb > end:
        # what `-ся` ends has no object: `специалист отдела финансирования | знакомится с заявкой`
        return sentence.fits(grammar.passive, verb) or _has_object_behind(sentence, phrases, verb)
    if sentence.is_word(end + 1):
        return False
    if phrase.first == 0:
        return True  # `отдел финансирования – рассмотрение заявки`
    if any(sentence.fits(grammar.marked, place) for place in range(phrase.first)):
        return False
    if verb is not None:
        # `заявки рассматриваются | отделом финансирования`
        return 0 < verb < phrase.first and (verb == phrase.first - 1 or sentence.fits(grammar.passive, verb))
    return any(
        _end_of_owner(sentence, place, grammar.genitive_owner) is not None and not _joins(sentence, place - 1)
        for place in range(1, phrase.first)
        if not sentence.fits(grammar.qualifiers["nominative"], place - 1)
    )


def _has_object_behind(sentence: Sentence, phrases: Sequence[Phrase], verb: int) -> bool:
    """Tell whether what the verb does follows it: `перечисляет средства`, not `передает руководителю`."""
    grammar = sentence.grammar
    place = verb + 1
    for phrase in phrases:
        if phrase.first == place and phrase.case == "oblique":
            place = phrase.last + 1  # `направляет услугополучателю | уведомление`
    return sentence.is_word(place) and sentence.fits(grammar.object_behind, place)
