"""What the general provisions of a regulation say of the service: provider, recipient, fee, form, result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from regkb.extract.listings import Point, read_lists, strip_number
from regkb.extract.parties import CLOSING, read_provider, read_recipient
from regkb.lang import words
from regkb.lang.patterns import compile_spanning
from regkb.lang.services import ServiceWords

SENTENCE_END = regex.compile(r"(?<=\p{L}{3}|[)\"»”])\.\s+(?=\p{Lu})")


@dataclass(frozen=True, slots=True)
class ServiceFields:
    """The fields as written in the act; `None` or empty where it says nothing."""

    provider: str | None
    recipient: str | None
    fee: Literal["free"] | None
    form: tuple[Literal["electronic", "paper"], ...]
    automation: Literal["full", "partial"] | None
    result: str | None


def read_fields(points: Sequence[Point], language: str, others: Sequence[Point] = ()) -> ServiceFields:
    """Return the fields of a service from the points of its general provisions; `others` may tell of the fee."""
    fields: ServiceWords = words("services", language)
    texts = _texts(points)
    parts = [*points, *_inner(points)]
    form = next((_whole(part) for part in parts if compile_spanning(fields.form_point).search(part.text)), "")
    return ServiceFields(
        provider=read_provider(texts, fields),
        recipient=read_recipient(texts, fields),
        fee="free" if _is_free(texts, fields.free) or _is_free(_texts(others), fields.free_sentence) else None,
        form=_read_form(form, fields),
        automation=_read_automation(form, fields),
        result=_first(_read_result(point, fields) for point in points)
        or _first(_read_result(part, fields) for part in _inner(points) if _opens(fields.result_point, part)),
    )


def _texts(points: Sequence[Point]) -> list[str]:
    return [strip_number(paragraph.text) for point in points for paragraph in point.paragraphs]


def _is_free(texts: Iterable[str], pattern: str) -> bool:
    return any(compile_spanning(pattern).search(text) for text in texts)


def _read_form(text: str, fields: ServiceWords) -> tuple[Literal["electronic", "paper"], ...]:
    forms: list[Literal["electronic", "paper"]] = []
    if compile_spanning(fields.electronic).search(text):
        forms.append("electronic")
    if compile_spanning(fields.paper).search(text):
        forms.append("paper")
    return tuple(forms)


def _read_automation(text: str, fields: ServiceWords) -> Literal["full", "partial"] | None:
    if compile_spanning(fields.full).search(text):
        return "full"
    return "partial" if compile_spanning(fields.partial).search(text) else None


def _read_result(point: Point, fields: ServiceWords) -> str | None:
    """Return the result that a point states: what follows its name, a list with its numbers on lines of its own.

    Where the name stands behind, what precedes it is the result (`паспорт қызмет көрсету нәтижесі болып табылады`).
    A point that says of which part of the service it is the result stands whole.
    """
    found = compile_spanning(fields.result_point).search(point.text)
    if found is None:
        return None
    stated = found["result"] if found.start() == 0 else point.text
    if found.start() and compile_spanning(fields.result_copula).fullmatch(found["result"]):
        stated = point.text[: found.start()]
    others = compile_spanning(f"{fields.form_of_result}|{fields.free_sentence}")
    sentences = [part for part in SENTENCE_END.split(stated) if not others.search(part)]
    parts = [". ".join(sentences).strip(CLOSING), *_listed(point)]
    return "\n".join(part for part in parts if part).strip(CLOSING) or None


def _inner(points: Sequence[Point]) -> Iterator[Point]:
    """Yield what each point says from its second paragraph on, from the third, and so on: each may tell a field too."""
    for point in points:
        for place in range(1, len(point.paragraphs)):
            yield Point(point.path, point.heading, point.paragraphs[place:])


def _opens(pattern: str, point: Point) -> bool:
    return compile_spanning(pattern).match(point.text) is not None


def _first(results: Iterable[str | None]) -> str | None:
    return next((result for result in results if result), None)


def _whole(point: Point) -> str:
    """Return the first paragraph of a point, and its first list where that paragraph introduces one."""
    return "\n".join([point.text, *_listed(point)])


def _listed(point: Point) -> list[str]:
    """Return the paragraphs of the list that a point's first paragraph introduces, as they stand."""
    if not point.text.rstrip().endswith(":"):
        return []
    return [part.text for listing in read_lists(point)[:1] for item in listing.items for part in item.paragraphs]
