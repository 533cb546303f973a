"""What is drawn from the facts once they are loaded: resolution, events, the search index, views.

Each part is a module with `derive(con)`, run before a new state of the base is published. The records that came since
the last derivation are in the temporary view `loaded(entry, act_id, language)`; rows drawn from records that went are
those whose entry is no longer in `record`. A module may also draw all anew. The search index rests on the records alone
and keeps account of those that it has: it is drawn at the same time as the rest, by a connection of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from importlib import import_module
from importlib.util import find_spec

from duckdb import DuckDBPyConnection

DERIVATIONS = (
    "regkb.kb.expressions",
    "regkb.kb.resolve",
    "regkb.kb.validity.load",
    "regkb.kb.views",
)
SEARCH_INDEX = "regkb.kb.search.index"


def derive_all(con: DuckDBPyConnection, at_once: bool = True) -> None:
    """Run every derivation that is installed on a writable base, and note how far the base is drawn.

    The search index is drawn whole or not at all, and so is the rest; `at_once` is false where the base bears no second
    connection. Raises what the first that fails raises; then the same call again finishes the work.
    """
    if not at_once:
        _derive_index(con)
        _derive_rest(con)
        return
    with closing(con.cursor()) as beside, ThreadPoolExecutor(1, "regkb-index") as thread:
        index = thread.submit(_derive_index, beside)
        _derive_rest(con)
        index.result()


def _derive_index(con: DuckDBPyConnection) -> None:
    """Bring the search index in line with the records."""
    with _transact(con):
        _derive(con, SEARCH_INDEX)


def _derive_rest(con: DuckDBPyConnection) -> None:
    """Draw all that is not the search index."""
    with _transact(con):
        con.execute(
            "CREATE OR REPLACE TEMP VIEW loaded AS SELECT entry, act_id, language FROM record"
            " WHERE entry > (SELECT value::INTEGER FROM meta WHERE key = 'derived_entry')"
        )
        for name in DERIVATIONS:
            _derive(con, name)
        con.execute(
            "UPDATE meta SET value = (SELECT coalesce(max(entry), 0)::VARCHAR FROM record) WHERE key = 'derived_entry'"
        )


def _derive(con: DuckDBPyConnection, name: str) -> None:
    """Run a derivation where it is installed."""
    if find_spec(name) is not None:
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
