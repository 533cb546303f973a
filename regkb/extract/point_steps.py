"""Steps that are points of their own: `5. Маман өтінішті тіркейді – 15 минут. 6. Басшы оны қарайды – 1 сағат.`

No sentence introduces such a list; the heading of its section does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

import regex

from regkb.extract.actors import find_actor
from regkb.extract.durations import find_durations
from regkb.extract.listings import Item, Listing, Point, strip_number
from regkb.lang import words
from regkb.lang.patterns import compile_any_case, compile_folded
from regkb.lang.procedures import ProcedureWords

FEWEST = 2
"""One point that tells an action is a rule, not a list."""


def read_point_steps(points: Sequence[tuple[Point, Sequence[Listing]]], language: str) -> list[Listing]:
    """Return the lists of steps that follow each other as points.

    `points` are those of sections that tell procedures, each with the lists in it; what has a list is no step itself.
    The first and the last say who acts and how long it takes, what stands between them one of both. The number of a
    step is that of its point. The list has the path of the point above where that ends with a colon, else of its first.
    """
    return [listing for run in _runs(points, language) if (listing := _read_run(*run, language)) is not None]


def _runs(
    points: Sequence[tuple[Point, Sequence[Listing]]], language: str
) -> Iterator[tuple[Point | None, list[Point]]]:
    """Yield the points that follow each other in one section and may each be a step, and the point above them."""
    above: Point | None = None
    judged = ((point, (_section(point), not lists and _may_be_step(point, language))) for point, lists in points)
    for (section, may_be_step), group in groupby(judged, key=itemgetter(1)):
        run = [point for point, _ in group]
        if may_be_step:
            yield (above if above is not None and _section(above) == section else None), run
        above = run[-1]


def _read_run(above: Point | None, run: Sequence[Point], language: str) -> Listing | None:
    clear = [place for place, point in enumerate(run) if _is_clear(point, language)]
    steps = run[clear[0] : clear[-1] + 1] if clear else []
    if len(clear) < FEWEST or len(clear) * 2 <= len(steps):
        return None
    items = tuple(Item(point.path.rpartition(":")[2], point.paragraphs) for point in steps)
    heading = steps[0].heading
    if above is not None and clear[0] == 0 and above.paragraphs[-1].text.rstrip().endswith(":"):
        return Listing(above.path, above.text, strip_number(above.paragraphs[-1].text), heading, items)
    return Listing(steps[0].path, steps[0].text, strip_number(heading), heading, items)


def _section(point: Point) -> str:
    return point.path.rpartition("/")[0]


def _may_be_step(point: Point, language: str) -> bool:
    grammar: ProcedureWords = words("procedures", language)
    is_list = any("/subpoint:" in paragraph.path for paragraph in point.paragraphs)
    if is_list or "point:" not in point.path or point.text.rstrip().endswith(":"):
        return False
    if compile_folded(grammar.limit_sentence).search(point.text):
        return False
    return _has_actor(point, language) or _takes_time(point, language)


def _is_clear(point: Point, language: str) -> bool:
    return _has_actor(point, language) and _takes_time(point, language)


def _has_actor(point: Point, language: str) -> bool:
    label = _label(point, language)
    return find_actor(point.text[label.end() if label else 0 :], language) is not None


def _takes_time(point: Point, language: str) -> bool:
    """Tell whether a point has a length of time, or an inner label (`1-рәсім –`) that says it is a step."""
    timed = any(find_durations(paragraph.text, language) for paragraph in point.paragraphs)
    return timed or _label(point, language) is not None


def _label(point: Point, language: str) -> regex.Match[str] | None:
    grammar: ProcedureWords = words("procedures", language)
    return compile_any_case(grammar.label).match(point.text)
