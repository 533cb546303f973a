import pytest

from regkb.extract.ordering_text import OrderingText
from regkb.extract.references import find_references
from regkb.extract.unread_effects import find_unread_effects
from regkb.schemas.record import Paragraph

KK = "Үлгі облысы әкімдігінің 2014 жылғы 5 мамырдағы № 77"
RU = "постановления акимата Улгинской области от 5 мая 2014 года № 77"


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        (f"1. Прекратить действие {RU}.", "ru", 1),
        (f"1. Продлить срок действия {RU} до 1 января 2018 года.", "ru", 1),
        (f"1. Обеспечить исполнение {RU} «О продлении срока действия лимитов».", "ru", 0),
        ("1. Настоящее постановление вводится в действие с 1 января 2018 года.", "ru", 0),
        # an editor's note in the place of a provision
        ("3) Утратило силу постановлением акимата Улгинской области от 13.10.2015 № 306;", "ru", 0),
        (f"1. {KK} қаулысының қолданысы тоқтатылсын.", "kk", 1),
        (f"1. {KK} қаулысының қолданылу мерзімі 2018 жылғы 1 қаңтарға дейін ұзартылсын.", "kk", 1),
        (f"1. {KK} қаулысына сәйкес қолданылу мерзімі ұзартылсын.", "kk", 0),
        (f"1. {KK} қаулысының орындалуы қамтамасыз етілсін.", "kk", 0),
    ],
)
def test_what_is_said_of_the_effect_of_an_act_is_no_silent_loss(text, language, count):
    paragraphs = [Paragraph(path="point:1", text=text)]
    act = OrderingText(paragraphs, find_references(paragraphs, language), language)
    assert len(list(find_unread_effects(act, ()))) == count
    assert list(find_unread_effects(act, {"point:1"})) == []
