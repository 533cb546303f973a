import pytest

from regkb.extract.aliases import find_undefined_aliases
from regkb.extract.references import find_references
from regkb.schemas.record import Paragraph


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (["Құжаттар Стандарттың 9-тармағына сәйкес.", "Стандарттың 8-тармағы."], [("point:0", "Стандарт")]),
        (["Құжаттар Стандарттың 9-тармағына сәйкес.", "«Үлгі» стандарты (бұдан әрі – Стандарт)."], []),
        (["Құжаттар «Үлгі» стандартының (бұдан әрі – Стандарт) 9-тармағына сәйкес."], []),
        (["Құжаттар осы қаулының 9-тармағына сәйкес."], []),
    ],
)
def test_short_forms_that_no_paragraph_defines(texts, wanted):
    paragraphs = [Paragraph(path=f"point:{place}", text=text) for place, text in enumerate(texts)]
    found = find_undefined_aliases(paragraphs, find_references(paragraphs, "kk"), "kk")
    assert [(doubt.at, doubt.message.split("'")[1]) for doubt in found] == wanted
