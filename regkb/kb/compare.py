"""The two texts of one act compared: both are authentic, so that what they state differently is a doubt for a lawyer.

Compared are the headers, the provisions that each text has, and in each pair of provisions the dates, the lengths of
time, the places that are cited, the numbers of acts and the other figures. Words are not compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import regex

from regkb.extract.act_numbers import find_numbers
from regkb.extract.blots import blot_out
from regkb.extract.dates import find_dates
from regkb.extract.durations import find_durations
from regkb.extract.locators import LEVELS, find_places
from regkb.kb.bilingual import pair_provisions
from regkb.lang.transliteration import to_latin_by_sight
from regkb.schemas.record import Act, Diagnostic, Duration, EffectRule, Language, Locator, Service, Span

CODE = "languages."
"""How the codes of these diagnostics begin."""

_NUMBERED = regex.compile(r"(?:.*/)?(?:annex|section|point|subpoint):[^/]+")
_FIGURE = regex.compile(r"\d+(?:[.,]\d+)?")


def compare_expressions(kk: Act, ru: Act) -> list[Diagnostic]:
    """Return what the Kazakh and the Russian text of one act state differently, in reading order.

    `at` is the path of the provision (of the header: `info`, of a service: where its annex begins); the message has
    both readings.
    A point, a subpoint, a section or an annex that one text lacks is a warning, an unnumbered paragraph a remark.
    """
    found = [*_compare_headers(kk, ru)]
    for path, left, right in pair_provisions(kk.paragraphs, ru.paragraphs):
        if left is not None and right is not None:
            found += _compare_texts(path, left, right)
        else:
            found += _report_missing(path, "Kazakh" if left is None else "Russian")
    return [*found, *_compare_services(kk, ru)]


# -- headers


def _compare_headers(kk: Act, ru: Act) -> Iterator[Diagnostic]:
    facts: tuple[tuple[str, Callable[[Act], object]], ...] = (
        ("type", lambda act: act.type),
        ("number", lambda act: to_latin_by_sight(act.number or "")),
        ("date", lambda act: act.date),
        ("status", lambda act: act.status),
        ("registration number", lambda act: act.registration and act.registration.number),
        ("registration date", lambda act: act.registration and act.registration.date),
        ("repealing act", lambda act: act.repeal and act.repeal.by and _act_key(act)),
        ("legal force", lambda act: act.commencement and _rule_key(act.commencement.in_force)),
        ("application", lambda act: act.commencement and _rule_key(act.commencement.applied)),
    )
    for name, read in facts:
        left, right = read(kk), read(ru)
        if left != right:
            yield _doubt("header", "info", f"{name}: {_say(left)} in the Kazakh text, {_say(right)} in the Russian")


def _act_key(act: Act) -> Hashable:
    by = act.repeal and act.repeal.by
    return by and (by.type, by.date, to_latin_by_sight(by.number or ""))


def _rule_key(rule: EffectRule | None) -> Hashable:
    return rule and (rule.event, rule.days, rule.calendar, rule.date)


# -- provisions


def _report_missing(path: str, language: str) -> Iterator[Diagnostic]:
    numbered = _NUMBERED.fullmatch(path.removesuffix("/heading")) is not None
    yield Diagnostic(
        code=f"{CODE}provision",
        at=path,
        message=f"the {language} text lacks it",
        severity="warning" if numbered else "info",
    )


@dataclass(frozen=True, slots=True)
class _Figures:
    """What a provision states in figures and in words for figures, alike in both languages."""

    dates: Counter[Hashable]
    durations: Counter[Hashable]
    places: Counter[Hashable]
    numbers: Counter[Hashable]
    figures: Counter[Hashable]


def _compare_texts(path: str, kk: str, ru: str) -> Iterator[Diagnostic]:
    if not (_FIGURE.search(kk) or _FIGURE.search(ru)) and not (find_durations(kk, "kk") or find_durations(ru, "ru")):
        return
    left, right = _read_figures(kk, "kk"), _read_figures(ru, "ru")
    for kind in ("dates", "durations", "places", "numbers", "figures"):
        ours, theirs = getattr(left, kind), getattr(right, kind)
        if ours != theirs:
            told = f"{_list(ours - theirs)} in the Kazakh text, {_list(theirs - ours)} in the Russian"
            yield _doubt(kind.removesuffix("s"), path, told)


def _read_figures(text: str, language: Language) -> _Figures:
    """Return what `text` states; each stretch counts for one kind alone, in the order of the fields."""
    dates = [(phrase.date or phrase.month_day, phrase.span) for phrase in find_dates(text, language)]
    text = blot_out(text, (span for _, span in dates), " ")
    durations = [(_duration_key(found), found.span or (0, 0)) for found in find_durations(text, language)]
    text = blot_out(text, (span for _, span in durations), " ")
    places = [
        (key, (place.start, place.end))
        for run in find_places(text, language)
        for place in run
        for key in _place_keys(place.locator)
    ]
    text = blot_out(text, (span for _, span in places), " ")
    numbers = [(to_latin_by_sight(phrase.number), phrase.span) for phrase in find_numbers(text)]
    text = blot_out(text, (span for _, span in numbers), " ")
    figures = [found[0].replace(",", ".").lstrip("0") for found in _FIGURE.finditer(text)]
    return _Figures(
        _count(dates), _count(durations), Counter({key for key, _ in places}), _count(numbers), Counter(figures)
    )


def _count(found: Iterable[tuple[Hashable, Span]]) -> Counter[Hashable]:
    return Counter(key for key, _ in found)


def _duration_key(duration: Duration) -> Hashable:
    """Return what both languages must say alike; how a limit is worded (`аспайды`, `в течение`) is the language's."""
    return duration.value, duration.max, duration.unit, duration.day_type


def _place_keys(locator: Locator) -> Iterator[Hashable]:
    for level in LEVELS:
        value = getattr(locator, level)
        for number in value if isinstance(value, list) else [value]:
            if number:
                yield level, number


# -- services


def _compare_services(kk: Act, ru: Act) -> Iterator[Diagnostic]:
    others = {service.annex: service for service in ru.services}
    for left in kk.services:
        right = others.get(left.annex)
        if right is None:
            continue
        facts: tuple[tuple[str, Callable[[Service], object]], ...] = (
            ("fee", lambda service: service.fee),
            ("form", lambda service: sorted(service.form)),
            ("automation", lambda service: service.automation),
            ("steps of each procedure", lambda service: [(each.kind, len(each.steps)) for each in service.procedures]),
        )
        for name, read in facts:
            ours, theirs = read(left), read(right)
            if ours != theirs:
                told = f"{name}: {_say(ours)} in the Kazakh text, {_say(theirs)} in the Russian"
                yield _doubt("service", _first_path(kk, f"annex:{left.annex}/"), told)


def _first_path(act: Act, prefix: str) -> str | None:
    return next((paragraph.path for paragraph in act.paragraphs if paragraph.path.startswith(prefix)), None)


# -- words


def _doubt(kind: str, at: str | None, message: str) -> Diagnostic:
    return Diagnostic(code=f"{CODE}{kind}", at=at, message=message, severity="warning")


def _list(keys: Counter[Hashable]) -> str:
    return ", ".join(sorted(map(_say, keys.elements()))) or "nothing"


def _say(value: object) -> str:
    """Return a fact in words: `3 working days` as `3 day working`, a date as ISO 8601, nothing as `none`."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return " ".join(_say(part) for part in value if part is not None) or "none"
    return "none" if value in (None, "") else str(value)
