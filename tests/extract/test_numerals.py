import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from regkb.extract.numerals import number_words_pattern, read_number
from regkb.lang.kk.numerals import TENS, UNITS


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("он бес", 15),
        ("жиырма", 20),
        ("бір жүз сексен", 180),
        ("жүз", 100),
        ("екі мың бес жүз қырық бес", 2545),
        ("бір жарым", 1.5),
        ("жарты", 0.5),
        ("Отыз", 30),
        ("42", 42),
        ("2,5", 2.5),
    ],
)
def test_numbers(text, value):
    assert read_number(text, "kk") == value


@pytest.mark.parametrize("text", ["", "5" * 10, "бес он", "он он", "екі үш", "күн", "он күн", "1.2.3"])
def test_no_numbers(text):
    assert read_number(text, "kk") is None


@given(st.integers(1, 9999))
def test_what_is_spelled_is_read_back(number):
    assert read_number(spell(number), "kk") == number
    assert regex.fullmatch(number_words_pattern("kk"), spell(number))


def spell(number: int) -> str:
    names = {value: word for word, value in (TENS | UNITS).items()}
    words = []
    for size, name in ((1000, "мың"), (100, "жүз")):
        if number >= size:
            words += [names[number // size], name]
            number %= size
    tens, units = number - number % 10, number % 10
    words += [names[part] for part in (tens, units) if part]
    return " ".join(words)
