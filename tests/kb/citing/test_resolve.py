from contextlib import closing
from itertools import permutations

import pytest

from regkb.kb.store import open_base
from tests.kb.citing.base import make_base, specimens

FIRST = "/akn/kz/act/resolution/ulgi-region-akimat/2015-07-17/321"
AMENDING = "/akn/kz/act/resolution/ulgi-region-akimat/2016-06-02/275"
RESTATING = "/akn/kz/act/resolution/ulgi-region-akimat/2017-03-03/60"
LAW = "/akn/kz/act/law/republic/2013-04-15/nn-56d94000"
ORDER = "/akn/kz/act/order/qazaqstan-respublikasy-ulgi-ministri/2015-04-13/198"


def ask(con, query):
    return con.execute(query).fetchall()


def test_ingested_and_cited_acts_have_a_row_each(con):
    assert ask(con, "SELECT id, ingested, number, registration_number FROM act ORDER BY id") == [
        (LAW, False, None, None),
        (ORDER, False, "198", None),
        (FIRST, True, "321", "3344"),
        (AMENDING, True, "275", "3898"),
        (RESTATING, True, "60", "4100"),
    ]


def test_citations_mean_acts_and_provisions(con):
    rows = ask(
        con,
        "SELECT r.at, text, target_act_id, target_path, reason FROM reference r JOIN record USING (entry)"
        f" WHERE record.act_id = '{FIRST}' AND starts_with(r.at, 'annex:1') ORDER BY r.seq",
    )
    cited = "known from citations; its text is not in this base"
    assert [(at, target, path, reason) for at, _, target, path, reason in rows] == [
        ("annex:1/stamp", FIRST, "annex:1", "same type, issuer, date and number"),
        ("annex:1/section:1/point:1", ORDER, None, cited),
        ("annex:1/section:2/point:4", ORDER, None, cited),
        ("annex:1/section:2/point:6", FIRST, "annex:1/section:2/point:5", "the act itself"),
        ("annex:1/section:2/point:6", FIRST, None, "the act itself"),
    ]


def test_a_place_that_the_cited_text_does_not_have_is_reported(con):
    found = ask(con, "SELECT act_id, \"at\", message FROM diagnostic WHERE code = 'dangling_locator'")
    assert found == [
        (
            FIRST,
            "annex:1/section:2/point:6",
            "«осы регламенттің 12-тармағына»: the cited text has no annex:1/point:12",
        )
    ]


def test_effects_name_both_acts_and_the_provision(con):
    rows = ask(
        con,
        "SELECT type, affecting_act_id, affected_act_id, affected_title, affected_path FROM effect ORDER BY entry, seq",
    )
    assert rows == [
        ("approve", FIRST, FIRST, "Үлгі анықтама беру", "annex:1"),
        ("approve", FIRST, FIRST, "Үлгі көмек көрсету", "annex:2"),
        ("amend", AMENDING, FIRST, None, None),
        ("amend", AMENDING, FIRST, "Үлгі анықтама беру", "annex:1"),
        ("amend", RESTATING, FIRST, None, None),
        ("restate", RESTATING, FIRST, "Үлгі көмек көрсету", "annex:2"),
    ]


def test_services_and_amendments_point_to_acts(con):
    assert ask(con, "SELECT DISTINCT standard_act_id FROM service WHERE standard_act_id IS NOT NULL") == [(ORDER,)]
    assert ask(con, "SELECT DISTINCT target_act_id FROM amendment") == [(FIRST,)]


def test_amendments_name_the_regulation_and_their_own_paragraph(con):
    rows = ask(
        con,
        'SELECT a."at", p.text, affected_title, affected_path FROM amendment a'
        " JOIN paragraph p ON p.entry = a.entry AND p.seq = a.paragraph WHERE operation <> 'append' ORDER BY a.seq",
    )
    assert {(at, title, path) for at, _, title, path in rows} == {("point:1/p", "Үлгі анықтама беру", "annex:1")}
    assert [text.split()[0] for _, text, _, _ in rows] == [
        "2-тармақ",
        "5-тармақтың",
        "5-тармақтың",
        "3-тармақтағы",
        "9-тармақтағы",
    ]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Үлгі анықтамасын беру", "Үлгі көмек көрсету", [("annex:1", 0.85), ("annex:2", 1.0)]),
        ("Мүлде басқа нәрсе", "Үлгі көмек көрсету", [(None, None), ("annex:2", 1.0)]),
        ("Үлгі анықтамасын беру", "Үлгі анықтаманы беру", [(None, None), (None, None)]),
    ],
)
def test_a_title_with_a_slip_leads_to_the_only_annex_that_is_like_it(tmp_path, first, second, found):
    text = specimens("acts")["1_original.txt"]
    head, stamp, annexes = text.partition("қаулысына 1-қосымша")
    for number in "12":
        head = head.replace(f"осы қаулының {number}-қосымшасына сәйкес ", "")
    annexes = annexes.replace("Үлгі анықтама беру", first).replace("Үлгі көмек көрсету", second)
    db = make_base(tmp_path / "slip.duckdb", {"1.txt": head + stamp + annexes})
    with closing(open_base(db)) as con:
        rows = ask(con, "SELECT affected_path, affected_score FROM effect ORDER BY seq")
    assert rows == found


def _facts(db):
    with closing(open_base(db)) as con:
        return (
            con.execute("SELECT * EXCLUDE (entry) FROM act ORDER BY id").fetchall(),
            con.execute(
                "SELECT act_id, seq, target_act_id, target_path, score, reason FROM reference ORDER BY act_id, seq"
            ).fetchall(),
            con.execute("SELECT * EXCLUDE (entry) FROM effect ORDER BY act_id, seq").fetchall(),
            con.execute("SELECT act_id, code, message, seq FROM diagnostic ORDER BY ALL").fetchall(),
        )


def test_the_order_of_ingestion_changes_nothing(tmp_path):
    texts = specimens("acts")
    facts = [
        _facts(make_base(tmp_path / f"{number}.duckdb", dict(order)))
        for number, order in enumerate(permutations(texts.items()))
    ]
    assert all(other == facts[0] for other in facts)


def test_a_cited_act_keeps_its_id_when_its_text_comes(tmp_path):
    texts = specimens("acts")
    without = {name: text for name, text in texts.items() if not name.startswith("1_")}
    before = make_base(tmp_path / "before.duckdb", without)
    with closing(open_base(before)) as con:
        [(known, title, registration)] = con.execute(
            "SELECT ingested, title, registration_number FROM act WHERE id = ?", [FIRST]
        ).fetchall()
    assert (known, registration) == (False, "3344")
    assert title == "Үлгі саласындағы мемлекеттік көрсетілетін қызмет регламенттерін бекіту туралы"
    make_base(tmp_path / "before.duckdb", texts)
    with closing(open_base(before)) as con:
        assert con.execute("SELECT ingested FROM act WHERE id = ?", [FIRST]).fetchall() == [(True,)]
        assert con.execute("SELECT count(*) FROM act").fetchall() == [(5,)]
