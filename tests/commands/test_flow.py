def test_mermaid_on_stdout(ask):
    ran = ask("flow", "275 2016-06-02")
    assert ran.status == 0
    assert ran.out.startswith("flowchart TB\n") and "15 минут" in ran.out


def test_bpmn_in_a_file(ask, tmp_path):
    out = tmp_path / "service.bpmn"
    ran = ask("flow", "275 2016-06-02", "--format", "bpmn", "-o", out)
    assert ran.status == 0 and ran.out == "" and "1 procedures" in ran.err
    assert out.read_text("utf-8").startswith("<?xml")


def test_services_are_listed_and_none_is_guessed(ask):
    ran = ask("flow", "275 2016-06-02", "--service", "9")
    assert ran.status == 1 and "none by annex 9" in ran.err and "Үлгі анықтамасын беру" in ran.err
    ran = ask("flow", "60")
    assert ran.status == 1 and "0 services" in ran.err


def test_a_kind_without_procedures(ask):
    ran = ask("flow", "275 2016-06-02", "--kind", "portal")
    assert ran.status == 1 and "no procedure" in ran.err
