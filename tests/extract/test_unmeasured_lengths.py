import pytest

from regkb.extract.listings import Point
from regkb.extract.procedures import read_point_lists
from regkb.extract.provisions import Provision
from regkb.extract.unmeasured_lengths import report_unmeasured
from regkb.schemas.record import Paragraph


def told(intro, step, language):
    rows = (
        ("point:5", f"5. {intro}"),
        ("point:5/subpoint:1", f"1) {step}"),
        ("point:5/subpoint:2", "2) X – 15 минут."),
    )
    paragraphs = tuple(Provision(place, Paragraph(path=path, text=text)) for place, (path, text) in enumerate(rows))
    lists = read_point_lists([Point("point:5", "2. Порядок действий", paragraphs)], language)
    return [(found.at, found.message.rpartition(": ")[2]) for found in report_unmeasured(lists, language)]


@pytest.mark.parametrize(
    ("step", "time"),
    [
        ("маляр незамедлительно передает узор;", "незамедлительно"),
        ("маляр в день поступления красок рисует узор;", "в день поступления"),
        ("маляр в тот же день рисует узор;", "в тот же день"),
        ("маляр не позднее следующего рабочего дня рисует узор;", "не позднее следующего рабочего дня"),
        ("маляр рисует узор в течение дня;", None),
        ("маляр рисует узор в день поступления красок в течение 10 минут;", None),
        ("маляр рисует узор не позднее 3 рабочих дней;", None),
    ],
)
def test_a_time_without_units_is_reported(step, time):
    assert told("Процедуры (действия):", step, "ru") == ([("point:5/subpoint:1", time)] if time else [])


@pytest.mark.parametrize(
    ("step", "time"),
    [
        ("маман көшетті дереу береді;", "дереу"),
        ("маман көшетті сол сәтте береді;", "сол сәтте"),
        ("маман көшетті өтініш түскен күні береді;", "түскен күні"),
        ("маман көшетті келесі жұмыс күнінен кешіктірмей береді;", "келесі жұмыс күнінен кешіктірмей"),
        ("маман көшетті 3 жұмыс күнінен кешіктірмей береді;", None),
    ],
)
def test_a_time_without_units_is_reported_in_kazakh(step, time):
    assert told("Рәсімдер (іс-қимылдар):", step, "kk") == ([("point:5/subpoint:1", time)] if time else [])


def test_what_is_told_outside_the_steps_is_not_reported():
    assert told("Необходимые документы:", "узор, незамедлительно;", "ru") == []
