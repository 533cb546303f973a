import json
from pathlib import Path

import pytest

from regkb.extract.actions import find_actions
from regkb.extract.ordering_text import OrderingText
from regkb.extract.references import find_references
from regkb.schemas.record import Paragraph
from tests.extract.gold_file import gold

SHARED = Path(__file__).parents[3] / "shared" / "gold"


@pytest.mark.parametrize("case", gold("actions"), ids=lambda case: case["what"])
def test_actions_as_written(case):
    paragraphs = [Paragraph(path=path, text=text) for path, text in case["paragraphs"]]
    language = case["language"]
    found, _, doubts = find_actions(OrderingText(paragraphs, find_references(paragraphs, language), language))
    assert [doubt.at for doubt in doubts] == case.get("doubts", [])
    assert [action.model_dump(mode="json", exclude_none=True) for action in found] == case["actions"]


@pytest.mark.parametrize("name", ["000", "001"])
def test_actions_of_real_acts(name):
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip("../shared is not here")
    rows = [json.loads(row) for row in (folder / "paragraphs.jsonl").read_text("utf-8").splitlines()]
    paragraphs = [Paragraph(path=row["path"], text=row["text"]) for row in rows]
    found, _, doubts = find_actions(OrderingText(paragraphs, find_references(paragraphs, "kk"), "kk"))
    assert doubts == []
    wanted = json.loads((folder / "facts.json").read_text("utf-8"))["actions"]
    assert [action.model_dump(mode="json") for action in found] == wanted


def test_only_provisions_of_the_act_itself_do_something():
    paragraphs = [
        Paragraph(path="title", text="«А» регламентін бекіту туралы"),
        Paragraph(path="annex:1/point:1", text="«А» мемлекеттік көрсетілетін қызмет регламенті бекітілсін."),
        Paragraph(path="point:1/quote", text="«1. «Б» мемлекеттік көрсетілетін қызмет регламенті бекітілсін.»;"),
    ]
    assert find_actions(OrderingText(paragraphs, [], "kk")) == ([], [], [])
