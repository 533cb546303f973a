"""Who signed, and who endorsed: `Алматы облысының әкімі А. Баталов`, then perhaps `"КЕЛІСІЛДІ" … З.Ж. Тастемірова`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import regex

from regkb.extract.dates import find_dates
from regkb.lang import words
from regkb.lang.header import HeaderWords
from regkb.normalize.passages import structure_pattern
from regkb.schemas.record import Language, Paragraph, Signatory

_INITIAL = r"\p{Lu}\p{Ll}?\.\s?"
_SURNAME = r"\p{Lu}[\p{L}'’]*\p{Ll}(?:-\p{Lu}[\p{L}'’]+)?"
# the last two words of: Үлгі облысының әкімі Бақытжан Үлгібаев
_FULL_NAME = regex.compile(rf"(?<=[\p{{Ll}}»\"]\s){_SURNAME}\s{_SURNAME}$")
_SEAL = regex.compile(r"(?<!\p{L})М\.\s?[ОП]\.")
# at either end of a position; the full stop of `м.а.` belongs to it
_EDGES = regex.compile(r"^[\s,.;:–—_/-]+|(?<![\s,;:–—_/-])(?:[\s,;:–—_/-]|(?<![\s.]\p{L})\.){1,60}$")


_IN_ROW = regex.compile(r"[^\S\n]+")
"""Between names in columns: which office each of them holds the row does not tell."""
_NO_POSITION = regex.compile(r"[№\d]|.{300}")
"""`… № 6-5 шешіміне келісім парағы`, `1 к решению …`: no one's office."""


class Signatures(NamedTuple):
    """Those who signed and those who endorsed (`КЕЛІСІЛДІ`), in reading order."""

    signatories: list[Signatory]
    agreed_by: list[Signatory]


def read_signatures(paragraphs: Sequence[Paragraph], language: Language) -> Signatures:
    """Return who signed and who endorsed, from the paragraphs with the path `signature`.

    Position and name are as written, without the line breaks between them and the day of signing. Who brought the act
    in (`Енгізуші: …`) neither signed nor endorsed it. Words without a name
    are kept as a position whose name is None, so that nothing is lost; but not what tells of an act: its number.
    """
    text = "\n".join(" ".join(paragraph.text.split()) for paragraph in paragraphs if paragraph.path == "signature")
    known = _patterns(language)
    for day in reversed(find_dates(text, language)):
        text = f"{text[: day.span[0]]} {text[day.span[1] :]}"
    text = _SEAL.sub(" ", known.blank_date.sub(" ", text))
    signed, *agreed = (known.brought_in.split(block)[0] for block in known.agreed.split(text))
    return Signatures(
        _read_people(signed, known),
        [person for block in agreed for person in _read_people(block, known)],
    )


class _Patterns(NamedTuple):
    name: regex.Pattern[str]
    agreed: regex.Pattern[str]
    brought_in: regex.Pattern[str]
    blank_date: regex.Pattern[str]
    patronymic: regex.Pattern[str]
    bodies: regex.Pattern[str]
    state: regex.Pattern[str]
    office: regex.Pattern[str]


@cache
def _patterns(language: Language) -> _Patterns:
    known: HeaderWords = words("header", language)
    # Әкімов and Советова are surnames, though they begin like an office
    body = rf"(?i:{known.bodies}(?<!(?:ов|ев|ин|ын)а?)(?!\p{{L}}))"
    # А. Баталов, З.Ж. Тастемірова; Баталов А.; an office is no surname: Министр З. …
    name = (
        rf"(?:{_INITIAL}){{1,3}}+(?!{body}){_SURNAME}"
        rf"|(?!{body}){_SURNAME}\s(?:{_INITIAL}){{1,2}}+(?!(?!{body})\s?\p{{Lu}})"
    )
    return _Patterns(
        name=regex.compile(rf"(?<![\p{{L}}.])(?:{name})"),
        agreed=regex.compile(rf"(?<!\p{{L}})(?:{known.agreed})(?!\p{{L}})", regex.IGNORECASE | regex.DOTALL),
        brought_in=regex.compile(rf"(?<!\p{{L}})(?:{known.brought_in})", regex.IGNORECASE),
        blank_date=regex.compile(known.blank_date, regex.IGNORECASE),
        patronymic=regex.compile(known.patronymic, regex.IGNORECASE),
        bodies=regex.compile(rf"(?<!\p{{L}}){known.bodies}", regex.IGNORECASE),
        state=regex.compile(known.state),
        office=structure_pattern("office", language),
    )


def _read_people(text: str, known: _Patterns) -> list[Signatory]:
    people, start, is_row = [], 0, False
    names = list(known.name.finditer(text))
    for match, following in pairwise([*names, None]):
        opens_row = following is not None and _IN_ROW.fullmatch(text, match.end(), following.start()) is not None
        held = text[start : match.start()]
        if opens_row and not is_row and held.strip():  # Аким области Председатель сессии | Б. Улгин И. Улгиев
            people.append(_person(held, None))
            held = ""
        people.append(_person(held, match[0]))
        start, is_row = match.end(), opens_row
    lines = [line for line in text[start:].split("\n") if line.strip()]
    offices = lines if all(known.office.fullmatch(line.strip()) for line in lines) else ["\n".join(lines)]
    for rest in filter(None, (_EDGES.sub("", " ".join(office.split())) for office in offices)):
        position, name = _split_full_name(rest, known)
        if name or not _NO_POSITION.search(position):
            people.append(_person(position, name))
    return people


def _split_full_name(text: str, known: _Patterns) -> tuple[str, str | None]:
    """Return position and name of someone whose names are written out; no name where there is none."""
    *before, last = text.split()
    stem = " ".join(before) if known.patronymic.fullmatch(last) and len(before) > 1 else text
    match = _FULL_NAME.search(stem)
    if match is None or known.bodies.search(match[0]) or known.state.fullmatch(match[0]):
        return text, None
    return text[: match.start()], text[match.start() :]


def _person(position: str, name: str | None) -> Signatory:
    return Signatory(
        position=_EDGES.sub("", " ".join(position.split())) or None,
        name=" ".join(name.split()) if name else None,
    )
