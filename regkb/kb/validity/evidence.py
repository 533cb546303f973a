"""From a record to events: what an act says of itself, and what it says of other acts or does to them."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

import regex

from regkb.extract.dates import find_dates
from regkb.extract.publications import find_publication_notes
from regkb.kb.validity.events import Basis, Event, EventKind, sort_key
from regkb.schemas.record import Act, Action, ActRef, Day, EffectRule, Language, Paragraph, Reference

Identify = Callable[[ActRef], str | None]
"""The id of the act that a mention means; None where that cannot be told."""

_HEADER = ("title", "status", "info", "note")
_LONGEST_QUOTE = 400
# … № 275 қаулысы. Алматы облысы … (two letters before the stop, so that initials stay whole)
_SENTENCE_END = regex.compile(r"(?<=[\p{L}\d)»\"]{2}\.)\s+(?=\p{Lu})")


def derive_events(act: Act, identify: Identify) -> list[Event]:
    """Return every event that the record tells of, in an order that depends on nothing but the record.

    Events of the act itself, of the act that repealed it (its header tells when that one applies), and of the acts that
    it cites, amends or repeals. `source` of each is the act; `quote` its words, `at` where they stand.
    """
    events = [
        *_derive_start(act),
        *_derive_shown_state(act),
        *_derive_end(act, identify),
        *_derive_from_actions(act, identify),
        *_derive_from_citations(act, identify),
    ]
    return sorted(set(events), key=sort_key)


def _derive_start(act: Act) -> Iterator[Event]:
    """Yield adoption, registration, and the rules of entry into force and application."""
    info = _find_paragraph(act, "info")
    if act.date:
        yield _tell(act, act.id, "adopted", info, date=act.date)
    if act.registration:
        yield _tell(act, act.id, "registered", info, date=act.registration.date)
    if act.commencement:
        rules: tuple[tuple[EventKind, EffectRule | None], ...] = (
            ("in_force", act.commencement.in_force),
            ("applied", act.commencement.applied),
        )
        body = [paragraph for paragraph in act.paragraphs if paragraph.path not in _HEADER]
        for kind, rule in rules:
            if rule:
                yield _tell(act, act.id, kind, _find_words(body, rule.text), rule=rule, words=rule.text)


def _derive_shown_state(act: Act) -> Iterator[Event]:
    """Yield what state the source shows the act in: on the day of export, of which only bounds are known.

    It was not before any day that the header names, nor after the day of ingestion.
    """
    kinds: dict[str, EventKind] = {
        "in_force": "shown_in_force",
        "repealed": "shown_repealed",
        "expired": "shown_expired",
        "suspended": "shown_suspended",
    }
    if act.status is None:
        return
    days = [act.date, act.registration.date if act.registration else None]
    taken = act.source.ingested_at if act.source else None
    place = _find_paragraph(act, "status") or _find_paragraph(act, "info")
    yield _tell(
        act,
        act.id,
        kinds[act.status],
        place,
        earliest=max((day for day in days if day), default=None),
        latest=datetime.date.fromisoformat(taken[:10]) if taken else None,
        basis="shown",
    )


def _derive_end(act: Act, identify: Identify) -> Iterator[Event]:
    """Yield the repeal or the expiry that the header tells, and from when the repealing act applies."""
    header = [paragraph for paragraph in act.paragraphs if paragraph.path in ("note", "info")]
    info = _find_paragraph(act, "info") or _find_paragraph(act, "note")
    if act.expiry:
        day = act.expiry.by.date if act.expiry.by else None
        by = identify(act.expiry.by) if act.expiry.by else None
        place = _find_words(header, act.expiry.text) or info
        yield _tell(act, act.id, "expired", place, latest=day, by=by, words=act.expiry.text)
    if not act.repeal or not act.repeal.by:
        return
    by, rule, day = identify(act.repeal.by), act.repeal.effective, act.repeal.by.date
    place = (_find_words(header, rule.text) if rule else None) or info
    yield _tell(act, act.id, "repeal_declared", place, date=day, rule=None if by else rule, by=by)
    if by and day:
        yield _tell(act, by, "adopted", place, date=day)
    if by and rule:
        yield _tell(act, by, "applied", place, rule=rule)


def _derive_from_actions(act: Act, identify: Identify) -> Iterator[Event]:
    """Yield what the act does to others: repeals, or amends.

    A repeal of a part (a citation with a locator in the paragraph that orders it) leaves the rest standing.
    """
    for action in act.actions:
        if action.type == "approve" or not isinstance(action.target, ActRef):
            continue
        target = identify(action.target)
        if target is None or target == act.id:
            continue
        partial = action.type == "amend" or _names_part(act, action, target, identify)
        kind: EventKind = "amended" if partial else "repeal_declared"
        day = None if partial else act.date
        yield _tell(act, target, kind, _find_paragraph(act, action.at), date=day, by=act.id)


def _names_part(act: Act, action: Action, target: str, identify: Identify) -> bool:
    cited = (one for one in act.references if one.at == action.at and isinstance(one.target, ActRef))
    return any(one.locator and isinstance(one.target, ActRef) and identify(one.target) == target for one in cited)


def _derive_from_citations(act: Act, identify: Identify) -> Iterator[Event]:
    """Yield what citations tell in passing of the acts that they cite: adoption, registration, publication."""
    for place, references in _group_by_paragraph(act):
        notes = find_publication_notes(place.text, act.language)
        for reference, following in zip_longest(references, references[1:]):
            assert isinstance(reference.target, ActRef)
            target = identify(reference.target)
            if target is None or target == act.id:
                continue
            if reference.target.date:
                yield _tell(act, target, "adopted", place, date=reference.target.date, words=reference.text)
            end = following.span[0] if following else len(place.text)
            told = [note for note in notes if reference.span[0] <= note.span[0] < end]
            if reference.target.registration_number and not any(note.registered for note in told):
                yield _tell(act, target, "registered", place, words=reference.text)
            for note in told:
                words = place.text[slice(*note.span)]
                if note.registered:
                    yield _tell(act, target, "registered", place, date=note.registered, words=words)
                for day in note.published:
                    yield _tell(act, target, "published", place, date=day, words=words)


def _group_by_paragraph(act: Act) -> Iterator[tuple[Paragraph, list[Reference]]]:
    """Yield each paragraph that cites acts, with these citations in reading order."""
    found: dict[int, list[Reference]] = {}
    for reference in act.references:
        if isinstance(reference.target, ActRef):
            number = _find_place(act, reference)
            if number is not None:
                found.setdefault(number, []).append(reference)
    for number, references in found.items():
        yield act.paragraphs[number], sorted(references, key=lambda reference: reference.span)


def _find_place(act: Act, reference: Reference) -> int | None:
    """Return the number of the paragraph that holds the citation."""
    if reference.index is not None:
        return reference.index if reference.index < len(act.paragraphs) else None
    places = enumerate(act.paragraphs)
    return next((n for n, one in places if one.path == reference.at and reference.text in one.text), None)


def _tell(
    act: Act,
    about: str,
    kind: EventKind,
    place: Paragraph | None,
    *,
    date: Day | None = None,
    earliest: Day | None = None,
    latest: Day | None = None,
    rule: EffectRule | None = None,
    by: str | None = None,
    words: str | None = None,
    basis: Basis | None = None,
) -> Event:
    """Return an event told by `act`, quoting the sentence of `place` that has the day, or `words` if that is long."""
    quote = _cut_sentence(place.text, date or latest, act.language) if place else words
    if quote and words and len(quote) > _LONGEST_QUOTE:
        quote = words
    told: Basis = basis or ("stated" if about == act.id else "cited")
    return Event(about, kind, date, earliest, latest, rule, by, act.id, place.path if place else None, quote, told)


def _cut_sentence(text: str, day: Day | None, language: Language) -> str:
    """Return the first sentence of the text that names the day; all of it where none does."""
    for sentence, days in _date_sentences(text, language) if day else ():
        if day in days:
            return sentence
    return text


# a paragraph tells of many events, one after the other
@lru_cache(maxsize=100)
def _date_sentences(text: str, language: Language) -> tuple[tuple[str, frozenset[Day | None]], ...]:
    """Return the sentences of the text, each with the days that it names."""
    return tuple(
        (sentence, frozenset(phrase.date for phrase in find_dates(sentence, language)))
        for sentence in _SENTENCE_END.split(text)
    )


def _find_paragraph(act: Act, path: str) -> Paragraph | None:
    return next((paragraph for paragraph in act.paragraphs if paragraph.path == path), None)


def _find_words(paragraphs: Sequence[Paragraph], words: str) -> Paragraph | None:
    return next((paragraph for paragraph in paragraphs if words in paragraph.text), None)
