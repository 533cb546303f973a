"""A provision of an act, and where its words stand in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from regkb.errors import RegkbError
from regkb.schemas.record import Language, Span

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Origin:
    """The source of a record: the file as it was named, its format, the raw text into which spans count, its places."""

    path: str
    format: str
    text: str
    places: tuple[str, ...] = ()

    def quote(self, spans: Sequence[Span]) -> str:
        """Return the raw lines between the first and the last character of the spans, white space as it is."""
        if not spans:
            return ""
        start, end = min(start for start, _ in spans), max(end for _, end in spans)
        line_end = self.text.find("\n", end)
        return self.text[self.text.rfind("\n", 0, start) + 1 : line_end if line_end >= 0 else len(self.text)]


@dataclass(frozen=True, slots=True)
class Provision:
    """A paragraph of clean text: its path, its raw characters, and its page (from 1) where the source has pages."""

    path: str
    text: str
    spans: tuple[Span, ...]
    page: int | None


def find_entry(con: DuckDBPyConnection, act_id: str, language: str | None = None) -> tuple[int, Language]:
    """Return the entry and the language of an act's record: the one asked for, else Kazakh before Russian.

    Raises RegkbError where the base has no such text.
    """
    rows = con.execute(
        "SELECT entry, language FROM record WHERE act_id = ? AND language = coalesce(?, language)"
        " ORDER BY language LIMIT 1",
        [act_id, language],
    ).fetchall()
    if not rows:
        asked = f" in {language}" if language else ""
        raise RegkbError(f"the base has no text of {act_id}{asked}", "ingest it, or ask for the other language")
    entry, spoken = rows[0]
    return entry, spoken


def read_origin(con: DuckDBPyConnection, entry: int) -> Origin:
    """Return the source of a record."""
    ((path, format_name, text, places),) = con.execute(
        "SELECT path, format, text, (SELECT list(l.path ORDER BY l.path) FROM location l WHERE l.sha256 = s.sha256)"
        " FROM source s WHERE s.sha256 = (SELECT sha256 FROM record WHERE entry = ?)",
        [entry],
    ).fetchall()
    return Origin(path, format_name, text, tuple(places or ()))


def read_provisions(con: DuckDBPyConnection, entry: int, path: str | None = None) -> list[Provision]:
    """Return the paragraphs of a record in reading order: all, or those at a path and below it.

    A path may be given without its beginning: `point:5` is also found as `annex:1/section:2/point:5`, in every annex
    that has one, unless the act itself has a point 5.
    """
    rows = con.execute("SELECT path, text, spans, page FROM paragraph WHERE entry = ? ORDER BY seq", [entry]).fetchall()
    provisions = [
        Provision(at, text, tuple((start, end) for start, end in spans), page) for at, text, spans, page in rows
    ]
    if path is None:
        return provisions
    path = path.strip("/")
    exact = [found for found in provisions if f"{found.path}/".startswith(f"{path}/")]
    return exact or [found for found in provisions if f"/{path}/" in f"/{found.path}/"]


def number_lines(text: str) -> list[int]:
    """Return the offset at which each line of the text begins."""
    return [0, *accumulate(len(line) for line in text.splitlines(keepends=True))]


def locate_spans(spans: Sequence[Span], starts: Sequence[int]) -> str:
    """Return the lines of the raw text on which spans stand, from 1: `12`, `12-14`, `12-14, 19`."""
    places: list[list[int]] = []
    for start, end in sorted(spans):
        first, last = bisect_right(starts, start), bisect_right(starts, max(start, end - 1))
        if places and first <= places[-1][1] + 1:
            places[-1][1] = max(places[-1][1], last)
        else:
            places.append([first, last])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in places)


def name_lines(lines: str) -> str:
    """Return the lines with their word: `line 12`, `lines 12-14`."""
    return f"line {lines}" if lines.isdecimal() else f"lines {lines}"
