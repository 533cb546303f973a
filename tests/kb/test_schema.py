import duckdb
import pytest

from regkb.kb.schema import ALL_TABLES, SCHEMA_VERSION, create_tables, read_meta


@pytest.fixture
def con():
    with duckdb.connect() as connection:
        create_tables(connection)
        yield connection


def test_every_table_and_column_says_what_it_is(con):
    tables = con.execute("SELECT table_name, comment FROM duckdb_tables()").fetchall()
    assert {name for name, _ in tables} == {table.name for table in ALL_TABLES}
    columns = con.execute("SELECT table_name, column_name, comment FROM duckdb_columns() WHERE NOT internal").fetchall()
    assert len(columns) == sum(len(table.columns) for table in ALL_TABLES)
    assert not [row for row in [*tables, *columns] if not row[-1]]


def test_references_and_keys_name_columns_that_exist():
    columns = {f"{table.name}.{column.name}" for table in ALL_TABLES for column in table.columns}
    pointed_at = {column.references for table in ALL_TABLES for column in table.columns if column.references}
    keys = {f"{table.name}.{name}" for table in ALL_TABLES for name in table.key}
    assert pointed_at | keys <= columns


def test_the_base_knows_its_version(con):
    assert read_meta(con)["schema_version"] == str(SCHEMA_VERSION)


def test_a_file_of_something_else_has_no_meta():
    with duckdb.connect() as other:
        assert read_meta(other) == {}


@pytest.mark.parametrize(
    "insert",
    [
        "INSERT INTO act (id, ingested) VALUES ('/akn/x', true), ('/akn/x', true)",
        "INSERT INTO act (id, ingested, status) VALUES ('/akn/x', true, 'valid')",
        "INSERT INTO act (id, ingested) VALUES (NULL, true)",
        "INSERT INTO failure (path, failed_at) VALUES ('a.txt', now()::TIMESTAMP)",
    ],
)
def test_constraints_hold(con, insert):
    with pytest.raises(duckdb.ConstraintException):
        con.execute(insert)
