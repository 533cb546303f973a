import io
import json

import pyarrow.parquet
import pytest

QUERY = "SELECT number, date, title FROM act WHERE number = '60'"


def test_a_table(ask):
    assert ask("sql", QUERY).out.splitlines()[1].startswith("60\t2016-06-02\t")


@pytest.mark.parametrize(
    ("format_name", "read"),
    [
        ("csv", lambda text: text.splitlines()[1].split(",")[0]),
        ("json", lambda text: json.loads(text)[0]["number"]),
        ("jsonl", lambda text: json.loads(text.splitlines()[0])["number"]),
        ("markdown", lambda text: text.splitlines()[2].split("|")[1].strip()),
    ],
)
def test_formats_in_a_file(ask, tmp_path, format_name, read):
    out = tmp_path / "rows"
    ran = ask("sql", QUERY, "--format", format_name, "--out", out)
    assert (ran.status, ran.out) == (0, "")
    assert "1 rows written" in ran.err
    assert read(out.read_text(encoding="utf-8")) == "60"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("rows.csv", b"n\n1"),
        ("rows.json", b"[\n"),
        ("rows.JSONL", b'{"n": 1}'),
        ("rows.parquet", b"PAR1"),
        ("rows.md", b"| n |"),
        ("rows", b"n\n1"),
        ("rows.table", b"n\n1"),
    ],
)
def test_the_name_of_the_file_tells_the_format(ask, tmp_path, name, begins):
    assert ask("sql", "SELECT 1 AS n", "-o", tmp_path / name).status == 0
    assert (tmp_path / name).read_bytes().replace(b"\r", b"").startswith(begins)


def test_the_format_that_is_named_counts(ask, tmp_path):
    out = tmp_path / "rows.csv"
    assert ask("sql", "SELECT 1 AS n", "--format", "jsonl", "-o", out).status == 0
    assert out.read_text() == '{"n": 1}\n'
    assert ask("sql", "SELECT 1", "--format", "table", "-o", out).status == 2


def test_parquet(ask, tmp_path):
    out = tmp_path / "rows.parquet"
    assert ask("sql", QUERY, "--format", "parquet", "--out", out).status == 0
    table = pyarrow.parquet.read_table(io.BytesIO(out.read_bytes()))
    assert table.column_names == ["number", "date", "title"]
    assert table.to_pylist()[0]["date"].isoformat() == "2016-06-02"


def test_parquet_has_few_row_groups(ask, tmp_path):
    out = tmp_path / "rows.parquet"
    assert ask("sql", "SELECT range AS number FROM range(25_000)", "--format", "parquet", "--out", out).status == 0
    file = pyarrow.parquet.ParquetFile(io.BytesIO(out.read_bytes()))
    assert file.num_row_groups == 3
    assert file.read()["number"].to_pylist() == list(range(25_000))


def test_every_type_is_written(ask, tmp_path):
    out = tmp_path / "rows.json"
    query = (
        "SELECT 1 AS a, 2 AS a, NULL AS b, [1, NULL] AS c, {'x': DATE '2020-01-02'} AS d, 1.50::DECIMAL(5,2) AS e,"
        " INTERVAL '1 month 2 days' AS f, '\\xAA'::BLOB AS g, 170141183460469231731687303715884105727 AS h,"
        " 'nan'::DOUBLE AS i, TIMESTAMP '2020-01-02 03:04:05' AS j, MAP {'k': 1} AS k, true AS l, TIME '01:02:03' AS m"
    )
    assert ask("sql", query, "--json", "--out", out).status == 0
    assert json.loads(out.read_text(encoding="utf-8")) == [
        {
            "a": 1,
            "a_2": 2,
            "b": None,
            "c": [1, None],
            "d": {"x": "2020-01-02"},
            "e": 1.5,
            "f": "P1M2DT0S",
            "g": "aa",
            "h": 170141183460469231731687303715884105727,
            "i": "nan",
            "j": "2020-01-02T03:04:05",
            "k": [["k", 1]],
            "l": True,
            "m": "01:02:03",
        }
    ]


def test_a_query_from_a_file_and_from_standard_input(ask, tmp_path, monkeypatch):
    file = tmp_path / "query.sql"
    file.write_text(QUERY, encoding="utf-8")
    assert "60\t" in ask("sql", file).out
    deep = tmp_path / ("терең" * 20) / ("қалта" * 20)
    deep.mkdir(parents=True)
    assert "60\t" in ask("sql", file.rename(deep / "сұрау.sql")).out
    assert ask("sql", f"SELECT '{'x' * 5000}'").status == 0
    monkeypatch.setattr("sys.stdin", io.StringIO(QUERY))
    assert "60\t" in ask("sql", "-").out


def test_an_error_is_one_line_and_leaves_no_file(ask, tmp_path):
    out = tmp_path / "rows.csv"
    ran = ask("sql", "SELECT * FROM nothing", "--format", "csv", "--out", out)
    assert (ran.status, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_an_error_in_a_long_query_tells_its_line(ask):
    assert ask("sql", "SELECT number\nFROM act\nWERE 1").err.rstrip().endswith("(line 3)")
    assert "line" not in ask("sql", "SELECT number FROM act WERE 1").err.lower()


def test_a_file_that_holds_no_query(ask, tmp_path, monkeypatch):
    file = tmp_path / "query.sql"
    assert ask("sql", file).err == f"regkb: there is no file {file}; check its name, or give the SELECT itself\n"
    file.write_bytes(b"\xff\xfe")
    assert ask("sql", file).err == f"regkb: {file} holds no text in UTF-8; give one SELECT as text\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff"), encoding="utf-8"))
    ran = ask("sql", "-")
    assert (ran.status, ran.err) == (1, "regkb: - holds no text in UTF-8; give one SELECT as text\n")


def test_only_reading(ask):
    ran = ask("sql", "DROP TABLE act")
    assert ran.status == 1
    assert "read only" in ran.err


def test_limits(ask):
    assert "stopped after 0.5 s" in ask("sql", "SELECT sleep_ms(20000)", "--timeout", "0.5").err
    assert "--memory" in ask("sql", "SELECT repeat('x', 2000000000)", "--memory", "200").err
    assert ask("sql", "SELECT 1", "--timeout", "0").status == 2


def test_long_tables_are_cut_and_say_so(ask):
    ran = ask("sql", "SELECT range AS n FROM range(1500)")
    assert len(ran.out.splitlines()) == 1001
    assert "1000 of 1500 rows shown" in ran.err
