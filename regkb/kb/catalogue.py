"""The tables and views of a base as text: SQL with comments, a diagram, JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from regkb.kb.schema import ALL_TABLES, SCHEMA_VERSION, write_ddl
from regkb.kb.tables import TABLES, Column, Table
from regkb.kb.validity.sql import VIEWS as VALIDITY_VIEWS
from regkb.kb.views import VIEWS


def list_relations() -> list[tuple[str, str, str]]:
    """Return the kind (table, view or macro), name and meaning of everything that a query can read."""
    tables = [("table", table.name, table.comment) for table in ALL_TABLES]
    views = [("view", name, comment) for name, (comment, _) in VIEWS.items()]
    return tables + views + [(_kind(sql), name, _VALIDITY[name]) for name, sql in VALIDITY_VIEWS.items()]


def write_sql() -> str:
    """Return the SQL that makes an empty base: tables with comments, views and macros."""
    views = [f"{sql.strip()};\nCOMMENT ON VIEW {name} IS '{comment}';" for name, (comment, sql) in VIEWS.items()]
    macros = [f"-- {_VALIDITY[name]}\n{sql.strip()};" for name, sql in VALIDITY_VIEWS.items()]
    head = f"-- Tables of a regkb base, version {SCHEMA_VERSION}."
    return "\n\n".join([head, *map(write_ddl, ALL_TABLES), *views, *macros]) + "\n"


def write_diagram() -> str:
    """Return a Mermaid entity-relationship diagram of the tables of facts: keys, types, and what points where.

    Facts point to their record, and it to its act; that they name the act too is not drawn.
    """
    lines = ["erDiagram"]
    for table in TABLES:
        lines.append(f"  {table.name} {{")
        lines += [f"    {_type_word(column)} {column.name}{_mark_key(table, column)}" for column in table.columns]
        lines.append("  }")
    return "\n".join([*lines, *_draw_references()]) + "\n"


def describe_tables() -> list[dict[str, Any]]:
    """Return every table and column as JSON values."""
    return [
        {
            "table": table.name,
            "comment": table.comment,
            "key": list(table.key),
            "columns": [
                {
                    "name": column.name,
                    "type": column.type,
                    "required": column.required,
                    "references": column.references,
                    "comment": column.comment,
                }
                for column in table.columns
            ],
        }
        for table in ALL_TABLES
    ]


_VALIDITY = {
    "act_timeline": "What happened to each act, in the order of time, with the words that say so.",
    "validity_on": "validity_on(DATE): every act with the answer for that day.",
    "in_force_on": "in_force_on(DATE): the acts in force on that day, certainly or not.",
}


def _kind(sql: str) -> str:
    return "macro" if "MACRO" in sql.splitlines()[1] else "view"


def _type_word(column: Column) -> str:
    """Return the type as one word, which is all that Mermaid takes."""
    return column.type.replace("[]", "_list")


def _mark_key(table: Table, column: Column) -> str:
    marks = [mark for mark, holds in (("PK", column.name in table.key), ("FK", column.references is not None)) if holds]
    return " " + ", ".join(marks) if marks else ""


def _draw_references() -> Iterator[str]:
    """Yield a line for each column that points to another table: that table has many of these."""
    for table in TABLES:
        for column in table.columns:
            target = (column.references or "").partition(".")[0]
            is_by_record = column.name == "act_id" and "entry" in table.key and table.name != "record"
            if target and target != table.name and not is_by_record:
                many = "|o" if not column.required else "||"
                yield f"  {target} {many}--o{{ {table.name} : {column.name}"
