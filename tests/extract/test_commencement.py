import datetime

import pytest

from regkb.extract.commencement import read_commencement
from regkb.schemas.record import Paragraph

TEN = "алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі"
TEN_RU = "вводится в действие по истечении десяти календарных дней после дня его первого официального опубликования"


def read(text, language):
    return read_commencement([Paragraph(path="point:3", text=f"3. {text}")], language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"Осы қаулы {TEN}, бірақ 2016 жылғы 1 қаңтардан ерте емес.", "kk"),
        (f"Осы қаулы {TEN}, бірақ Үлгі министрінің 2015 жылғы 5 мамырдағы № 7 бұйрығынан бұрын емес.", "kk"),
        (f"Настоящее постановление {TEN_RU}, но не ранее 1 января 2016 года.", "ru"),
        (
            "Настоящее решение вводится в действие с 1 января 2014 года по истечении десяти календарных дней со дня "
            "первого официального опубликования.",
            "ru",
        ),
        (f"Настоящее постановление {TEN_RU}, но не раньше введения в действие приказа Министра мечты.", "ru"),
    ],
)
def test_a_rule_that_something_else_puts_off_is_not_stated(text, language):
    commencement, doubts = read(text, language)
    assert commencement is None
    assert [doubt.code for doubt in doubts] == ["commencement_unread"]


def test_what_puts_off_the_application_leaves_legal_force_alone():
    text = (
        "Настоящее постановление вступает в силу со дня государственной регистрации в органах юстиции и "
        f"{TEN_RU}, но не ранее 1 января 2016 года."
    )
    commencement, _ = read(text, "ru")
    assert commencement and commencement.in_force and commencement.in_force.event == "registration"
    assert commencement.applied is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            f"Настоящее постановление {TEN_RU}, за исключением пункта 2, который вводится в действие с 1 мая 2016 года.",
            "ru",
        ),
        (f"Настоящее постановление {TEN_RU}, кроме пункта 2, который вводится в действие с 1 мая 2016 года.", "ru"),
        (f"Осы қаулы {TEN}, 2016 жылғы 1 мамырдан бастап қолданысқа енгізілетін 2-тармақты қоспағанда.", "kk"),
        (f"Осы қаулы {TEN}, ал 2-тармақ 2016 жылғы 1 мамырдан бастап қолданысқа енгізіледі.", "kk"),
        (f"Осы қаулы {TEN}. 1-тармақтың 2) тармақшасы 2016 жылғы 1 мамырдан бастап қолданысқа енгізіледі.", "kk"),
        (
            f"Настоящее постановление {TEN_RU}, за исключением пунктов 2 и 3, вводимых в действие с 1 мая 2016 года.",
            "ru",
        ),
        (f"Настоящее постановление {TEN_RU}. Пункт 2 вводится в действие с 1 мая 2016 года.", "ru"),
        (f"Настоящее постановление, кроме пункта 2, {TEN_RU}. Пункт 2 вводится в действие с 1 мая 2016 года.", "ru"),
    ],
)
def test_the_rule_of_a_part_is_not_that_of_the_act(text, language):
    commencement, doubts = read(text, language)
    assert commencement and commencement.applied and commencement.applied.days == 10
    assert [doubt.code for doubt in doubts] == ["commencement_of_part"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Осы қаулының 1-тармағының 2) тармақшасы 2016 жылғы 1 мамырдан бастап қолданысқа енгізіледі.", "kk"),
        ("Подпункт 2) пункта 1 настоящего постановления вводится в действие с 1 мая 2016 года.", "ru"),
        (
            "Осы қаулы алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң, ал осы қаулының 2-тармағы "
            "2016 жылғы 1 мамырдан бастап қолданысқа енгізіледі.",
            "kk",
        ),
    ],
)
def test_a_part_alone_tells_nothing_of_the_act(text, language):
    commencement, doubts = read(text, language)
    assert commencement is None
    assert [doubt.code for doubt in doubts] == ["commencement_of_part"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Осы қаулы 2016 жылғы 1 мамырдан бастап қолданысқа енгізіледі.", "kk"),
        ("«Үлгі туралы» Заңның 16-бабына сәйкес қаулы 2016 жылғы 1 мамырдан бастап қолданысқа енгізіледі.", "kk"),
        ("Настоящее постановление вводится в действие с 1 мая 2016 года.", "ru"),
    ],
)
def test_a_rule_of_the_whole_act_is_stated(text, language):
    commencement, doubts = read(text, language)
    assert commencement and commencement.applied
    assert commencement.applied.date == datetime.date(2016, 5, 1)
    assert doubts == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"Осы қаулы {TEN}, 2016 жылғы 1 наурыздан бастап туындаған қатынастарға қолданылады.", "kk"),
        (f"Осы қаулы {TEN} және 2016 жылғы 1 наурыздан пайда болған құқықтық қатынастарға таралады.", "kk"),
        (
            f"Настоящее постановление {TEN_RU} и распространяется на правоотношения, возникшие с 1 марта 2016 года.",
            "ru",
        ),
    ],
)
def test_an_act_that_reaches_back_is_reported(text, language):
    commencement, doubts = read(text, language)
    assert commencement and commencement.applied and commencement.applied.days == 10
    assert commencement.reaches_back and commencement.reaches_back.date == datetime.date(2016, 3, 1)
    assert commencement.reaches_back.text in text
    assert [doubt.code for doubt in doubts] == ["commencement_reaches_back"]


def test_of_several_days_the_one_beside_what_arose_counts():
    commencement, _ = read(
        "Осы қаулы 2016 жылғы 1 мамырдан бастап қолданысқа енгізіледі және 2016 жылғы 1 наурыздан бастап туындаған "
        "қатынастарға қолданылады.",
        "kk",
    )
    assert commencement and commencement.applied and commencement.reaches_back
    assert commencement.applied.date == datetime.date(2016, 5, 1)
    assert commencement.reaches_back.text == "2016 жылғы 1 наурыздан бастап туындаған қатынас"
    assert commencement.reaches_back.date == datetime.date(2016, 3, 1)


def test_an_act_that_reaches_back_to_no_day_has_none():
    commencement, _ = read(f"Осы қаулы {TEN} және бұрын туындаған құқықтық қатынастарға да қолданылады.", "kk")
    assert commencement and commencement.reaches_back and commencement.reaches_back.date is None


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        (f"Осы қаулы {TEN} және 2016 жылдың 1 қаңтарына дейін қолданыста болады.", "kk", datetime.date(2016, 1, 1)),
        (f"Осы шешім 2016 жылғы 31 желтоқсанға дейін қолданылады және {TEN}.", "kk", datetime.date(2016, 12, 31)),
        (f"Настоящее решение {TEN_RU} и действует до 31 декабря 2016 года.", "ru", datetime.date(2016, 12, 31)),
        (f"Настоящее решение {TEN_RU}, действует по 31.12.2016.", "ru", datetime.date(2016, 12, 31)),
    ],
)
def test_a_term_that_the_act_sets_itself_is_told(text, language, day):
    commencement, doubts = read(text, language)
    assert commencement and commencement.applied and commencement.applied.days == 10
    assert commencement.until and commencement.until.date == day
    assert commencement.until.text in text
    assert [doubt.code for doubt in doubts] == ["commencement_until"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Осы қаулы 2016 жылғы 1 қаңтарға дейін қолданылған тарифтерге қарамастан бекітілсін.", "kk"),
        ("2016 жылғы 1 қаңтарға дейін тариф қолданылады.", "kk"),
        ("Настоящее решение принято вместо действовавшего до 1 января 2016 года.", "ru"),
        ("Тариф действует до 1 января 2016 года.", "ru"),
        ("Осы қаулының 2-тармағы 2016 жылғы 1 қаңтарға дейін қолданылады.", "kk"),
        ("Осы қаулы жариялансын. Тариф 2016 жылғы 1 қаңтарға дейін қолданылады.", "kk"),
        ("Пункт 2 настоящего решения действует до 1 января 2016 года.", "ru"),
        ("Настоящее решение опубликовать. Тариф действует до 1 января 2016 года.", "ru"),
    ],
)
def test_the_term_of_something_else_is_not_that_of_the_act(text, language):
    assert read(text, language)[0] is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"2) алып тасталды - Үлгі облысы әкімдігінің 15.06.2017 № 150 қаулысымен ({TEN});", "kk"),
        (f"2) исключен постановлением акимата Улгинской области от 15.06.2017 № 150 ({TEN_RU});", "ru"),
    ],
)
def test_what_stands_in_the_place_of_a_removed_provision_tells_nothing_of_the_act(text, language):
    assert read_commencement([Paragraph(path="point:1/subpoint:2", text=text)], language) == (None, [])
