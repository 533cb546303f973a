"""What the two texts of an act state differently, drawn for every act that came in both languages.

The doubts stand among the diagnostics of the text that has the provision; of the Kazakh one where both have it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

from regkb.kb.arrow import offer_rows
from regkb.kb.compare import CODE, compare_expressions
from regkb.kb.places import DANGLING
from regkb.kb.records import read_records
from regkb.kb.rows import Row
from regkb.lang import LANGUAGES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_AT_ONCE = 1000
"""Acts whose doubts are in memory together."""

_BOTH = "SELECT act_id FROM record GROUP BY act_id HAVING count(DISTINCT language) > 1"

_FORGET = f"""
DELETE FROM diagnostic
WHERE starts_with(code, '{CODE}') AND (act_id IN (SELECT act_id FROM loaded) OR act_id NOT IN ({_BOTH}))
"""

_PAIRS = f"""
SELECT act_id, min(entry) FILTER (language = 'kk'), min(entry) FILTER (language = 'ru')
FROM record WHERE act_id IN (SELECT act_id FROM loaded) AND act_id IN ({_BOTH})
GROUP BY act_id ORDER BY act_id
"""

_LATER = f"""
DELETE FROM diagnostic WHERE code = '{DANGLING}' AND act_id IN (SELECT act_id FROM loaded)
"""
"""These are drawn anew after this: they must not stand before what is drawn here, whichever text came first."""

_LAST = "SELECT coalesce(max(seq), -1) FROM diagnostic WHERE entry = ?"


def derive(con: DuckDBPyConnection) -> None:
    """Compare the two texts of each act of which one was loaded; forget what was said of texts that are gone.

    `con` is the writable base inside the caller's transaction, with the view `loaded`.
    """
    con.execute(_FORGET)
    pairs: list[tuple[str, int, int]] = con.execute(_PAIRS).fetchall()
    if not pairs:
        return
    con.execute(_LATER)
    for start in range(0, len(pairs), _AT_ONCE):
        with offer_rows(con, "offered", "diagnostic", _find_differences(con, pairs[start : start + _AT_ONCE])):
            con.execute("INSERT INTO diagnostic BY NAME SELECT * FROM offered")


def read_differences(con: DuckDBPyConnection, act_id: str) -> dict[str, list[str]]:
    """Return what the two texts of an act state differently, by the path of the provision."""
    rows = con.execute(
        "SELECT d.at, message FROM diagnostic d"
        f" WHERE act_id = ? AND starts_with(code, '{CODE}') ORDER BY language, seq",
        [act_id],
    ).fetchall()
    differences: dict[str, list[str]] = {}
    for at, message in rows:
        differences.setdefault(at, []).append(message)
    return differences


def _find_differences(con: DuckDBPyConnection, pairs: list[tuple[str, int, int]]) -> Iterator[Row]:
    acts = read_records(con, [entry for _, kk, ru in pairs for entry in (kk, ru)])
    for (act_id, kk_entry, ru_entry), kk, ru in zip(pairs, acts, acts, strict=True):
        entries = {"kk": kk_entry, "ru": ru_entry}
        places = {name: count(con.execute(_LAST, [entry]).fetchall()[0][0] + 1) for name, entry in entries.items()}
        paths = {name: {one.path for one in act.paragraphs} for name, act in (("kk", kk), ("ru", ru))}
        for doubt in compare_expressions(kk, ru):
            language = next((name for name in LANGUAGES if doubt.at in paths[name]), "kk")
            yield {
                "entry": entries[language],
                "act_id": act_id,
                "language": language,
                "seq": next(places[language]),
                "code": doubt.code,
                "severity": doubt.severity,
                "at": doubt.at if doubt.at in paths[language] else None,
                "message": doubt.message,
            }
