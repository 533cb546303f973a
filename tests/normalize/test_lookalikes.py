import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.normalize.lookalikes import map_lookalikes

CASES = [
    ("тәрбиешiлерге берiлген", "тәрбиешілерге берілген"),
    ("iс-қимыл", "іс-қимыл"),
    ("1-шi көшет 3-бөлiмiне", "1-ші көшет 3-бөліміне"),
    ("бақ/бөлiмi көл.kz/үлгi", "бақ/бөлімі көл.kz/үлгi"),
    ("ЕТЕДI", "ЕТЕДІ"),
    ("(К.Ж.Көлбаевaға) К.Ж.Орманбaев", "(К.Ж.Көлбаеваға) К.Ж.Орманбаев"),
    ("көл.kz орман.үлгi.kz", "көл.kz орман.үлгi.kz"),
    ("www.specimen.kz", "www.specimen.kz"),
    ("school_91@specimen.kz", "school_91@specimen.kz"),
    ("XIX сессия", "XIX сессия"),
    ("VII тарау", "VII тарау"),
    ("pdf файлы", "pdf файлы"),
]


@pytest.mark.parametrize(("raw", "clean"), CASES)
def test_latin_letters_in_cyrillic_words_are_mapped(raw, clean):
    assert map_lookalikes(raw) == clean


@given(st.text())
def test_offsets_stay(text):
    assert len(map_lookalikes(text)) == len(text)
    assert map_lookalikes(map_lookalikes(text)) == map_lookalikes(text)
