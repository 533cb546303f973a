import json
from typing import get_args

import pytest

from regkb.commands import list as list_command
from regkb.schemas.record import ActType, Status


@pytest.mark.parametrize(
    "arguments, numbers",
    [
        ([], ["275", "60", "275"]),
        (["--issuer", "сынақ"], ["60"]),
        (["--status", "repealed"], ["275"]),
        (["--to", "2015-01-01"], ["275"]),
        (["--from", "2015-01-01", "--type", "resolution"], ["275", "60"]),
        (["туризм"], ["60"]),
        (["№", "275", "2014"], ["275"]),
    ],
)
def test_filters(ask, arguments, numbers):
    ran = ask("list", *arguments, "--json")
    assert ran.status == 0
    assert [act["number"] for act in json.loads(ran.out)] == numbers


def test_languages_are_a_list_for_programs_and_words_for_people(ask):
    assert json.loads(ask("list", "275", "2016", "--json").out)[0]["languages"] == ["kk", "ru"]
    assert ask("list", "275", "2016").out.splitlines()[1].split("\t")[3] == "kk ru"
    assert json.loads(ask("list", "--cited", "--json").out)[0]["languages"] == []


def test_a_pipe_gets_tab_separated_lines_with_nothing_cut(ask):
    lines = ask("list").out.splitlines()
    assert lines[0].split("\t") == ["date", "number", "stated status", "languages", "issuer", "title", "id"]
    assert lines[1].split("\t")[:4] == ["2016-06-02", "275", "repealed", "kk ru"]


def test_nothing_found_is_1(ask):
    ran = ask("list", "--issuer", "жоқ облыс")
    assert (ran.status, ran.out) == (1, "")
    assert "no act fits" in ran.err


@pytest.mark.parametrize("option", ["--type", "--status"])
def test_a_kind_that_there_is_not_is_wrong_use(ask, option):
    assert ask("list", option, "жоқ").status == 2


def test_the_choices_are_those_of_the_record():
    assert sorted(list_command.TYPES) == sorted(get_args(ActType))
    assert sorted(list_command.STATES) == sorted(get_args(Status))


def test_nothing_found_is_still_json(ask):
    ran = ask("list", "--issuer", "жоқ облыс", "--json")
    assert (ran.status, json.loads(ran.out)) == (1, [])
