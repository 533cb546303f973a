"""Procedures: which lists of a regulation are ordered steps, and through whom they go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from regkb.extract.actors import find_actor
from regkb.extract.durations import find_durations
from regkb.extract.inline_lists import read_inline_lists
from regkb.extract.listings import Listing, Point, number_width, read_lists
from regkb.extract.noun_phrases import Sentence
from regkb.extract.point_steps import read_point_steps
from regkb.extract.sentence_steps import add_sentences
from regkb.extract.steps import is_case, is_limit, read_step
from regkb.lang import words
from regkb.lang.patterns import compile_any_case, compile_folded, compile_spanning
from regkb.lang.procedures import ProcedureWords, SectionKind
from regkb.repeats import read_once
from regkb.schemas.record import Diagnostic, Procedure, ProcedureKind

ListKind = Literal["branches", "roles", "limits", "results", "procedure", "other"]
LONGEST_INTRO = 1000
"""Characters at either end of an introducing sentence that tell what it introduces."""
LONGEST_QUOTE = 200
BRACKET = regex.compile(r"\([^()]*\)")
PROCEDURE_SECTIONS = ("provider", "interaction", "external")


@dataclass(frozen=True, slots=True)
class PointLists:
    """A point with its lists, each with what it holds; `inline` are those in one paragraph that are no steps.

    `steps` is the list of steps that stands here and whose items are points of their own.
    """

    point: Point
    lists: tuple[tuple[ListKind, Listing], ...]
    inline: tuple[tuple[ListKind, Listing], ...]
    steps: Listing | None = None


def read_point_lists(points: Sequence[Point], language: str) -> list[PointLists]:
    """Return the points of one regulation, each with its lists, in reading order."""

    def classify(listings: Iterable[Listing]) -> tuple[tuple[ListKind, Listing], ...]:
        return tuple((classify_list(listing, language), listing) for listing in listings)

    def with_sentences(point: Point, lists: Iterable[Listing]) -> tuple[tuple[ListKind, Listing], ...]:
        return tuple(
            (kind, add_sentences(listing, point, language) if kind == "procedure" else listing)
            for kind, listing in classify(lists)
        )

    listed = [(point, read_lists(point)) for point in points]
    steps = {listing.point: listing for listing in _list_point_steps(listed, language)}
    taken = _indexes([*steps.values(), *(listing for _, lists in listed for listing in lists)])
    result: list[PointLists] = []
    for point, lists in listed:
        inline = classify(read_inline_lists(point))
        own = [found for found in inline if found[0] == "procedure" and _is_procedure(found[1], taken, language)]
        found = sorted((*with_sentences(point, lists), *own), key=lambda kind_and_list: _first_index(kind_and_list[1]))
        others = tuple(each for each in inline if each not in own)
        result.append(PointLists(point, tuple(found), others, steps.get(point.path)))
    return result


def _indexes(listings: Iterable[Listing]) -> frozenset[int]:
    """Return the indexes of all paragraphs that belong to the items of lists."""
    return frozenset(part.index for listing in listings for item in listing.items for part in item.paragraphs)


def _first_index(listing: Listing) -> int:
    return listing.items[0].paragraphs[0].index


def _is_procedure(listing: Listing, taken: frozenset[int], language: str) -> bool:
    """Tell whether the items of a list that stands in one paragraph are steps: numbered, and no part of another list.

    `7. Рәсімдердің реттілігі: 1) маман өтінішті тіркейді; 2) басшы қол қояды.`
    """
    is_numbered = number_width(listing.items[0].paragraphs[0].text) > 0
    in_section = classify_section(listing.heading, language) in PROCEDURE_SECTIONS
    return is_numbered and in_section and _first_index(listing) not in taken


def _list_point_steps(listed: Sequence[tuple[Point, Sequence[Listing]]], language: str) -> list[Listing]:
    """Return the lists of steps that are points of their own, in the sections whose headings tell procedures."""
    told = [
        (point, lists) for point, lists in listed if classify_section(point.heading, language) in PROCEDURE_SECTIONS
    ]
    return [
        listing
        for listing in read_point_steps(told, language)
        if _has_no_intro(listing) or classify_list(listing, language) == "procedure"
    ]


def find_procedures(points: Sequence[PointLists], language: str) -> list[Procedure]:
    """Return the procedures of one regulation in reading order, each with its steps and, where another point lists
    them, the results of the steps.
    """
    procedures: list[Procedure] = []
    for point in points:
        if point.steps:
            procedures.append(_read_procedure(point.steps, language))
        inline = (found for found in point.inline if found[0] == "results")
        for kind, listing in (*point.lists, *inline):
            if kind == "results" and procedures:
                results = [item.text.strip(" ;.,") for item in listing.items]
                procedures[-1] = procedures[-1].model_copy(update={"results": results, "results_at": listing.point})
            elif kind == "procedure":
                procedures.append(_read_procedure(listing, language))
    return procedures


def _read_procedure(listing: Listing, language: str) -> Procedure:
    steps = [read_step(item, language) for item in listing.items]
    return Procedure(at=listing.point, kind=classify_procedure(listing, language), steps=steps)


def report_point_steps(points: Sequence[PointLists]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each list of steps that no sentence introduces, since they are points of their own."""
    for point in points:
        if point.steps and _has_no_intro(point.steps):
            first, last = point.steps.items[0].number, point.steps.items[-1].number
            yield Diagnostic(
                code="procedure.steps_as_points",
                at=point.steps.point,
                message=f"points {first} to {last} are read as steps by their form; no sentence introduces them",
                severity="info",
            )


def _has_no_intro(listing: Listing) -> bool:
    return listing.point == listing.items[0].path


def find_branches(points: Sequence[PointLists]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each list that holds what one step may end with; its items are no steps one after another.

    Who decides and what comes before stands in prose, from which no step is read.
    """
    for point in points:
        for kind, listing in point.lists:
            if kind == "branches":
                yield Diagnostic(
                    code="procedure.branches_without_step",
                    at=listing.point,
                    message=f"a list of what one step may end with, not read as steps: {listing.intro[:LONGEST_QUOTE]}",
                )


def classify_list(listing: Listing, language: str) -> ListKind:
    """Return what a list holds, by the sentence that introduces it and by its section.

    A list that no word of its introduction tells is a procedure where most of its items have a label or take time, or
    in a section on procedures tell what somebody does; it holds branches of one step where most of them are nothing but
    a case with its length. A list whose items all name a limit on the service (`күтудің ең ұзақ уақыты – 15 минут`) has
    limits, whatever introduces it.
    """
    grammar: ProcedureWords = words("procedures", language)
    intro = _plain(listing.intro)
    section = classify_section(listing.heading, language)
    if told := _find_told_kind(intro, language):
        return told
    if all(is_limit(item.text, language) for item in listing.items):
        return "limits"
    if section in ("general", "other") or compile_folded(grammar.other_list, re.DOTALL).search(intro):
        return "other"
    # `6. Көрсету кезеңдері: | Орталық арқылы: | 1) …`: the point introduces what its lists hold
    is_part = listing.point_text.rstrip().endswith(":") and compile_folded(grammar.part, re.DOTALL).search(intro)
    if compile_folded(grammar.procedure, re.DOTALL).search(
        f"{_plain(listing.point_text)} {intro}" if is_part else intro
    ):
        return "procedure"
    if sum(is_case(item.text, language) for item in listing.items) * 2 > len(listing.items):
        return "branches"
    timed = sum(
        bool(compile_any_case(grammar.label).match(item.text) or find_durations(item.text, language))
        for item in listing.items
    )
    acted = sum(section is not None and _tells_act(item.text, language) for item in listing.items)
    return "procedure" if max(timed, acted) * 2 > len(listing.items) else "other"


@read_once
def _find_told_kind(intro: str, language: str) -> ListKind | None:
    """Return what the sentence that introduces a list says outright that it holds."""
    grammar: ProcedureWords = words("procedures", language)
    told: tuple[tuple[ListKind, str], ...] = (
        ("branches", grammar.branches),
        ("roles", grammar.roles),
        ("limits", grammar.limits),
        ("results", grammar.results),
    )
    return next((kind for kind, pattern in told if compile_spanning(pattern).search(intro)), None)


@read_once
def _tells_act(text: str, language: str) -> bool:
    """Tell whether an item says what somebody does: `специалист регистрирует заявление`, `регистрирует заявление`."""
    sentence = Sentence(text, language)
    finite = [place for place in range(len(sentence.tokens)) if sentence.fits(sentence.grammar.finite, place)]
    return bool(finite) and (finite[0] == 0 or find_actor(text, language) is not None)


@read_once  # every list of a section asks
def classify_section(heading: str, language: str) -> SectionKind | None:
    """Return which of the usual sections of a regulation `heading` opens; `None` where it tells none of them."""
    grammar: ProcedureWords = words("procedures", language)
    plain = _plain(heading)
    return next((kind for kind, pattern in grammar.sections if compile_folded(pattern, re.DOTALL).search(plain)), None)


def classify_procedure(listing: Listing, language: str) -> ProcedureKind:
    """Return through whom the steps of a list go, by its introduction, its point and its section.

    Steps between the provider's units are an interaction, whatever the heading of their section says.
    In the section on the State Corporation, the portal and information systems the one that the introduction names
    first counts; in any section, the one through which it says, also in brackets, that the service is had.
    """
    grammar: ProcedureWords = words("procedures", language)
    channels: tuple[tuple[ProcedureKind, str], ...] = (
        ("corporation", grammar.corporation),
        ("portal", grammar.portal),
        ("information_system", grammar.information_system),
    )
    through = compile_folded(grammar.through, re.DOTALL).search(listing.intro[:LONGEST_INTRO])
    if through is not None and (kind := _first_named(through[0], channels)) is not None:
        return kind
    section = classify_section(listing.heading, language)
    between = section != "external" and compile_folded(grammar.between_units, re.DOTALL).search(_plain(listing.intro))
    if section == "interaction" or between:
        return "interaction"
    if section == "provider":
        return "provider"
    for text in (listing.intro, listing.point_text, listing.items[0].text, listing.heading):
        if (kind := _first_named(_plain(text), channels)) is not None:
            return kind
    return "provider"


def _first_named(text: str, channels: Sequence[tuple[ProcedureKind, str]]) -> ProcedureKind | None:
    named = [
        (found.start(), kind)
        for kind, pattern in channels
        if (found := compile_folded(pattern, re.DOTALL).search(text)) is not None
    ]
    return min(named)[1] if named else None


def _plain(text: str) -> str:
    """Return the beginning and the end of `text`, all of it unless it is very long, without what stands in brackets."""
    if len(text) > 2 * LONGEST_INTRO:
        text = f"{text[:LONGEST_INTRO]} {text[-LONGEST_INTRO:]}"
    return str(BRACKET.sub(" ", text))
