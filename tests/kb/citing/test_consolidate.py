import datetime
from contextlib import closing

import pytest

from regkb.errors import RegkbError
from regkb.kb.consolidate import consolidate
from regkb.kb.store import open_base
from tests.kb.citing.base import make_base, specimens
from tests.kb.citing.test_resolve import AMENDING, FIRST, ORDER, RESTATING

BEFORE, ON, AFTER = datetime.date(2016, 6, 30), datetime.date(2016, 7, 1), datetime.date(2018, 1, 1)


def text_at(result, path):
    return next(line.text for line in result.lines if line.path == path)


def test_before_the_first_change_the_text_is_as_it_was(con):
    result = consolidate(con, FIRST, BEFORE)
    assert not result.applied
    assert {run.act_id for line in result.lines for run in line.runs} == {None}
    assert [step.act_id for step in result.left_out] == [AMENDING, RESTATING]
    assert not result.not_applied


def test_from_the_day_of_application_on_changes_stand_in_the_text(con):
    result = consolidate(con, FIRST, ON)
    assert text_at(result, "annex:1/section:1/point:2") == "2. Мемлекеттік қызмет көрсету нысаны: электрондық түрде."
    assert text_at(result, "annex:1/section:2/point:5/subpoint:2") == (
        "2) басшы немесе оның орынбасары құжаттарды қарайды – 1 жұмыс күні;"
    )
    assert (
        text_at(result, "annex:1/section:2/point:5/subpoint:1")
        == "1) кеңсе қызметкері құжаттарды қабылдайды – 15 минут;"
    )
    assert text_at(result, "annex:1/section:2/point:5/subpoint:3") == "3) маман анықтаманы береді – 30 минут."
    line = next(line for line in result.lines if line.path == "annex:1/section:2/point:5/subpoint:3")
    assert [(run.text, run.act_id) for run in line.runs] == [
        ("3) маман анықтаманы береді – ", None),
        ("30 минут", AMENDING),
        (".", None),
    ]


def test_what_cannot_be_applied_is_told(con):
    result = consolidate(con, FIRST, ON)
    assert [(step.act_id, step.why_not) for step in result.not_applied] == [
        (AMENDING, "the text has no annex:1/point:9")
    ]
    assert "it holds for the text in ru alone" in [step.why_not for step in result.left_out]
    assert text_at(result, "annex:1/section:1/point:3").endswith("– анықтама.")


def test_an_uncertain_day_never_counts_as_met(con):
    result = consolidate(con, FIRST, AFTER)
    assert (RESTATING, "it may have applied since 2017-03-31, but that it did by 2018-01-01 is not certain") in [
        (step.act_id, step.why_not) for step in result.not_applied
    ]
    assert text_at(result, "annex:2/section:1/point:2").endswith("қағаз түрінде.")


def test_what_is_likely_is_applied_on_request(con):
    result = consolidate(con, FIRST, AFTER, likely=True)
    assert text_at(result, "annex:2/section:1/point:2").endswith("электрондық түрде.")
    annex = [line for line in result.lines if line.path.startswith("annex:2")]
    assert {run.act_id for line in annex for run in line.runs} == {RESTATING}
    assert result.sources() == [AMENDING, RESTATING]


def test_an_act_without_text_has_none_to_show(con):
    with pytest.raises(RegkbError, match="has no text of"):
        consolidate(con, ORDER, ON)


def make_edition(path):
    """Return a base in which the text of the first act has the changes of № 275 already, and a note that says so."""
    texts = specimens("acts")
    edition = texts["1_original.txt"].replace(
        "      3. Мемлекеттік қызмет көрсетудің нәтижесі",
        "      Ескерту. 2-тармақ жаңа редакцияда - Үлгі облысы әкімдігінің 02.06.2016 № 275 қаулысымен.\n"
        "      3. Мемлекеттік қызмет көрсетудің нәтижесі",
    )
    return make_base(path, {**texts, "1_original.txt": edition})


def test_an_act_that_notes_already_cite_is_not_applied_twice(tmp_path):
    with closing(open_base(make_edition(tmp_path / "base.duckdb"))) as con:
        result = consolidate(con, FIRST, ON)
    assert [step.act_id for step in result.not_applied] == [AMENDING]
    assert "a later edition" in str(result.not_applied[0].why_not)
    assert not result.applied


def test_a_text_that_has_a_later_change_already_says_so(tmp_path):
    with closing(open_base(make_edition(tmp_path / "base.duckdb"))) as con:
        before, after = consolidate(con, FIRST, BEFORE), consolidate(con, FIRST, AFTER)
    [step] = before.not_applied
    assert (step.act_id, step.at, step.what) == (
        AMENDING,
        "annex:1/section:1/point:2/p",
        "the text has its change already",
    )
    assert "the wording before it is not in this base" in str(step.why_not)
    assert "the text has its change already" not in [step.what for step in after.not_applied]


HEAD = """{title}

Үлгі облысы Нұсқа ауданы әкімдігінің 2016 жылғы {day} № {number} қаулысы. Үлгі облысының Әділет департаментінде \
2016 жылғы {day} № {number}0 болып тіркелді

      Нұсқа ауданының әкімдігі ҚАУЛЫ ЕТЕДІ:
      1. {order}
      2. Осы қаулы {start} бастап қолданысқа енгізіледі.
"""
CHANGED = "Үлгі облысы Нұсқа ауданы әкімдігінің 2016 жылғы 5 қаңтардағы № 7 қаулысы"
CHANGING = "Үлгі облысы Нұсқа ауданы әкімдігінің 2016 жылғы 6 ақпандағы № 8 қаулысының"


@pytest.mark.parametrize(
    ("repealed", "text", "left_out"),
    [
        ("2016 жылғы 1 мамырдан", "3. Бұл ескі.", "it was repealed by 2016-05-01, before it applied"),
        ("2016 жылғы 1 шілдеден", "3. Бұл жаңа.", None),
    ],
)
def test_an_act_that_was_repealed_before_it_applied_changed_nothing(tmp_path, repealed, text, left_out):
    texts = {
        "old": HEAD.format(
            title="Ескі", day="5 қаңтардағы", number=7, order="Бекітілсін.", start="2016 жылғы 1 ақпаннан"
        ).replace("      2. Осы", "      3. Бұл ескі.\n      4. Осы"),
        "changing": HEAD.format(
            title="Өзгеріс",
            day="6 ақпандағы",
            number=8,
            order=f"{CHANGED}на өзгеріс енгізілсін: 3-тармақтағы «ескі» деген сөз «жаңа» деген сөзбен ауыстырылсын.",
            start="2016 жылғы 1 маусымнан",
        ),
        "repealing": HEAD.format(
            title="Жою", day="7 наурыздағы", number=9, order=f"{CHANGING} күші жойылсын.", start=repealed
        ),
    }
    with closing(open_base(make_base(tmp_path / "base.duckdb", texts))) as con:
        act_id = con.execute("SELECT id FROM act WHERE number = '7'").fetchone()[0]
        result = consolidate(con, act_id, AFTER)
    assert text_at(result, "point:3") == text
    assert [step.why_not for step in result.left_out] == ([left_out] if left_out else [])


@pytest.mark.parametrize(
    ("titles", "text"),
    [
        (["«А беру» регламенті"], "3. Бұл жаңа."),
        (["«А беру» регламенті", "Мүшелер тізбесі"], "3. Бұл жаңа."),
        (["«А беру» регламенті", "«Б беру» регламенті"], "3. Бұл ескі."),
    ],
)
def test_a_regulation_called_by_its_noun_is_the_only_one(tmp_path, titles, text):
    annexes = [
        f"\n\nНұсқа ауданы әкімдігінің\n2016 жылғы 5 қаңтардағы\n№ 7 қаулысына\n{number}-қосымша\n\n{title}\n\n"
        "      3. Бұл ескі.\n"
        for number, title in enumerate(titles, 1)
    ]
    order = (
        f"{CHANGED}нда:\n      көрсетілген қаулымен бекітілген Регламентте:\n"
        "      3-тармақтағы «ескі» деген сөз «жаңа» деген сөзбен ауыстырылсын."
    )
    first = HEAD.format(title="Ескі", day="5 қаңтардағы", number=7, order="Бекітілсін.", start="2016 жылғы 1 ақпаннан")
    last = HEAD.format(title="Өзгеріс", day="6 ақпандағы", number=8, order=order, start="2016 жылғы 1 маусымнан")
    texts = {"old": first + "      Аудан әкімі А. Үлгібаев\n" + "".join(annexes), "changing": last}
    with closing(open_base(make_base(tmp_path / "base.duckdb", texts))) as con:
        act_id = con.execute("SELECT id FROM act WHERE number = '7'").fetchone()[0]
        result = consolidate(con, act_id, AFTER)
    assert text_at(result, "annex:1/point:3") == text
    assert len(result.applied) + len(result.not_applied) == 1
