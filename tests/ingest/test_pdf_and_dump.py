"""The PDF and the dump of one specimen give the same record, except where the dump has lost something."""

from pathlib import Path
from typing import Any

import pytest

from corpus.facts import count_facts
from corpus.score import read_truth
from regkb.ingest.read import read_document
from regkb.pipeline import read_act

SPECIMENS = Path(__file__).parents[2] / "corpus" / "specimens"
PAIRS = sorted(path.with_suffix("") for path in SPECIMENS.glob("*-kk.pdf"))


def read(path: Path) -> dict[str, Any]:
    return read_act(read_document(str(path), path.read_bytes())).to_dict()


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_one_act_one_record(pair) -> None:
    from_pdf, from_dump = read(pair.with_suffix(".pdf")), read(pair.with_suffix(".txt"))
    if any(p["path"].endswith("/table") for p in from_pdf["paragraphs"]):
        # in a dump the cells of a table run into each other, as they do in the real ones
        for record in (from_pdf, from_dump):
            record["paragraphs"] = [p for p in record["paragraphs"] if "/annex:" not in p["path"]]
            record["references"] = [r for r in record["references"] if "/annex:" not in r["at"]]
    assert [(p["path"], p["text"]) for p in from_pdf["paragraphs"]] == [
        (p["path"], p["text"]) for p in from_dump["paragraphs"]
    ]
    assert count_facts(from_pdf) == count_facts(from_dump)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
def test_the_pdf_gives_every_word_of_the_truth(pair) -> None:
    truth, found = read_truth(pair.with_suffix(".json")), read(pair.with_suffix(".pdf"))
    assert [p["text"] for p in found["paragraphs"]] == [p["text"] for p in truth["paragraphs"]]


def test_there_are_pairs() -> None:
    assert len(PAIRS) >= 5
