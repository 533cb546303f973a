import json


def test_failures_first_then_the_worst(ask):
    ran = ask("check")
    assert ran.status == 0
    lines = ran.out.splitlines()
    assert lines[0] == "failed  /acts/broken.pdf"
    assert lines[1] == "  the file is truncated; get it again"
    assert lines[2].startswith("error  trace_broken  /akn/kz/act/resolution/ulgi/2016-06-02/275 (kk)")
    assert any(line.startswith("  raw    Екінші.  [acts/275.txt, line 3]") for line in lines)
    assert any(line == "  clean  Екінші." for line in lines)
    assert [line.split()[0] for line in lines if line[0] != " "] == ["failed", "error", *["warning"] * 5, "info"]


def test_narrowed(ask):
    shown = json.loads(ask("check", "275 2016-06-02", "--severity", "error", "--json").out)
    assert (shown["failures"], [doubt["code"] for doubt in shown["diagnostics"]]) == ([], ["trace_broken"])
    assert json.loads(ask("check", "--code", "rival_placement", "--json").out)["diagnostics"][0]["at"] == "point:2"


def test_nothing_doubtful(ask):
    ran = ask("check", "60")
    assert (ran.status, ran.out, ran.err) == (0, "", "nothing doubtful\n")


def test_nothing_of_what_was_asked_for(ask):
    assert ask("check", "60", "--severity", "error").err == "nothing doubtful, error or worse\n"
    ran = ask("check", "275 2016-06-02", "--code", "trace_brokn")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err.startswith("nothing doubtful, of kind trace_brokn; kinds here: ")
    assert "trace_broken" in ran.err
