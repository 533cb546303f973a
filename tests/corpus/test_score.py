"""Scores: what counts as right, and that a perfect reader gets full marks."""

import json

import pytest

from corpus.facts import KINDS, count_facts
from corpus.make import make, write_specimen
from corpus.score import Tally, find_cases, score_case, sum_up


def test_precision_and_recall() -> None:
    tally = Tally(true=10, found=8, right=6)
    assert (tally.precision, tally.recall) == (0.75, 0.6)
    assert tally.f1 == pytest.approx(2 / 3)
    assert (Tally().precision, Tally().recall, Tally(true=3).precision) == (1.0, 1.0, 0.0)


def test_a_fact_counts_once_for_each_time_it_is_stated() -> None:
    limit = {"at": "p", "durations": [{"value": 5, "unit": "day", "limit": "max"}] * 2}
    facts = count_facts({"services": [{"title": "Т", "annex": "1", "time_limits": [limit]}]})
    assert sum(facts["time limits"].values()) == 2


def test_closing_marks_and_blanks_do_not_count() -> None:
    one = count_facts({"title": "Бекіту  туралы."})
    assert one["header"] == count_facts({"title": "Бекіту туралы"})["header"]


def test_every_kind_of_fact_occurs_in_the_specimens() -> None:
    facts = dict.fromkeys(KINDS, 0)
    for index in range(30):
        for kind, counted in count_facts(make("tests", index).act.to_dict()).items():
            facts[kind] += sum(counted.values())
    assert all(facts.values()), facts


def test_a_specimen_is_scored_from_its_dump_and_its_pdf(tmp_path) -> None:
    write_specimen(make("tests", 1), tmp_path, text=True, pdf=True, truth=True)
    columns = sum_up(score_case(case) for case in find_cases(tmp_path))
    assert set(columns) == {"text", "PDF"}
    assert columns["PDF"]["words"].f1 > 0.99
    assert columns["PDF"]["header"].f1 == 1.0


def test_a_wrong_truth_lowers_the_score(tmp_path) -> None:
    specimen = make("tests", 1)
    write_specimen(specimen, tmp_path, text=False, pdf=True, truth=True)
    truth = tmp_path / f"{specimen.name}.json"
    record = json.loads(truth.read_text("utf-8"))
    record["number"] = "0"
    truth.write_text(json.dumps(record), "utf-8")
    (case,) = find_cases(tmp_path)
    outcome = score_case(case)
    assert outcome.tallies["header"].recall < 1.0
    assert any("number" in line for line in outcome.wrong)
