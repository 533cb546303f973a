import json
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.extractor import dump
from corpus.layout import lay_out
from corpus.make import make
from tests.ingest.stub import read_stub, write_act


@pytest.fixture
def ingest(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REGKB_DB", raising=False)
    monkeypatch.setattr("regkb.pipeline.read_act", read_stub)
    (tmp_path / "acts").mkdir()
    for number in "12":
        (tmp_path / f"acts/{number}.txt").write_text(write_act(number))
    return lambda *arguments: run("ingest", *arguments, "--jobs", "1")


def test_counts_on_stdout_and_failures_on_stderr(ingest, tmp_path):
    (tmp_path / "acts/empty.txt").write_bytes(b"")
    (tmp_path / "acts/notes.csv").write_text("1")
    ran = ingest("acts")
    assert ran.status == 1
    assert ran.out == "2 new, 0 changed, 0 unchanged, 1 failed\n"
    assert ran.err.splitlines() == [
        f"failed: {tmp_path}/acts/empty.txt: the file is empty; export the act again",
        "passed over: 1 file in folders that are neither text, PDF nor HTML (.csv)",
    ]
    assert (tmp_path / "regkb.duckdb").exists()


def test_json(ingest):
    account = json.loads(ingest("acts", "--json").out)
    assert [(act["path"], act["language"]) for act in account["new"]] == [("acts/1.txt", "kk"), ("acts/2.txt", "kk")]
    assert (account["failed"], account["unchanged"]) == ([], 0)
    assert json.loads(ingest("acts", "--json").out)["unchanged"] == 2


def test_an_older_text_is_named(ingest, tmp_path):
    (tmp_path / "acts/1-new.txt").write_text(write_act("1", status="repealed"))
    ran = ingest("acts")
    assert ran.out == "2 new, 0 changed, 0 unchanged, 1 older, 0 failed\n"
    assert ran.err.startswith("older: acts/1.txt: the base has a text of /akn/kz/act/resolution/ulgi/2016-06-02/1 (kk)")


@pytest.mark.parametrize(
    "fail_on, severity, status",
    [
        ("failure", "error", 0),
        ("error", "error", 1),
        ("error", "warning", 0),
        ("warning", "warning", 1),
        ("warning", "info", 0),
        ("never", "error", 0),
    ],
)
def test_what_counts_as_failed(ingest, tmp_path, fail_on, severity, status):
    doubt = {"code": "x", "message": "y", "severity": severity}
    (tmp_path / "acts/1.txt").write_text(write_act("1", diagnostics=[doubt]))
    assert ingest("acts", "--fail-on", fail_on).status == status


def test_doubts_are_counted_and_what_is_pruned_is_named(ingest, tmp_path):
    doubt = {"code": "x", "at": None, "message": "m"}
    doubts = [{**doubt, "severity": severity} for severity in ("error", "warning", "warning", "info")]
    (tmp_path / "acts/1.txt").write_text(write_act("1", diagnostics=doubts))
    assert ingest("acts").err == "doubtful: 1 error, 2 warnings in what was read, see `regkb check`\n"
    (tmp_path / "acts/1.txt").unlink()
    ran = ingest("acts", "--prune")
    assert ran.out == "0 new, 0 changed, 1 unchanged, 1 pruned, 0 failed\n"
    assert ran.err.startswith("pruned: /akn/") and ran.err.endswith("(kk)\n") and ran.err.count("\n") == 1


def test_a_line_a_file_whatever_its_name(ingest, tmp_path):
    (tmp_path / "acts/of\ntwo lines.txt").write_bytes(b"")
    (tmp_path / "acts/lost.txt").symlink_to("nowhere")
    ran = ingest("acts")
    assert ran.err.splitlines() == [
        f"failed: {tmp_path}/acts/lost.txt: the link leads nowhere; mend or remove it",
        f"failed: {tmp_path}/acts/of two lines.txt: the file is empty; export the act again",
    ]


def test_failures_may_be_forgiven(ingest):
    assert ingest("nowhere", "--fail-on", "never").status == 0
    assert ingest("nowhere").status == 1


def test_an_empty_path_is_not_this_folder(ingest, tmp_path):
    ran = ingest("acts", "")
    assert (ran.status, ran.out) == (2, "")
    assert "A PATH is empty" in ran.err
    assert not (tmp_path / "regkb.duckdb").exists()


def test_a_path_is_needed(run):
    assert run("ingest").status == 2


def test_a_whole_process_says_nothing_but_its_account(tmp_path):
    specimen = Path(__file__).parents[2] / "corpus/specimens/demo-00000-kk.txt"
    command = [sys.executable, "-m", "regkb.cli", "--db", tmp_path / "base.duckdb", "ingest", specimen]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (ended.stdout, ended.stderr) == ("1 new, 0 changed, 0 unchanged, 0 failed\n", "")


def test_a_reader_that_is_started_ahead_lacks_but_the_language_of_a_text(tmp_path):
    act = tmp_path / "act.txt"
    act.write_text(dump(lay_out(make("ahead", 0))), encoding="utf-8")
    code = f"""
import sys
from datetime import datetime
from importlib import import_module
from regkb.commands.ingest import _READING
for name in _READING:
    import_module(name)
from regkb.ingest.find import FoundFile
from regkb.ingest.read import fingerprint
from regkb.ingest.work import Task, read_file
from regkb.pipeline import read_act
before = set(sys.modules)
path = {str(act)!r}
result = read_file(Task(FoundFile(path, path, path), fingerprint(open(path, "rb").read()), datetime.now(), read_act))
print(type(result).__name__)
print(*sorted(name for name in set(sys.modules) - before if name.startswith("regkb.") and ".lang." not in name))
# what only the writer needs, or PDF files
print(*sorted({"duckdb", "numpy", "pyarrow", "pdfplumber", "pypdfium2", "spacy"} & set(sys.modules)))
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert ran.stdout.split() == ["ReadAct"], ran.stdout + ran.stderr
