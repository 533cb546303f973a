import json
import random
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.extract.references import find_references
from regkb.schemas.record import ActRef, Paragraph
from tests.extract.gold_file import gold

SHARED = Path(__file__).parents[3] / "shared" / "gold"


def _paragraphs(case):
    return [Paragraph(path=path, text=text) for path, text in case["paragraphs"]]


def _plain(reference):
    plain = {
        "paragraph": reference.index,
        "text": reference.text,
        "target": reference.target.model_dump(mode="json", exclude_none=True),
    }
    if reference.locator:
        plain["locator"] = reference.locator.model_dump(exclude_none=True)
    if reference.publications:
        plain["publications"] = reference.publications
    if reference.resolved:
        plain["resolved"] = reference.resolved.model_dump(mode="json", exclude_none=True)
    return plain


@pytest.mark.parametrize("case", gold("references"), ids=lambda case: case["what"])
def test_citations_as_written(case):
    assert [_plain(found) for found in find_references(_paragraphs(case), case["language"])] == case["references"]


@pytest.mark.parametrize("case", gold("references"), ids=lambda case: case["what"])
def test_spans_hold_the_words_and_do_not_overlap(case):
    paragraphs = _paragraphs(case)
    last = (-1, 0)
    for found in find_references(paragraphs, case["language"]):
        start, end = found.span
        assert paragraphs[found.index].text[start:end] == found.text
        assert paragraphs[found.index].path == found.at
        assert (found.index, start) >= last
        last = (found.index, end)


@pytest.mark.parametrize("name", ["000", "001"])
def test_real_acts_give_every_citation_with_its_words(name):
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip("../shared is not here")
    rows = [json.loads(row) for row in (folder / "paragraphs.jsonl").read_text("utf-8").splitlines()]
    wanted = json.loads((folder / "facts.json").read_text("utf-8"))["references"]
    found = find_references([Paragraph(path=row["path"], text=row["text"]) for row in rows], "kk")
    plain = [
        {
            "at": each.at,
            "text": each.text,
            "target": each.target.model_dump(mode="json"),
            "locator": each.locator and each.locator.model_dump(exclude_none=True),
        }
        for each in found
    ]
    assert plain == [{key: each[key] for key in ("at", "text", "target", "locator")} for each in wanted]


_PIECES = [
    "№ 5", "қаулысымен", "Заңдарына", "2015 жылғы 5 мамырдағы", "«", "»", '"', "(", ")", "бұдан әрі – Стандарт", "Стандарттың",
    "9-тармағына", "1), 2) және", "осы", "көрсетілген", "Қазақстан Республикасы", "әкімдігінің", "Үлгі облысы", ",", "туралы",
    "тіркелген", "19-1-", "кодексі", "\n", "-", "—",
]  # fmt: skip


@given(st.lists(st.sampled_from(_PIECES), max_size=60).map(" ".join))
def test_any_pile_of_parts_is_read_without_overlap(text):
    end = 0
    for found in find_references([Paragraph(path="point:1", text=text)], "kk"):
        assert text[found.span[0] : found.span[1]] == found.text
        assert found.span[0] >= end
        end = found.span[1]


@pytest.mark.parametrize(
    "piece",
    ["1-", "1, ", "1) ", '"', "« ", "(", "№ 5 ", "осы ", "Үлгі ", "Заңдарына ", "Қазақстан Республикасы ", "көрсетілетін ",
     "2015 жылғы 5 мамырдағы № 5 «А» ", "сәйкес (тіркелген "],
)  # fmt: skip
def test_long_repetition_takes_linear_time(piece):
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece))) + "Заңдарына 5-бабына"
        start = time.process_time()
        find_references([Paragraph(path="point:1", text=text)], "kk")
        return time.process_time() - start

    seconds(1000)
    assert seconds(40_000) < 1.5


def test_an_act_is_remembered_for_what_points_back_over_paragraphs():
    first = Paragraph(path="point:1", text="Үлгі облысы әкімдігінің 2015 жылғы 5 мамырдағы № 7 қаулысына")
    others = [Paragraph(path=f"point:{number}", text="Үлгі сөз " * 3) for number in range(2, 9)]
    random.Random(1).shuffle(others)
    [_, back] = find_references([first, *others, Paragraph(path="point:9", text="аталған қаулымен")], "kk")
    assert back.target == ActRef.model_validate(
        {"type": "resolution", "issuer": "Үлгі облысы әкімдігі", "date": "2015-05-05", "number": "7"}
    )
