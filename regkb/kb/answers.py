"""The JSON Schemas of what the base answers: `regkb validity --json` and `regkb search --json`."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from regkb.kb.search.find import Hit
from regkb.kb.validity.answer import ValidityAnswer
from regkb.schemas.json_schema import DIALECT, require_all

ANSWERS: dict[str, Any] = {"validity": ValidityAnswer, "search": list[Hit]}


def make_answer_schema(command: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what the command of that name prints with `--json`."""
    schema = TypeAdapter(ANSWERS[command]).json_schema(mode="serialization")
    return {"$schema": DIALECT, **require_all(schema)}
