from datetime import date

import pytest

from regkb.kb.arrow import to_arrow


def test_a_column_that_a_row_lacks_is_null():
    found = to_arrow("issuer", [{"entry": 1, "number": "7"}, {"entry": 2, "date": date(2015, 7, 17)}])
    assert found.column("entry").to_pylist() == [1, 2]
    assert found.column("number").to_pylist() == ["7", None]
    assert found.column("date").to_pylist() == [None, date(2015, 7, 17)]
    assert found.column("seq").to_pylist() == [None, None]


def test_columns_apart_stand_before_what_rows_hold():
    found = to_arrow("issuer", [{"entry": 1}, {}], {"entry": (5, 6), "act_id": ("a", "b")})
    assert found.column("entry").to_pylist() == [5, 6]
    assert found.column("act_id").to_pylist() == ["a", "b"]


def test_a_table_without_rows_has_all_columns():
    found = to_arrow("issuer", [])
    assert found.num_rows == 0
    assert {"entry", "act_id", "language", "seq"} <= set(found.column_names)


def test_a_value_that_no_column_of_the_type_holds_is_refused():
    with pytest.raises(Exception, match="17"):
        to_arrow("issuer", [{"entry": "17 июля"}])
