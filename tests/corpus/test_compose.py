"""Composed acts: the truth fits the text, the languages say the same, nobody takes them for law."""

from collections import Counter

import pytest

from corpus.languages import WORDINGS
from corpus.make import make
from corpus.plan import KINDS, draw
from regkb.schemas.record import Act, ActRef

SEEDS = [(kind, index) for kind in KINDS for index in range(6)]


def acts(kind, index) -> list[Act]:
    return [make("tests", index, language, kind).act for language in WORDINGS]


@pytest.mark.parametrize(("kind", "index"), SEEDS)
def test_references_stand_where_they_say(kind, index) -> None:
    for act in acts(kind, index):
        assert act.references
        for reference in act.references:
            assert reference.index is not None
            paragraph = act.paragraphs[reference.index]
            assert paragraph.path == reference.at
            assert paragraph.text[slice(*reference.span)] == reference.text


@pytest.mark.parametrize(("kind", "index"), SEEDS)
def test_steps_and_limits_stand_in_the_text(kind, index) -> None:
    for act in acts(kind, index):
        texts = Counter(paragraph.path for paragraph in act.paragraphs)
        by_path = {paragraph.path: paragraph.text for paragraph in act.paragraphs}
        for service in act.services:
            for procedure in service.procedures:
                assert texts[procedure.at] == 1
                for step in procedure.steps:
                    assert by_path[step.at].startswith(f"{step.number}) {step.text.splitlines()[0]}")
                    for duration in step.durations:
                        assert duration.text in step.text
                    if step.actor:
                        assert step.actor in step.text
            for limit in service.time_limits:
                assert by_path[limit.at].endswith(limit.text)


@pytest.mark.parametrize(("kind", "index"), SEEDS)
def test_both_languages_state_the_same_facts(kind, index) -> None:
    kazakh, russian = acts(kind, index)
    for act in (kazakh, russian):
        assert act.number == kazakh.number and act.date == kazakh.date and act.status == kazakh.status
        assert (act.registration and act.registration.number) == (kazakh.registration and kazakh.registration.number)
        assert [(a.type, a.at) for a in act.actions] == [(a.type, a.at) for a in kazakh.actions]

    def durations(act: Act) -> list[object]:
        return [
            (step.at, d.value, d.max, d.unit, d.day_type, d.limit)
            for service in act.services
            for procedure in service.procedures
            for step in procedure.steps
            for d in step.durations
        ]

    assert durations(kazakh) == durations(russian)


@pytest.mark.parametrize(("kind", "index"), SEEDS)
def test_every_issuer_is_invented(kind, index) -> None:
    for act in acts(kind, index):
        assert act.issuer is not None and ("Үлгі облысы" in act.issuer or "Улгинской области" in act.issuer)
        for reference in act.references:
            if isinstance(reference.target, ActRef) and reference.target.type in ("resolution", "order"):
                issuer = reference.target.issuer or ""
                invented = ("Үлгі", "Мысал", "Қиял", "Өрнек", "Улгин", "образцов", "примерн", "мечты", "узорн")
                assert any(word in issuer for word in invented), issuer


def test_the_same_seed_gives_the_same_act() -> None:
    assert make("tests", 3).act == make("tests", 3).act
    assert make("tests", 3).act != make("other", 3).act


def test_an_act_changes_or_repeals_one_that_the_corpus_has() -> None:
    plans = [draw("tests", index) for index in range(120)]
    known = {(plan.date, plan.number) for plan in plans}
    followed = [plan for plan in plans if plan.amended or plan.kind == "repeal"]
    cited = [plan.amended or plan.repeals[0] for plan in followed]
    assert sum((act.date, act.number) in known for act in cited) > len(cited) / 3
    assert all(act.date < plan.date for act, plan in zip(cited, followed, strict=True))


def test_all_kinds_and_habits_occur() -> None:
    plans = [draw("tests", index) for index in range(200)]
    assert {plan.kind for plan in plans} == set(KINDS)
    assert {plan.style.quotes for plan in plans} == {"«»", '""'}
    assert {plan.style.number_sign for plan in plans} == {"N", "№"}
    assert {plan.style.steps for plan in plans} == {"nominal", "actor", "possessive"}
    assert {plan.style.frame for plan in plans} == {"dash", "sentence", "tail"}
    assert {plan.date.year for plan in plans} == set(range(2012, 2021))
