"""Whose a verbal noun is, where other owners stand before it: `[алушының деректерінде] … порталдың | қалыптастыруы`.

Owners wait for what they own, and the one that came last has it first: of `маманның өтініштің мазмұнын тексеруі` the
content is the application's, and so the checking is the specialist's. An owner that has found a thing of its own does
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from regkb.extract.noun_phrases import Phrase, Sentence


@dataclass(frozen=True, slots=True)
class _Owner:
    """An owner that waits: who it is, if anybody who can act, and whether it may itself belong to the one before."""

    phrase: Phrase | None
    may_belong: bool = False


def find_owner(sentence: Sentence, phrases: Sequence[Phrase], action: int) -> Phrase | None:
    """Return which of the `phrases` owns the verbal noun at `action`, `None` where it is nobody's who can act."""
    starts: dict[int, Phrase] = {}
    for phrase in phrases:
        # of two that begin together the first, but not of `ХҚКО` and `ХҚКО ақпараттық жүйесінің`
        known = starts.get(phrase.first)
        if phrase.last < action and (known is None or known.case == "nominative"):
            starts[phrase.first] = phrase
    waiting: list[_Owner] = []
    place = 0
    while place < action:
        begun = starts.get(place)
        if begun is not None:
            if begun.case == "genitive":
                waiting.append(_Owner(begun))
            place = begun.last + 1
            continue
        _give(sentence, place, waiting)
        if sentence.fits(sentence.grammar.owner, place) and not sentence.fits(sentence.grammar.within, place + 1):
            is_own = sentence.fits(sentence.grammar.owned_thing, place)
            waiting.append(_Owner(None, may_belong=is_own and _is_compound(sentence, place)))
        place += 1
    return waiting[-1].phrase if waiting else None


def _give(sentence: Sentence, place: int, waiting: list[_Owner]) -> None:
    """Take from `waiting` the owners that the word at `place` belongs to.

    A thing that has another noun before it (`нәтиже жобасына`, `өтініш нысанын`) may be an owner's or nobody's. It is
    taken for nobody's where the only owner that waits would have no action left; not where it tells no more than the
    circumstances (`алушының тіркеу деректерінде`).
    """
    grammar, fits = sentence.grammar, sentence.fits
    if fits(grammar.never_owned, place):
        return
    done = fits(grammar.held_action, place)
    if done and fits(grammar.bare_plural, place - 1):
        return  # `[бұзушылықтар болуына]` has its own subject
    apart = done or fits(grammar.owned_place, place)
    if not apart and not _is_owned(sentence, place):
        return
    is_spare = len(waiting) > 1
    if waiting and (is_spare or apart or not _is_compound(sentence, place) or _opens_clause(sentence, place)):
        owner = waiting.pop()
        # `алушының [кілт шынайылығының] расталмауына байланысты`: what happens to the thing is no act of its owner
        if waiting and done and owner.may_belong:
            waiting.pop()


def _is_owned(sentence: Sentence, place: int) -> bool:
    grammar, fits = sentence.grammar, sentence.fits
    if fits(grammar.boundary, place) or fits(grammar.licence, place):
        return False
    form = sentence.tokens[place].form
    if form is not None and form.case == "nominative" and not form.owned:
        return False  # `басшының | орындаушы тағайындауы`: the letter is the word's own
    if fits(grammar.owned_thing, place) or fits(grammar.owned_object, place):
        return True
    others = (grammar.accusative, grammar.adjective)
    # `Үлгі облысының`: the first noun of a name is nobody's
    named = fits(grammar.owned_thing, place + 1) or fits(grammar.owned_object, place + 1)
    return fits(grammar.owned_name, place) and not named and not any(fits(pattern, place) for pattern in others)


def _is_compound(sentence: Sentence, place: int) -> bool:
    """Tell whether what stands before the word is neither its owner nor what an owner's thing may have before it."""
    grammar = sentence.grammar
    transparent = (grammar.owner, grammar.genitive, grammar.licence, grammar.adjective)
    form = sentence.tokens[place - 1].form if place else None
    owner = form is not None and form.case == "genitive"
    return not owner and not any(sentence.fits(pattern, place - 1) for pattern in transparent)


def _opens_clause(sentence: Sentence, place: int) -> bool:
    """Tell whether the word can be the subject of a clause: `[органның жауап хаттары келіп түскен]`."""
    grammar, fits = sentence.grammar, sentence.fits
    owned = fits(grammar.owned_name, place) and not fits(grammar.owned_thing, place)
    following = range(place + 1, place + 4)
    return owned and sentence.is_word(place + 1) and any(fits(grammar.participle, after) for after in following)
