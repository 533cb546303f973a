import pytest

from regkb.extract.order_kinds import read_kind


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("kk", "«Көшет беру» регламенті бекітілсін.", "approve"),
        ("kk", "№ 7 қаулыға мынадай өзгеріс енгізілсін:", "amend"),
        ("kk", "№ 7 қаулының күші жойылды деп танылсын.", "repeal"),
        ("kk", "«Көшет беру» регламенті бекітілсін және № 7 қаулының күші жойылды деп танылсын.", "repeal"),
        ("kk", "Осы қаулы жарияланған күнінен бастап қолданысқа енгізіледі.", None),
        ("ru", "Утвердить регламент «Выдача саженцев».", "approve"),
        ("ru", "Внести в постановление № 7 следующие изменения:", "amend"),
        ("ru", "Признать утратившим силу постановление № 7.", "repeal"),
        ("ru", "Контроль возложить на заместителя акима.", None),
    ],
)
def test_a_verb_tells_the_kind_of_an_order(language, text, kind):
    assert read_kind(text, language) == kind
