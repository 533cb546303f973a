"""Rows → Arrow tables, the form in which DuckDB takes many at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import pyarrow as pa

from regkb.kb.rows import Row
from regkb.kb.tables import TABLES

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TYPES = {
    "INTEGER": pa.int32(),
    "BIGINT": pa.int64(),
    "FLOAT": pa.float32(),
    "DOUBLE": pa.float64(),
    "BOOLEAN": pa.bool_(),
    "VARCHAR": pa.string(),
    "DATE": pa.date32(),
    "TIMESTAMP": pa.timestamp("us"),
}


def to_arrow_type(sql_type: str) -> pa.DataType:
    """Return the Arrow type of a column's DuckDB type; `[]` is a list of the type before it."""
    if sql_type.endswith("[]"):
        return pa.list_(to_arrow_type(sql_type[:-2]))
    return _TYPES[sql_type]


@cache
def read_arrow_schema(table: str) -> pa.Schema:
    """Return the Arrow schema of a table of the base."""
    columns = next(found.columns for found in TABLES if found.name == table)
    return pa.schema([(column.name, to_arrow_type(column.type)) for column in columns])


def to_arrow(table: str, rows: list[Row]) -> pa.Table:
    """Return rows of one table of the base as an Arrow table; a column that a row does not have is null."""
    return pa.Table.from_pylist(rows, schema=read_arrow_schema(table))


@contextmanager
def offer_rows(con: DuckDBPyConnection, name: str, table: str, rows: Iterable[Row]) -> Iterator[None]:
    """Let statements see rows, shaped like those of a table of the base, under a name."""
    con.register(name, to_arrow(table, list(rows)))
    try:
        yield
    finally:
        con.unregister(name)
