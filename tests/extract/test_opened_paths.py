import pytest

from regkb.extract.opened_paths import find_opened, open_path


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("point:1", "act"),
        ("point:1/subpoint:1", "regulation"),
        ("point:1/subpoint:1/p", "regulation"),
        ("point:1/subpoint:2", "act"),
        ("point:1/subpoint:10", "act"),
        ("point:2", None),
    ],
)
def test_what_was_opened_last_holds_for_what_stands_under_it(path, found):
    opened: dict[str, str] = {}
    open_path(opened, "point:1", "act")
    open_path(opened, "point:1/subpoint:1", "regulation")
    assert find_opened(opened, path) == found


def test_a_place_opened_again_comes_last():
    opened: dict[str, str] = {}
    for path, value in [("point:1", "first"), ("point:1/p", "between"), ("point:1", "again")]:
        open_path(opened, path, value)
    assert find_opened(opened, "point:1/subpoint:1") == "again"
