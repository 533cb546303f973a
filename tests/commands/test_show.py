import json

from corpus.layout import lay_out
from corpus.make import make
from corpus.pdf import write_pdf


def test_the_text_with_its_paths(ask):
    lines = ask("show", "275 2016-06-02").out.splitlines()
    assert lines == ["path\ttext", "title\tҮлгі регламентін бекіту туралы", "point:1\tБірінші.", "point:2\tЕкінші."]


def test_a_provision_with_its_place_in_the_source(ask):
    ran = ask("show", "275 2016-06-02", "point:2")
    assert ran.out == "Екінші.\n  point:2  acts/275.txt, line 3\n"


def test_raw(ask):
    raw = ask("show", "275 2016-06-02", "--raw").out
    assert raw.startswith('{"number": "275"') and raw.endswith("Бірінші.\nЕкінші.\n")
    assert ask("show", "275 2016-06-02", "point:1", "--raw").out.startswith("Бірінші.\n")


def test_json(ask):
    shown = json.loads(ask("show", "275 2016-06-02", "point:1", "--json").out)
    assert (shown["language"], shown["source"]) == ("kk", "acts/275.txt")
    (paragraph,) = shown["paragraphs"]
    assert (paragraph["text"], paragraph["raw"], paragraph["lines"]) == ("Бірінші.", "Бірінші.", "2")


def test_languages(ask):
    assert "point:1\tПервый." in ask("show", "275 2016-06-02", "--language", "ru").out
    both = ask("show", "275 2016-06-02", "--both").out.splitlines()
    assert both[2:] == ["point:1\tБірінші.\tПервый.\t", "point:2\tЕкінші.\t\tthe Russian text lacks it"]
    assert ask("show", "60", "--both").status == 1


def test_several_acts_are_listed_and_nothing_is_guessed(ask):
    ran = ask("show", "№ 275")
    assert (ran.status, ran.out) == (1, "")
    assert "2 acts fit «№ 275»" in ran.err
    assert ran.err.count("/akn/kz/act/resolution/ulgi/") == 2


def test_not_in_this_base(ask):
    ran = ask("show", "№ 999")
    assert (ran.status, ran.out) == (1, "")
    assert "«№ 999» is not in this base" in ran.err
    assert "exist" not in ran.err


def test_a_path_that_is_not_there(ask):
    ran = ask("show", "60", "point:9")
    assert ran.status == 1
    assert "has no point:9" in ran.err


def test_a_picture_of_the_page_with_the_words_marked(run, tmp_path, monkeypatch):
    pdf, picture, db = tmp_path / "act.pdf", tmp_path / "page.png", tmp_path / "base.duckdb"
    pdf.write_bytes(write_pdf(lay_out(make("pdf", 1))))
    monkeypatch.chdir(tmp_path)
    assert run("--db", db, "ingest", pdf.name, "--jobs", 1).status == 0
    monkeypatch.chdir("/")
    (act,) = json.loads(run("--db", db, "list", "--json").out)
    ran = run("--db", db, "show", act["id"], "title", "--picture", picture)
    assert (ran.status, ran.err) == (0, f"page 1 in {picture}\n")
    assert picture.read_bytes().startswith(b"\x89PNG")
    pdf.write_bytes(write_pdf(lay_out(make("pdf", 2))))
    ran = run("--db", db, "show", act["id"], "title", "--picture", picture)
    assert ran.status == 1 and "not the file any more" in ran.err


def test_a_dump_has_no_pages_to_draw(ask, tmp_path):
    picture = tmp_path / "page.png"
    ran = ask("show", "275 2016-06-02", "point:1", "--picture", picture)
    assert ran.status == 1 and "no PDF" in ran.err
    assert ask("show", "275 2016-06-02", "--picture", picture).status == 2
    assert not picture.exists()
