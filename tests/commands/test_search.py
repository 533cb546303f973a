import json


def test_a_hit_in_three_lines(ask):
    ran = ask("search", "үлгі анықтамасы", "--kind", "service")
    assert ran.status == 0
    first, title, place = ran.out.splitlines()[:3]
    assert first.startswith("1. № 275  2016-06-02")
    assert title.strip()
    assert "[Үлгі] [анықтамасын] беру" in place


def test_json_has_marks_in_the_text(ask):
    [hit, *_] = json.loads(ask("search", "туризм", "--json").out)
    assert hit["number"] == "60"
    assert [hit["text"][start:end].lower() for start, end in hit["marks"]] == ["туризм"]


def test_options(ask):
    assert ask("search", "қағидалар", "--issuer", "Сынақ").status == 0
    nothing = ask("search", "қағидалар", "--issuer", "Басқа")
    assert (nothing.status, nothing.out) == (1, "")
    assert "nothing found" in nothing.err
    assert len(json.loads(ask("search", "туралы", "--limit", "2", "--json").out)) == 2


def test_unknown_words_are_told_with_what_is_near(ask):
    ran = ask("search", "туриз")
    assert ran.status == 0
    told = ask("search", "қгидалар")
    assert told.status == 1
    assert "no text here has «қгидалар»; did you mean қағидалар" in told.err
    assert json.loads(ask("search", "зззз", "--json").out) == []


def test_wrong_use(ask, run, tmp_path):
    assert ask("search").status == 2
    assert ask("search", "сөз", "--kind", "law").status == 2
    assert ask("search", "сөз", "--in-force-on", "yesterday").status == 2
    missing = run("--db", tmp_path / "none.duckdb", "search", "сөз")
    assert (missing.status, len(missing.err.splitlines())) == (1, 1)
