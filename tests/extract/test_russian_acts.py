"""Whole acts in Russian as they were written in 2012, 2014 and 2019, of an invented region, against what they say."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from regkb.pipeline import read_act
from regkb.schemas.record import Act
from regkb.schemas.stages import RawDocument
from tests.normalize.damage import NONE, dump

GOLD = Path(__file__).parent / "gold"
every_year = pytest.mark.parametrize("year", [2012, 2014, 2019])


def lines_of(year: int) -> list[tuple[str, str]]:
    """The paragraphs of an act: `body` where they are set in, `plain` where they are set apart."""
    rows = (line.split("\t", 1) for line in (GOLD / f"resolution_ru_{year}.txt").read_text("utf-8").splitlines())
    return [(kind, text) for kind, text in rows]


@cache
def act_of(year: int) -> Act:
    return read_act(RawDocument("specimen.txt", "0" * 64, "text", dump(lines_of(year), NONE, seed=0)))


@cache
def expected_of(year: int) -> dict[str, Any]:
    return dict(json.loads((GOLD / f"resolution_ru_{year}.json").read_text("utf-8")))


def plain(value: Any) -> Any:
    """A part of a record as plain JSON values, what is not stated left out."""
    return value.model_dump(mode="json", exclude_none=True) if value is not None else None


def limits(durations: list[Any]) -> list[dict[str, Any]]:
    """What the text says of lengths of time, without their places and what is derived from them."""
    keys = {"text", "value", "max", "unit", "day_type", "limit", "condition"}
    return [duration.model_dump(include=keys, exclude_none=True) for duration in durations]


@every_year
def test_the_act_is_in_russian_and_nothing_of_it_is_lost(year):
    act = act_of(year)
    assert act.language == "ru"
    assert [paragraph.text for paragraph in act.paragraphs] == [text for _, text in lines_of(year)]


@every_year
def test_identity(year):
    act, expected = plain(act_of(year)), expected_of(year)["identity"]
    fields = ("repeal", "expiry", *expected)
    assert {field: act.get(field) for field in fields} == {field: expected.get(field) for field in fields}


@every_year
def test_paths(year):
    assert [paragraph.path for paragraph in act_of(year).paragraphs] == expected_of(year)["paths"]


@every_year
def test_actions_and_amendments(year):
    act, expected = act_of(year), expected_of(year)
    assert [plain(action) for action in act.actions] == expected["actions"]
    assert [plain(amendment) for amendment in act.amendments] == expected["amendments"]


@every_year
def test_fields_of_services(year):
    fields = ("title", "annex", "provider", "recipient", "fee", "form", "automation", "result", "standard")
    services = [plain(service) for service in act_of(year).services]
    assert [{field: service.get(field) for field in fields} for service in services] == [
        {field: service.get(field) for field in fields} for service in expected_of(year)["services"]
    ]


@every_year
def test_roles_and_time_limits(year):
    for service, expected in zip(act_of(year).services, expected_of(year)["services"], strict=True):
        assert [[role.text, role.canonical] for role in service.roles] == expected["roles"]
        found = [{"at": limit.at, "durations": limits(limit.durations)} for limit in service.time_limits]
        assert found == expected["time_limits"]


@every_year
def test_procedures_with_actor_and_durations_of_every_step(year):
    for service, expected in zip(act_of(year).services, expected_of(year)["services"], strict=True):
        assert [
            {
                "at": procedure.at,
                "kind": procedure.kind,
                "results": procedure.results,
                "steps": [
                    {
                        "number": step.number,
                        "actor": step.actor,
                        "durations": limits(step.durations),
                        "result": step.result,
                        "label": step.label,
                        "kind": step.kind,
                    }
                    for step in procedure.steps
                ],
            }
            for procedure in service.procedures
        ] == [
            procedure
            | {"steps": [{"result": None, "label": None, "kind": "action"} | step for step in procedure["steps"]]}
            for procedure in expected["procedures"]
        ]


@every_year
def test_references(year):
    found = [
        reference.model_dump(mode="json", include={"at", "text", "target", "locator"}, exclude_none=True)
        for reference in act_of(year).references
    ]
    assert found == expected_of(year)["references"]


@every_year
def test_nothing_is_doubtful(year):
    assert act_of(year).diagnostics == expected_of(year)["diagnostics"]
