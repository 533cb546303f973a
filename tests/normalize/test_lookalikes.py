import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.normalize.lookalikes import LOOKALIKES, map_letters, map_lookalikes

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
    ("расписка o приеме, a также взаимодействие c «Центром»", "расписка о приеме, а также взаимодействие с «Центром»"),
    ("O внесении изменений", "О внесении изменений"),
    ("1) c момента; C. Сынакову, T.Ә. Үлгібаев", "1) с момента; С. Сынакову, Т.Ә. Үлгібаев"),
    ("X. Көшет беру", "X. Көшет беру"),
    ("www.T. Сынақ, B санаты", "www.T. Сынақ, B санаты"),
    ("витамин c 10 мг, c. 5, файл a pdf", "витамин c 10 мг, c. 5, файл a pdf"),
]


@pytest.mark.parametrize(("raw", "clean"), CASES)
def test_latin_letters_in_cyrillic_words_are_mapped(raw, clean):
    assert map_lookalikes(raw) == clean


@given(st.text())
def test_offsets_stay(text):
    assert len(map_lookalikes(text)) == len(text)
    assert map_lookalikes(map_lookalikes(text)) == map_lookalikes(text)


def test_every_look_alike_is_mapped_where_letters_alone_count():
    assert map_letters("көл.kz, XIX, C, ü") == "көл.kz, ХІХ, С, ү"


@given(st.text(st.sampled_from([*map(chr, LOOKALIKES), *"бжД№ 1."])))
def test_letters_are_mapped_as_by_the_table(text):
    assert map_letters(text) == text.translate(LOOKALIKES)
