"""From a record to events: what an act says of itself, and what it says of other acts or does to them.

What an act tells is known when it is read (`tell_events`); which act it means by "№ 321 of 17 July 2015" is known in
the base, where all acts are together (`name_acts`).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple

import regex

from regkb.extract.dates import find_dates
from regkb.extract.editorial import notes_change
from regkb.extract.effect_rules import find_effect_rules
from regkb.extract.loss_dates import read_loss_date
from regkb.extract.publications import find_publication_notes
from regkb.extract.suspensions import find_suspensions
from regkb.kb.validity.events import Basis, Event, EventKind, order_events
from regkb.repeats import read_once
from regkb.schemas.record import Act, ActRef, Day, EffectRule, Language, Paragraph, Reference

_HEADER = ("title", "status", "info", "note")
_LONGEST_QUOTE = 400
# … № 275 қаулысы. Алматы облысы … (two letters before the stop, so that initials stay whole)
_SENTENCE_END = regex.compile(r"(?<=[\p{L}\d)»\"]{2}\.)\s+(?=\p{Lu})")
_CLAUSE_END = regex.compile(r"[,;)]")
_FIGURES = regex.compile(r"[\p{L}\d/-]+")

_DONE_TO_OTHERS = ("amended", "repeal_declared", "suspended", "resumed", "suspended_in_part", "resumed_in_part")
"""What an act tells of others because it does it itself."""

_SUSPENSIONS: dict[tuple[str, bool], tuple[EventKind, EventKind]] = {
    ("suspended", False): ("suspended", "resumed"),
    ("suspended", True): ("suspended_in_part", "resumed_in_part"),
    ("resumed", False): ("resumed", "resumed"),
    ("resumed", True): ("resumed_in_part", "resumed_in_part"),
}
"""What an order does, by its kind and whether it is about a part, and what ends it."""


class Other(NamedTuple):
    """The other act of which a record tells: the place of its mention among the record's citations or its effects.

    `is_subject` tells whether the thing happened to it; else it did it.
    """

    mention: Literal["reference", "effect"]
    place: int
    is_subject: bool


class Telling(NamedTuple):
    """Something that a record tells of, before it is known which act it means by the other one (None: itself alone).

    The rest is as in Event. `rule` of a repeal counts only while the repealing act is not known: else it is that act's.
    """

    kind: EventKind
    other: Other | None
    date: Day | None
    earliest: Day | None
    latest: Day | None
    rule: EffectRule | None
    at: str | None
    quote: str | None
    basis: Basis


def name_acts(act_id: str, told: Iterable[tuple[Telling, str | None, bool]]) -> list[Event]:
    """Return the events of what the act `act_id` tells, each with the id of the other act and whether a part is meant.

    What is told of an act that is not known, or that turns out to be the one that speaks, is left out. A repeal of a
    part (a citation with a locator in the paragraph that orders it) leaves the rest standing: it amends.
    """
    events = set()
    for telling, other, names_part in told:
        kind, date, rule, by = telling.kind, telling.date, telling.rule, None
        if telling.other is None:
            about = act_id
        elif not telling.other.is_subject:
            about, by = act_id, other
            rule = None if other else rule
        else:
            is_deed = kind in _DONE_TO_OTHERS
            if other is None or other == act_id:
                continue
            about, by = other, act_id if is_deed else None
            if kind == "repeal_declared" and names_part:
                kind, date = "amended", None
        events.add(
            Event(
                about,
                kind,
                date,
                telling.earliest,
                telling.latest,
                rule,
                by,
                act_id,
                telling.at,
                telling.quote,
                telling.basis,
            )
        )
    return order_events(events)


def tell_events(act: Act) -> Iterator[Telling]:
    """Yield what the record tells of: places count its references, and its actions with the repeal after them."""
    yield from _tell_start(act)
    yield from _tell_shown_state(act)
    yield from _tell_end(act)
    yield from _tell_actions(act)
    yield from _tell_suspensions(act)
    yield from _tell_citations(act)
    yield from _tell_noted_changes(act)


def _tell_start(act: Act) -> Iterator[Telling]:
    """Yield adoption, registration, and the rules of entry into force and application."""
    info = _find_paragraph(act, "info")
    if act.date:
        yield _tell(act, "adopted", info, date=act.date)
    if act.registration:
        yield _tell(act, "registered", info, date=act.registration.date)
    if act.commencement:
        rules: tuple[tuple[EventKind, EffectRule | None], ...] = (
            ("in_force", act.commencement.in_force),
            ("applied", act.commencement.applied),
        )
        for kind, rule in rules:
            if rule:
                yield _tell(act, kind, _find_stated(act, rule.text), rule=rule, words=rule.text)
        # whether it is in force for what it governs from before is a matter of opinion: it began then, or by its rule
        if back := act.commencement.reaches_back:
            place = _find_stated(act, back.text)
            if back.date:
                yield _tell(act, "applied", place, rule=back, words=back.text)
            elif act.date:
                yield _tell(act, "applied", place, latest=act.date, words=back.text)
        if (term := act.commencement.until) and term.date:
            # `до 31 декабря`: with that day or without it
            days = term.date, term.date + datetime.timedelta(days=1)
            place = _find_stated(act, term.text)
            yield _tell(act, "expired", place, earliest=days[0], latest=days[1], rule=term, words=term.text)


def _tell_shown_state(act: Act) -> Iterator[Telling]:
    """Yield what state the source shows the act in: on the day of export, of which only bounds are known.

    It was not before any day that the header names, nor after the day of ingestion, where the record has that.
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
        kinds[act.status],
        place,
        earliest=max((day for day in days if day), default=None),
        latest=datetime.date.fromisoformat(taken[:10]) if taken else None,
        basis="shown",
    )


def _tell_end(act: Act) -> Iterator[Telling]:
    """Yield the repeal or the expiry that the header tells, and from when the repealing act applies."""
    header = [paragraph for paragraph in act.paragraphs if paragraph.path in ("note", "info")]
    info = _find_paragraph(act, "info") or _find_paragraph(act, "note")
    if act.expiry:
        day = act.expiry.by.date if act.expiry.by else None
        place = _find_words(header, act.expiry.text) or info
        cause = _find_cause(act, act.expiry.by)
        yield _tell(act, "expired", place, cause, latest=day, words=act.expiry.text)
    if not act.repeal or not act.repeal.by:
        return
    rule, day = act.repeal.effective, act.repeal.by.date
    place = (_find_words(header, rule.text) if rule else None) or info
    repealing = Other("effect", len(act.actions), is_subject=False)
    yield _tell(act, "repeal_declared", place, repealing, date=day, rule=rule)
    if day:
        yield _tell(act, "adopted", place, repealing._replace(is_subject=True), date=day)
    if rule:
        yield _tell(act, "applied", place, repealing._replace(is_subject=True), rule=rule)


def _find_cause(act: Act, ref: ActRef | None) -> Other | None:
    """Return the act that ended this one by the citation that names it, None where there is none."""
    if ref is None:
        return None
    wanted = (ref.type, ref.date, ref.number)
    cited = ((place, one.target) for place, one in enumerate(act.references) if isinstance(one.target, ActRef))
    found = (place for place, named in cited if (named.type, named.date, named.number) == wanted)
    return next((Other("reference", place, is_subject=False) for place in found), None)


def _tell_actions(act: Act) -> Iterator[Telling]:
    """Yield what the act does to others: repeals, or amends."""
    for place, action in enumerate(act.actions):
        if action.type == "approve" or not isinstance(action.target, ActRef):
            continue
        kind: EventKind = "amended" if action.type == "amend" else "repeal_declared"
        day = None if action.type == "amend" else act.date
        affected = Other("effect", place, is_subject=True)
        rule = _find_loss_date(act, action.at) if kind == "repeal_declared" else None
        yield _tell(act, kind, _find_paragraph(act, action.at), affected, date=day, rule=rule)


def _tell_suspensions(act: Act) -> Iterator[Telling]:
    """Yield what the act suspends or resumes, and the end of a suspension where the order tells its day."""
    for order in find_suspensions(act.paragraphs, act.references, act.language).found:
        other = Other("reference", order.reference, is_subject=True)
        kind, ending = _SUSPENSIONS[order.kind, order.in_part]
        yield _tell(act, kind, order.paragraph, other, rule=order.since)
        if order.kind == "suspended" and order.until and order.until.date:
            # `до 1 января`: with that day or without it
            days = order.until.date, order.until.date + datetime.timedelta(days=1)
            yield _tell(act, ending, order.paragraph, other, earliest=days[0], latest=days[1], rule=order.until)


def _find_loss_date(act: Act, at: str) -> EffectRule | None:
    """Return from when on the repeal that is ordered `at` holds, where it tells a day of its own.

    The paragraph tells it, or what opens its list; of a list in an annex that is the point that refers to it.
    """
    if at.startswith("point:"):
        paths = {"/".join(at.split("/")[: depth + 1]) for depth in range(at.count("/") + 1)}
        openings = [one for one in act.paragraphs if one.path in paths]
    else:
        openings = [one for one in act.paragraphs if one.path.startswith("point:")]
    told = (read_loss_date(one.text, act.language) for one in openings)
    return next((rule for rule in told if rule), None)


def _tell_citations(act: Act) -> Iterator[Telling]:
    """Yield what citations tell in passing of the acts that they cite: adoption, registration, publication."""
    for place, cited in _group_by_paragraph(act):
        notes = find_publication_notes(place.text, act.language)
        for (seq, reference), following in zip_longest(cited, cited[1:]):
            assert isinstance(reference.target, ActRef)
            other = Other("reference", seq, is_subject=True)
            if reference.target.date:
                yield _tell(act, "adopted", place, other, date=reference.target.date, words=reference.text)
            end = following[1].span[0] if following else len(place.text)
            told = [note for note in notes if reference.span[0] <= note.span[0] < end]
            number = reference.target.registration_number
            if number and not any(note.registered for note in told):
                words = _quote_registration(place.text[reference.span[1] : end], number) or reference.text
                yield _tell(act, "registered", place, other, words=words)
            for note in told:
                words = place.text[slice(*note.span)]
                if note.registered:
                    yield _tell(act, "registered", place, other, date=note.registered, words=words)
                for day in note.published:
                    yield _tell(act, "published", place, other, date=day, words=words)


def _tell_noted_changes(act: Act) -> Iterator[Telling]:
    """Yield the changes that editors' notes tell of, and from when the act that made each applies."""
    for place, cited in _group_by_paragraph(act):
        if not notes_change(place.text, act.language):
            continue
        rules = find_effect_rules(place.text, act.language)
        for (seq, reference), following in zip_longest(cited, cited[1:]):
            changing = Other("reference", seq, is_subject=False)
            yield _tell(act, "amended", place, changing)
            end = following[1].span[0] if following else len(place.text)
            own = (rule for rule in rules if reference.span[0] <= rule.span[0] < end and rule.kind == "applied")
            if found := next(own, None):
                yield _tell(act, "applied", place, changing._replace(is_subject=True), rule=found.rule)


def _quote_registration(following: str, number: str) -> str | None:
    """Return the clause behind a citation that tells the act's number in the register: `Тізілімінде № 965 болып …`."""
    clauses: list[str] = _CLAUSE_END.split(following)
    return next((clause.strip(" (") for clause in clauses if number in _FIGURES.findall(clause)), None)


def _group_by_paragraph(act: Act) -> Iterator[tuple[Paragraph, list[tuple[int, Reference]]]]:
    """Yield each paragraph that cites acts, with these citations and their numbers in reading order."""
    found: dict[int, list[tuple[int, Reference]]] = {}
    for number, reference in enumerate(act.references):
        if isinstance(reference.target, ActRef):
            place = _find_place(act, reference)
            if place is not None:
                found.setdefault(place, []).append((number, reference))
    for place, references in found.items():
        yield act.paragraphs[place], sorted(references, key=lambda cited: cited[1].span)


def _find_place(act: Act, reference: Reference) -> int | None:
    """Return the number of the paragraph that holds the citation."""
    if reference.index is not None:
        return reference.index if reference.index < len(act.paragraphs) else None
    places = enumerate(act.paragraphs)
    return next((n for n, one in places if one.path == reference.at and reference.text in one.text), None)


def _tell(
    act: Act,
    kind: EventKind,
    place: Paragraph | None,
    other: Other | None = None,
    *,
    date: Day | None = None,
    earliest: Day | None = None,
    latest: Day | None = None,
    rule: EffectRule | None = None,
    words: str | None = None,
    basis: Basis | None = None,
) -> Telling:
    """Return what is told, quoting the sentence of `place` that has the day, or `words` if that is long."""
    quote = _cut_sentence(place.text, date or latest, act.language) if place else words
    if quote and words and len(quote) > _LONGEST_QUOTE:
        quote = words
    told: Basis = basis or ("cited" if other and other.is_subject else "stated")
    return Telling(kind, other, date, earliest, latest, rule, place.path if place else None, quote, told)


def _cut_sentence(text: str, day: Day | None, language: Language) -> str:
    """Return the first sentence of the text that names the day; all of it where none does."""
    for sentence, days in _date_sentences(text, language) if day else ():
        if day in days:
            return sentence
    return text


# a paragraph tells of many events, one after the other
@read_once
def _date_sentences(text: str, language: Language) -> tuple[tuple[str, frozenset[Day | None]], ...]:
    """Return the sentences of the text, each with the days that it names."""
    return tuple(
        (sentence, frozenset(phrase.date for phrase in find_dates(sentence, language)))
        for sentence in _SENTENCE_END.split(text)
    )


def _find_paragraph(act: Act, path: str) -> Paragraph | None:
    return next((paragraph for paragraph in act.paragraphs if paragraph.path == path), None)


def _find_stated(act: Act, words: str) -> Paragraph | None:
    """Return the paragraph in which the act itself says these words: no header, no editor's note."""
    said = (one for one in act.paragraphs if words in one.text and one.path not in _HEADER)
    return next((one for one in said if not notes_change(one.text, act.language)), None)


def _find_words(paragraphs: Sequence[Paragraph], words: str) -> Paragraph | None:
    return next((paragraph for paragraph in paragraphs if words in paragraph.text), None)
