"""What is drawn from the facts once they are loaded: resolution, events, the search index, views.

Each part is a module with `derive(con)`, run in this order inside one transaction before a new state of the base is
published. The records that came since the last derivation are in the temporary view `loaded(entry, act_id, language)`;
rows drawn from records that went are those whose entry is no longer in `record`. A module may also draw all anew.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from duckdb import DuckDBPyConnection

DERIVATIONS = (
    "regkb.kb.expressions",
    "regkb.kb.resolve",
    "regkb.kb.validity.load",
    "regkb.kb.search.index",
    "regkb.kb.views",
)


def derive_all(con: DuckDBPyConnection) -> None:
    """Run every derivation that is installed on a writable base, all or none, and note how far the base is drawn."""
    con.execute("BEGIN")
    try:
        con.execute(
            "CREATE OR REPLACE TEMP VIEW loaded AS SELECT entry, act_id, language FROM record"
            " WHERE entry > (SELECT value::INTEGER FROM meta WHERE key = 'derived_entry')"
        )
        for name in DERIVATIONS:
            if find_spec(name) is not None:
                import_module(name).derive(con)
        con.execute(
            "UPDATE meta SET value = (SELECT coalesce(max(entry), 0)::VARCHAR FROM record) WHERE key = 'derived_entry'"
        )
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise
