import pytest

from regkb.extract.citations import Citation
from regkb.extract.noun_brackets import add_brackets, read_brackets
from regkb.extract.sides import CitedText
from regkb.schemas.record import ActRef


@pytest.mark.parametrize(
    ("language", "text", "number", "published"),
    [
        ("kk", "№ 5 қаулысының| (тізілімде № 79 тіркелген, 2015 жылғы 1 қазанда «Үлгі» газетінде жарияланған)", "79",
         ("2015 жылғы 1 қазанда «Үлгі» газетінде жарияланған",)),
        ("kk", "№ 5 қаулысының| (тізілімде № 79 тіркелген) (2015 жылғы 1 қазанда «Үлгі» газетінде жарияланған)", "79",
         ("2015 жылғы 1 қазанда «Үлгі» газетінде жарияланған",)),
        ("kk", "№ 5 қаулысының| күші жойылсын (тізілімде № 79 тіркелген)", "79", ()),
        ("kk", "№ 5 қаулысының| және бұйрықтың (тізілімде № 79 тіркелген)", None, ()),
        ("kk", "№ 5 қаулысының| және бұдан кейін қабылданған, осы жерде аталмаған өзге құжаттың (тізілімде № 79 тіркелген)",
         None, ()),
        ("kk", "№ 5 қаулысының| (бұдан әрі – Қаулы)", None, ()),
        # a bracket that is never closed ends where another act is named
        ("kk", "№ 5 қаулысының| (тізілімде № 79 тіркелген, «Үлгі» газетінде жарияланған, № 6 қаулысының (тізілімде № 80 тіркелген)",
         "79", ()),
        ("ru", "приказ № 5| (зарегистрирован в Реестре 28 сентября 2012 года № 79, опубликован «Узоры» от 7 ноября 2012 г. № 3.",
         "79", ()),
        ("ru", "приказ № 5| (далее – Узор, приказ № 6 (зарегистрирован в Реестре за № 80).", None, ()),
    ],
)  # fmt: skip
def test_registration_and_publication_behind_a_noun(language, text, number, published):
    before, _, after = text.partition("|")
    citation = Citation(ActRef(type="resolution", number="5"), 0, len(before))
    told = add_brackets(citation, CitedText(before + after, language))
    assert (told.ref.registration_number, told.publications) == (number, published)


def test_a_number_that_is_known_stays():
    citation = Citation(ActRef(type="resolution", registration_number="78"), 0, 1)
    assert add_brackets(citation, CitedText("қ (тізілімде № 79 тіркелген)", "kk")).ref.registration_number == "78"


@pytest.mark.parametrize(
    ("text", "wanted", "rest"),
    [
        (" (а) (б (в) г) д", ["а", "б (в) г"], " д"),
        (" а (б)", [], " а (б)"),
        (" (а", [], " (а"),
    ],
)
def test_brackets_in_a_row(text, wanted, rest):
    brackets, end = read_brackets(text, 0)
    assert (brackets, text[end:]) == (wanted, rest)
