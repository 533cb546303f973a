import pytest

from regkb.extract.commencement import read_commencement
from regkb.extract.editorial import leave_out_editorial, notes_change
from regkb.extract.provisions import Provision
from regkb.extract.services import extract_services
from regkb.schemas.record import Paragraph

BY = "Үлгі облысы әкімдігінің 11.05.2018 № 99"
RULE = "(алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі)"
BY_RU = "постановлением акимата Улгинской области от 11.05.2018 № 99"
RULE_RU = "(вводится в действие по истечении десяти дней после дня официального опубликования)"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"Ескерту. 2) тармақша жаңа редакцияда - {BY} {RULE} қаулысымен.", "kk"),
        (f"Ескерту. 4-тармаққа өзгеріс енгізілді – {BY} {RULE} қаулысымен.", "kk"),
        (f"Ескерту. 3-тармақтың күші жойылды - {BY} {RULE} қаулысымен.", "kk"),
        (f"Ескерту. Регламент 5-1-тармақпен толықтырылды - {BY} {RULE}", "kk"),
        (f"Сноска. Пункт 4 с изменениями, внесенными {BY_RU} {RULE_RU}.", "ru"),
        ("Сноска. Регламент в редакции постановления акимата Улгинской области от 11.05.2018 № 99.", "ru"),
        (f"2) алып тасталды - {BY} {RULE} қаулысымен;", "kk"),
        (f"3. Исключен {BY_RU} {RULE_RU}.", "ru"),
    ],
)
def test_a_note_on_a_change_is_known(text, language):
    assert notes_change(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (f"Ескерту. Күші жойылды - {BY} {RULE} қаулысымен.", "kk"),
        ("Ескерту: құжаттарға өзгеріс енгізілсе, маман Үлгі облысы әкімдігінің қаулысымен танысады.", "kk"),
        ("Ескерту. Бос орындарға өзгеріс енгізілмейді.", "kk"),
        ("4-тармақ жаңа редакцияда жазылсын, ескерту Үлгі облысы әкімдігінің қаулысымен берілсін.", "kk"),
        (f"Күші жойылды - {BY} {RULE} қаулысымен.", "kk"),
        (f"Сноска. Утратило силу {BY_RU} {RULE_RU}.", "ru"),
        ("Сноска. В свободные места изменения не вносятся.", "ru"),
    ],
)
def test_other_notes_are_none_on_a_change(text, language):
    assert not notes_change(text, language)


@pytest.mark.parametrize(
    ("text", "language", "stays"),
    [
        (f"3) алып тасталды - {BY} {RULE} қаулысымен;", "kk", False),
        (f"5. Күші жойылды – {BY} {RULE} қаулысымен.", "kk", False),
        ("3) алып тасталды;", "kk", False),
        ("3) алып тасталды деп танылған құжаттарды маман тіркейді – 15 минут;", "kk", True),
        (f"3) исключен {BY_RU} {RULE_RU};", "ru", False),
        ("5. Исключен в соответствии с приказом Министра мечты от 11.05.2018 № 99.", "ru", False),
        ("3) исключенные документы возвращает специалист – 15 минут;", "ru", True),
    ],
)
def test_what_was_removed_is_left_out(text, language, stays):
    provision = Provision(0, Paragraph(path="annex:1/point:4/subpoint:3", text=text))
    assert leave_out_editorial([provision], language) == [provision] * stays


def test_steps_have_nothing_of_the_editor():
    list_of_steps = "annex:1/section:2/point:4"
    texts = {
        "annex:1/title": "«Үлгі беру» мемлекеттік көрсетілетін қызмет регламенті",
        "annex:1/section:2/heading": "2. Іс-қимыл тәртібі",
        list_of_steps: "4. Әрбір рәсімнің мазмұны, ұзақтығы:",
        f"{list_of_steps}/subpoint:1": "1) маман тіркейді – 15 минут;",
        f"{list_of_steps}/subpoint:1/p": f"Ескерту. 1) тармақша жаңа редакцияда - {BY} {RULE} қаулысымен.",
        f"{list_of_steps}/subpoint:2": f"2) алып тасталды - {BY} {RULE} қаулысымен;",
        f"{list_of_steps}/subpoint:3": "3) басшы қол қояды – 1 сағат.",
        f"{list_of_steps}/p": f"Ескерту. 4-тармаққа өзгеріс енгізілді - {BY} {RULE} қаулысымен.",
    }
    [service], _ = extract_services([Paragraph(path=path, text=text) for path, text in texts.items()], [], "kk")
    [procedure] = service.procedures
    told = [(step.number, step.text, [length.text for length in step.durations]) for step in procedure.steps]
    assert told == [("1", "маман тіркейді – 15 минут;", ["15 минут"]), ("3", "басшы қол қояды – 1 сағат.", ["1 сағат"])]


def test_an_act_does_not_apply_by_the_rule_of_the_act_that_changed_it():
    paragraphs = [
        Paragraph(path="point:1", text="1. Осы қаулы мемлекеттік тіркелген күннен бастап күшіне енеді."),
        Paragraph(path="point:1/p", text=f"Ескерту. 1-тармақ жаңа редакцияда - {BY} {RULE} қаулысымен."),
    ]
    commencement, _ = read_commencement(paragraphs, "kk")
    assert commencement and commencement.in_force
    assert commencement.applied is None
