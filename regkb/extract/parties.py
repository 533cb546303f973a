"""The parties of a service: who provides it and who receives it, as the general provisions name them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from regkb.lang.patterns import compile_spanning
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
        bracket = compile_spanning(definition).search(text)
        if bracket is not None:
            before = text[: bracket.start()]
            # read from the right, where they end: a row of brackets takes no longer than one
            for pattern in (fields.provider_verb, rf"(?:\s*{fields.henceforth})+\s*"):
                behind = compile_spanning(rf"(?r){pattern}").match(before)
                before = before[: behind.start()] if behind else before
            within = {found.end() for found in compile_spanning(fields.named_within).finditer(before)}
            starts = compile_spanning(rf"(?:{fields.henceforth}|{fields.service_words})").finditer(before)
            start = max((found.end() for found in starts if found.end() not in within), default=0)
            if not _is_result(text, start, fields):
                return before[start:].strip(CLOSING) or None
    return None


def _is_result(text: str, start: int, fields: ServiceWords) -> bool:
    """Tell whether from `start` on stands what the result is: `Результат услуги | – выдача узоров (далее – …)`."""
    result = compile_spanning(fields.result_point).search(text)
    if result is None or not result.start() <= start <= result.start("result"):
        return False
    return bool(text[start : result.start("result")].strip())


def _read_named(
    texts: Sequence[str], sentence: str, meaning: str, fields: ServiceWords, read: Callable[[str], str | None]
) -> str | None:
    """Return the party that a sentence names; where it names none, or a term (`уәкілетті орган`), what that means."""
    named = _first_name(texts, sentence, read)
    if named is None or compile_spanning(fields.party).fullmatch(named):
        return _first_name(texts, meaning, read) or named
    return named


def _first_name(texts: Sequence[str], pattern: str, read: Callable[[str], str | None]) -> str | None:
    """Return the first name that a pattern finds and in which `read` reads a party."""
    found = (compile_spanning(pattern).search(text) for text in texts)
    return next((party for match in found if match and (party := read(match["name"].strip(CLOSING)))), None)


def _find_bodies(name: str, fields: ServiceWords) -> str | None:
    """Return the bodies among what a sentence names, without what is said of them before and the bracket behind."""
    bodies = _without_channels(compile_spanning(fields.provider_aside).sub("", name), fields)
    return compile_spanning(rf"\s*{fields.henceforth}$").sub("", bodies) if bodies else None


def _without_channels(name: str, fields: ServiceWords) -> str | None:
    """Return the bodies among what a sentence names, without the portals beside them and the site that lists them.

    `қала бөлімдері | , сондай-ақ www.egov.kz веб-порталы`, `бөлімдер | Министрліктің үлгі.kz интернет-ресурсында`.
    """
    channel = compile_spanning(fields.channel).search(name)
    if channel is None:
        return name
    before = [name[: body.end()] for body in compile_spanning(fields.body).finditer(name, 0, channel.start())]
    bodies = [part for part in before if part.count("(") == part.count(")")]
    if bodies:
        return bodies[-1]
    behind = compile_spanning(fields.behind_channel).sub("", name[channel.end() :]).strip(CLOSING)
    return _without_channels(behind, fields) if compile_spanning(fields.body).search(behind) else None
