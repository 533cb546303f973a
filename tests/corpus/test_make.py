"""The committed specimens are what the program makes, and the program writes what it is asked for."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.make import make, write_specimen
from regkb.ingest.read import read_document
from regkb.pipeline import read_act
from regkb.schemas.record import Act

SPECIMENS = Path(__file__).parents[2] / "corpus" / "specimens"
NAMES = sorted({path.stem for path in SPECIMENS.iterdir()})


def test_there_are_a_dozen_acts_in_both_languages() -> None:
    assert sum(name.endswith("-kk") for name in NAMES) >= 12
    assert sum(name.endswith("-ru") for name in NAMES) >= 4
    assert len(list(SPECIMENS.glob("*.pdf"))) >= 5


@pytest.mark.parametrize("name", NAMES)
def test_committed_specimens_are_made_again_byte_for_byte(name, tmp_path) -> None:
    seed, number, language = re.fullmatch(r"(\w+)-(\d+)-(\w+)", name).groups()
    write_specimen(make(seed, int(number), language), tmp_path, text=True, pdf=True, truth=True)
    for committed in SPECIMENS.glob(f"{name}.*"):
        assert (tmp_path / committed.name).read_bytes() == committed.read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_truth_is_a_record(name) -> None:
    act = Act.model_validate(json.loads((SPECIMENS / f"{name}.json").read_text("utf-8")))
    assert act.paragraphs[0].path == "title"


@pytest.mark.parametrize("kind", ["txt", "pdf"])
def test_changes_are_read_with_their_paragraph_and_regulation(kind) -> None:
    name = "demo-00012-kk"
    truth = Act.model_validate(json.loads((SPECIMENS / f"{name}.json").read_text("utf-8")))
    path = SPECIMENS / f"{name}.{kind}"
    read = read_act(read_document(path.name, path.read_bytes()))
    assert truth.amendments
    assert [(change.index, change.affected_title) for change in read.amendments] == [
        (change.index, change.affected_title) for change in truth.amendments
    ]


def test_the_command_makes_acts(tmp_path) -> None:
    command = [sys.executable, "-m", "corpus.make", "--acts", "3", "--seed", "x", "--out", str(tmp_path), "--jobs", "2"]
    done = subprocess.run([*command, "--language", "both", "--truth"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("3 acts")
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".json"] * 6 + [".txt"] * 6
