"""The header of an act: title, kind, issuers, number, date, registration, status, end and commencement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import regex

from regkb.extract.act_sentence import ActPhrase, only_cites, read_act_phrases
from regkb.extract.commencement import read_commencement
from regkb.extract.issuers import canonical_issuer, complete_issuer, names_a_body
from regkb.extract.registration import find_registration, mentions_registration
from regkb.extract.repeal import SENTENCE_END, Ending, find_ending
from regkb.lang import LANGUAGES, words
from regkb.lang.header import HeaderWords
from regkb.lang.patterns import compile_any_case
from regkb.lang.structure import StructureWords
from regkb.normalize.lookalikes import map_lookalikes
from regkb.schemas.record import (
    ActType,
    Commencement,
    Day,
    Diagnostic,
    EffectRule,
    Expiry,
    IssuerNumber,
    Language,
    Paragraph,
    Registration,
    Repeal,
    Status,
)


@dataclass(frozen=True, slots=True)
class Header:
    """What the header states, named as in the record; `issuers` lists the bodies of a joint act, the simple fields
    hold the first of them.
    """

    title: str | None = None
    type: ActType | None = None
    issuer: str | None = None
    number: str | None = None
    date: Day | None = None
    issuers: tuple[IssuerNumber, ...] = ()
    registration: Registration | None = None
    status: Status | None = None
    repeal: Repeal | None = None
    expiry: Expiry | None = None
    commencement: Commencement | None = None
    diagnostics: tuple[Diagnostic, ...] = field(default=())


_IN_BRACKETS = regex.compile(r"\([^()]*+(?:\([^()]*+\)[^()]*+){0,9}\)")
"""`(с изменениями от 2 мая 2003 года)`, which tells of no end."""
LONGEST_INFO = 5000
"""Characters of an info line or a note that are read: either is a few hundred."""


def extract_header(paragraphs: Sequence[Paragraph], language: Language) -> Header:
    """Return the header of the act whose paragraphs (all, in reading order) are given.

    Reads `title`, `status`, `info`, `note`, and the act's own points for its commencement. What cannot be read is None
    and has a diagnostic. An act of which no end and no other state is stated is `in_force`, as the source presents it.
    """
    doubts: list[Diagnostic] = []
    title = _read_title(_text_of("title", paragraphs), language, doubts)
    paragraphs = [_call_note(paragraph, language) for paragraph in paragraphs]
    info = map_lookalikes(_text_of("info", paragraphs))
    if len(info) > LONGEST_INFO:
        doubts.append(_doubt("info_too_long", "info", f"only the first {LONGEST_INFO} characters were read"))
        info = info[:LONGEST_INFO]
    act_language, language = language, _language_of(info, language)
    info = _before_enacting(info, language)
    info, glued = _without_status(info, language)
    registration, act_end, rest = _read_registration(info, language, doubts)
    ending = find_ending(info[rest:], language)
    if ending is not None:
        act_end = min(act_end, rest + ending.span[0])
    puzzle = "" if ending else info[_end_of_what_is_known(info, rest, language) :].strip(" .,;")
    is_open = bool(puzzle) and not _IN_BRACKETS.fullmatch(puzzle)
    if is_open:
        act_end = min(act_end, info.rindex(puzzle))
        doubts.append(_doubt("status_unread", "info", f"what became of the act could not be read: {puzzle}"))
    phrases = _read_acts(info[:act_end], language, doubts)
    noted = _read_notes(paragraphs, act_language)
    status_line = _text_of("status", paragraphs)
    told = _status_of(status_line, language) or (_status_of(glued, language) if glued else None)
    ended = _merge_endings(ending, noted, doubts)
    if status_line and told is None:  # не вступил в силу
        doubts.append(_doubt("status_unread", "status", f"a state that the record has no word for: {status_line}"))
    if ended is None and told not in (None, "in_force"):
        doubts.append(_doubt("ending_missing", "status", f"{status_line or glued}: no sentence says by what act"))
    commencement, unread = read_commencement(paragraphs, act_language)
    first = phrases[0] if phrases else ActPhrase()
    return Header(
        title=title,
        type=first.type or _type_of_itself(paragraphs, act_language),
        issuer=first.issuer,
        number=first.number,
        date=first.day,
        issuers=tuple(phrase.to_issuer() for phrase in phrases) if len(phrases) > 1 else (),
        registration=registration,
        status=ended.status if ended else told or (None if status_line or is_open else "in_force"),
        repeal=Repeal(by=ended.by, effective=ended.effective) if ended and ended.status == "repealed" else None,
        expiry=Expiry(by=ended.by, text=ended.text) if ended and ended.status == "expired" else None,
        commencement=commencement,
        diagnostics=(*doubts, *unread),
    )


def enacts(text: str, language: Language) -> bool:
    """Tell whether `text` holds the formula with which a preamble ends: `ҚАУЛЫ ЕТЕДІ`."""
    return _enacting(language).search(text) is not None


def _pattern(name: str, language: Language) -> regex.Pattern[str]:
    known: HeaderWords = words("header", language)
    return compile_any_case(getattr(known, name))


def _begins_word(pattern: str) -> regex.Pattern[str]:
    return compile_any_case(rf"(?<!\p{{L}})(?:{pattern})")


def _doubt(code: str, at: str, message: str) -> Diagnostic:
    return Diagnostic(code=code, at=at, message=message)


def _text_of(path: str, paragraphs: Sequence[Paragraph]) -> str:
    return " ".join(" ".join(paragraph.text.split()) for paragraph in paragraphs if paragraph.path == path)


def _call_note(paragraph: Paragraph, language: Language) -> Paragraph:
    """Return a paragraph of the info line as a note where it opens like one: a header may have nothing but a note."""
    if paragraph.path == "info" and _pattern("note", language).match(paragraph.text.lstrip()):
        return paragraph.model_copy(update={"path": "note"})
    return paragraph


def _language_of(info: str, language: Language) -> Language:
    """Return the language of the info line; now and then a Kazakh text stands under a Russian one."""
    for candidate in (language, *LANGUAGES):
        known: HeaderWords = words("header", candidate)
        named = "|".join(pattern for pattern, _ in known.act_words)
        if compile_any_case(rf"(?<!\p{{L}})(?:{named})(?!\p{{L}})").search(info):
            return candidate
    return language


def _read_title(text: str, language: Language, doubts: list[Diagnostic]) -> str | None:
    """Return the title without the remark that it was changed, which the source puts in brackets after it."""
    if not text:
        doubts.append(_doubt("title_missing", "title", "the act has no title"))
        return None
    remark = _pattern("title_note", language).search(map_lookalikes(text))
    if remark is None or not text[: remark.start()].strip():
        return text
    doubts.append(Diagnostic(code="title_changed", at="title", message=remark[0].strip(), severity="info"))
    return text[: remark.start()].strip()


def _before_enacting(info: str, language: Language) -> str:
    """Return `info` up to the sentence that enacts, if it holds one: what that cites is not the act's own header."""
    enacting = _enacting(language).search(info)
    if enacting is None:
        return info
    ends = [match.end() for match in SENTENCE_END.finditer(info, 0, enacting.start())]
    return info[: ends[-1]].rstrip() if ends else ""


@cache
def _enacting(language: Language) -> regex.Pattern[str]:
    known: StructureWords = words("structure", language)
    return regex.compile(rf"(?<!\p{{L}})(?:{known.enacting})(?!\p{{L}})", regex.IGNORECASE | regex.VERBOSE)


def _without_status(info: str, language: Language) -> tuple[str, str]:
    """Return `info` without a status word glued to its start (`Күшін жойғанҚостанай облысы …`), and that word."""
    known: HeaderWords = words("header", language)
    alternatives = "|".join(pattern for pattern, _ in known.status)
    match = compile_any_case(rf"(?:{alternatives})(?=\s*(?-i:\p{{Lu}}))").match(info)
    return (info[match.end() :].lstrip(), match[0]) if match else (info, "")


def _status_of(line: str, language: Language) -> Status | None:
    known: HeaderWords = words("header", language)
    return next((status for pattern, status in known.status if compile_any_case(pattern).match(line)), None)


def _read_registration(info: str, language: Language, doubts: list[Diagnostic]) -> tuple[Registration | None, int, int]:
    """Return the registration, where the sentence on the act ends, and where what follows the registration begins."""
    found = find_registration(info, language)
    if found is not None:
        if found.registration.date is None:
            doubts.append(_doubt("registration_date_unread", "info", info[slice(*found.span)]))
        return found.registration, *found.span
    if mentions_registration(info, language):
        doubts.append(_doubt("registration_unread", "info", f"the registration could not be read: {info}"))
    return None, len(info), 0


def _end_of_what_is_known(info: str, rest: int, language: Language) -> int:
    """Return the end of the registration, which is `rest` (0: there is none), or of the sentence on the act.

    Nothing but what became of the act stands behind it: `Отменена государственная регистрация – заключение …`.
    """
    if rest or mentions_registration(info, language):
        return rest or len(info)
    sentence = SENTENCE_END.search(info)
    return sentence.end() if sentence else len(info)


def _read_acts(sentence: str, language: Language, doubts: list[Diagnostic]) -> list[ActPhrase]:
    """Return what the sentence on the act states, one phrase a body, and note what is missing."""
    phrases = [] if only_cites(sentence, language) else read_act_phrases(sentence, language)
    if not phrases:
        doubts.append(_doubt("header_missing", "info", "no line tells issuer, date and number"))
    phrases = [_without_what_is_no_body(phrase, language) for phrase in phrases]
    phrases = [*phrases[:1], *(_completed(phrase, phrases[0].issuer, language) for phrase in phrases[1:])]
    for phrase in phrases:
        if phrase.issuer is None:
            doubts.append(_doubt("issuer_unread", "info", f"the issuer could not be read: {sentence}"))
        elif canonical_issuer(phrase.issuer) is None:
            message = f"{phrase.issuer}: not one body of the issuers' table; the name is kept as written"
            doubts.append(Diagnostic(code="issuer_unknown", at="info", message=message, severity="info"))
        if phrase.type is None:
            doubts.append(_doubt("type_unread", "info", f"no word says what kind of act it is: {sentence}"))
        if phrase.date is None or phrase.date.date is None:
            month_day = phrase.date and phrase.date.month_day
            stated = f"; month and day are {month_day[0]:02}-{month_day[1]:02}" if month_day else ""
            doubts.append(_doubt("date_incomplete", "info", f"the date is not stated in full{stated}: {sentence}"))
        if phrase.number is None:
            doubts.append(
                Diagnostic(code="number_missing", at="info", message=f"no number: {sentence}", severity="info")
            )
    return phrases


def _completed(phrase: ActPhrase, first: str | None, language: Language) -> ActPhrase:
    """Return the phrase of a further body with the place of the first one: `облыстық мәслихат мен |облыс әкімінің|`."""
    if not (first and phrase.issuer):
        return phrase
    return replace(phrase, issuer=complete_issuer(phrase.issuer, first, language))


def _without_what_is_no_body(phrase: ActPhrase, language: Language) -> ActPhrase:
    named = phrase.issuer is not None and names_a_body(phrase.issuer, language)
    return phrase if named else replace(phrase, issuer=None)


def _read_notes(paragraphs: Sequence[Paragraph], language: Language) -> Ending | None:
    """Return the end that the notes state; a note on a part of the act states none."""
    for paragraph in paragraphs:
        if paragraph.path != "note":
            continue
        text = map_lookalikes(" ".join(paragraph.text[:LONGEST_INFO].split()))
        lead = _pattern("note", language).match(text)
        ending = find_ending(text[lead.end() :].lstrip() if lead else text, language)
        if ending is not None:
            return ending
    return None


def _merge_endings(stated: Ending | None, noted: Ending | None, doubts: list[Diagnostic]) -> Ending | None:
    """Return the end from the info line, completed by the note; where they differ, the info line counts."""
    for ending, at in ((stated, "info"), (noted, "note")):
        if ending and ending.by is None and ending.status != "suspended":
            doubts.append(_doubt("ending_cause_unread", at, f"by what act could not be read: {ending.text}"))
        if ending and ending.by and ending.by.issuer is None:
            doubts.append(_doubt("ending_issuer_unread", at, f"whose act ended it could not be read: {ending.text}"))
        if ending and ending.effect_unread:
            doubts.append(_doubt("effect_unread", at, f"from when could not be read: {ending.text}"))
    if stated is None or noted is None:
        return stated or noted
    if stated.by and noted.by and (stated.by.date, stated.by.number) != (noted.by.date, noted.by.number):
        doubts.append(_doubt("ending_conflict", "note", f"{stated.text} / {noted.text}"))
    effective: EffectRule | None = stated.effective or noted.effective
    return Ending(stated.status, stated.span, stated.text, stated.by or noted.by, effective)


def _type_of_itself(paragraphs: Sequence[Paragraph], language: Language) -> ActType | None:
    """Return the kind of act that the act calls itself (`Осы шешім …`), for a header that does not say it."""
    known: HeaderWords = words("header", language)
    for paragraph in paragraphs:
        if paragraph.path.startswith("point:") and (match := _pattern("self_act", language).search(paragraph.text)):
            return next(
                (kind for pattern, kind in known.act_words if _begins_word(pattern).search(match[0])),
                None,
            )
    return None
