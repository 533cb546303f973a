import subprocess
import sys
from pathlib import Path

import pytest

from regkb.cli import CommandFolder, cli

COMMANDS = CommandFolder.list_commands(cli, None)


def run_python(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)


def test_help_imports_none_of_the_libraries():
    code = """
import sys
from regkb.cli import main
try:
    main(["--help"])
except SystemExit:
    heavy = {"duckdb", "spacy", "pdfplumber", "pyarrow", "pydantic", "rapidfuzz", "rich", "pypdfium2", "lxml"}
    print("imported:", *sorted(heavy & set(sys.modules)))
"""
    ran = run_python(code)
    assert ran.stdout.rstrip().endswith("imported:"), ran.stdout[-300:] + ran.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_every_help_ends_with_an_example(run, name):
    ran = run(name, "--help")
    assert ran.status == 0
    *_, last = ran.out.strip().split("\n\n")
    assert " ".join(last.split()).startswith(f"Example: regkb {name}")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_line_in_the_list(run, name):
    lines = [line.split(maxsplit=1) for line in run("--help").out.splitlines()]
    summary = next(rest[0] for first, *rest in filter(None, lines) if first == name)
    assert summary and not summary.endswith("...")


def test_the_version_tells_the_tables_and_the_record(run):
    ran = run("--version")
    assert ran.status == 0
    assert "tables" in ran.out and "regkb/act/1" in ran.out


@pytest.mark.parametrize("arguments", [["lisst"], ["list", "--nonsense"], ["show"], ["list", "--from", "soon"]])
def test_wrong_use_is_2(run, arguments):
    ran = run(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err


def test_a_slip_in_the_name_of_a_command(run):
    assert "Did you mean list?" in run("lisst").err
    assert "Did you mean" not in run("qqqq").err


@pytest.mark.parametrize("day", ["soon", "2018-13-01", "2018", "01.13.2018", ""])
def test_a_day_that_is_none_is_told_with_how_to_write_one(ask, day):
    ran = ask("validity", "60", "--on", day)
    assert (ran.status, ran.out) == (2, "")
    assert f"'{day}' is no date: write it as 2018-05-01 or 01.05.2018." in ran.err


def test_a_day_may_be_written_as_in_an_act(ask):
    assert ask("validity", "60", "--on", "01.05.2018").out == ask("validity", "60", "--on", "2018-05-01").out
    assert "2018-05-01T12:00:00" in ask("export", "--changed-since", "yesterday").err


@pytest.mark.parametrize("command", [["list"], ["show", "275"], ["validity", "275"], ["export"], ["check"]])
def test_without_a_base_there_is_one_line_with_the_remedy(run, tmp_path, command):
    ran = run("--db", tmp_path / "none.duckdb", *command)
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.count("\n") == 1 and "regkb ingest" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_base(run, tmp_path):
    (tmp_path / "a.duckdb").write_text("no base")
    ran = run("--db", tmp_path / "a.duckdb", "list")
    assert ran.status == 1
    assert "is no DuckDB file" in ran.err


def test_the_base_may_be_named_in_the_environment(run, base, monkeypatch):
    monkeypatch.setenv("REGKB_DB", str(base))
    assert run("list").status == 0


def test_an_error_of_our_own_is_one_line_unless_debug(run, base, monkeypatch):
    monkeypatch.setattr("regkb.kb.store.open_base", lambda db: 1 / 0)
    ran = run("--db", base, "list")
    assert ran.status == 1
    assert ran.err == "regkb: internal error: ZeroDivisionError: division by zero; regkb --debug … shows where\n"
    from regkb.cli import main

    with pytest.raises(ZeroDivisionError):
        main(["--debug", "--db", str(base), "list"])


@pytest.mark.parametrize("wrapped", [False, True])
def test_ctrl_c_is_130_also_where_a_class_was_being_made(run, base, monkeypatch, wrapped):
    def interrupt(db):
        if wrapped:
            raise RuntimeError("Error calling __set_name__") from KeyboardInterrupt()
        raise KeyboardInterrupt

    monkeypatch.setattr("regkb.kb.store.open_base", interrupt)
    ran = run("--db", base, "list")
    assert (ran.status, ran.out, ran.err.strip()) == (130, "", "regkb: stopped")


@pytest.mark.parametrize(
    "command",
    [
        ["explain", "60", "-o"],
        ["explain", "60", "--spans"],
        ["flow", "275 2016-06-02", "-o"],
        ["sql", "SELECT 1", "-o"],
    ],
)
def test_a_file_that_cannot_be_written_is_one_line_with_the_remedy(ask, tmp_path, command):
    (tmp_path / "file").write_text("no folder")
    out = tmp_path / "file" / "out"
    ran = ask(*command, out)
    assert ran.status == 1
    assert ran.err == f"regkb: {out} cannot be written: Not a directory; name another file, or make room\n"


@pytest.mark.parametrize("command", [["explain", "60", "-o"], ["sql", "SELECT 1", "-o"]])
def test_what_is_no_plain_file_is_written_to_and_not_replaced(ask, tmp_path, command):
    sink = tmp_path / "sink"
    sink.symlink_to("/dev/null")
    assert ask(*command, sink).status == 0
    assert list(tmp_path.iterdir()) == [sink] and sink.is_char_device()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", [["list"], ["list", "--json"], ["explain", "60"], ["sql", "FROM act"]])
def test_a_full_disk_behind_stdout_is_one_line(base, command):
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "regkb.cli", "--db", str(base), *command],
            stdout=full, stderr=subprocess.PIPE, text=True, timeout=60,
        )  # fmt: skip
    assert ran.returncode == 1
    assert (
        ran.stderr == "regkb: the output cannot be written: No space left on device; make room, or send it elsewhere\n"
    )


def test_output_is_utf8_whatever_the_terminal_says(base):
    ran = subprocess.run(
        [sys.executable, "-m", "regkb.cli", "--db", str(base), "list"],
        capture_output=True,
        timeout=60,
        env={"PYTHONIOENCODING": "cp1251", "PATH": ""},
    )
    assert ran.returncode == 0
    assert "Үлгі регламентін" in ran.stdout.decode("utf-8")


def test_a_reader_that_goes_away_is_no_traceback(base):
    ran = subprocess.run(
        f"{sys.executable} -m regkb.cli --db {base} export --format jsonl | head -c 10",
        shell=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "Traceback" not in ran.stderr
