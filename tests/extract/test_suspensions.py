import pytest

from regkb.extract.references import find_references
from regkb.extract.suspensions import find_suspensions
from regkb.schemas.record import Paragraph

KK = "Үлгі облысы әкімдігінің 2014 жылғы 5 мамырдағы № 77"
RU = "акимата Улгинской области от 5 мая 2014 года № 77"


def read(text, language):
    lines = text.split("\n")
    paths = ["point:1", *(f"point:1/subpoint:{number}" for number in range(1, len(lines)))]
    paragraphs = [Paragraph(path=path, text=line) for path, line in zip(paths, lines, strict=True)]
    return find_suspensions(paragraphs, find_references(paragraphs, language), language)


@pytest.mark.parametrize(
    ("text", "language", "kind", "since", "until"),
    [
        (f"1. Приостановить действие постановления {RU} до 1 января 2017 года.", "ru", "suspended", None, "2017-01-01"),
        (f"1. Приостановить с 1 мая 2016 года действие постановления {RU}.", "ru", "suspended", "2016-05-01", None),
        (f"1. Действие постановления {RU} «О лимитах» приостановить.", "ru", "suspended", None, None),
        (f"1. Приостановить действие:\n1) постановления {RU};", "ru", "suspended", None, None),
        (f"1. Возобновить действие постановления {RU}.", "ru", "resumed", None, None),
        (f"1. {KK} қаулысының қолданысы тоқтатыла тұрсын.", "kk", "suspended", None, None),
        (
            f"1. {KK} қаулысының қолданысы 2017 жылғы 1 қаңтарға дейін тоқтатыла тұрсын.",
            "kk",
            "suspended",
            None,
            "2017-01-01",
        ),
        (
            f"1. 2016 жылғы 1 мамырдан бастап {KK} қаулысының қолданылуы уақытша тоқтатылсын.",
            "kk",
            "suspended",
            "2016-05-01",
            None,
        ),
        (
            f"1. Мыналардың қолданысы тоқтатыла тұрсын:\n1) {KK} «Лимиттер туралы» қаулысы.",
            "kk",
            "suspended",
            None,
            None,
        ),
        (f"1. {KK} қаулысының қолданысы қайта жаңартылсын.", "kk", "resumed", None, None),
    ],
)
def test_orders_about_a_whole_act(text, language, kind, since, until):
    [order], doubts = read(text, language)
    assert doubts == [] and not order.in_part
    days = [rule.date.isoformat() if rule and rule.date else None for rule in (order.since, order.until)]
    assert [order.kind, *days] == [kind, since, until]


@pytest.mark.parametrize(
    ("text", "language", "doubts"),
    [
        ("1. Приостановить действие постановления об озеленении.", "ru", 1),
        (f"1. Приостановить прием заявлений согласно постановлению {RU}.", "ru", 0),
        (f"1. {KK} қаулысына сәйкес өтініштерді қабылдау жүргізілсін.", "kk", 0),
        ("1. Көгалдандыру туралы қаулының қолданысы тоқтатыла тұрсын.", "kk", 1),
    ],
)
def test_what_names_no_act_suspends_none(text, language, doubts):
    found, doubted = read(text, language)
    assert found == [] and len(doubted) == doubts


@pytest.mark.parametrize(
    ("text", "language", "orders"),
    [
        (
            f"1. Приостановить до 1 июля 2016 года действие пункта 4 постановления {RU}.",
            "ru",
            [("suspended", "2016-07-01", True)],
        ),
        (f"1. Приостановить действие Правил, утвержденных постановлением {RU}.", "ru", [("suspended", None, True)]),
        (f"1. Приостановить действие постановления {RU} в части лимитов.", "ru", [("suspended", None, True)]),
        (
            f"1. Приостановить действие:\n1) постановления {RU};\n2) абзаца второго пункта 3 постановления {RU};",
            "ru",
            [("suspended", None, False), ("suspended", None, True)],
        ),
        (f"1. Возобновить действие пункта 4 постановления {RU}.", "ru", [("resumed", None, True)]),
        (f"1. {KK} қаулысы 4-тармағының қолданысы тоқтатыла тұрсын.", "kk", [("suspended", None, True)]),
        (
            f"1. {KK} қаулысымен бекітілген Қағидалардың қолданысы 2017 жылғы 1 қаңтарға дейін тоқтатыла тұрсын.",
            "kk",
            [("suspended", "2017-01-01", True)],
        ),
        (f"1. {KK} қаулысы 4-тармағының қолданысы жаңартылсын.", "kk", [("resumed", None, True)]),
    ],
)
def test_orders_about_a_part_of_an_act(text, language, orders):
    found, doubts = read(text, language)
    until = [one.until.date.isoformat() if one.until and one.until.date else None for one in found]
    assert doubts == []
    assert [(one.kind, day, one.in_part) for one, day in zip(found, until, strict=True)] == orders
