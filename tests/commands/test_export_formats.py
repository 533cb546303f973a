import json

import jsonschema
import pytest
from lxml import etree

from regkb.schemas.json_schema import make_schema


def test_records_fit_the_published_schema(ask, run, tmp_path):
    schema = json.loads(run("schema", "--json").out)
    assert schema == make_schema()
    ran = ask("export", "--format", "jsonl")
    assert ran.status == 0
    records = [json.loads(line) for line in ran.out.splitlines()]
    assert len(records) == 4
    for record in records:
        jsonschema.validate(record, schema, format_checker=jsonschema.FormatChecker())


def test_akn_to_files_and_to_standard_output(ask, tmp_path):
    assert ask("export", "--format", "akn", "--out", tmp_path).status == 0
    assert len(list(tmp_path.glob("*.akn.xml"))) == 4
    one = ask("export", "60", "--format", "akn")
    assert etree.fromstring(one.out.encode()).tag.endswith("akomaNtoso")
    several = ask("export", "--format", "akn")
    assert (several.status, several.out) == (1, "")
    assert "--out" in several.err


@pytest.mark.parametrize("format_name", ["parquet", "csv"])
def test_tables_to_a_folder(ask, tmp_path, format_name):
    ran = ask("export", "--format", format_name, "--out", tmp_path)
    assert ran.status == 0
    assert "4 records written" in ran.err
    assert list(tmp_path.glob("act*"))
    assert ask("export", "--format", format_name).status == 1
