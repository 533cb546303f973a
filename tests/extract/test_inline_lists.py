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
