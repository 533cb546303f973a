"""Lists in annexes by which an act acts: `осы қаулының қосымшасына сәйкес … күші жойылды деп танылсын`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property

import regex

from regkb.extract.blots import blot_out
from regkb.extract.locators import find_places
from regkb.extract.provisions import Provision, group_points
from regkb.extract.quotations import find_quotations
from regkb.lang import words
from regkb.lang.actions import ActionWords
from regkb.schemas.record import ActRef, Language, Paragraph, Reference, SelfRef

_HEADS = ("stamp", "title")


class AnnexedLists:
    """The annexes of one act; `cited` has the references of each paragraph under its place among `paragraphs`."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], cited: Mapping[int, Sequence[Reference]], language: Language
    ) -> None:
        self._cited = cited
        self._language: Language = language
        self._annexed: dict[str, list[Provision]] = {}
        for index, paragraph in enumerate(paragraphs):
            head = paragraph.path.partition("/")[0]
            if head.startswith("annex:"):
                self._annexed.setdefault(head, []).append(Provision(index, paragraph))

    def items_for(self, provision: Provision) -> Iterator[Provision]:
        """Yield what stands in the annex that a paragraph names, stamp and title left out: the list is not about them.

        Which annex one without a number is, its stamp tells; where it does not, the only annex is meant.
        """
        numbers = self._numbers(provision)
        wanted = {f"annex:{number}" for number in numbers if number} | (self._unnumbered if "" in numbers else set())
        for head, annexed in self._annexed.items():
            if head in wanted:
                yield from _body(annexed)

    @cached_property
    def changes(self) -> list[list[Provision]]:
        """The points of the annexes whose title says that they list changes; quoted wording is left out."""
        pattern = _changes(self._language)
        return [
            point
            for head, annexed in self._annexed.items()
            if any(each.paragraph.path == f"{head}/title" and pattern.search(each.paragraph.text) for each in annexed)
            for point in group_points(each for each in _body(annexed) if not each.paragraph.path.endswith("/quote"))
        ]

    def _numbers(self, provision: Provision) -> set[str]:
        """Return the numbers of the annexes that a paragraph names, also without saying whose they are."""
        numbers: set[str] = set()
        for reference in self._cited.get(provision.index, ()):
            if isinstance(reference.target, SelfRef) and reference.locator:
                numbers |= _listed(reference.locator.annex)
        if not numbers:
            text = provision.paragraph.text
            for run in find_places(blot_out(text, find_quotations(text)), self._language):
                numbers |= {number for place in run for number in _listed(place.locator.annex)}
        return numbers

    @cached_property
    def _unnumbered(self) -> set[str]:
        """The one annex without a number; none where several are or might be it."""
        stamped = {
            head
            for head, annexed in self._annexed.items()
            for each in annexed
            if each.paragraph.path == f"{head}/stamp" and any(map(_has_no_number, self._cited.get(each.index, ())))
        }
        return next((heads for heads in (stamped, set(self._annexed)) if len(heads) == 1), set())


def _body(annexed: Sequence[Provision]) -> Iterator[Provision]:
    return (each for each in annexed if each.paragraph.path.partition("/")[2] not in _HEADS)


def _has_no_number(reference: Reference) -> bool:
    """Tell whether a reference calls what it stands in the annex of an act, without a number."""
    return isinstance(reference.target, ActRef) and reference.locator is not None and reference.locator.annex == ""


def _listed(annex: str | list[str] | None) -> set[str]:
    if annex is None:
        return set()
    return {annex} if isinstance(annex, str) else set(annex)


@cache
def _changes(language: Language) -> regex.Pattern[str]:
    known: ActionWords = words("actions", language)
    return regex.compile(known.changes_listed, regex.IGNORECASE)
