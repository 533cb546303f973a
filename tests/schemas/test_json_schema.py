"""The published JSON Schema, and records held against it."""

from __future__ import annotations

import json

import jsonschema
import pytest

from regkb.schemas.json_schema import PUBLISHED, make_schema, write_schema
from tests.kb.base import make_documents, read_specimen

VALIDATOR = jsonschema.Draft202012Validator(make_schema(), format_checker=jsonschema.FormatChecker())


def test_what_is_published_is_what_the_models_say() -> None:
    # after a change of the record: regkb schema --json > regkb/schemas/act.schema.json
    assert PUBLISHED.read_text(encoding="utf-8") == write_schema()


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(make_schema())


def test_records_fit() -> None:
    for document in make_documents():
        VALIDATOR.validate(json.loads(read_specimen(document).to_json()))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("schema", "regkb/act/2"),
        ("language", "en"),
        ("date", "2016-13-01"),
        ("status", "valid"),
        ("paragraphs", [{"path": "title"}]),
        ("unknown", 1),
    ],
)
def test_what_is_no_record_is_refused(key: str, value: object) -> None:
    record = {**json.loads(read_specimen(make_documents()[0]).to_json()), key: value}
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(record)


@pytest.mark.parametrize("key", ["id", "paragraphs", "references"])
def test_a_key_that_is_missing_is_refused(key: str) -> None:
    record = json.loads(read_specimen(make_documents()[0]).to_json())
    del record[key]
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(record)
