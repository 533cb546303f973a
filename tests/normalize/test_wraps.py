import pytest

from regkb.normalize.wraps import wrap_separator

CASES = [
    ("процесінің (", "іс-қимыл", ""),
    ('салуын) "', "электрондық", ""),
    ("қызметінің «", "Көл жағасы", ""),
    ("мәртебе", ", сондай-ақ", ""),
    ('газеті"', "және", " "),
    ("газеті", '" және', ""),
    ("туралы", '"Көл"', " "),
    ("Стандарттың 1-", "қосымшасына", ""),
    ("сағат 9.00-", "ден", ""),
    ("іс-", "қимыл", ""),
    ("ұзақтығы –", "15 минут", " "),
    ("ұзақтығы -", "15 минут", " "),
    ("және/", "немесе", ""),
    ("school@", "specimen.kz", ""),
    ("баланы", "(балаларды)", " "),
    ("қызмет", "көрсету", " "),
    ("", "бірінші", ""),
]


@pytest.mark.parametrize(("left", "right", "separator"), CASES)
def test_what_stands_between_two_lines(left, right, separator):
    assert wrap_separator(left, right) == separator
