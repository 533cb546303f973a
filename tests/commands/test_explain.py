def test_a_page_is_written(ask, tmp_path):
    out = tmp_path / "act.html"
    ran = ask("explain", "275 2016-06-02", "-o", out)
    assert ran.status == 0 and ran.out == ""
    assert f"marks on {out}" in ran.err
    page = out.read_text("utf-8")
    assert page.startswith("<!doctype html>") and "Үлгі регламентін бекіту туралы" in page


def test_a_page_goes_to_stdout_with_the_spans_beside(ask, tmp_path):
    spans = tmp_path / "act.spacy"
    ran = ask("explain", "275 2016-06-02", "--spans", spans)
    assert ran.status == 0 and ran.out.endswith("</html>\n")
    assert spans.stat().st_size > 0


def test_another_language(ask):
    assert "Об утверждении образца" in ask("explain", "275 2016-06-02", "--language", "ru").out
    ran = ask("explain", "60", "--language", "ru")
    assert ran.status == 1 and "no text" in ran.err


def test_an_act_that_is_not_there(ask):
    ran = ask("explain", "№ 99999")
    assert ran.status == 1 and "not in this base" in ran.err
