import pytest

from regkb.extract.brackets import length_inside_bracket


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("талон (жетон), 5 минут); хат", "талон (жетон), 5 минут"),
        ("талон); хат)", "талон"),
        ("талон (жетон); хат", "талон (жетон); хат"),
        ("", ""),
    ],
)
def test_how_far_a_text_stands_in_a_bracket(text, inside):
    assert text[: length_inside_bracket(text)] == inside
