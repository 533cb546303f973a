"""Writing the rows of a query in the formats that people and programs ask for, batch by batch."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import TextIOWrapper
from typing import Any, BinaryIO

FORMATS = ("table", "csv", "json", "jsonl", "parquet", "markdown")

GROUP_ROWS = 10_000
GROUP_BYTES = 64 * 1024 * 1024
"""A row group of Parquet is in memory whole: it ends with the batch that reaches one of the two."""


def write_rows(reader: Any, format: str, stream: BinaryIO) -> int:
    """Write the rows of an Arrow `reader` to `stream` as csv, json, jsonl, parquet or markdown; return their number.

    Text is UTF-8, dates are ISO 8601, NULL is an empty cell or `null`. Of columns with one name the later ones get a
    number (`id`, `id_2`), so that none is lost.
    """
    if format == "parquet":
        return _write_parquet(reader, stream)
    text = TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    try:
        return WRITERS[format](reader, text)
    finally:
        text.detach()


def read_rows(reader: Any) -> Iterator[list[Any]]:
    """Yield the rows of an Arrow reader, each cell a plain JSON value."""
    for batch in reader:
        columns = [[make_plain(value) for value in column.to_pylist()] for column in batch.columns]
        yield from (list(row) for row in zip(*columns, strict=True))


def name_columns(names: list[str]) -> list[str]:
    """Return the column names with repeated ones numbered."""
    found: list[str] = []
    for name in names:
        number, unique = 1, name
        while unique in found:
            number += 1
            unique = f"{name}_{number}"
        found.append(unique)
    return found


def make_plain(value: Any) -> Any:
    """Return a value of Arrow as a JSON value: dates ISO 8601, whole decimals exact, bytes hexadecimal."""
    if isinstance(value, bool | int | str) or value is None:
        return value
    if isinstance(value, float):
        return value if value - value == 0 else str(value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {str(key): make_plain(item) for key, item in value.items()}
    if type(value).__name__ == "MonthDayNano":
        return f"P{value.months}M{value.days}DT{value.nanoseconds / 1e9:g}S"
    if isinstance(value, list | tuple):
        return [make_plain(item) for item in value]
    return f"PT{value.total_seconds():g}S" if isinstance(value, timedelta) else str(value)


def show_cell(value: Any) -> str:
    """Return a plain value as the text of a cell: lists and structures as JSON, NULL as nothing."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _write_csv(reader: Any, text: TextIOWrapper) -> int:
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(name_columns(reader.schema.names))
    count = 0
    for row in read_rows(reader):
        writer.writerow([show_cell(cell) for cell in row])
        count += 1
    return count


def _write_json(reader: Any, text: TextIOWrapper) -> int:
    names = name_columns(reader.schema.names)
    count = 0
    text.write("[")
    for row in read_rows(reader):
        text.write(",\n" if count else "\n")
        text.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False))
        count += 1
    text.write("\n]\n" if count else "]\n")
    return count


def _write_jsonl(reader: Any, text: TextIOWrapper) -> int:
    names = name_columns(reader.schema.names)
    count = 0
    for row in read_rows(reader):
        text.write(json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) + "\n")
        count += 1
    return count


def _write_markdown(reader: Any, text: TextIOWrapper) -> int:
    names = name_columns(reader.schema.names)

    def write_line(cells: list[str]) -> None:
        shown = [" ".join(cell.replace("\\", "\\\\").replace("|", "\\|").split()) for cell in cells]
        text.write("| " + " | ".join(shown) + " |\n")

    write_line(names)
    text.write("|" + " --- |" * len(names) + "\n")
    count = 0
    for row in read_rows(reader):
        write_line([show_cell(cell) for cell in row])
        count += 1
    return count


def _write_parquet(reader: Any, stream: BinaryIO) -> int:
    import pyarrow
    from pyarrow import parquet

    schema = pyarrow.schema(
        [field.with_name(name) for field, name in zip(reader.schema, name_columns(reader.schema.names), strict=True)]
    )
    count = 0
    with parquet.ParquetWriter(stream, schema) as writer:
        for batches in _gather(reader):
            group = pyarrow.Table.from_batches([pyarrow.record_batch(one.columns, schema=schema) for one in batches])
            writer.write_table(group)
            count += group.num_rows
    return count


def _gather(reader: Any) -> Iterator[list[Any]]:
    """Yield the batches of an Arrow reader, so many together as make a row group."""
    batches: list[Any] = []
    for batch in reader:
        batches.append(batch)
        if sum(one.num_rows for one in batches) >= GROUP_ROWS or sum(one.nbytes for one in batches) >= GROUP_BYTES:
            yield batches
            batches = []
    if batches:
        yield batches


WRITERS: dict[str, Callable[[Any, TextIOWrapper], int]] = {
    "csv": _write_csv,
    "json": _write_json,
    "jsonl": _write_jsonl,
    "markdown": _write_markdown,
}
