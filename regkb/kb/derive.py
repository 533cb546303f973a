"""What is drawn from the facts once they are loaded: resolution, events, the search index, views.

Each part is a module with `derive(con)`, run in this order inside one transaction before a new state of the base is
published. It finds the records that came or changed since the last published state in the temporary table
`loaded(entry, act_id, language)`, those that went in `unloaded(entry, act_id, language)`; both are empty where the
base is rebuilt whole, and then everything is to be drawn anew.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from duckdb import DuckDBPyConnection

DERIVATIONS = ("regkb.kb.resolve", "regkb.kb.events", "regkb.kb.search_index", "regkb.kb.views")


def derive_all(con: DuckDBPyConnection) -> None:
    """Run every derivation that is installed, in order, on a writable base."""
    for name in DERIVATIONS:
        if find_spec(name) is not None:
            import_module(name).derive(con)
