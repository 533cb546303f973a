"""Writing acts into a base that is being built: many in one statement, each whole or not at all."""

from __future__ import annotations

from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regkb.kb.arrow import offer_rows
from regkb.kb.merge import merge_rows
from regkb.kb.rows import Key, ReadAct
from regkb.kb.tables import TABLES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ENTRY_TABLES = tuple(table.name for table in TABLES if table.columns[0].name == "entry")
"""The tables whose rows come and go with an entry."""


@dataclass(frozen=True, slots=True)
class CurrentText:
    """The text from which the facts of an act in one language are drawn."""

    entry: int
    sha256: str
    ranking: str


def read_current(con: DuckDBPyConnection, among: str = "record") -> dict[Key, CurrentText]:
    """Return the current text of each act and language that is in the table `among`: of all that the base has."""
    found = con.execute(
        "SELECT act_id, language, entry, sha256, ranking FROM record JOIN source USING (sha256, act_id, language)"
        f" WHERE (act_id, language) IN (SELECT (act_id, language) FROM {among})"
    ).fetchall()
    return {(act_id, language): CurrentText(*text) for act_id, language, *text in found}


_LAST_ENTRY = """
SELECT greatest(
  (SELECT coalesce(max(entry), 0) FROM record), (SELECT coalesce(max(entry), 0) FROM search_entry),
  (SELECT value::INTEGER FROM meta WHERE key = 'derived_entry')
)
"""
"""No number is given twice, even if its text has just gone: what was drawn from a text is told by its number."""


def load_acts(con: DuckDBPyConnection, acts: Sequence[ReadAct], living: Container[str]) -> None:
    """Write acts that were read, inside the caller's transaction.

    Of several texts of one act in one language the one with the greatest ranking becomes current, whatever the order;
    the base's own current text stands against them only while it is one of the `living` hashes, that is while some
    file still holds it. The facts of a text that is no longer current go, its row in `source` stays.
    """
    best: dict[Key, ReadAct] = {}
    for act in sorted(acts, key=lambda act: act.source["ranking"]):
        best[act.key] = act
    _load_sources(con, acts)
    with offer_rows(con, "incoming", "record", [{"act_id": act_id, "language": language} for act_id, language in best]):
        current = read_current(con, "incoming")
    outdated = {key for key, text in current.items() if _gives_way(text, best[key], living)}
    winners = [act for key, act in sorted(best.items()) if key not in current or key in outdated]
    _drop_entries(con, [current[key].entry for key in outdated])
    _load_entries(con, winners)
    _refresh_acts(con, {act_id for act_id, _ in best})


def drop_texts(con: DuckDBPyConnection, keys: Collection[Key]) -> None:
    """Forget acts in one language with all their sources, inside the caller's transaction."""
    with offer_rows(con, "outgoing", "record", [{"act_id": act_id, "language": language} for act_id, language in keys]):
        entries = con.execute("SELECT entry FROM record SEMI JOIN outgoing USING (act_id, language)").fetchall()
        con.execute(
            "DELETE FROM source WHERE sha256 IN (SELECT sha256 FROM source SEMI JOIN outgoing USING (act_id, language))"
        )
    _drop_entries(con, [entry for (entry,) in entries])
    _refresh_acts(con, {act_id for act_id, _ in keys})


def record_locations(con: DuckDBPyConnection, places: dict[str, str]) -> None:
    """Write down which file holds which text: place → sha256."""
    rows = [{"path": place, "sha256": sha256} for place, sha256 in sorted(places.items())]
    with offer_rows(con, "seen", "location", rows):
        merge_rows(con, "location", "FROM seen")


def drop_locations(con: DuckDBPyConnection, places: Collection[str]) -> None:
    """Forget files that are gone."""
    with offer_rows(con, "gone", "location", [{"path": place} for place in sorted(places)]):
        con.execute("DELETE FROM location WHERE path IN (SELECT path FROM gone)")


def _gives_way(text: CurrentText, rival: ReadAct, living: Container[str]) -> bool:
    """Tell whether a current text gives way to another, or to its own bytes read anew."""
    if text.sha256 == rival.source["sha256"]:
        return True
    return text.sha256 not in living or text.ranking < rival.source["ranking"]


def _load_sources(con: DuckDBPyConnection, acts: Sequence[ReadAct]) -> None:
    """Write the sources; one that is read anew keeps its first name and day, and may turn out to be another act."""
    sources = {act.source["sha256"]: act.source for act in acts}
    with offer_rows(con, "incoming", "source", [row for _, row in sorted(sources.items())]):
        misread = con.execute(
            "SELECT r.entry, r.act_id FROM record r JOIN incoming USING (sha256)"
            " WHERE (r.act_id, r.language) <> (incoming.act_id, incoming.language)"
        ).fetchall()
        merge_rows(con, "source", "FROM incoming", changes=("act_id", "language", "ranking"))
    _drop_entries(con, [entry for entry, _ in misread])
    _refresh_acts(con, {act_id for _, act_id in misread})


def _drop_entries(con: DuckDBPyConnection, entries: Collection[int]) -> None:
    """Delete the rows of the entries from every table of facts."""
    if entries:
        for table in ENTRY_TABLES:
            con.execute(f"DELETE FROM {table} WHERE entry IN ({', '.join(map(str, sorted(entries)))})")


def _load_entries(con: DuckDBPyConnection, acts: Sequence[ReadAct]) -> None:
    """Give each act its entry's number and write all its facts, a statement a table."""
    (last,) = con.execute(_LAST_ENTRY).fetchall()[0]
    entries = [(entry, *act.key) for entry, act in enumerate(acts, last + 1)]
    for table in ENTRY_TABLES:
        facts = [(entry, row) for entry, act in zip(entries, acts, strict=True) for row in act.rows.get(table, ())]
        if facts:
            of_rows, rows = zip(*facts, strict=True)
            shared = dict(zip(("entry", "act_id", "language"), zip(*of_rows, strict=True), strict=True))
            with offer_rows(con, "incoming", table, rows, shared):
                con.execute(f"INSERT INTO {table} SELECT * FROM incoming")


def _refresh_acts(con: DuckDBPyConnection, act_ids: Collection[str]) -> None:
    """Draw the rows of `act` anew from the records that the base now has of them: Kazakh before Russian."""
    with offer_rows(con, "changed", "record", [{"act_id": act_id} for act_id in act_ids]):
        con.execute(
            "DELETE FROM act WHERE ingested AND id IN (SELECT act_id FROM changed)"
            " AND id NOT IN (SELECT act_id FROM record)"
        )
        merge_rows(
            con,
            "act",
            "SELECT act_id AS id, true AS ingested, * EXCLUDE (act_id, sha256, json)"
            " FROM record SEMI JOIN changed USING (act_id)"
            " QUALIFY row_number() OVER (PARTITION BY act_id ORDER BY language) = 1",
        )
