from hypothesis import given
from hypothesis import strategies as st

from regkb.extract.listings import read_lists, read_points, strip_number
from regkb.extract.provisions import Provision
from regkb.schemas.record import Paragraph

BASE = "annex:1/section:2/point:5"


def point_of(*rows):
    texts = [Provision(i, Paragraph(path=f"{BASE}{rest}", text=text)) for i, (rest, text) in enumerate(rows)]
    [point] = read_points(texts)
    return point


def numbers(point):
    return [(listing.intro, [item.number for item in listing.items]) for listing in read_lists(point)]


def test_a_list_belongs_to_the_sentence_before_it():
    point = point_of(
        ("", "5. Тәртіп:"),
        ("/subpoint:1", "1) бір;"),
        ("/subpoint:2", "2) екі."),
        ("/p", "Тағы да:"),
        ("/subpoint:1", "1) үш."),
        ("/p", "Соңы."),
    )
    assert numbers(point) == [("Тәртіп:", ["1", "2"]), ("Тағы да:", ["1"])]


def test_numbers_that_begin_anew_begin_a_new_list():
    point = point_of(("", "5. Тәртіп:"), ("/subpoint:1", "1) бір;"), ("/subpoint:1", "1) екі."))
    assert numbers(point) == [("Тәртіп:", ["1"]), ("Тәртіп:", ["1"])]


def test_letters_follow_each_other_in_the_order_of_the_kazakh_alphabet():
    point = point_of(("", "5. Тәртіп:"), *((f"/subpoint:{letter}", f"{letter}) бір;") for letter in "аәбвгғд"))
    assert numbers(point) == [("Тәртіп:", list("аәбвгғд"))]


def test_a_paragraph_inside_a_list_belongs_to_its_item():
    point = point_of(
        ("", "5. Тәртіп:"),
        ("/subpoint:1", "1) бір."),
        ("/p", "Әрі қарай."),
        ("/subpoint:2", "2) екі."),
        ("/p", "Соңы."),
    )
    [listing] = read_lists(point)
    assert [item.text for item in listing.items] == ["бір.\nӘрі қарай.", "екі."]


def test_a_paragraph_below_an_item_introduces_a_list_that_is_numbered_anew():
    point = point_of(
        ("", "5. Тәртіп:"),
        ("/subpoint:1", "1) бір;"),
        ("/subpoint:2", "2) екі."),
        ("/subpoint:2/p", "Қатысатын бірліктер:"),
        ("/subpoint:1", "1) үш."),
    )
    assert numbers(point) == [("Тәртіп:", ["1", "2"]), ("Қатысатын бірліктер:", ["1"])]


def test_a_paragraph_below_an_item_stays_with_it_where_the_numbers_go_on():
    point = point_of(
        ("", "5. Тәртіп:"), ("/subpoint:1", "1) бір;"), ("/subpoint:1/p", "Оның ішінде:"), ("/subpoint:2", "2) екі.")
    )
    [listing] = read_lists(point)
    assert [item.text for item in listing.items] == ["бір;\nОның ішінде:", "екі."]


def test_a_list_without_numbers_ends_with_a_full_stop():
    point = point_of(("", "5. Тізбесі:"), ("/p", "бір;"), ("/p", "екі."), ("/p", "Соңы."))
    [listing] = read_lists(point)
    assert [(item.number, item.text) for item in listing.items] == [("1", "бір;"), ("2", "екі.")]


def test_a_list_whose_items_words_count_goes_on_behind_a_full_stop():
    point = point_of(
        ("", "5. Порядок:"), ("/p", "Действие 1. Один."), ("/p", "Действие 2. Два."), ("/p", "Действие 4. Четыре.")
    )
    assert numbers(point) == [("Порядок:", ["1", "2"])]
    point = point_of(("", "5. Тәртіп:"), ("/p", "1-қадам. Бір."), ("/p", "2-қадам. Екі."), ("/p", "3-шарт. Үш."))
    assert numbers(point) == [("Тәртіп:", ["1", "2"])]


def test_paragraphs_outside_points_are_a_point_of_their_section():
    rows = [
        Provision(0, Paragraph(path="annex:1/section:2/heading", text="2. Тәртіп")),
        Provision(1, Paragraph(path="annex:1/section:2/p", text="а")),
    ]
    [point] = read_points(rows)
    assert (point.path, point.heading) == ("annex:1/section:2", "2. Тәртіп")


def test_numbers_are_cut_off():
    assert [strip_number(text) for text in ("12. Бір", "3) екі", "2-1) үш", "төрт")] == ["Бір", "екі", "үш", "төрт"]


@given(
    st.lists(
        st.tuples(st.sampled_from(["/p", "/subpoint:1", "/subpoint:2", "/subpoint:2/p"]), st.sampled_from("а;:.")),
        max_size=12,
    )
)
def test_no_paragraph_is_in_two_lists(rows):
    point = point_of(("", "5. Тәртіп:"), *rows)
    taken = [id(part) for listing in read_lists(point) for item in listing.items for part in item.paragraphs]
    assert len(taken) == len(set(taken))
    numbered = {id(part) for part in point.paragraphs if "/subpoint:" in part.path and not part.path.endswith("/p")}
    assert numbered <= set(taken)
