import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.extract.noun_phrases import find_sentence_end

SENTENCES = [
    ("маман тіркейді. Содан кейін", "маман тіркейді", "."),
    ("қабылдау          . Содан кейін", "қабылдау", "."),
    ("«Үлгі»; басшы", "«Үлгі»", ";"),
    ("Б. Үлгібаев қабылдайды. Маман", "Б. Үлгібаев қабылдайды", "."),
    ("3. маман тіркейді; басшы", "3. маман тіркейді", ";"),
    ("көл.kz порталы: маман", "көл.kz порталы", ":"),
    ("(тіркеу). Маман", "(тіркеу)", "."),
    (". маман", ". маман", ""),
    ("маман тіркейді", "маман тіркейді", ""),
]


@pytest.mark.parametrize(("text", "sentence", "sign"), SENTENCES)
def test_the_end_of_the_first_sentence(text, sentence, sign):
    end, behind = find_sentence_end(text)
    assert text[:end] == sentence
    assert text[end:behind].strip() == sign


@given(st.text(st.sampled_from('аб1) ".;:»')))
def test_the_sign_stands_between_the_two_ends(text):
    end, behind = find_sentence_end(text)
    assert (end, behind) == (len(text), len(text)) or text[end:behind].strip() in (".", ";", ":")
