import datetime

import pytest

from regkb.extract.loss_dates import read_loss_date


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("№ 7 қаулысының 2017 жылғы 1 қаңтардан бастап күші жойылды деп танылсын.", "kk"),
        ("№ 7 қаулысының күші 2017 жылғы 1 қаңтардан бастап жойылды деп танылсын.", "kk"),
        ("2017 жылдың 1 қаңтарынан күші жойылды деп танылсын:", "kk"),
        ("Признать утратившим силу с 1 января 2017 года постановление от 5 мая 2014 года № 7.", "ru"),
        ("С 1 января 2017 года признать утратившими силу:", "ru"),
        ("постановление от 5 мая 2014 года № 7 считать утратившим силу с 01.01.2017.", "ru"),
    ],
)
def test_the_day_beside_the_verb_is_told(text, language):
    rule = read_loss_date(text, language)
    assert rule and rule.date == datetime.date(2017, 1, 1)
    assert rule.text in text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2017 жылғы 1 қаңтардағы № 7 қаулысының күші жойылды деп танылсын.", "kk"),
        ("2017 жылғы 1 қаңтардан бастап қолданысқа енгізілген № 7 қаулысының күші жойылды деп танылсын.", "kk"),
        ("Признать утратившим силу постановление от 1 января 2017 года № 7.", "ru"),
        ("Признать утратившим силу постановление № 7, действующее с 1 января 2017 года.", "ru"),
    ],
)
def test_another_day_is_not(text, language):
    assert read_loss_date(text, language) is None
