"""The views that analysts use: worked out by hand on specimens and on the real acts, and every query of the docs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pytest
import regex

from regkb.extract.totals import total_procedure
from regkb.ingest.read import read_document
from regkb.kb.derive import derive_all
from regkb.kb.load import load_acts
from regkb.kb.query import open_query
from regkb.kb.rows import ReadAct, make_rows
from regkb.kb.schema import create_tables
from regkb.kb.store import connect
from regkb.kb.views import VIEWS
from regkb.pipeline import read_act
from regkb.schemas.record import Act, Duration, Procedure, Reference, Role, Service, Step, TimeLimit
from regkb.schemas.stages import RawDocument

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "acts"
QUERIES = [
    pytest.param(query, id=f"{page.name}-{place}")
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    if page.exists()
    for place, query in enumerate(regex.findall(r"```sql\n(.*?)```", page.read_text("utf-8"), regex.DOTALL), 1)
]


def lasting(value: float, unit: str, day_type: str | None = None, condition: str | None = None) -> Duration:
    return Duration(text=f"{value} {unit}", value=value, unit=unit, day_type=day_type, limit="max", condition=condition)


def acting(number: str, role: str | None, *durations: Duration) -> Step:
    actor = Role(text=f"{role} ның", canonical=role) if role else None
    return Step(
        number=number, text=f"{number}) іс", actor=role and f"{role} ның", actor_role=actor, durations=list(durations)
    )


STEPS = [
    acting("1", "кеңсе", lasting(20, "minute"), lasting(1, "hour")),
    acting("2", "басшы", lasting(3, "day", "working")),
    acting("3", None),
    acting("4", "басшы", lasting(26, "day", "working", "жәрдемақы"), lasting(46, "day", "working", "кредит")),
    acting("5", "кеңсе", lasting(2, "day", "calendar"), lasting(1, "day")),
]
ACT = Act(
    id="/akn/kz/act/resolution/ulgi/2016-06-02/275",
    language="kk",
    type="resolution",
    issuer="Үлгі облысы әкімдігі",
    number="275",
    date="2016-06-02",
    title="Үлгі туралы",
    services=[
        Service(
            title="Үлгі анықтамасын беру",
            annex="annex:1",
            procedures=[
                Procedure(at="annex:1/point:5", kind="provider", steps=STEPS),
                Procedure(at="annex:1/point:8", kind="portal", steps=[]),
            ],
            time_limits=[TimeLimit(at="annex:1/point:4", text="30 жұмыс күні", durations=[lasting(30, "day")])],
        )
    ],
    references=[
        Reference(
            at="point:1",
            text="№ 198 бұйрығы",
            span=(0, 5),
            target={"type": "order", "number": "198", "date": "2015-04-13"},
        ),
        Reference(at="point:1", text="осы қаулының", span=(0, 5), target={"self": "act"}),
        Reference(at="point:2", text="Стандарттың", span=(0, 5), target={"alias": "Стандарт"}),
    ],
)


def make_base(con: duckdb.DuckDBPyConnection, read: list[tuple[RawDocument, Act]]) -> duckdb.DuckDBPyConnection:
    create_tables(con)
    load_acts(con, [ReadAct(make_rows(document, act, datetime(2026, 11, 21))) for document, act in read], set())
    derive_all(con)
    return con


@pytest.fixture(scope="module")
def specimen() -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(make_base(duckdb.connect(), [(RawDocument("275.txt", "1" * 64, "text", ""), ACT)])) as con:
        yield con


def read_rows(con: duckdb.DuckDBPyConnection, query: str) -> list[dict[str, Any]]:
    found = con.execute(query)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def test_acts(specimen: duckdb.DuckDBPyConnection) -> None:
    own, cited = read_rows(specimen, "FROM acts ORDER BY ingested DESC")
    assert (own["act_id"], own["year"], own["languages"], own["services"], own["steps"]) == (ACT.id, 2016, ["kk"], 1, 5)
    assert (own["ingested"], own["cited_by"]) == (True, 0)
    assert (cited["ingested"], cited["number"], cited["languages"], cited["cited_by"]) == (False, "198", [], 1)


def test_steps_flat(specimen: duckdb.DuckDBPyConnection) -> None:
    rows = read_rows(specimen, "FROM steps_flat ORDER BY place")
    assert [row["number"] for row in rows] == ["1", "2", "3", "4", "5"]
    assert [row["role"] for row in rows] == ["кеңсе", "басшы", None, "басшы", "кеңсе"]
    assert rows[0]["durations"] == ["20 minute", "1 hour"]
    assert rows[2]["durations"] == []
    assert rows[3]["day_types"] == ["working"]
    assert {(row["service"], row["procedure_kind"], row["act_number"]) for row in rows} == {
        ("Үлгі анықтамасын беру", "provider", "275")
    }


def test_service_totals(specimen: duckdb.DuckDBPyConnection) -> None:
    provider, portal = read_rows(specimen, "FROM service_totals ORDER BY procedure_path")
    assert (provider["steps"], provider["untimed_steps"]) == (5, 1)
    assert (provider["minutes"], provider["working_days"]) == (80, 29)
    assert (provider["calendar_days"], provider["other_days"]) == (2, 1)
    assert provider["least_minutes"] == 80 + 29 * 480 + 2 * 1440 + 480
    assert (provider["longest_step"], provider["longest_duration"]) == ("4", "46 day")
    assert (provider["hand_overs"], provider["roles"]) == (2, 2)
    assert (provider["stated_limits"], provider["longer_than_limit"]) == (["30 day"], False)
    assert (portal["steps"], portal["minutes"], portal["least_minutes"], portal["hand_overs"]) == (0, 0, None, 0)


def test_open_references(specimen: duckdb.DuckDBPyConnection) -> None:
    rows = read_rows(specimen, "FROM open_references ORDER BY seq")
    assert [(row["text"], row["state"], row["number"]) for row in rows] == [
        ("№ 198 бұйрығы", "text not in this base", "198"),
        ("Стандарттың", "not resolved", None),
    ]
    assert rows[1]["reason"]


def test_every_view_says_what_a_row_is(specimen: duckdb.DuckDBPyConnection) -> None:
    told = dict(specimen.execute("SELECT view_name, comment FROM duckdb_views() WHERE NOT internal").fetchall())
    assert all(told[name] for name in VIEWS)


@cache
def read_real() -> list[tuple[RawDocument, Act]]:
    documents = [read_document(path.name, path.read_bytes()) for path in sorted(REAL.glob("*.txt"))]
    return [(document, read_act(document)) for document in documents]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base of the real acts, written to a file."""
    if not REAL.is_dir():
        pytest.skip("the real acts are not beside the project")
    path = tmp_path_factory.mktemp("real") / "real.duckdb"
    make_base(connect(str(path)), read_real()).close()
    return path


def ask(base: Path, query: str) -> list[dict[str, Any]]:
    with open_query(base, query) as reader:
        rows: list[dict[str, Any]] = reader.read_all().to_pylist()
    return rows


def test_real_acts(real: Path) -> None:
    rows = ask(real, "SELECT number, services, steps, languages FROM acts WHERE ingested ORDER BY date, number")
    assert [(row["number"], row["services"]) for row in rows] == [
        ("4/889", 0),
        ("2/498", 6),
        ("142", 5),
        ("275", 2),
        ("60", 1),
    ]
    assert {row["number"]: row["steps"] for row in rows}["275"] == 18
    assert {row["number"]: row["steps"] for row in rows}["60"] == 10


def test_real_service_totals(real: Path) -> None:
    query = """
    SELECT act_number, procedure_kind, steps, untimed_steps, minutes, working_days, calendar_days, longest_step,
      hand_overs, len(stated_limits) AS limits
    FROM service_totals WHERE act_number IN ('275', '60') ORDER BY act_number, procedure_path"""
    assert [tuple(row.values()) for row in ask(real, query)] == [
        # № 275: 15 minutes, 1, 2 and 1 working days, 15 minutes; no step names who acts
        ("275", "provider", 5, 0, 30, 4, 0, "3", 0, 0),
        ("275", "portal", 4, 4, 0, 0, 0, None, 0, 0),
        # 15 minutes, 1, 6 and 1 working days, 15 minutes
        ("275", "provider", 5, 0, 30, 8, 0, "3", 0, 0),
        ("275", "portal", 4, 4, 0, 0, 0, None, 0, 0),
        # № 60: 30 minutes, 3 hours, 26 or 46 working days, 4 hours, 30 minutes; one step names who acts
        ("60", "provider", 5, 0, 480, 26, 0, "3", 0, 0),
        # 20 minutes, 3 hours, nothing, 3 hours, 20 minutes; all by one employee
        ("60", "corporation", 5, 1, 400, 0, 0, "2", 0, 0),
    ]


def test_the_view_adds_up_as_the_extractor_does(real: Path) -> None:
    rows = ask(real, "FROM service_totals")
    found = {(row["act_id"], row["service"], row["procedure_path"], row["procedure_kind"]): row for row in rows}
    procedures = [
        ((act.id, service.title, procedure.at, procedure.kind), procedure)
        for _, act in read_real()
        for service in act.services
        for procedure in service.procedures
    ]
    assert len(procedures) > 20
    for key, procedure in procedures:
        row, totals = found[key], total_procedure(procedure)
        assert (row["minutes"], row["working_days"], row["calendar_days"], row["other_days"]) == pytest.approx(
            (totals.minutes, totals.working_days, totals.calendar_days, totals.other_days)
        )
        assert (row["hand_overs"], row["least_minutes"] or 0) == (totals.hand_overs, totals.least_minutes)


def test_real_steps_flat(real: Path) -> None:
    query = """
    SELECT number, durations, min_minutes, max_minutes, day_types FROM steps_flat
    WHERE act_number = '60' AND procedure_kind = 'provider' AND number = '3'"""
    [row] = ask(real, query)
    assert len(row["durations"]) == 2
    assert (row["min_minutes"], row["max_minutes"], row["day_types"]) == (0, 46 * 1440, ["working"])


def test_real_open_references(real: Path) -> None:
    rows = ask(real, "SELECT * FROM open_references WHERE act_id LIKE '%/275'")
    orders = {(row["type"], str(row["date"]), row["number"]) for row in rows if row["type"] == "order"}
    assert ("order", "2015-04-13", "198") in orders
    assert {row["state"] for row in rows} <= {"text not in this base", "not resolved"}


@pytest.mark.parametrize("query", QUERIES)
def test_queries_of_the_docs_run(query: str, tmp_path: Path) -> None:
    base = tmp_path / "base.duckdb"
    make_base(connect(str(base)), [(RawDocument("275.txt", "1" * 64, "text", ""), ACT)]).close()
    rows = ask(base, query)
    assert isinstance(rows, list)


@pytest.mark.parametrize("query", QUERIES)
def test_queries_of_the_docs_show_something_of_real_acts(query: str, real: Path) -> None:
    assert ask(real, query)
