import pytest

from regkb.extract.inline_lists import read_inline_lists
from regkb.extract.listings import Point
from regkb.extract.provisions import Provision
from regkb.extract.services import extract_services
from regkb.schemas.record import Paragraph


def items_of(text: str) -> list[str]:
    point = Point("point:7", "", (Provision(0, Paragraph(path="point:7", text=text)),))
    return [item.text for listing in read_inline_lists(point) for item in listing.items]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("7. Қызметкерлердің тізбесі: бағбан, кеңсе маманы.", ["бағбан", "кеңсе маманы"]),
        ("7. Қызметкерлердің тізбесі: бағбан (екпе, тұқым бойынша); басшы.", ["бағбан (екпе, тұқым бойынша)", "басшы"]),
        ("6. Рәсімнің нәтижесі: 1) талон; 2) хат, қолхат; 3) көшет.", ["талон", "хат, қолхат", "көшет"]),
        ("6. Рәсімнің нәтижесі: 2) талон; 4) хат.", []),
        ("6. Рәсімнің нәтижесі: қол қойылған хат.", []),
        ("6. Рәсімнің нәтижесі:", []),
        ("6. Бағбан мынаны айтады: бірінші: су, екінші: жарық.", []),
        ("6. Бағбан мынаны айтады: 1) бірінші: су; 2) екінші: жарық.", ["бірінші: су", "екінші: жарық"]),
    ],
)
def test_items_in_one_paragraph(text, items):
    assert items_of(text) == items


def service_of(*points: str):
    texts = [("title", "«Көшет беру» мемлекеттік көрсетілетін қызмет регламенті")]
    texts += [("section:2/heading", "2. Қызметкерлердің іс-қимыл тәртібін сипаттау")]
    texts += [(f"section:2/point:{number}", f"{number}. {text}") for number, text in enumerate(points, 5)]
    texts[3:3] = [
        ("section:2/point:5/subpoint:1", "1) бағбан көшетті таңдайды – 5 минут;"),
        ("section:2/point:5/subpoint:2", "2) басшы хатқа қол қояды – 6 минут."),
    ]
    return extract_services([Paragraph(path=f"annex:1/{path}", text=text) for path, text in texts], [], "kk")[0][0]


def test_roles_and_results_in_one_paragraph():
    service = service_of(
        "Рәсімдердің мазмұны, ұзақтығы:",
        "Әр рәсімнің нәтижесі: 1) таңдалған көшет; 2) қол қойылған хат.",
        "Қызмет көрсету процесіне мына қызметкерлер қатысады: бағбан, кеңсе маманы және бөлім басшысы.",
    )
    assert [role.text for role in service.roles] == ["бағбан", "кеңсе маманы", "бөлім басшысы"]
    assert {role.at for role in service.roles} == {"annex:1/section:2/point:7"}
    (procedure,) = service.procedures
    assert (procedure.results, procedure.results_at) == (
        ["таңдалған көшет", "қол қойылған хат"],
        "annex:1/section:2/point:6",
    )


def test_what_is_done_is_no_role():
    service = service_of(
        "Рәсімдердің мазмұны, ұзақтығы:",
        "Процеске мына қызметкерлер қатысады: бағбан көшетті таңдайды, басшы хатқа қол қояды.",
    )
    assert service.roles == []


def test_steps_in_one_paragraph():
    text = (
        "Рәсімдердің реттілігі: 1) бағбан көшетті 2 күн ішінде таңдайды; 2) басшы хатқа қол қояды (ұзақтығы: 1 сағат)."
    )
    procedure = service_of("Рәсімдердің мазмұны, ұзақтығы:", text).procedures[-1]
    assert procedure.at == "annex:1/section:2/point:6"
    assert [(step.number, step.text, step.actor, step.at) for step in procedure.steps] == [
        ("1", "бағбан көшетті 2 күн ішінде таңдайды", "бағбан", "annex:1/section:2/point:6"),
        ("2", "басшы хатқа қол қояды (ұзақтығы: 1 сағат)", "басшы", "annex:1/section:2/point:6"),
    ]
    lengths = [duration for step in procedure.steps for duration in step.durations]
    assert [(length.value, length.unit, length.limit) for length in lengths] == [
        (2, "day", "within"),
        (1, "hour", "exact"),
    ]
    assert [f"6. {text}"[slice(*length.span)] for length in lengths] == [length.text for length in lengths]


def test_a_numbered_list_in_a_step_is_no_procedure():
    step = "1) бағбанның мына әрекеттері: 1) көшетті таңдайды; 2) көшетті өлшейді;"
    texts = [
        ("title", "«Көшет беру» мемлекеттік көрсетілетін қызмет регламенті"),
        ("section:2/heading", "2. Қызметкерлердің іс-қимыл тәртібін сипаттау"),
        ("section:2/point:5", "5. Рәсімдердің мазмұны:"),
        ("section:2/point:5/subpoint:1", step),
        ("section:2/point:5/subpoint:2", "2) басшы хатқа қол қояды."),
    ]
    service = extract_services([Paragraph(path=f"annex:1/{path}", text=text) for path, text in texts], [], "kk")[0][0]
    assert [len(procedure.steps) for procedure in service.procedures] == [2]


def test_a_numbered_list_in_a_paragraph_of_the_general_provisions_is_no_procedure():
    texts = [
        ("title", "«Көшет беру» мемлекеттік көрсетілетін қызмет регламенті"),
        ("section:1/heading", "1. Жалпы ережелер"),
        ("section:1/point:1", "1. Рәсімдер мына қағидаларға негізделеді: 1) бағбан адал; 2) көшет жас."),
        ("section:2/heading", "2. Қызметкерлердің іс-қимыл тәртібін сипаттау"),
    ]
    service = extract_services([Paragraph(path=f"annex:1/{path}", text=text) for path, text in texts], [], "kk")[0][0]
    assert service.procedures == []
