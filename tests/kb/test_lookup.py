import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regkb.kb.lookup import ActNotFound, OnlyCited, SeveralActs, find_act, find_acts, find_ingested, read_ref
from regkb.kb.schema import create_tables

ACTS = [
    ("/akn/kz/act/resolution/ulgi/2016-06-02/275", "2016-06-02", "275", "3898", "Үлгі облысы әкімдігі", True,
     "Білім саласындағы мемлекеттік көрсетілетін қызмет регламенттерін бекіту туралы"),
    ("/akn/kz/act/resolution/ulgi/2014-01-10/275", "2014-01-10", "275", "2100", "Үлгі облысы әкімдігі", True,
     "Әлеуметтік көмек көрсету қағидаларына өзгерістер енгізу туралы"),
    ("/akn/kz/act/resolution/ulgi/2013-10-18/4-889", "2013-10-18", "4/889", "1011", "Үлгі қаласы әкімдігі", True,
     "Жер учаскелерін беру регламентін бекіту туралы"),
    ("/akn/kz/act/resolution/ulgi/2012-05-05/a-9-406", "2012-05-05", "А-9/406", None, "Сынақ облысы әкімдігі", True,
     "Туризм саласындағы регламентті бекіту туралы"),
    ("/akn/kz/act/order/ministr/2015-04-13/198", "2015-04-13", "198", "11184", "Білім министрі", False,
     "Отбасы және балалар саласындағы стандарттарды бекіту туралы"),
]  # fmt: skip


@pytest.fixture(scope="module")
def con():
    with duckdb.connect() as connection:
        create_tables(connection)
        for act_id, day, number, registered, issuer, ingested, title in ACTS:
            connection.execute(
                "INSERT INTO act (id, date, number, registration_number, issuer, ingested, title)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [act_id, day, number, registered, issuer, ingested, title],
            )
        yield connection


@pytest.mark.parametrize(
    "text, expected",
    [
        ("/akn/kz/act/resolution/ulgi/2016-06-02/275", ["2016-06-02"]),
        ("275 2016-06-02", ["2016-06-02"]),
        ("№ 275", ["2016-06-02", "2014-01-10"]),
        ("N275", ["2016-06-02", "2014-01-10"]),
        ("275", ["2016-06-02", "2014-01-10"]),
        ("275 2016", ["2016-06-02"]),
        ("2014 275", ["2014-01-10"]),
        ("2016 жылғы 2 маусымдағы № 275", ["2016-06-02"]),
        ("02.06.2016 № 275", ["2016-06-02"]),
        ("от 2 июня 2016 года № 275", ["2016-06-02"]),
        ("3898", ["2016-06-02"]),
        ("4/889", ["2013-10-18"]),
        ("№ 4 / 889", ["2013-10-18"]),
        ("A-9/406", ["2012-05-05"]),
        ("А -9/406", ["2012-05-05"]),
        ("2013-10-18", ["2013-10-18"]),
        ("Үлгі қаласы № 4/889", ["2013-10-18"]),
        ("білім саласындағы", ["2016-06-02"]),
        ("билим саласындагы мемлекеттик корсетилетин", ["2016-06-02"]),
        ("учаскелерін бэру регламентін", ["2013-10-18"]),
        ("туризим саласындағы", ["2012-05-05"]),
        ("отбасы және балалар", ["2015-04-13"]),
        ("сынақ облысы", ["2012-05-05"]),
        ("№ 276", []),
        ("275 2016-06-03", []),
        ("сынақ облысы № 275", []),
        ("әуе кемелерін тіркеу", []),
        ("", []),
        ("№", []),
        ("(((((", []),
        ("%", []),
    ],
)
def test_what_people_type(con, text, expected):
    assert [str(match.date) for match in find_acts(con, text)] == expected


def test_a_title_that_names_another_act_is_still_a_title(con):
    con.execute(
        "INSERT INTO act (id, ingested, title) VALUES ('/akn/x', true, '2015 жылғы 17 шілдедегі № 321 қаулыға өзгеріс')"
    )
    assert [match.id for match in find_acts(con, "2015 жылғы 17 шілдедегі № 321 қаулыға өзгеріс")] == ["/akn/x"]
    con.execute("DELETE FROM act WHERE id = '/akn/x'")


def test_nothing_is_guessed(con):
    with pytest.raises(SeveralActs) as caught:
        find_act(con, "№ 275")
    assert len(caught.value.matches) == 2
    with pytest.raises(ActNotFound, match="is not in this base"):
        find_act(con, "№ 999")
    assert find_act(con, "№ 198").ingested is False


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("4/322", ["А-4/322"]),
        ("322", ["А-4/322"]),
        ("№ 4/322 2013-10-29", ["А-4/322"]),
        ("4/32", []),
        ("22", []),
        ("жоқ атау", []),
        ("/akn/kz/none", []),
    ],
)
def test_a_number_that_is_part_of_another_is_offered_and_not_taken(con, text, offered):
    con.execute("INSERT INTO act (id, ingested, number) VALUES ('/akn/z', true, 'А-4/322')")
    with pytest.raises(ActNotFound) as told:
        find_act(con, text)
    con.execute("DELETE FROM act WHERE id = '/akn/z'")
    assert [line.split("№ ")[1].split()[0] for line in told.value.details] == offered
    assert ("did you mean" in str(told.value)) == bool(offered)


def test_what_needs_a_text_chooses_among_texts(con):
    with pytest.raises(OnlyCited):
        find_ingested(con, "№ 198")
    con.execute("INSERT INTO act (id, ingested, number) VALUES ('/akn/y', true, '198')")
    assert find_ingested(con, "№ 198").id == "/akn/y"
    with pytest.raises(SeveralActs):
        find_act(con, "№ 198")
    con.execute("DELETE FROM act WHERE id = '/akn/y'")


@pytest.mark.parametrize("text", ["9" * 600, "№" * 300, "а" * 5000, "2016-02-31 № 5", "\x00", "' OR 1=1 --"])
def test_anything_may_be_typed(con, text):
    assert find_acts(con, text) == []


@given(st.text(max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_finds_acts_or_none(con, text):
    assert all(match.id.startswith("/akn/") for match in find_acts(con, text))


def test_a_year_alone_is_a_number_or_a_year():
    assert read_ref("2016").number == "2016"
    assert (read_ref("275 2016").number, read_ref("275 2016").year) == ("275", 2016)
