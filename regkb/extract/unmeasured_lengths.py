"""Times of steps that are told without units, and read as no length: `в день поступления`, `незамедлительно`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regkb.extract.durations import find_durations
from regkb.extract.procedures import PointLists
from regkb.lang import words
from regkb.lang.durations import DurationWords
from regkb.lang.patterns import compile_folded
from regkb.repeats import read_once
from regkb.schemas.record import Diagnostic


def report_unmeasured(points: Sequence[PointLists], language: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each paragraph of a step that tells such a time and no length, with its words."""
    for point in points:
        listings = [listing for kind, listing in point.lists if kind == "procedure"]
        for listing in [*listings, *([point.steps] if point.steps else [])]:
            for paragraph in (paragraph for item in listing.items for paragraph in item.paragraphs):
                found = _find_unmeasured(paragraph.text, language)
                if found is not None:
                    message = f"when this is done is told without a length in units: {found}"
                    yield Diagnostic(code="duration.unmeasured", at=paragraph.path, message=message, severity="info")


@read_once
def _find_unmeasured(text: str, language: str) -> str | None:
    """Return the words of a paragraph, in small letters, that tell such a time; none where it tells a length."""
    lengths: DurationWords = words("durations", language)
    found = compile_folded(lengths.unmeasured).search(text)
    return found[0] if found and not find_durations(text, language) else None
