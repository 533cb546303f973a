import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.extract.quotations import (
    LONGEST_TITLE,
    find_quotations,
    quotation_ending_at,
    quotation_starting_at,
    unopened_quotation,
    unquote,
    unquote_wording,
)


@pytest.mark.parametrize(
    ("text", "quotation", "title"),
    [
        ("сәйкес «А «Б» В»", "«А «Б» В»", "А «Б» В"),
        ("сәйкес «А» Б туралы»", "«А» Б туралы»", "«А» Б туралы"),
        ('"Үлгі" 2013 ж 16-бабына, "Ауыл" қызмет туралы"', '"Ауыл" қызмет туралы"', '"Ауыл" қызмет туралы'),
        ('–"А туралы" № 198 бұйрығына"', '"А туралы" № 198 бұйрығына"', '"А туралы" № 198 бұйрығына'),
        ('("Үлгі «ә» Б"', '"Үлгі «ә» Б"', "Үлгі «ә» Б"),
        ("“А “Б” В”", "“А “Б” В”", "А “Б” В"),
        ('""А" туралы"', '""А" туралы"', '"А" туралы'),
    ],
)
def test_titles_by_their_closing_mark(text, quotation, title):
    start = quotation_ending_at(text, len(text))
    assert start is not None
    assert text[start:] == quotation
    assert unquote(text[start:]) == title


@pytest.mark.parametrize("text", ["", "туралы", "А туралы»", "«А", 'туралы "'])
def test_what_closes_nothing(text):
    assert quotation_ending_at(text, len(text)) is None


def test_a_title_that_nothing_opens_is_the_rest_of_its_sentence():
    text = '3. Нәтижесі – Үлгі туралы"'
    start = unopened_quotation(text, len(text))
    assert text[start:] == 'Үлгі туралы"'
    assert unopened_quotation('"Үлгі туралы"', 13) is None


def test_outermost_quotations_from_left_to_right():
    text = "«органда» сөзінен кейін «, орталықта «х» 30 минут» сөздерімен, «ашық"
    assert [text[start:end] for start, end in find_quotations(text)] == ["«органда»", "«, орталықта «х» 30 минут»"]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("«4. А (б);»", "4. А (б);"),
        ("«Орталық «кедергісіз» береді.»;", "Орталық «кедергісіз» береді."),
        ("«11. «А туралы» Заңын іске асыру туралы» Ереже.»;", "11. «А туралы» Заңын іске асыру туралы» Ереже."),
        ('"5. А".', "5. А"),
        ("мәтін", "мәтін"),
        ('"корпорация "Үлгі"', 'корпорация "Үлгі"'),
        ('"Үлгі" корпорациясы";', '"Үлгі" корпорациясы'),
    ],
)
def test_wording_without_its_marks(text, wording):
    assert unquote_wording(text) == wording


_nested = st.recursive(
    st.text("абв ", min_size=1, max_size=5),
    lambda inner: st.lists(
        st.one_of(st.text("абв ", min_size=1, max_size=5), inner.map("«{}»".format)), max_size=4
    ).map("".join),
    max_leaves=8,
)


@given(_nested)
def test_balanced_guillemets_are_found_from_both_ends(inner):
    text = f"«{inner}»"
    assert quotation_ending_at(text, len(text)) == 0
    assert quotation_starting_at(text, 0) == len(text)
    assert find_quotations(f"сөз {text} сөз") == [(4, 4 + len(text))]


@given(st.text('абв "«»“”.,', max_size=60))
def test_any_text_gives_quotations_in_order(text):
    end = 0
    for start, stop in find_quotations(text):
        assert end <= start < stop <= len(text)
        end = stop


@given(st.text('абв "«»“”.,', max_size=60), st.sampled_from(["", "а" * (LONGEST_TITLE - 5)]))
def test_all_quotations_of_a_text_end_where_each_does(text, between):
    text = text.replace(".", between + ".")
    for start, stop in find_quotations(text):
        assert quotation_starting_at(text, start) == stop
    at, found = 0, []
    while at < len(text):
        end = quotation_starting_at(text, at)
        found += [(at, end)] if end else []
        at = end or at + 1
    assert find_quotations(text) == found
