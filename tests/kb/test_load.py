from contextlib import closing

import pytest

from regkb.kb.store import open_base
from regkb.kb.tables import TABLES
from tests.kb.base import make_base

ID = "/akn/kz/act/resolution/ulgi/2016-06-02/275"


@pytest.fixture(scope="module")
def con(tmp_path_factory):
    db = tmp_path_factory.mktemp("base") / "base.duckdb"
    make_base(db)
    with closing(open_base(str(db))) as connection:
        yield connection


@pytest.mark.parametrize("table", [table for table in TABLES if not table.indexed], ids=lambda table: table.name)
def test_keys_tell_rows_apart(con, table):
    key = ", ".join(table.key)
    assert con.execute(f"SELECT {key} FROM {table.name} GROUP BY ALL HAVING count(*) > 1").fetchall() == []


@pytest.mark.parametrize(
    "table, column, target",
    [
        (table.name, column.name, column.references)
        for table in TABLES
        for column in table.columns
        if column.references and table.name not in ("event", "timeline", "validity")
    ],
)
def test_what_points_somewhere_finds_it(con, table, column, target):
    other, name = target.split(".")
    if column == "sha256" or name in ("id", "entry", "sha256"):
        missing = f'SELECT "{column}" FROM {table} WHERE "{column}" NOT IN (SELECT "{name}" FROM {other})'
    else:
        missing = (
            f'SELECT "{column}" FROM {table} t WHERE "{column}" IS NOT NULL AND NOT EXISTS'
            f' (FROM {other} o WHERE o.entry = t.entry AND o."{name}" = t."{column}")'
        )
    assert con.execute(missing).fetchall() == []


def test_facts_are_in_their_tables(con):
    def ask(query):
        return con.execute(query).fetchall()

    assert ask(
        "SELECT title, fee, form, standard_title, standard_act_number, standard_act_date::VARCHAR FROM service"
    ) == [("Үлгі анықтамасын беру", "free", ["electronic", "paper"], "Үлгі стандарты", "198", "2015-04-13")]
    assert ask("SELECT kind, results FROM procedure") == [("provider", ["анықтама"])]
    assert ask("SELECT number, actor_role, actor_score, result FROM step") == [
        ("1)", "office clerk", 97.5, "тіркелген өтініш")
    ]
    assert ask(
        "SELECT text, value, unit, day_type, limit_type, step, time_limit, span_start FROM duration ORDER BY value"
    ) == [
        ("10 жұмыс күні", 10.0, "day", "working", "within", None, 0, None),
        ("15 минут", 15.0, "minute", None, "exact", 0, None, 3),
    ]
    assert ask("SELECT text, canonical FROM role") == [("басшы", "head")]
    assert ask("SELECT target_kind, number, alias, self, points, subpoints FROM reference ORDER BY seq") == [
        ("act", "42", None, None, ["5"], ["1", "2"]),
        ("alias", None, "Стандарт", None, [], []),
        ("self", None, None, "act", [], []),
    ]
    assert ask("SELECT operation, points, annexes, old_words, new_words, target_title FROM amendment") == [
        ("replace_words", ["27", "37"], [""], "ескі", "жаңа", "Үлгі регламенті")
    ]
    assert ask(
        'SELECT type, affecting_act_id = act_id, affected_title, other_number, "at" FROM effect ORDER BY seq'
    ) == [
        ("amend", True, None, "321", "point:1"),
        ("restate", True, "Үлгі анықтамасын беру", None, "point:1"),
        ("repeal", False, None, "42", "point:1"),
    ]
    assert ask(
        "SELECT code, severity, span_start FROM diagnostic WHERE NOT starts_with(code, 'languages.') ORDER BY seq"
    ) == [
        ("rival_placement", "info", None),
        ("trace_broken", "error", 0),
    ]
    assert ask(f"SELECT registration_number, status, language FROM act WHERE id = '{ID}'") == [
        ("3898", "repealed", "kk")
    ]
