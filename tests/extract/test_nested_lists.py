import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.extract.listings import find_unclear_lists, read_lists, read_points
from regkb.extract.nested_lists import Row, find_nested
from regkb.extract.provisions import Provision
from regkb.schemas.record import Paragraph


def rows_of(text):
    """`1; 2: 1; -; 3.` as rows: the number of each, none where a dash stands, and the mark that it ends with."""
    return [Row("" if word[0] == "-" else word[:-1], word) for word in text.split()]


@pytest.mark.parametrize(
    ("text", "inner", "unclear"),
    [
        # the outer numbers go on
        ("1; 2; 3: 1; 2; 4.", [3, 4], []),
        ("1: 1; 2; 3; 2.", [1, 2, 3], []),
        ("1; 2: 1; 2; 3; 3; 4.", [2, 3, 4], []),
        ("1; 2: 1; 2; 3; 1; 2.", [], [1]),
        ("1; 2: 1; 2; 3: 1; 2; 4.", [5, 6], [1]),
        # nothing follows
        ("1; 2; 3: 1; 2.", [3, 4], []),
        ("1; 2; 3: 1.", [], [2]),
        ("1: 1; 2; 3.", [], [0]),
        # both may go on with 3: the first full stop tells
        ("1; 2: 1; 2. 3; 4.", [2, 3], []),
        ("1; 2: 1; 2; 3; 4.", [], [1]),
        ("1; 2: 1. 2. 3. 4.", [], [1]),
        # paragraphs without numbers inside are inside, those behind are not
        ("1; 3: 1; -; 2; 4.", [2, 3, 4], []),
        ("1; 3: 1; 2; -; 4.", [2, 3], []),
        ("1; 2: 1; -; 2; -; 3.", [], [1]),
        ("1; 3: 1; -: 1; 4.", [], [1]),
        # no colon, or not the item's
        ("1; 2. 1; 2; 4.", [], []),
        ("1; 2; -: 1; 2; 4.", [], []),
        # letters below numbers
        ("1; 2: а; б; 3.", [2, 3], []),
        ("1; 2; а; -; б; 3.", [2, 3, 4], []),
        ("1; 3: 1; а; б; 2; 4.", [2, 3, 4, 5], []),
        ("а; б; в.", [], []),
        # an insertion has no next number
        ("2-1: 1; 2; 3.", [], [0]),
    ],
)
def test_numbers_and_marks_tell_where_an_inner_list_ends(text, inner, unclear):
    found = find_nested(rows_of(text))
    assert (sorted(found.inner), list(found.unclear)) == (inner, unclear)


@given(st.lists(st.tuples(st.sampled_from(["", "1", "2", "3", "а", "2-1"]), st.sampled_from(":;.")), max_size=12))
def test_an_inner_list_has_an_item_above_it(marks):
    rows = [Row(number, number + mark) for number, mark in marks]
    for place in find_nested(rows).inner:
        assert any(row.number and not row.number.isalpha() for row in rows[:place])


def point_of(*texts):
    base = "annex:1/section:2/point:5"
    numbered = [(text.partition(")")[0], text) for text in texts]
    paths = [base] + [f"{base}/subpoint:{number}" for number, _ in numbered[1:]]
    paragraphs = [Paragraph(path=path, text=text) for path, text in zip(paths, texts, strict=True)]
    [point] = read_points([Provision(index, paragraph) for index, paragraph in enumerate(paragraphs)])
    return point


def test_an_inner_list_belongs_to_its_item():
    point = point_of("5. Тәртіп:", "1) бір;", "2) үш:", "а) көк;", "б) сары;", "3) төрт:", "1) ақ;", "2) қара.")
    [listing] = read_lists(point)
    assert [(item.number, item.text) for item in listing.items] == [
        ("1", "бір;"),
        ("2", "үш:\nа) көк;\nб) сары;"),
        ("3", "төрт:\n1) ақ;\n2) қара."),
    ]


def test_letters_alone_are_a_list():
    [listing] = read_lists(point_of("5. Тәртіп:", "а) көк;", "б) сары."))
    assert [(item.number, item.text) for item in listing.items] == [("а", "көк;"), ("б", "сары.")]


def test_an_item_whose_list_has_no_clear_end_is_told():
    point = point_of("5. Тәртіп:", "1) бір;", "2) үш:", "1) ақ;", "2) қара;", "3) төрт.")
    assert [[item.number for item in listing.items] for listing in read_lists(point)] == [["1", "2"], ["1", "2", "3"]]
    [doubt] = find_unclear_lists([point])
    assert (doubt.code, doubt.at) == ("list.inner_end_unclear", "annex:1/section:2/point:5/subpoint:2")
