"""What people type for an act (an id, number and date, part of a title) → the acts of the base that it fits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

import regex
from rapidfuzz import fuzz

from regkb.errors import RegkbError
from regkb.extract.act_numbers import BARE_NUMBER_PATTERN, NUMBER_PATTERN, clean_number
from regkb.extract.dates import find_dates
from regkb.lang import LANGUAGES, words
from regkb.normalize.lookalikes import LOOKALIKES
from regkb.schemas.record import Day

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LEAST_ALIKE = 85.0
"""A title fits what was typed from this share of like letters on, in per cent: a slip or two in a word."""
NEARLY_BEST = 2.0
"""Titles that fit less well than the best one by more than this are not offered beside it."""
LEAST_LETTERS = 3
MOST_NEAR = 5
"""Acts that are offered where none fits."""
LONGEST_REF = 500

_NUMBER = regex.compile(NUMBER_PATTERN)
_BARE_NUMBER = regex.compile(rf"(?<!\S){BARE_NUMBER_PATTERN}(?!\S)")
_YEAR = regex.compile(r"(?<!\S)(?<year>(?:19|20)\d\d)(?!\S)")


@dataclass(frozen=True, slots=True)
class Match:
    """An act that fits; `ingested` is false where it is only cited; `score` is below 100 for a title with slips."""

    id: str
    title: str | None
    issuer: str | None
    number: str | None
    date: Day | None
    registration_number: str | None
    ingested: bool
    score: float = 100.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the typed words ask for, as far as they say: a number, a day or a year, and other words."""

    number: str | None = None
    date: Day | None = None
    year: int | None = None
    rest: str = ""


class ActNotFound(RegkbError):  # noqa: N818 - what it says is that the base lacks it
    """Nothing in the base fits. That an act is not in the base never means that it does not exist."""

    def __init__(self, text: str, near: list[Match] | None = None) -> None:
        lines = tuple(describe_match(match) for match in near or ())
        remedy = "did you mean" if lines else "ingest its text, or try part of its title: regkb list"
        super().__init__(f"«{text}» is not in this base", remedy, lines)


class OnlyCited(RegkbError):  # noqa: N818 - what it says is how the act is known
    """The act is known from what other acts say of it; its text is not in the base."""

    def __init__(self, match: Match) -> None:
        super().__init__(
            "the act is only cited here, its text is not in this base", "ingest it", (describe_match(match),)
        )
        self.match = match


class SeveralActs(RegkbError):  # noqa: N818 - what it says is that a choice is left
    """More than one act fits, and nothing is guessed; `matches` lists them."""

    def __init__(self, text: str, matches: list[Match]) -> None:
        lines = tuple(describe_match(match) for match in matches)
        super().__init__(f"{len(matches)} acts fit «{text}»", "give the id, or number and date", lines)
        self.matches = matches


def find_act(con: DuckDBPyConnection, text: str) -> Match:
    """Return the one act that fits what a person typed. Raises ActNotFound or SeveralActs."""
    return _choose(con, text, find_acts(con, text))


def find_ingested(con: DuckDBPyConnection, text: str) -> Match:
    """Return the one act that fits and whose text is in the base: for what needs the text, others are no choice.

    Raises ActNotFound, SeveralActs, or OnlyCited where nothing but a cited act fits.
    """
    matches = find_acts(con, text)
    match = _choose(con, text, [match for match in matches if match.ingested] or matches)
    if not match.ingested:
        raise OnlyCited(match)
    return match


def _choose(con: DuckDBPyConnection, text: str, matches: list[Match]) -> Match:
    """Return the only match; nothing is guessed where there are several."""
    if not matches:
        raise ActNotFound(text, _find_longer_numbers(con, text)[:MOST_NEAR])
    if len(matches) > 1:
        raise SeveralActs(text, matches)
    return matches[0]


def find_acts(con: DuckDBPyConnection, text: str) -> list[Match]:
    """Return the acts that fit what a person typed, the best first; several mean that nothing may be guessed.

    `text` is an id (`/akn/kz/act/…`), `№ 275`, `275 2016-06-02`, `2016 жылғы 2 маусымдағы № 275`, `275 2016`, a
    registration number, part of a title with slips in it, or words of the title or the issuer beside a number or date.
    """
    text = " ".join(text[:LONGEST_REF].split())
    if text.startswith("/"):
        return _select(con, "id = ?", [text.rstrip("/")])
    wanted = read_ref(text)
    if wanted.number or wanted.date or wanted.year:
        found = _find_by_number(con, wanted)
        if _has_letters(wanted.rest):
            found = _keep_alike(found, wanted.rest)
        if found or not _has_letters(text):
            return found
    return _find_by_title(con, text) if _has_letters(text) else []


def describe_match(match: Match) -> str:
    """Return an act in one line: id, number, day, issuer, title, and whether it is only cited."""
    known = (match.id, f"№ {match.number or '?'}", match.date, match.issuer, match.title)
    line = "  ".join(str(value) for value in known if value)
    return line if match.ingested else f"{line}  (only cited)"


def read_ref(text: str) -> Wanted:
    """Return what the words ask for: a date in any form, a number with or without its sign, a year beside a number."""
    wanted = Wanted()
    for language in LANGUAGES:
        for phrase in find_dates(text, language):
            if phrase.date and wanted.date is None:
                wanted = Wanted(date=phrase.date)
                text = f"{text[: phrase.span[0]]} {text[phrase.span[1] :]}"
                break
    signed = _NUMBER.search(text)
    if signed:
        text = f"{text[: signed.start()]} {text[signed.end() :]}"
        wanted = replace(wanted, number=clean_number(signed["number"]))
    else:
        figures = list(_BARE_NUMBER.finditer(text))
        others = [match for match in figures if not _YEAR.fullmatch(match[0])]
        candidates = others or figures
        if len(candidates) == 1:
            (bare,) = candidates
            wanted = replace(wanted, number=clean_number(bare["number"]))
            text = f"{text[: bare.start()]} {text[bare.end() :]}"
    year = _YEAR.search(text)
    if year and not wanted.date:
        text = f"{text[: year.start()]} {text[year.end() :]}"
        wanted = replace(wanted, year=int(year["year"]))
    return replace(wanted, rest=" ".join(text.split()))


def fold(text: str) -> str:
    """Return the text in lower case, letters merged that people type for one another: ә and а, й and и, Latin i."""
    return text.lower().translate(_letters())


@cache
def _letters() -> dict[int, str]:
    """Return the table that folds lower-case letters, Latin look-alikes first."""
    merged = {**words("stems", "kk").fold, "й": "и"}
    lower = {letter: merged.get(letter, letter) for letter in merged}
    for latin, cyrillic in LOOKALIKES.items():
        letter = chr(cyrillic)
        if chr(latin).islower():
            lower[chr(latin)] = merged.get(letter, letter)
    return str.maketrans(lower)


def _has_letters(text: str) -> bool:
    """Tell whether there are enough letters to look for in titles."""
    return sum(letter.isalpha() for letter in text) >= LEAST_LETTERS


def _select(con: DuckDBPyConnection, condition: str, values: list[object]) -> list[Match]:
    """Return the acts for which the SQL condition holds, the newest first."""
    rows = con.execute(
        "SELECT id, title, issuer, number, date, registration_number, ingested FROM act"
        f" WHERE {condition} ORDER BY ingested DESC, date DESC NULLS LAST, id",
        values,
    ).fetchall()
    return [Match(*row) for row in rows]


def _find_by_number(con: DuckDBPyConnection, wanted: Wanted) -> list[Match]:
    """Return the acts of that number (their own, or of their registration), day and year, as far as these are told."""
    conditions: list[str] = []
    values: list[object] = []
    if wanted.number:
        # the figures stay as they are, whatever the letters around them
        figures = max(regex.findall(r"\d+", wanted.number), key=len)
        conditions.append("(contains(number, ?) OR registration_number = ?)")
        values += [figures, wanted.number]
    if wanted.date:
        conditions.append("date = ?")
        values.append(wanted.date)
    if wanted.year:
        conditions.append("year(date) = ?")
        values.append(wanted.year)
    found = _select(con, " AND ".join(conditions), values)
    return [match for match in found if not wanted.number or _is_numbered(match, wanted.number)]


def _find_longer_numbers(con: DuckDBPyConnection, text: str) -> list[Match]:
    """Return the acts in whose number the typed one stands: `4/322` in `А-4/322`."""
    number = fold(read_ref(text).number or "")
    if not number:
        return []
    figures = max(regex.findall(r"\d+", number), key=len)
    whole = regex.compile(rf"(?<!\d){regex.escape(number)}(?!\d)")
    found = _select(con, "contains(number, ?)", [figures])
    return [match for match in found if whole.search(fold(match.number or ""))]


def _is_numbered(match: Match, number: str) -> bool:
    """Tell whether the act or its registration has that number."""
    return number == match.registration_number or fold(match.number or "") == fold(number)


def _find_by_title(con: DuckDBPyConnection, text: str) -> list[Match]:
    """Return the acts whose title, or issuer and title, holds the words; with slips where none holds them exactly."""
    typed = fold(text)
    letters = _letters()
    exact = _select(
        con,
        "contains(translate(lower(concat_ws(' ', issuer, title)), ?, ?), ?)",
        ["".join(map(chr, letters)), "".join(letters.values()), typed],
    )
    if exact:
        return exact
    rows = con.execute("SELECT id, concat_ws(' ', issuer, title) FROM act WHERE title IS NOT NULL").fetchall()
    scores = {act_id: score for act_id, name in rows if (score := _compare(typed, fold(name))) >= LEAST_ALIKE}
    best = max(scores.values(), default=0.0)
    scores = {act_id: score for act_id, score in scores.items() if score >= best - NEARLY_BEST}
    found = _select(con, "id IN (SELECT unnest(?::VARCHAR[]))", [list(scores)])
    return sorted((replace(match, score=scores[match.id]) for match in found), key=lambda match: -match.score)


def _keep_alike(found: list[Match], text: str) -> list[Match]:
    """Return those whose issuer and title fit the words."""
    typed = fold(text)
    scored = [
        replace(match, score=_compare(typed, fold(f"{match.issuer or ''} {match.title or ''}"))) for match in found
    ]
    return sorted((match for match in scored if match.score >= LEAST_ALIKE), key=lambda match: -match.score)


def _compare(typed: str, name: str) -> float:
    """Return how well the words fit a part of the name, in per cent; both folded."""
    whole = len(typed) > len(name)
    score: float = fuzz.ratio(typed, name) if whole else fuzz.partial_ratio(typed, name, score_cutoff=LEAST_ALIKE)
    return score
