import pytest

from regkb.extract.references import find_references
from regkb.extract.standards import find_standard
from regkb.schemas.record import Paragraph

KK = "Мемлекеттік қызмет Үлгі облысы әкімдігінің 2014 жылғы 5 наурыздағы № 190 қаулысымен бекітілген "
KK_OTHER = "Өтініш Үлгі облысы әкімдігінің 2014 жылғы 6 наурыздағы № 191 қаулысымен бекітілген "
STANDARD = "мемлекеттік көрсетілетін қызмет стандарты"
RU = "утвержденного приказом Министра узоров Республики Казахстан от 5 мая 2014 года № 5."


def read(language, *texts):
    paragraphs = [Paragraph(path=f"annex:1/point:{place}", text=text) for place, text in enumerate(texts)]
    references = find_references(paragraphs, language)
    found = find_standard(paragraphs, references, language, "Үлгі беру" if language == "kk" else "Выдача узоров")
    return found and (found.title, found.approved_by and found.approved_by.number)


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        ([f"{KK}«Үлгі беру» {STANDARD}ның негізінде көрсетіледі."], ("Үлгі беру", "190")),
        ([f"{KK}(тізілімде № 7 тіркелген) «Үлгі беру» {STANDARD}на сәйкес көрсетіледі."], ("Үлгі беру", "190")),
        ([f"{KK}«Үлгі» {STANDARD}ның негізінде көрсетіледі."], ("Үлгі", "190")),
        ([f"{KK}{STANDARD}ның негізінде көрсетіледі."], (None, "190")),
        ([f"{KK}стандарт негізінде көрсетіледі."], (None, "190")),
        ([f"{KK}стандартқа сәйкес көрсетіледі."], (None, "190")),
        ([f"{KK}Стандарттың 9-тармағында көзделген өтініш негіз болады."], (None, "190")),
        ([f"{KK}стандарт.", f"{KK_OTHER}стандарт."], None),
        (
            [
                "Қызмет Үлгі облысы әкімдігінің 2014 жылғы 5 наурыздағы № 190 «Үлгі беру стандартын бекіту туралы»"
                " қаулысы негізінде көрсетіледі."
            ],
            (None, "190"),
        ),
        (
            [
                "Қызмет Үлгі облысы әкімдігінің 2014 жылғы 5 наурыздағы № 190 «Үлгі беру стандартын бекіту туралы»"
                " және 2014 жылғы 6 наурыздағы № 191 «Өрнек беру стандартын бекіту туралы» қаулыларына сәйкес."
            ],
            None,
        ),
        ([f"{KK_OTHER}«Өрнек беру» {STANDARD}на сәйкес қаралады."], None),
        ([f"Өтініш 2014 жылғы 6 наурыздағы № 191 қаулыға және «Үлгі беру» {STANDARD}на сәйкес қаралады."], None),
        (
            [f"{KK}«Үлгі беру» {STANDARD}на сәйкес.", f"{KK_OTHER}«Үлгі беру» {STANDARD}ның негізінде қаралады."],
            None,
        ),
        (
            [f"{KK_OTHER}«Үлгі беру» {STANDARD}ның негізінде.", f"{KK}«Үлгі» {STANDARD}ның (бұдан әрі – Стандарт)"],
            ("Үлгі", "190"),
        ),
    ],
)
def test_the_standard_of_a_service(texts, wanted):
    assert read("kk", *texts) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"Оказывается по стандарту государственной услуги «Выдача узоров», {RU}", ("Выдача узоров", "5")),
        (f"Оказывается на основании стандарта государственной услуги «Узоры», {RU}", ("Узоры", "5")),
        (f"Сведения стандарта государственной услуги «Выдача мечты», {RU}", None),
        (
            f"По приказу от 6 мая 2014 года № 6 и стандарту государственной услуги «Узоры» (далее – Стандарт), {RU}",
            ("Узоры", "5"),
        ),
    ],
)
def test_the_standard_of_a_service_in_russian(text, wanted):
    assert read("ru", text) == wanted
