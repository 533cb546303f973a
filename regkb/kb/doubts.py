"""What the pipeline could not settle, worst first, each with the raw words beside the clean ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from regkb.kb.provisions import locate_spans, number_lines, read_origin, read_provisions

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

SEVERITIES = ("error", "warning", "info")
"""Worst first."""
QUOTED = 300
"""Characters of raw and of clean text that are shown."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A diagnostic of an act: where (path, file, lines of the raw text), the raw words, and what was made of them."""

    severity: str
    code: str
    act_id: str
    language: str
    at: str | None
    message: str
    source: str
    lines: str
    raw: str
    clean: str


def read_doubts(con: DuckDBPyConnection, act_ids: Sequence[str] | None = None) -> Iterator[Doubt]:
    """Yield the diagnostics of some acts, or of all: errors of all acts first, then warnings, then the rest."""
    rows = con.execute(
        "SELECT entry, severity, code, act_id, language, d.at, message, span_start, span_end FROM diagnostic d"
        " WHERE list_contains(coalesce(?::VARCHAR[], [act_id]), act_id)"
        " ORDER BY list_position(?::VARCHAR[], severity), act_id, language, seq",
        [act_ids, SEVERITIES],
    ).fetchall()
    for entry, group in groupby(rows, itemgetter(0)):
        origin = read_origin(con, entry)
        starts = number_lines(origin.text)
        provisions = {found.path: found for found in reversed(read_provisions(con, entry))}
        for _, severity, code, act_id, language, at, message, start, end in group:
            provision = provisions.get(at)
            spans = [(start, end)] if start is not None else list(provision.spans) if provision else []
            yield Doubt(
                severity=severity,
                code=code,
                act_id=act_id,
                language=language,
                at=at,
                message=message,
                source=origin.path,
                lines=locate_spans(spans, starts),
                raw=origin.quote(spans)[:QUOTED],
                clean=provision.text[:QUOTED] if provision else "",
            )
