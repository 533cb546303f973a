import json
from pathlib import Path

import pytest

from regkb.kb.compare import compare_expressions
from regkb.schemas.record import Act, Paragraph

CASES = [
    json.loads(line) for line in (Path(__file__).parent / "gold" / "languages.jsonl").read_text("utf-8").splitlines()
]


def act(language, paragraphs, **facts):
    return Act(
        id="/akn/kz/act/resolution/ulgi/2016-06-02/275",
        language=language,
        paragraphs=[Paragraph(path=path, text=text) for path, text in paragraphs],
        **facts,
    )


def compare(kk, ru, kk_facts=(), ru_facts=()):
    return compare_expressions(act("kk", kk, **dict(kk_facts)), act("ru", ru, **dict(ru_facts)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_provisions_state_the_same(case):
    found = compare([("point:1", case["kk"])], [("point:1", case["ru"])])
    assert [[doubt.code, doubt.message] for doubt in found] == case["differs"]
    assert {doubt.at for doubt in found} <= {"point:1"}


def test_a_missing_point_is_worse_than_a_missing_paragraph():
    kk = [("point:1", "Бірінші."), ("point:1/p", "Бөлек."), ("point:2", "Екінші.")]
    ru = [("point:1", "Первый."), ("point:3", "Третий.")]
    found = {(doubt.at, doubt.message, doubt.severity) for doubt in compare(kk, ru)}
    assert found == {
        ("point:1/p", "the Russian text lacks it", "info"),
        ("point:2", "the Russian text lacks it", "warning"),
        ("point:3", "the Kazakh text lacks it", "warning"),
    }


def test_headers():
    same = {"type": "resolution", "number": "A-9/406", "date": "2016-06-02", "status": "in_force"}
    assert compare([], [], {**same, "number": "А-9/406"}, same) == []
    (doubt,) = compare([], [], same, {**same, "date": "2016-07-02"})
    assert (doubt.code, doubt.message) == (
        "languages.header",
        "date: 2016-06-02 in the Kazakh text, 2016-07-02 in the Russian",
    )


def test_services():
    service = {"title": "Үлгі", "annex": "1", "fee": "free", "form": ["paper", "electronic"]}
    title = [("annex:1/title", "Үлгі")]
    russian = {**service, "title": "Образец", "form": ["electronic", "paper"]}
    assert compare(title, title, {"services": [service]}, {"services": [russian]}) == []
    (doubt,) = compare(title, title, {"services": [service]}, {"services": [{**russian, "fee": None}]})
    assert (doubt.at, doubt.message) == ("annex:1/title", "fee: free in the Kazakh text, none in the Russian")
