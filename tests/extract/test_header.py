import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.extract.header import extract_header
from regkb.pipeline import read_structure
from regkb.schemas.record import Paragraph
from regkb.schemas.stages import RawDocument
from tests.extract.gold_file import gold
from tests.score_headers import FIELDS, dig, read, score

REAL = Path(__file__).parents[2].parent / "shared" / "headers" / "headers.jsonl"


@pytest.mark.parametrize("case", gold("headers"), ids=lambda case: case["text"][-90:])
def test_headers_as_written(case):
    got = read(case["text"], case["lang"])
    assert {field: dig(got, field) for field in FIELDS} == {field: dig(case["gold"], field) for field in FIELDS}


def codes(*paragraphs: Paragraph) -> dict[str, str]:
    return {doubt.code: doubt.message for doubt in extract_header(paragraphs, "kk").diagnostics}


def paragraph(path: str, text: str) -> Paragraph:
    return Paragraph(path=path, text=text)


TITLE = paragraph("title", "Ереже туралы")
INFO = paragraph(
    "info",
    "Үлгі облысы әкімдігінің 2016 жылғы 02 маусымдағы № 275 қаулысы. Үлгі облысы Әділет департаментінде 2016 жылы "
    "13 шілдеде № 3898 болып тіркелді. Күші жойылды - Үлгі облысы әкімдігінің 2019 жылғы 28 қаңтардағы № 42 қаулысымен",
)
NOTE = paragraph(
    "note",
    "Ескерту. Күші жойылды - Үлгі облысы әкімдігінің 28.01.2019 № 42 қаулысымен (алғашқы ресми жарияланған күнінен "
    "кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі).",
)


def test_the_note_completes_the_info_line():
    header = extract_header([TITLE, INFO, NOTE], "kk")
    assert header.repeal and header.repeal.by and header.repeal.effective
    assert (header.repeal.by.number, header.repeal.effective.days) == ("42", 10)
    assert header.diagnostics == ()


@pytest.mark.parametrize(
    ("line", "language", "status"),
    [
        ("Жаңартылған", "kk", "in_force"),
        ("Қолданылуы тоқтатылған", "kk", "expired"),
        ("Тоқтатыла тұрған", "kk", "suspended"),
        ("Күшіне енбеген", "kk", None),
        ("Действие прекращено", "ru", "expired"),
        ("Приостановлено действие", "ru", "suspended"),
        ("Не действует", "ru", "repealed"),
        ("Утративший силу", "ru", "repealed"),
        ("Не вступил в силу", "ru", None),
    ],
)
def test_a_status_line_is_told_or_doubted(line, language, status):
    text = f"Үлгі\n\n{line}\nҮлгі облысы әкімдігінің 2016 жылғы 2 маусымдағы № 275 қаулысы\n"
    raw = (
        text
        if language == "kk"
        else f"О саде\n\n{line}\nПостановление акимата Улгинской области от 2 мая 2016 года № 7\n"
    )
    paragraphs = read_structure(RawDocument("act.txt", "0" * 64, "text", raw)).paragraphs
    header = extract_header(paragraphs, language)
    assert [one.text for one in paragraphs if one.path == "status"] == [line]
    assert header.status == status
    assert ("status_unread" in [doubt.code for doubt in header.diagnostics]) == (status is None)


@pytest.mark.parametrize(
    ("info", "language"),
    [
        (
            "Решение акима Улгинской области от 24 февраля 1998 года № 61. Зарегистрировано Управлением юстиции Улгинской "
            "области 13 апреля 1998 года № 19. Отменена государственная регистрация – Заключение Управления юстиции "
            "Улгинской области от 23 октября 2000 года",
            "ru",
        ),
        ("Решение акима Улгинской области от 24 февраля 1998 года № 61. Не подлежит применению", "ru"),
        (
            "Үлгі облысы әкімінің 1998 жылғы 24 ақпандағы № 61 шешімі. Үлгі облысының Әділет басқармасында 1998 жылғы 13 "
            "сәуірде № 19 тіркелді. Мемлекеттік тіркеуі жойылды - Үлгі облысы Әділет басқармасының қорытындысымен",
            "kk",
        ),
    ],
)
def test_an_end_that_cannot_be_read_leaves_the_state_open(info, language):
    header = extract_header([TITLE, paragraph("info", info)], language)
    assert (header.number, header.status) == ("61", None)
    assert [doubt.code for doubt in header.diagnostics] == ["status_unread"]


def test_commencement_is_read_from_the_point_that_speaks_of_the_whole_act():
    header = extract_header(
        [
            TITLE,
            INFO,
            paragraph("point:1", "1. Осы қаулының 2-тармағы 2020 жылғы 1 қаңтардан бастап қолданысқа енгізіледі."),
            paragraph(
                "point:2",
                "2. Осы қаулы әділет органдарында мемлекеттік тіркелген күннен бастап күшіне енеді және ол алғашқы "
                "ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.",
            ),
            paragraph("annex:1/point:1", "1. Осы қаулы 2021 жылғы 1 қаңтардан бастап қолданысқа енгізіледі."),
        ],
        "kk",
    )
    assert header.commencement and header.commencement.in_force and header.commencement.applied
    assert header.commencement.in_force.event == "registration"
    assert header.commencement.applied.event == "first_official_publication"


def test_a_commencement_that_cannot_be_read_is_reported():
    point = paragraph("point:9", "9. Осы қаулы ресми жарияланған күнінен кейін үш ай өткен соң қолданысқа енгізіледі.")
    assert "үш ай" in codes(TITLE, INFO, point)["commencement_unread"]


def test_a_missing_year_is_reported_and_not_taken_from_the_registration():
    info = paragraph("info", "Үлгі облыстық мәслихатының 27 тамыздағы № 5-4 шешімі.")
    assert "08-27" in codes(TITLE, info)["date_incomplete"]
    assert extract_header([TITLE, info], "kk").date is None


def test_a_status_without_a_sentence_is_kept_and_reported():
    info = paragraph("info", "Үлгі облысы әкімдігінің 2016 жылғы 02 маусымдағы № 275 қаулысы.")
    header = extract_header([TITLE, paragraph("status", "Күшін жойған"), info], "kk")
    assert (header.status, header.repeal) == ("repealed", None)
    assert [doubt.code for doubt in header.diagnostics] == ["ending_missing"]


def test_info_line_and_note_that_contradict_each_other_are_reported():
    other = NOTE.model_copy(update={"text": NOTE.text.replace("№ 42", "№ 43")})
    assert "№ 43" in codes(TITLE, INFO, other)["ending_conflict"]


def test_a_note_on_a_part_of_the_act_is_no_repeal():
    info = paragraph("info", "Үлгі облысы әкімдігінің 2016 жылғы 02 маусымдағы № 275 қаулысы.")
    note = paragraph("note", "Ескерту. 2-тармақтың күші жойылды - Үлгі облысы әкімдігінің 28.01.2019 № 42 қаулысымен.")
    assert extract_header([TITLE, info, note], "kk").status == "in_force"


def test_without_an_info_line_the_act_tells_its_kind_itself():
    point = paragraph("point:1", "1. Осы шешімнің орындалуын бақылау маған жүктелсін.")
    closing = paragraph("point:2", "2. Осы шешім қол қойылған күнінен бастап күшіне енеді.")
    header = extract_header([TITLE, point, closing], "kk")
    assert header.type == "decision"
    assert "header_missing" in {doubt.code for doubt in header.diagnostics}


def test_a_note_in_place_of_the_info_line_is_no_issuer():
    header = extract_header([TITLE, NOTE.model_copy(update={"path": "info"})], "kk")
    assert (header.issuer, header.status) == (None, "repealed")


def test_an_issuer_that_the_table_does_not_know_is_kept_and_reported():
    info = paragraph("info", "Қиял облысы әкімдігінің 2016 жылғы 02 маусымдағы № 275 қаулысы.")
    assert extract_header([TITLE, info], "kk").issuer == "Қиял облысы әкімдігі"
    assert "Қиял" in codes(TITLE, info)["issuer_unknown"]


def test_nothing_at_all_gives_diagnostics_and_no_guess():
    assert set(codes()) == {"title_missing", "header_missing"}


@given(
    st.text(alphabet="№N 0123456789/-.,()«»жылғы маусымдағы қаулысы әкімдігінің тіркелді Күші жойылды", max_size=300)
)
def test_any_info_line_is_survived(text):
    extract_header([TITLE, paragraph("info", text), paragraph("note", text)], "kk")
    extract_header([TITLE, paragraph("info", text), paragraph("note", text)], "ru")


@pytest.mark.parametrize(
    "piece", ["мерзім ", "Күші жойылды ", "әкімдігі, ", "акима и ", "(", "№ А-", "I сайланған, ", "2015 жылғы "]
)
def test_worst_strings_take_no_time(piece):
    text = piece * (200_000 // len(piece))
    started = time.process_time()
    for language in ("kk", "ru"):
        extract_header([TITLE, paragraph("info", text), paragraph("note", text), paragraph("point:1", text)], language)
    assert time.process_time() - started < 3


@pytest.mark.skipif(not REAL.exists(), reason="the shared headers are not beside the project")
def test_real_headers():
    right, total, _ = score(REAL)
    assert sum(right.values()) / sum(total.values()) >= 0.98


@pytest.mark.parametrize(
    ("info", "code"),
    [
        ("«Үлгілер туралы» Заңның 16-бабына сәйкес Үлгі облысының әкімдігі ҚАУЛЫ ЕТЕДІ:", "header_missing"),
        ("Үлгі облысы әкімдігінің 2015 жылғы 17 шілдедегі № 9 қаулысына өзгерістер енгізу туралы", "header_missing"),
        ("Үлгі облысы әкімдігінің регламенттер туралы ережесі 2016 жылғы 2 маусымдағы № 275 қаулысы.", "issuer_unread"),
        ("Үлгі облысы әкімдігінің " + "көркейту " * 30 + "2016 жылғы 2 маусымдағы № 275 қаулысы.", "issuer_unread"),
    ],
)
def test_what_is_no_header_gives_no_issuer_and_a_diagnostic(info, code):
    header = extract_header([TITLE, paragraph("info", info)], "kk")
    assert header.issuer is None
    assert code in {doubt.code for doubt in header.diagnostics}


def test_an_ending_whose_issuer_cannot_be_read_keeps_the_rest():
    info = INFO.model_copy(update={"text": INFO.text + " Құжаттың мәтінінде түпнұсқаның емлесі сақталған."})
    header = extract_header([TITLE, info], "kk")
    assert header.repeal and header.repeal.by
    assert (header.repeal.by.issuer, header.repeal.by.number) == (None, "42")
    assert [doubt.code for doubt in header.diagnostics] == ["ending_issuer_unread"]
