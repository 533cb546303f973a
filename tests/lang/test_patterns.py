import re

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from regkb.lang.patterns import compile_any_case, compile_folded, compile_spanning, cut, lower_in_place

LETTERS = "қаулыҚАУЛЫ iIі1 .,-(«»\n"


@given(st.text())
def test_each_small_letter_stands_in_the_place_of_its_capital(text):
    assert len(lower_in_place(text)) == len(text)
    assert lower_in_place(lower_in_place(text)) == lower_in_place(text)


def test_a_capital_without_a_small_letter_of_its_size_stays():
    assert lower_in_place("İКӨЛ") == "İкөл"


def test_the_letters_of_a_class_are_those_of_the_scripts():
    outside, inside = compile_folded(r"\p{L}"), compile_folded(r"[\p{L}-]")
    letters = [chr(code) for code in range(0x530) if lower_in_place(chr(code)) == chr(code)]
    assert [letter for letter in letters if bool(outside.match(letter)) != letter.isalpha()] == []
    assert [letter for letter in letters if bool(inside.match(letter)) != (letter.isalpha() or letter == "-")] == []


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (r"қаулы\p{L}*", "ОСЫ ҚАУЛЫНЫҢ", (4, 12)),
        (r"(?<noun>заң)(?P<ending>\p{L}+)", "Заңға", (0, 5)),
        (r"[^\p{L}\s]+", "Көл № 5", (4, 5)),
        (r"[]\s]+", "а] ", (1, 3)),
        (r"[^]\s]+", " а]", (1, 2)),
        (r"[\[(]", "а[", (1, 2)),
        (r"\\p", "\\P", (0, 2)),
        (r"(?<!\p{L})ай(?<=й)", "тай Ай", (4, 6)),
    ],
)
def test_a_pattern_says_the_same_to_both_engines(pattern, text, found):
    assert compile_folded(pattern).search(text).span() == found
    assert compile_any_case(pattern).search(text).span() == found


@pytest.mark.parametrize("pattern", [r"\p{Lu}", r"[\p{Ll}]", r"\P{L}", r"(?-i:А)", r"(?r)а"])
def test_what_asks_for_capitals_or_is_read_backwards_is_no_pattern_for_small_letters(pattern):
    with pytest.raises(ValueError, match="no pattern for small letters"):
        compile_folded(pattern)


@given(st.text(LETTERS), st.integers(0, 12), st.integers(0, 12))
def test_the_methods_find_what_the_other_engine_finds(text, start, end):
    source = r"(?<!\p{L})(?P<noun>қаул?ы?|[ау]+)(?:\s|[.,-])*"
    folded, other = compile_folded(source), regex.compile(source, regex.IGNORECASE)
    for method in ("search", "match", "fullmatch"):
        ours, theirs = getattr(folded, method)(text, start, end), getattr(other, method)(text, start, end)
        assert (ours and ours.regs) == (theirs and theirs.regs)
    assert [m.span() for m in folded.finditer(text, start, end)] == [m.span() for m in other.finditer(text, start, end)]


@pytest.mark.parametrize("pattern", [r"(?P<a>ай)|(?P<a>күн)", r"(?<=он\s|бір\s+)күн"])
def test_what_the_standard_engine_does_not_know_is_read_too(pattern):
    assert compile_folded(pattern).search("БІР  КҮН").span()[1] == 8


def test_the_words_of_a_group_are_cut_from_the_text():
    match = compile_folded(r"(?P<noun>заң)(?P<ending>\p{L}+)?(?P<more>,)?").search("осы ЗАҢҒА")
    assert match["noun"] == "заң"
    assert [cut("осы ЗАҢҒА", match, group) for group in ("noun", "ending", "more")] == ["ЗАҢ", "ҒА", ""]


def test_a_pattern_is_compiled_once():
    assert compile_folded(r"\p{L}а") is compile_folded(r"\p{L}а")
    assert compile_folded(r"а.б", re.DOTALL).search("А\nБ")
    assert compile_spanning(r"а.б").search("А\nБ")
    assert not compile_folded(r"а.б").search("А\nБ")
    assert not compile_any_case(r"а.б").search("А\nБ")
