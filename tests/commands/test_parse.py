import json
import subprocess
import sys
import time

import pytest

from regkb.schemas.record import Act
from tests.ingest.sheets import Sheet, pages_without_text

DUMP = """Үлгі регламентін бекіту туралы

Үлгі облысы әкімдігінің 2016 жылғы 02 маусымдағы № 275 қаулысы. Үлгі облысы
Әділет департаментінде 2016 жылы 13 шілдеде № 3898 болып тіркелді

      Үлгі облысының әкімдігі ҚАУЛЫ ЕТЕДІ:
      1. Қоса беріліп отырған көрсетілетін қызмет регламенті
б е к і т і л с і н .
      2. Осы қаулының орындалуын бақылау Үлгі облысы әкімінің орынбасары
А. Үлгіұлына жүктелсін.

      Облыс әкімі                                  Ә. Сынақов
"""


@pytest.fixture
def parse(run, tmp_path):
    (tmp_path / "act.txt").write_text(DUMP)
    return lambda *arguments: run("parse", tmp_path / "act.txt", *arguments)


def test_raw_is_the_text_as_it_came(parse):
    assert parse("--until", "raw").out == DUMP
    assert json.loads(parse("--until", "raw", "--json").out)["format"] == "text"


def test_clean(parse):
    assert (
        "1. Қоса беріліп отырған көрсетілетін қызмет регламенті бекітілсін."
        in parse("--until", "clean").out.splitlines()
    )


def test_repairs(parse):
    ran = parse("--until", "clean", "--diff")
    lines = ran.out.splitlines()
    place = next(number for number, line in enumerate(lines) if "б е к і т і л с і н" in line)
    assert lines[place - 1].startswith("line 8  ")
    assert lines[place].startswith("- ") and lines[place + 1].startswith("+ ")
    assert "бекітілсін" in lines[place + 1]
    assert "repairs" in ran.err


def test_structure(parse):
    rows = dict(line.split("\t") for line in parse("--until", "structure").out.splitlines()[1:])
    assert rows["point:1"] == "1. Қоса беріліп отырған көрсетілетін қызмет регламенті бекітілсін."
    assert json.loads(parse("--until", "structure", "--json").out)[0]["path"] == "title"


def test_facts_are_the_record(parse):
    act = Act.model_validate_json(parse().out)
    assert (act.type, act.number, act.issuer) == ("resolution", "275", "Үлгі облысы әкімдігі")
    assert act.source.format == "text"


def test_diff_needs_clean(parse):
    assert parse("--diff").status == 2


def test_what_cannot_be_read_is_one_line(run, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    for path in ("empty.txt", "nothing.txt", "."):
        ran = run("parse", tmp_path / path)
        assert (ran.status, ran.out) == (1, "")
        assert ran.err.startswith(f"regkb: {tmp_path / path}") and ran.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == [tmp_path / "empty.txt"]


@pytest.fixture
def pdf(tmp_path):
    sheet = Sheet()
    sheet.text(60, 60, "Үлгі регламенті")
    path = tmp_path / "act.pdf"
    path.write_bytes(sheet.done())
    return path


def test_a_pdf(run, pdf):
    for options in ([], ["--debug"]):
        ran = run(*options, "parse", pdf, "--until", "raw", "--json")
        assert ran.status == 0
        read = json.loads(ran.out)
        assert (read["format"], read["pages"], read["text"].strip()) == ("pdf", 1, "Үлгі регламенті")


def test_a_pdf_that_cannot_be_read_is_one_line(run, tmp_path):
    (tmp_path / "bare.pdf").write_bytes(pages_without_text(1))
    ran = run("parse", tmp_path / "bare.pdf")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"regkb: {tmp_path}/bare.pdf: the PDF holds no text") and ran.err.count("\n") == 1


def test_a_page_without_end_is_given_up(pdf):
    begun = time.monotonic()
    ran = subprocess.run(
        [sys.executable, "-m", "tests.commands.slow_page", "parse", str(pdf)],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "it took more than 1 seconds" in ran.stderr and ran.stderr.count("\n") == 1
    assert time.monotonic() - begun < 30
