"""Times of steps that are told without units, and read as no length: `в день поступления`, `незамедлительно`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regkb.extract.durations import find_durations
from regkb.extract.procedures import PointLists
from regkb.lang import words
from regkb.lang.durations import DurationWords
from regkb.lang.patterns import compile_folded
from regkb.schemas.record import Diagnostic


def report_unmeasured(points: Sequence[PointLists], language: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each paragraph of a step that tells such a time and no length, with its words."""
    lengths: DurationWords = words("durations", language)
    for point in points:
        listings = [listing for kind, listing in point.lists if kind == "procedure"]
        for listing in [*listings, *([point.steps] if point.steps else [])]:
            for paragraph in (paragraph for item in listing.items for paragraph in item.paragraphs):
                found = compile_folded(lengths.unmeasured).search(paragraph.text)
                if found and not find_durations(paragraph.text, language):
                    message = f"when this is done is told without a length in units: {found[0]}"
                    yield Diagnostic(code="duration.unmeasured", at=paragraph.path, message=message, severity="info")
