"""Tables on a terminal: whole where they fit, a cell a line where they don't."""

import click
import pytest

from regkb.output import print_rows

HEADER = ("day", "id", "words")
ROWS = [
    ("2016-06-02", "/akn/kz/act/resolution/ulgi/2016-06-02/275", "бір екі үш төрт бес алты жеті сегіз тоғыз он"),
    (None, "/akn/kz/act/resolution/ulgi/2016-06-02/60", "[bold] жақша"),
]


@pytest.fixture
def show(monkeypatch, capsys):
    """Return a function that prints rows on a terminal of some width."""
    monkeypatch.setenv("TERM", "xterm")

    def show_rows(width, header=HEADER, rows=ROWS):
        monkeypatch.setattr("sys.stdout.isatty", lambda: True)
        monkeypatch.setenv("COLUMNS", str(width))
        print_rows(header, rows)
        return [line.rstrip() for line in click.unstyle(capsys.readouterr().out).splitlines()]

    return show_rows


def test_a_wide_terminal_gets_a_line_a_row(show):
    assert [line.split()[0] for line in show(140)] == ["day", "2016-06-02", "/akn/kz/act/resolution/ulgi/2016-06-02/60"]


def test_prose_wraps_before_an_id_is_cut(show):
    lines = show(80)
    assert lines[1].endswith("/275  бір екі үш төрт бес алты")
    assert lines[2].split() == ["жеті", "сегіз", "тоғыз", "он"]


@pytest.mark.parametrize("width", [79, 40, 5])
def test_a_narrow_terminal_gets_a_line_a_cell_and_ids_whole(show, width):
    lines = show(width)
    assert lines[0] == "day    2016-06-02"
    assert lines[1] == "id     /akn/kz/act/resolution/ulgi/2016-06-02/275"
    assert lines[2].startswith("words  бір екі үш төрт")
    assert lines[-4:] == ["", "day", "id     /akn/kz/act/resolution/ulgi/2016-06-02/60", "words  [bold] жақша"]


def test_no_rows(show):
    assert show(80, rows=[]) == ["day  id  words"]
