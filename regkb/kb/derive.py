"""What is drawn from the facts once they are loaded: resolution, events, the search index, views.

Each part is a module with `derive(con)`, run before a new state of the base is published. The records that came since
the last derivation are in the temporary view `loaded(entry, act_id, language)`; rows drawn from records that went are
those whose entry is no longer in `record`. A module may also draw all anew. Each can be repeated.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from duckdb import DuckDBPyConnection

EXPRESSIONS = "regkb.kb.expressions"
RESOLUTION = "regkb.kb.resolve"
SEARCH_INDEX = "regkb.kb.search.index"
VALIDITY = "regkb.kb.validity.load"
VIEWS = "regkb.kb.views"

MOST_HELD = 128 << 20
"""Bytes that changes may hold in memory while more is drawn; a checkpoint of a great base takes seconds."""

RECORDS_EARLY = 500
"""So many records are drawn from together while others are read: all words of the base are looked at each time."""

_LOADED = """
CREATE OR REPLACE TEMP VIEW loaded AS
SELECT entry, act_id, language FROM record
WHERE entry > (SELECT value::INTEGER FROM meta WHERE key = 'derived_entry')
"""
_DERIVED = "UPDATE meta SET value = (SELECT coalesce(max(entry), 0)::VARCHAR FROM record) WHERE key = 'derived_entry'"


def derive_all(con: DuckDBPyConnection) -> None:
    """Run every derivation on a writable base of one file, and note how far the base is drawn.

    Each is committed for itself or in portions, so that memory does not grow with the base; what fails, or is cut
    short, is done again by the next call. Raises what the first that fails raises.
    """
    con.execute(_LOADED)
    _derive_alone(con, EXPRESSIONS)
    import_module(RESOLUTION).derive(con, lambda: con.execute("CHECKPOINT"))
    _derive_alone(con, SEARCH_INDEX)
    _fold_what_is_held(con)
    import_module(VALIDITY).derive(con, _transact_and_fold)
    _derive_alone(con, VIEWS)
    con.execute(_DERIVED)


def derive_early(con: DuckDBPyConnection) -> None:
    """Draw what a record needs no other for, inside the transaction of a load, while further files are read.

    What is left, `derive_all` draws: it is then less that no reader works beside.
    """
    import_module(SEARCH_INDEX).add_records(con, RECORDS_EARLY)


def _fold_what_is_held(con: DuckDBPyConnection) -> None:
    """Fold the log into the file where its changes hold much memory: rows laid anew are 8 bytes each until then."""
    ((held,),) = con.execute(
        "SELECT coalesce(sum(memory_usage_bytes), 0) FROM duckdb_memory() WHERE tag = 'IN_MEMORY_TABLE'"
    ).fetchall()
    if held > MOST_HELD:
        con.execute("CHECKPOINT")


def derive_in_lake(con: DuckDBPyConnection) -> None:
    """Do the same as `derive_all` in one transaction: a lake keeps every commit."""
    con.execute(_LOADED)
    with _transact(con):
        for name in (EXPRESSIONS, RESOLUTION, VALIDITY, SEARCH_INDEX, VIEWS):
            import_module(name).derive(con)
        con.execute(_DERIVED)


def _derive_alone(con: DuckDBPyConnection, name: str) -> None:
    """Run a derivation whole or not at all."""
    with _transact(con):
        import_module(name).derive(con)


@contextmanager
def _transact(con: DuckDBPyConnection) -> Iterator[None]:
    """Keep all that is done inside, or nothing."""
    con.execute("BEGIN")
    try:
        yield
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise


@contextmanager
def _transact_and_fold(con: DuckDBPyConnection) -> Iterator[None]:
    """Keep all that is done inside or nothing, then fold what the transactions so far hold where it is much."""
    with _transact(con):
        yield
    _fold_what_is_held(con)
