import pytest

from regkb.extract.listings import Item
from regkb.extract.provisions import Provision
from regkb.extract.steps import read_result, read_step
from regkb.schemas.record import Paragraph


def read(text, language="kk"):
    return read_step(
        Item("4", (Provision(0, Paragraph(path="annex:1/section:2/point:5/subpoint:4", text=f"4) {text}")),)), language
    )


@pytest.mark.parametrize(
    ("text", "label", "kind", "actor"),
    [
        ("1 шарт – маманның құжаттарды тексеруі;", "1 шарт", "condition", "маманның"),
        ("2-шарт: порталда тексеру;", "2-шарт", "condition", None),
        ("4 үдеріс – порталмен хабарламаны қалыптастыру;", "4 үдеріс", "process", "порталмен"),
        ("1-рәсім (іс-қимыл) – маман өтінішті тіркейді;", "1-рәсім", "process", "маман"),
        ("3-іс-қимыл – басшы қол қояды;", "3-іс-қимыл", "process", "басшы"),
        ("процесс 2 – тұтынушының талон алуы;", "процесс 2", "process", "тұтынушының"),
        ("маман өтінішті тіркейді – 2 шарт бойынша;", None, "action", "маман"),
        ("1 жұмыс күні ішінде тіркеу;", None, "action", None),
    ],
)
def test_inner_labels(text, label, kind, actor):
    step = read(text)
    assert (step.number, step.label, step.kind, step.actor) == ("4", label, kind, actor)
    assert step.text == text


@pytest.mark.parametrize(
    ("text", "label", "kind", "actor"),
    [
        ("процесс 1 – ввод услугополучателем пароля;", "процесс 1", "process", "услугополучателем"),
        ("условие 2 – проверка на портале данных;", "условие 2", "condition", None),
        ("действие 1 (процедура) – специалист регистрирует запрос;", "действие 1", "process", "специалист"),
        ("специалист регистрирует запрос;", None, "action", "специалист"),
    ],
)
def test_inner_labels_in_russian(text, label, kind, actor):
    step = read(text, "ru")
    assert (step.label, step.kind, step.actor) == (label, kind, actor)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("тіркеу – 10 минут. Нәтижесі – кіріс нөмірі;", "кіріс нөмірі"),
        ("тіркеу. Нәтиже: кіріс нөмірі.", "кіріс нөмірі"),
        ("тіркеу. Рәсімнің (іс-қимылдың) нәтижесі – тіркелген өтініш.", "тіркелген өтініш"),
        ("тіркеу. Орындау нәтижесі: тіркелген өтініш;", "тіркелген өтініш"),
        ("тіркеу. Рәсімді орындаудың нәтижесі – тіркелген өтініш;", "тіркелген өтініш"),
        ("тіркеу. Нәтижесі – өтініш, ұзақтығы – 15 минут;", "өтініш"),
        ("тіркеу. Нәтижесі – өтініш. Орындау ұзақтығы – 15 минут;", "өтініш"),
        ("тіркеу. Нәтижесі – тіркелген өтініш, 15 минут ішінде;", "тіркелген өтініш"),
        ("тіркеу. Нәтижесі – 15 минут ішінде тіркелген өтініш;", "15 минут ішінде тіркелген өтініш"),
        ("мемлекеттік қызмет көрсету нәтижесін беру;", None),
        ("қызмет көрсету нәтижесі алушыға беріледі;", None),
    ],
)
def test_results(text, result):
    assert read_result(text, "kk") == result


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("қолма-қол берген жағдайда – 5 минут, пошта арқылы жіберген жағдайда – 2 жұмыс күні;",
         ["қолма-қол берген жағдайда", "пошта арқылы жіберген жағдайда"]),
        ("тексереді, ұзақтығы – 3 күн, консультация берген жағдайда ұсыным беріледі, ұзақтығы – 1 сағат;",
         [None, "консультация берген жағдайда"]),
        ("көшірме беру үшін – 15 минут;", ["көшірме беру үшін"]),
        ("көшетті өлшейді – 20 минут (қыста өлшеу кезінде – 1 күн);", [None, "қыста өлшеу кезінде"]),
        ("көшетті (екпені) өлшеген жағдайда – 20 минут;", ["көшетті (екпені) өлшеген жағдайда"]),
        ("оң шешім қабылдаған кезде маман алушыға көшет алу үшін екі жұмыс күні ішінде хат береді;",
         ["оң шешім қабылдаған кезде"]),
        ("маман жүгінген кезде көшет алу үшін – 15 минут;", ["маман жүгінген кезде көшет алу үшін"]),
        ("екі жұмыс күні ішінде көшеттер жас және толық болған жағдайда маман оларды отырғызады;",
         ["көшеттер жас және толық болған жағдайда"]),
        ("2 күн ішінде көшет келіп түскен жағдайда оны отырғызу;", ["көшет келіп түскен жағдайда"]),
        ("1-процесс – 2 күн ішінде көшет болған жағдайда оны отырғызу;", ["көшет болған жағдайда"]),
        ("2 күн ішінде көшетті қарайды және ол ауру болған жағдайда бас тартады;", [None]),
        ("2 күн ішінде көшетті қарау және ол ауру болған жағдайда бас тарту;", [None]),
        ("маман 2 күн ішінде, көшет ауру болған жағдайда бас тартады;", [None]),
        ("құжаттарды қабылдау кезінде алушыға қолхат береді, ұзақтығы – 10 минут;", [None]),
        ("қалада – 2 күн, ал ауылда – 5 күн;", ["қалада", "ауылда"]),
        ("маман көшетті өлшейді: қала ішінде – 2 күн; қаладан тыс – 5 күн;", ["қала ішінде", "қаладан тыс"]),
        # one after the other, or what is done
        ("кеңседе – 15 минут, бөлімде – 2 күн;", [None, None]),
        ("өлшеуде – 15 минут, суаруда – 2 күн;", [None, None]),
        ("көшетті өлшеу – 2 күн, суару – 5 күн;", [None, None]),
        ("маман көшетті өлшейді – 2 күн, қалада – 5 күн;", [None, None]),
    ],
)  # fmt: skip
def test_the_case_that_a_length_holds_for(text, conditions):
    assert [duration.condition for duration in read(text).durations] == conditions


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("в случае ветра специалист сажает саженец в течение 2 дней;", ["в случае ветра"]),
        ("в случае ветра сажает саженец – 2 дня;", ["в случае ветра"]),
        ("при наличии почек руководитель сада измеряет их – 1 час;", ["при наличии почек"]),
        ("в случае, если саженец растет – 1 час;", ["в случае, если саженец растет"]),
        ("сажает саженец – 3 дня (в случае ветра – 5 дней);", [None, "в случае ветра"]),
    ],
)
def test_the_case_that_a_length_holds_for_in_russian(text, conditions):
    assert [duration.condition for duration in read(text, "ru").durations] == conditions


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("при посадке – 2 дня, при продаже – 5 дней;", ["при посадке", "при продаже"]),
        ("лесник готовит ответ (при посадке – 2 дня, при продаже – 5 дней);", ["при посадке", "при продаже"]),
        ("лесник готовит ответ – 2 дня, а при продаже – 5 дней;", [None, "при продаже"]),
        ("лесник готовит ответ в случае посадки – 2 дня, в случае продажи – 5 дней;",
         ["в случае посадки", "в случае продажи"]),
        ("лесник готовит ответ для города – 2 дня, для села – 5 дней;", ["для города", "для села"]),
        ("лесник готовит ответ в течение 2 дней при посадке и 5 дней при продаже;", ["при посадке", "при продаже"]),
        ("лесник сажает: в больших городах – 2 дня, в селе – 5 дней;", ["в больших городах", "в селе"]),
        ("лесник готовит ответ для услугополучателя – 2 дня, продажа – 5 дней;", [None, None]),
        ("лесник готовит ответ – 2 дня, для города – 5 дней;", [None, "для города"]),
        ("лесник готовит ответ в течение 2 дней при посадке и 5 дней;", [None, None]),
        ("в канцелярии – 15 минут, в отделе – 2 дня;", [None, None]),
        ("в работу – 15 минут, в продажу – 2 дня;", [None, None]),
        ("посадка – 2 дня, продажа – 5 дней;", [None, None]),
    ],
)  # fmt: skip
def test_the_case_of_each_of_several_russian_lengths(text, conditions):
    assert [duration.condition for duration in read(text, "ru").durations] == conditions


def test_a_branch_that_is_nothing_but_its_case_is_not_cut_at_a_comma():
    lines = (
        "4) көшетті өлшеу:",
        "негізгі, жанама бақтар үшін – 5 жұмыс күні;",
        "қар жауса, өлшенбеген жағдайда – 2 ай;",
    )
    paths = ("point:5/subpoint:4", "point:5/subpoint:4/p", "point:5/subpoint:4/p")
    step = read_step(
        Item(
            "4",
            tuple(
                Provision(index, Paragraph(path=at, text=text))
                for index, (at, text) in enumerate(zip(paths, lines, strict=True))
            ),
        ),
        "kk",
    )
    assert [duration.condition for duration in step.durations] == [
        "негізгі, жанама бақтар үшін",
        "қар жауса, өлшенбеген жағдайда",
    ]


def conditions_below(opening, branch, language):
    """Return the case that each length of time in a paragraph below a step holds for."""
    parts = (
        Provision(0, Paragraph(path="point:5/subpoint:1", text=opening)),
        Provision(1, Paragraph(path="point:5/p", text=branch)),
    )
    return [duration.condition for duration in read_step(Item("1", parts), language).durations]


@pytest.mark.parametrize(
    ("branch", "condition"),
    [
        ("көшетті өлшейді және журналға (бұдан әрі – Журнал) енгізеді – 5 минут;", None),
        ("алушы жүгінген кезде көшетті журналға тіркейді – 5 минут;", None),
        ("алушының қатысуымен – 5 минут;", "алушының қатысуымен"),
        ("көшеттік беру – 5 минут;", "көшеттік беру"),
        ("көшет отырғызылмайды деп танылған жағдайда – 5 минут;", "көшет отырғызылмайды деп танылған жағдайда"),
    ],
)
def test_a_branch_that_tells_an_act_tells_no_case(branch, condition):
    assert conditions_below("1) маман:", branch, "kk") == [condition]


@pytest.mark.parametrize(
    ("branch", "condition"),
    [
        ("измеряет саженец и вносит запись – 5 минут;", None),
        ("при посадке, если ее ведет лесник – 5 минут;", "при посадке"),
        ("письменный ответ – 5 минут;", "письменный ответ"),
    ],
)
def test_a_russian_branch_that_tells_an_act_tells_no_case(branch, condition):
    assert conditions_below("1) лесник:", branch, "ru") == [condition]


@pytest.mark.parametrize(
    ("branch", "condition"),
    [
        ("- көшет алған жағдайда – 5 минут;", "көшет алған жағдайда"),
        ("– көшеттік беру – 5 минут;", "көшеттік беру"),
        ("1) көшеттік беру – 5 минут;", "көшеттік беру"),
        ("а) көшеттік беру – 5 минут;", "көшеттік беру"),
        ("а) көшетті өлшейді – 5 минут;", None),
    ],
)
def test_what_marks_a_branch_is_no_part_of_its_case(branch, condition):
    assert conditions_below("1) маман:", branch, "kk") == [condition]


def test_a_dash_before_a_step_hides_nobody():
    item = Item("1", (Provision(0, Paragraph(path="point:5/p", text="– маман өтінішті тіркейді – 5 минут;")),))
    step = read_step(item, "kk")
    assert (step.text, step.actor) == ("маман өтінішті тіркейді – 5 минут;", "маман")
