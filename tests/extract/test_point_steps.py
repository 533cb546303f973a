import pytest

from regkb.extract.listings import read_points
from regkb.extract.procedures import find_procedures, read_point_lists, report_point_steps
from regkb.extract.provisions import Provision
from regkb.extract.time_limits import find_time_limits
from regkb.schemas.record import Paragraph

HEADING = "2. Көшет беру процесінде бөлімшелердің (қызметкерлердің) іс-қимыл тәртібін сипаттау"
RUSSIAN_HEADING = "2. Описание порядка действий работников в процессе выдачи саженцев"
STEPS = (
    "5. Кеңсе маманы өтінішті тіркейді – 15 минут.",
    "6. Басшы орындаушыны белгілейді – 1 сағат.",
    "7. Орындаушы көшетті таңдайды – 2 жұмыс күні. Нәтижесі – көшет.",
)


def points_of(heading, *texts, language="kk"):
    """Return the points of a section with their lists; a text without a number goes on in the point above it."""
    section, point = "annex:1/section:2", ""
    paragraphs = [Paragraph(path=f"{section}/heading", text=heading)]
    for text in texts:
        number, dot, _ = text.partition(". ")
        if dot and number.isdigit():
            point = f"{section}/point:{number}"
            paragraphs.append(Paragraph(path=point, text=text))
        elif ")" in text[:3]:
            paragraphs.append(Paragraph(path=f"{point}/subpoint:{text[0]}", text=text))
        else:
            paragraphs.append(Paragraph(path=f"{point}/p", text=text))
    points = read_points([Provision(index, paragraph) for index, paragraph in enumerate(paragraphs)])
    return read_point_lists(points, language)


def read(heading, *texts, language="kk"):
    """Return where each procedure stands and the numbers of its steps."""
    procedures = find_procedures(points_of(heading, *texts, language=language), language)
    return [(procedure.at.rpartition("/")[2], [step.number for step in procedure.steps]) for procedure in procedures]


def test_points_that_each_tell_an_action_are_steps():
    points = points_of(HEADING, "4. Рәсімді бастауға алушының өтініші негіз болып табылады.", *STEPS)
    [procedure] = find_procedures(points, "kk")
    assert (procedure.at, procedure.kind) == ("annex:1/section:2/point:5", "provider")
    assert [(step.number, step.at, step.actor, step.result) for step in procedure.steps] == [
        ("5", "annex:1/section:2/point:5", "Кеңсе маманы", None),
        ("6", "annex:1/section:2/point:6", "Басшы", None),
        ("7", "annex:1/section:2/point:7", "Орындаушы", "көшет"),
    ]
    assert [[duration.text for duration in step.durations] for step in procedure.steps] == [
        ["15 минут"], ["1 сағат"], ["2 жұмыс күні"],
    ]  # fmt: skip
    [found] = report_point_steps(points)
    assert (found.code, found.at, found.severity) == ("procedure.steps_as_points", procedure.at, "info")


def test_sentences_that_each_tell_an_action_are_steps():
    rows = ("Маман көшетті тіркейді.", "Басшы көшетті қарайды.", "Көшет өлшенеді.", "Басшы көшетті береді.")
    assert read(HEADING, "5. Рәсімдердің сипаттамасы:", *rows) == [("point:5", ["1", "2"])]
    assert read(HEADING, "5. Рәсімдер:", "№1 іс-қимыл. Маман тіркейді.", "№2 іс-қимыл. Көшет өлшенеді.") == [
        ("point:5", ["1", "2"])
    ]
    assert read(HEADING, "5. Рәсімдердің сипаттамасы:", "маман тіркейді;", "басшы қарайды.", rows[0]) == [
        ("point:5", ["1", "2"])
    ]
    assert read(HEADING, "5. Рәсімдердің сипаттамасы:", "Көшет өлшенеді.", *rows) == [("point:5", ["1"])]
    assert read(HEADING, "5. Рәсімдердің сипаттамасы:", "1) маман тіркейді.", *rows) == [("point:5", ["1"])]


def test_russian_points_are_steps_too():
    texts = (
        "5. Специалист канцелярии регистрирует заявление – 15 минут.",
        "6. Исполнитель выбирает саженец – 2 рабочих дня.",
    )
    assert read(RUSSIAN_HEADING, *texts, language="ru") == [("point:5", ["5", "6"])]


def test_a_point_that_introduces_them_is_where_the_procedure_stands():
    points = points_of(HEADING, "4. Рәсімдердің (іс-қимылдардың) мазмұны, ұзақтығы:", *STEPS)
    [procedure] = find_procedures(points, "kk")
    assert procedure.at == "annex:1/section:2/point:4"
    assert list(report_point_steps(points)) == []


@pytest.mark.parametrize(
    ("heading", "texts", "found"),
    [
        # what a point between two steps lacks, an actor or a length, the others tell
        (HEADING, (STEPS[0], "6. Өтінішті басшыға беру – 1 сағат.", STEPS[2]), [("point:5", ["5", "6", "7"])]),
        (HEADING, (STEPS[0], "6. Басшы орындаушыны белгілейді.", STEPS[2]), [("point:5", ["5", "6", "7"])]),
        # a paragraph below a point is its own
        (HEADING, (STEPS[0], "Журналға жазады.", STEPS[1]), [("point:5", ["5", "6"])]),
        # what stands at the end may be no step
        (HEADING, (*STEPS[:2], "7. Басшы бақтың күтімін ұйымдастырады."), [("point:5", ["5", "6"])]),
        (HEADING, (*STEPS[:2], "7. Бақтың ашық тұру ұзақтығы – 8 сағат."), [("point:5", ["5", "6"])]),
        (HEADING, (*STEPS[:2], "7. Мемлекеттік қызмет көрсету мерзімі – 3 күн."), [("point:5", ["5", "6"])]),
        # one is a rule
        (HEADING, (STEPS[0],), []),
        (HEADING, (STEPS[0], "6. Бақ жазда ашық.", STEPS[2]), []),
        ("1. Жалпы ережелер", STEPS, []),
        ("5. Қорытынды ережелер", STEPS, []),
        ("3. Бақтың сипаттамасы", STEPS, []),
        # a list of its own, and what no step can be introduced by
        (HEADING, ("5. Рәсімдердің ұзақтығы:", "1) маман көшетті өлшейді – 1 сағат.", "6. Бақ жазда ашық."),
         [("point:5", ["1"])]),
        (HEADING, ("4. Процеске қатысатын бөлімшелер:", *STEPS), []),
    ],
)  # fmt: skip
def test_the_heading_and_the_form_of_each_point_tell_steps(heading, texts, found):
    assert read(heading, *texts) == found


def test_the_length_of_a_step_is_no_limit_on_the_service():
    points = points_of(HEADING, *STEPS, "8. Мемлекеттік қызмет көрсету мерзімі – 3 күн.")
    assert [limit.at for limit in find_time_limits(points, "kk")] == ["annex:1/section:2/point:8"]
