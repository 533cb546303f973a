import pytest

from regkb.extract.anchors import find_anchors, find_nouns, is_nominative, is_plural


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("kk", "осы қаулыға", [("this", "осы", "", ""), ("noun", "қаулыға", "қаулы", "ға")]),
        ("kk", "аталған бұйрығымен", [("that", "аталған", "", ""), ("noun", "бұйрығымен", "бұйрық", "ымен")]),
        ("kk", "осылай нақаулы", []),
        ("kk", "Стандарт (бұдан әрі – Үлгі)",
         [("noun", "Стандарт", "стандарт", ""), ("bracket", "(бұдан әрі – Үлгі)", "", "")]),
        ("ru", "настоящего постановления", [("this", "настоящего", "", ""), ("noun", "постановления", "постановление", "я")]),
        ("ru", "тем же Приказом (далее – Приказ)",
         [("that", "тем же", "", ""), ("noun", "Приказом", "приказ", "ом"), ("bracket", "(далее – Приказ)", "", "")]),
    ],
)  # fmt: skip
def test_where_a_reference_may_begin_or_end(language, text, wanted):
    found = list(find_anchors(text, language))
    assert [(one.what, text[one.start : one.end], one.noun, one.ending) for one in found] == wanted


def test_what_stands_inside_a_bracket_keeps_its_capitals():
    [bracket] = find_anchors("(бұдан әрі – Стандарт)", "kk")
    assert bracket.inside == "бұдан әрі – Стандарт"


@pytest.mark.parametrize(
    ("language", "text", "plural", "nominative"),
    [
        ("kk", "қаулылары", True, True),
        ("kk", "қаулысы", False, True),
        ("kk", "қаулысының", False, False),
        ("ru", "приказ", False, True),
        ("ru", "приказами", True, False),
    ],
)
def test_what_the_ending_of_a_noun_tells(language, text, plural, nominative):
    [noun] = find_nouns(text, language)
    assert (is_plural(noun, language), is_nominative(noun, language)) == (plural, nominative)
