"""The JSON Schema of the record, generated from the models and published as `act.schema.json` beside this module."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from regkb.schemas.record import SCHEMA, Act

PUBLISHED = Path(__file__).with_name("act.schema.json")
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def make_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of what `regkb export` writes: all keys are there, and no others."""
    schema = Act.model_json_schema(by_alias=True, mode="serialization")
    schema["properties"]["schema"] = {"const": SCHEMA, "title": "Schema"}
    return {"$schema": DIALECT, "$id": SCHEMA, **require_all(schema)}


def require_all(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the JSON Schema with all keys required: what is absent is null, or empty."""
    defs = {name: require_all(model) for name, model in schema.get("$defs", {}).items()}
    required = {"required": list(schema["properties"])} if "properties" in schema else {}
    return {**schema, **({"$defs": defs} if defs else {}), **required}


def write_schema() -> str:
    """Return the schema as JSON text, as it is published."""
    return json.dumps(make_schema(), ensure_ascii=False, indent=1) + "\n"
