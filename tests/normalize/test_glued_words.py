import pytest

from tests.normalize.cleaning import clean, texts
from tests.normalize.test_clean import assert_trace_holds

KAZAKH = "      1. Қызметті бақ басқармасы көрсетеді, жауапты орындаушысы көшетті береді.\n"
RUSSIAN = "      1. Услугу оказывает управление сада, ответственный исполнитель выдает саженец выше указанный.\n"


@pytest.mark.parametrize(
    ("known", "glued", "parted"),
    [
        (KAZAKH, "2. Оны жауаптыорындаушысы өлшейді.", "2. Оны жауапты орындаушысы өлшейді."),
        (KAZAKH, "2. Оны (жауаптыорындаушысы) өлшейді.", "2. Оны (жауапты орындаушысы) өлшейді."),
        (KAZAKH, "2. Оны Жауаптыорындаушысы, өлшейді.", "2. Оны Жауапты орындаушысы, өлшейді."),
        (RUSSIAN, "2. Его сажает ответственныйисполнитель.", "2. Его сажает ответственный исполнитель."),
        # the words do not stand one behind the other, a half is no word of the document, or it is a word itself
        (KAZAKH, "2. Оны бақкөшетті өлшейді.", "2. Оны бақкөшетті өлшейді."),
        (KAZAKH, "2. Оны жауаптымаман өлшейді.", "2. Оны жауаптымаман өлшейді."),
        (RUSSIAN, "2. Его сажает садовыйисполнитель.", "2. Его сажает садовыйисполнитель."),
        (
            RUSSIAN,
            "2. Сажает вышеуказанный сад, вышеуказанный и растет.",
            "2. Сажает вышеуказанный сад, вышеуказанный и растет.",
        ),
    ],
)
def test_words_that_lost_their_blank_are_parted(known, glued, parted):
    cleaned = clean(f"{known}      {glued}\n")
    assert texts(cleaned)[-1] == parted
    assert ["lost_blank"] * (glued != parted) == [repair.rule for repair in cleaned.repairs]
    assert_trace_holds(cleaned)
