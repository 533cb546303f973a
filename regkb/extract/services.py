"""Services: every regulation of a public service that an act approves or restates, as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from regkb.extract.editorial import leave_out_editorial
from regkb.extract.listings import find_unclear_lists, read_points, strip_number
from regkb.extract.procedures import (
    PointLists,
    classify_section,
    find_branches,
    find_procedures,
    read_point_lists,
    report_point_steps,
)
from regkb.extract.provisions import Provision
from regkb.extract.quotations import find_quotations, unquote
from regkb.extract.role_sentences import has_finite_verb, read_role_sentences
from regkb.extract.roles import match_role, split_roles
from regkb.extract.service_fields import read_fields
from regkb.extract.standards import find_standard
from regkb.extract.steps import check_numbers
from regkb.extract.time_limits import find_time_limits
from regkb.extract.totals import check_totals
from regkb.extract.unmeasured_lengths import report_unmeasured
from regkb.lang import words
from regkb.lang.patterns import compile_any_case
from regkb.lang.services import ServiceWords
from regkb.schemas.record import Diagnostic, Language, Paragraph, Reference, Role, Service

ANNEX = regex.compile(r"annex:(?P<annex>[^/]+)/(?!annex:)(?P<rest>.*)")
FEWEST_SECTIONS = 2
"""An annex whose title names no regulation is one where it has so many sections that only regulations have."""


def extract_services(
    paragraphs: Sequence[Paragraph], references: Sequence[Reference], language: Language
) -> tuple[list[Service], list[Diagnostic]]:
    """Return the services that the annexes of an act regulate, in reading order, and what is doubtful about them.

    Reads the paths and the clean text of `paragraphs` and the citations of the same act. What an editor put in, and a
    step of which he says that it was removed, is none of the service's.
    """
    services: list[Service] = []
    diagnostics: list[Diagnostic] = []
    numbered = (Provision(index, paragraph) for index, paragraph in enumerate(paragraphs))
    for annex, own in _split_annexes(leave_out_editorial(numbered, language)):
        title = _read_title(own, language)
        if title is None:
            continue
        lists = read_point_lists(read_points(own), language)
        service = _read_service(annex, title, own, lists, references, language)
        services.append(service)
        for paragraph in own:
            diagnostics.extend(check_numbers(paragraph, language))
        diagnostics.extend(find_branches(lists))
        diagnostics.extend(report_point_steps(lists))
        diagnostics.extend(report_unmeasured(lists, language))
        diagnostics.extend(find_unclear_lists([each.point for each in lists]))
        diagnostics.extend(check_totals(service, language))
        if not service.procedures:
            diagnostics.append(
                Diagnostic(
                    code="service.no_procedures",
                    at=f"annex:{annex}",
                    message=f"no list of steps was found in the regulation of {title!r}",
                )
            )
    return services, diagnostics


def _read_service(
    annex: str,
    title: str,
    own: Sequence[Provision],
    lists: Sequence[PointLists],
    references: Sequence[Reference],
    language: str,
) -> Service:
    points = [each.point for each in lists]
    general = [point for point in points if classify_section(point.heading, language) == "general"]
    others = [point for point in points if general and point not in general]
    fields = read_fields(general or points, language, others)
    return Service(
        title=title,
        annex=annex,
        provider=fields.provider,
        recipient=fields.recipient,
        fee=fields.fee,
        form=list(fields.form),
        automation=fields.automation,
        result=fields.result,
        standard=find_standard([provision.paragraph for provision in own], references, language, title),
        roles=list(_read_roles(lists, language))
        or list(read_role_sentences([point.point for point in lists], language)),
        procedures=find_procedures(lists, language),
        time_limits=find_time_limits(lists, language),
    )


def _split_annexes(provisions: Sequence[Provision]) -> Iterator[tuple[str, list[Provision]]]:
    """Yield the number of each annex with its own paragraphs, those of its annexes left out."""
    annexes: dict[str, list[Provision]] = {}
    for provision in provisions:
        place = ANNEX.fullmatch(provision.path)
        if place is not None:
            annexes.setdefault(place["annex"], []).append(provision)
    yield from annexes.items()


def _read_title(own: Sequence[Provision], language: str) -> str | None:
    """Return the name of the service that an annex regulates, without quotes; `None` where it is no such regulation.

    The title of the annex names it; where the title has lost the word for a regulation, or the annex its title, the
    sections and the first point tell.
    """
    fields: ServiceWords = words("services", language)
    title = " ".join(paragraph.text for paragraph in own if paragraph.path.endswith("/title"))
    named = compile_any_case(fields.regulation).search(title)
    if named is not None:
        return _name_beside(title, named.span())
    if compile_any_case(fields.standard_name).search(title):
        return None
    kinds = {classify_section(paragraph.text, language) for paragraph in own if paragraph.path.endswith("/heading")}
    if len(kinds & {"provider", "interaction", "external"}) < FEWEST_SECTIONS:
        return None
    if title:
        return unquote(title)
    first = next((strip_number(point.paragraphs[0].text) for point in read_points(own)), "")
    quoted = find_quotations(first)
    return unquote(first[quoted[0][0] : quoted[0][1]]) if quoted else None


def _name_beside(title: str, words_span: tuple[int, int]) -> str | None:
    """Return the name before the words for a regulation, or behind them where none stands before."""
    start, end = words_span
    return unquote(title[:start]) or unquote(title[end:]) or None


def _read_roles(points: Sequence[PointLists], language: str) -> Iterator[Role]:
    """Yield the units and employees that take part, as the regulation lists them."""
    for point in points:
        for kind, listing in point.lists:
            if kind == "roles":
                for item in listing.items:
                    yield match_role(item.text.strip(" ;.,"), language, item.paragraphs[0])
        for kind, listing in point.inline:
            if kind == "roles" and not any(has_finite_verb(item.text, language) for item in listing.items):
                for item in listing.items:
                    for name in split_roles(item.text, language):
                        yield match_role(name, language, item.paragraphs[0])
