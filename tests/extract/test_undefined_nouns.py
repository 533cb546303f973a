import pytest

from regkb.extract.anchors import find_nouns
from regkb.extract.sides import CitedText
from regkb.extract.undefined_nouns import name_undefined
from regkb.schemas.record import AliasRef, SelfRef
from tests.extract.marked import read_marked

OWN = SelfRef(self="regulation")


@pytest.mark.parametrize(
    ("language", "marked", "own_noun", "meant"),
    [
        ("kk", "|стандартының| (бұдан әрі – Үлгілік стандарт) 1-қосымшасына", None, AliasRef(alias="Үлгілік стандарт")),
        ("kk", "құжаттар |Стандарттың| 9-тармағына сәйкес", None, AliasRef(alias="Стандарт")),
        ("kk", "құжаттар |стандарттың| 9-тармағына сәйкес", None, None),
        # a noun that is part of a longer name is no short form
        ("kk", "Үлгі және өрнек басқармасы туралы |Ереженің| 15-тармағының 182) тармақшасына сәйкес", None, None),
        ("ru", "подпунктом 182) пункта 15 |Положения| о Министерстве узоров", None, None),
        ("ru", "подпунктом 182) пункта 15 |Положения| Министерства узоров", None, AliasRef(alias="Положение")),
        # in the regulation itself
        ("kk", "сызба |регламенттің| 1-қосымшасында", "регламент", OWN),
        ("kk", "сызба |Регламенттің| 1-қосымшасында", "регламент", OWN),
        ("kk", "«Тұқым беру» қызмет |регламентінің| 1-қосымшасында", "регламент", None),
        ("kk", "«Тұқым беру» қызмет |Регламентінің| 1-қосымшасында", "регламент", OWN),
        ("kk", "сызба |регламенттің| 1-қосымшасында", "стандарт", None),
        ("ru", "приложении 1 |регламента| услуги", "регламент", OWN),
        ("ru", "приложении 1 |регламента| услуги «Выдача семян»", "регламент", None),
        # defined behind all that tells of it
        ("ru", "пунктом 10 |стандарта| услуги «Узор», утвержденного приказом № 7 (далее – Стандарт)", None,
         AliasRef(alias="Стандарт")),
        ("ru", "пунктом 10 |стандарта| услуги «Узор», утвержденного приказом министра. Узоры (далее – Стандарт)", None, None),
        ("ru", "пунктом 10 |регламента| и стандартом услуги «Узор», утвержденного приказом № 7 (далее – Стандарт)", None, None),
        ("ru", "пунктом 10 |стандарта| узора и стандарта услуги, утвержденного приказом № 7 (далее – Стандарт)", None, None),
        ("ru", "пунктом 10 |стандарта| услуги приказом № 7 «О мере стандарта» (далее – Стандарт)", None,
         AliasRef(alias="Стандарт")),
    ],
)  # fmt: skip
def test_what_a_noun_means_that_no_definition_precedes(language, marked, own_noun, meant):
    text, [(start, _)] = read_marked(marked)
    noun = next(noun for noun in find_nouns(text, language) if noun.start == start)
    assert name_undefined(noun, CitedText(text, language), own_noun, in_stamp=False) == meant


def test_in_a_stamp_the_small_noun_belongs_to_a_title():
    text = "мемлекеттік көрсетілетін қызмет регламентіне 1-қосымша"
    [noun] = find_nouns(text, "kk")
    assert name_undefined(noun, CitedText(text, "kk"), "регламент", in_stamp=True) is None
    assert name_undefined(noun, CitedText(text, "kk"), "регламент", in_stamp=False) == OWN
