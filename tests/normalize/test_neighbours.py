import pytest

from regkb.normalize.neighbours import UNKNOWN, classify, read_units, score_reading

KINDS = [
    ("Стандарттың", "ruling", "genitive"),
    ("регламентіне", "ruling", "dative"),
    ("тармағында", "part", "locative"),
    ("9-тармағына", "part", "dative"),
    ("19-1-бабында", "part", "locative"),
    ("қаулысымен", "act", "instrumental"),
    ("бұйрығына", "act", "dative"),
    ("Заңының", "act", "genitive"),
    ("көшірмесі", "word", "nominative"),
]

BETTER = [
    ("Стандарттың 9-тармағына сәйкес құжаттар", "Стандарттың сәйкес құжаттар 9-тармағына"),
    ("осы қаулының қосымшасына сәйкес бекітілсін", "осы қаулының сәйкес қосымшасына бекітілсін"),
    ("13 сәуірдегі № 198 бұйрығымен бекітілген", "13 сәуірдегі бұйрығымен № 198 бекітілген"),
    ("тізілімінде № 3277 тіркелген, газеттерінде", "тізілімінде тіркелген, газеттерінде № 3277"),
    ("Заңының 16-бабының 1-тармағына, содан кейін", "Заңының 16-бабының , содан кейін 1-тармағына"),
    ("4 тармақтың 2) тармақшасындағы «орталық» деген", "2) тармақшасындағы 4 тармақтың «орталық» деген"),
]


@pytest.mark.parametrize(("word", "kind", "case"), KINDS)
def test_words_of_links_are_known_in_every_case(word, kind, case):
    unit = classify(word, "kk")
    assert (unit.kind, unit.case) == (kind, case)


def test_a_number_and_its_noun_are_one_unit():
    assert [u.kind for u in read_units(["№", "198", "9", "тармағында", "2", "–", "қосымшасына"], "kk")] == [
        "number",
        "part",
        "part",
    ]


@pytest.mark.parametrize(("right", "wrong"), BETTER)
def test_the_right_order_scores_higher(right, wrong):
    assert score_reading(right.split(), UNKNOWN, UNKNOWN, "kk") > score_reading(wrong.split(), UNKNOWN, UNKNOWN, "kk")
