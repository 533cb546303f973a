"""The parties of a service: who provides it and who receives it, as the general provisions name them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

import regex

from regkb.lang.services import ServiceWords

CLOSING = " \n;.,:–—-"


def read_provider(texts: Sequence[str], fields: ServiceWords) -> str | None:
    """Return the bodies that provide the service as `texts` name them; None where they name a portal alone."""
    defined = _read_definition(texts, fields.provider_definition, fields)
    bodies = _find_bodies(defined, fields) if defined else None
    return bodies or _read_named(
        texts, fields.provider_sentence, fields.provider_meaning, fields, lambda name: _find_bodies(name, fields)
    )


def read_recipient(texts: Sequence[str], fields: ServiceWords) -> str | None:
    """Return whom `texts` say that the service is for."""
    return _read_definition(texts, fields.recipient_definition, fields) or _read_named(
        texts, fields.recipient_sentence, fields.recipient_meaning, fields, lambda name: name
    )


def _read_definition(texts: Sequence[str], definition: str, fields: ServiceWords) -> str | None:
    """Return what stands before the bracket that gives a party its short name."""
    for text in texts:
        bracket = _compiled(definition).search(text)
        if bracket is not None:
            before = _compiled(fields.provider_verb).sub("", text[: bracket.start()])
            before = _compiled(rf"(?:\s*{fields.henceforth})+\s*$").sub("", before)
            within = {found.end() for found in _compiled(fields.named_within).finditer(before)}
            starts = _compiled(rf"(?:{fields.henceforth}|{fields.service_words})").finditer(before)
            start = max((found.end() for found in starts if found.end() not in within), default=0)
            if not _is_result(text, start, fields):
                return before[start:].strip(CLOSING) or None
    return None


def _is_result(text: str, start: int, fields: ServiceWords) -> bool:
    """Tell whether from `start` on stands what the result is: `Результат услуги | – выдача узоров (далее – …)`."""
    result = _compiled(fields.result_point).search(text)
    if result is None or not result.start() <= start <= result.start("result"):
        return False
    return bool(text[start : result.start("result")].strip())


def _read_named(
    texts: Sequence[str], sentence: str, meaning: str, fields: ServiceWords, read: Callable[[str], str | None]
) -> str | None:
    """Return the party that a sentence names; where it names none, or a term (`уәкілетті орган`), what that means."""
    named = _first_name(texts, sentence, read)
    if named is None or _compiled(fields.party).fullmatch(named):
        return _first_name(texts, meaning, read) or named
    return named


def _first_name(texts: Sequence[str], pattern: str, read: Callable[[str], str | None]) -> str | None:
    """Return the first name that a pattern finds and in which `read` reads a party."""
    found = (_compiled(pattern).search(text) for text in texts)
    return next((party for match in found if match and (party := read(match["name"].strip(CLOSING)))), None)


def _find_bodies(name: str, fields: ServiceWords) -> str | None:
    """Return the bodies among what a sentence names, without what is said of them before and the bracket behind."""
    bodies = _without_channels(_compiled(fields.provider_aside).sub("", name), fields)
    return _compiled(rf"\s*{fields.henceforth}$").sub("", bodies) if bodies else None


def _without_channels(name: str, fields: ServiceWords) -> str | None:
    """Return the bodies among what a sentence names, without the portals beside them and the site that lists them.

    `қала бөлімдері | , сондай-ақ www.egov.kz веб-порталы`, `бөлімдер | Министрліктің үлгі.kz интернет-ресурсында`.
    """
    channel = _compiled(fields.channel).search(name)
    if channel is None:
        return name
    before = [name[: body.end()] for body in _compiled(fields.body).finditer(name, 0, channel.start())]
    bodies = [part for part in before if part.count("(") == part.count(")")]
    if bodies:
        return bodies[-1]
    behind = _compiled(fields.behind_channel).sub("", name[channel.end() :]).strip(CLOSING)
    return _without_channels(behind, fields) if _compiled(fields.body).search(behind) else None


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern, regex.IGNORECASE | regex.DOTALL)
