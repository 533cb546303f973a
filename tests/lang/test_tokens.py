import pytest

from regkb.lang.tokens import load_tokenizer


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Заңның 19-1-бабына сәйкес", ["Заңның", "19-1-бабына", "сәйкес"]),
        ("№198 бұйрығымен", ["№", "198", "бұйрығымен"]),
        ("рәсім (іс-қимыл) –", ["рәсім", "(", "іс-қимыл", ")", "–"]),
        ("«Үлгі» облысы;", ["«", "Үлгі", "»", "облысы", ";"]),
        ("қайтарылады,рәсімнің", ["қайтарылады", ",", "рәсімнің"]),
    ],
)
def test_kazakh_tokens(text, tokens):
    assert [token.text for token in load_tokenizer("kk")(text)] == tokens


def test_russian_tokens():
    assert [token.text for token in load_tokenizer("ru")("пункт 5, абзац")] == ["пункт", "5", ",", "абзац"]
