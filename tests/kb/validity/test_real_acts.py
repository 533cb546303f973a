"""The cases of the five real acts, with what the pipeline reads in their texts instead of the specimens' facts."""

import datetime
import json
from functools import cache
from pathlib import Path

import pytest

from regkb.extract.identity import make_act_id
from regkb.ingest.read import read_document
from regkb.pipeline import read_act
from regkb.schemas.record import ActRef
from tests.kb.validity.specimens import GOLD, answer_from_events, derive_events, refer

ACTS = Path(__file__).parents[4] / "shared" / "acts"
FILES = {
    "almaty-275": "000.txt",
    "almaty-60": "001.txt",
    "almaty-city-889": "002.txt",
    "mangystau-142": "003.txt",
    "almaty-city-498": "004.txt",
}
CASES = [json.loads(line) for line in (GOLD / "cases.jsonl").read_text("utf-8").splitlines()]

pytestmark = pytest.mark.skipif(not ACTS.is_dir(), reason="the real acts are not beside the project")


def identify(ref: ActRef) -> str | None:
    """Return an id without the issuer, as the specimens have it."""
    if ref.date is None:
        return None
    return make_act_id(ref.type or "resolution", None, ref.date, ref.number, ref.title)


@cache
def read_events(file: str):
    act = read_act(read_document(file, (ACTS / file).read_bytes()))
    assert act.source
    source = act.source.model_copy(update={"ingested_at": "2026-11-20T09:00:00Z"})
    me = identify(ActRef(type=act.type, date=act.date, number=act.number))
    return derive_events(act.model_copy(update={"id": me, "source": source}), identify)


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case["base"][0] in FILES],
    ids=lambda case: f"{'+'.join(case['base'])} {case['act']} on {case['on']}",
)
def test_the_texts_give_the_answers_worked_out_by_hand(case):
    [name] = case["base"]
    asked = identify(refer(case["act"]))
    answer = answer_from_events(read_events(FILES[name]), datetime.date.fromisoformat(case["on"]), asked)
    assert (answer.answer, answer.certain) == (case["answer"], case["certain"])
    assert {one.what for one in answer.missing} == {named.split(" ")[0] for named in case["missing"]}
