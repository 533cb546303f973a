"""Rows → Arrow tables, the form in which DuckDB takes many at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

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


def to_arrow(table: str, rows: Sequence[Row], apart: Mapping[str, Sequence[Any]] = MappingProxyType({})) -> pa.Table:
    """Return rows of one table of the base as an Arrow table; a column that a row does not have is null.

    Columns that stand `apart` have their values there, one a row, whatever the rows hold.
    """
    schema = read_arrow_schema(table)
    columns = (apart.get(name) or [row.get(name) for row in rows] for name in schema.names)
    return pa.Table.from_arrays(
        [pa.array(column, kind) for column, kind in zip(columns, schema.types, strict=True)], schema=schema
    )


@contextmanager
def offer_rows(
    con: DuckDBPyConnection,
    name: str,
    table: str,
    rows: Iterable[Row],
    apart: Mapping[str, Sequence[Any]] = MappingProxyType({}),
) -> Iterator[None]:
    """Let statements see rows, shaped like those of a table of the base, under a name; see `to_arrow`."""
    con.register(name, to_arrow(table, list(rows), apart))
    try:
        yield
    finally:
        con.unregister(name)
