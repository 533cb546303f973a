import json

import duckdb
import jsonschema
import pytest
import regex

from regkb.kb.schema import ALL_TABLES
from regkb.kb.tables import TABLES


def test_a_line_a_table_and_view(run):
    ran = run("schema")
    names = [line.split("\t")[1] for line in ran.out.splitlines()[1:]]
    assert ran.status == 0
    assert {"act", "paragraph", "acts", "steps_flat", "service_totals", "open_references", "in_force_on"} <= set(names)


def test_sql_makes_an_empty_base_with_comments(run):
    with duckdb.connect() as con:
        con.execute(run("schema", "--sql").out)
        found = dict(con.execute("SELECT table_name, comment FROM duckdb_tables()").fetchall())
        assert found == {table.name: table.comment for table in ALL_TABLES}
        uncommented = con.execute(
            "SELECT table_name, column_name FROM duckdb_columns() JOIN duckdb_tables() USING (table_name)"
            " WHERE duckdb_columns.comment IS NULL"
        ).fetchall()
        assert uncommented == []
        for view in ("acts", "steps_flat", "service_totals", "open_references", "act_timeline"):
            assert con.execute(f"FROM {view}").fetchall() == []
        assert con.execute("FROM in_force_on(DATE '2020-01-01')").fetchall() == []


def test_the_diagram_holds_every_column_and_points_to_tables(run):
    drawn = run("schema", "--erd").out
    assert drawn.startswith("erDiagram\n")
    blocks = dict(regex.findall(r"^  (\w+) \{\n(.*?)^  \}", drawn, regex.MULTILINE | regex.DOTALL))
    assert blocks.keys() == {table.name for table in TABLES}
    for table in TABLES:
        assert [line.split()[1] for line in blocks[table.name].splitlines()] == [c.name for c in table.columns]
    arrows = regex.findall(r"^  (\w+) (?:\|o|\|\|)--o\{ (\w+) : \w+$", drawn, regex.MULTILINE)
    assert ("act", "record") in arrows
    assert ("record", "paragraph") in arrows
    assert {name for arrow in arrows for name in arrow} <= blocks.keys()


def test_json_schema_and_tables(run):
    assert json.loads(run("schema", "--json").out)["$id"] == "regkb/act/1"
    tables = json.loads(run("schema", "--tables").out)
    assert [table["table"] for table in tables] == [table.name for table in ALL_TABLES]
    assert all(column["comment"] for table in tables for column in table["columns"])


@pytest.mark.parametrize(
    "question",
    [
        ["validity", "275 2016-06-02", "--on", "2016-07-01"],
        ["validity", "275 2016-06-02", "--on", "2030-01-01", "--sense", "force"],
        ["validity", "321"],
        ["search", "туралы"],
        ["search", "кеңсе", "--kind", "step"],
    ],
)
def test_answers_fit_their_schema_and_have_all_its_keys(ask, question):
    schema = json.loads(ask("schema", f"--{question[0]}").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    answer = json.loads(ask(*question, "--json").out)
    validator.validate(answer)
    one = answer[0] if isinstance(answer, list) else answer
    for key in list(one):
        value = one.pop(key)
        assert not validator.is_valid(answer), key
        one[key] = value
