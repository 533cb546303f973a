import pytest

from regkb.errors import UnreadableDocument
from regkb.extract.act import extract_act
from regkb.extract.structure import build_structure
from regkb.normalize.clean import clean_text
from regkb.schemas.record import Act
from regkb.schemas.stages import RawDocument


def read(raw: str) -> Act:
    return extract_act(build_structure(clean_text(RawDocument("specimen.txt", "0" * 64, "text", raw))))


TITLE = "Үлгі облысы әкімдігінің 2015 жылғы 17 шілдедегі № 212/7 қаулысына өзгерістер енгізу туралы"
PREAMBLE = (
    "Қазақстан Республикасының 2013 жылғы 15 сәуірдегі «Үлгілер туралы» Заңының 16-бабы 3-тармағына сәйкес "
    "Үлгі облысының әкімдігі ҚАУЛЫ ЕТЕДІ:"
)


@pytest.mark.parametrize("indent", ["", "  ", "      "])
@pytest.mark.parametrize("rest", ["", "1. Бірінші үлгі бекітілсін.\n"])
def test_a_draft_without_a_header_has_no_issuer_of_the_law_that_it_cites(indent, rest):
    act = read(f"{TITLE}\n\n{indent}{PREAMBLE}\n{indent if rest else ''}{rest}")
    assert (act.type, act.issuer, act.number, act.date) == (None, None, None, None)
    assert act.title == TITLE
    assert [p.path for p in act.paragraphs][:2] == ["title", "preamble"]
    assert "header_missing" in {found.code for found in act.diagnostics}


def test_a_text_that_neither_enacts_nor_has_provisions_is_no_act():
    with pytest.raises(UnreadableDocument):
        read("Мысал мәтін туралы\n\n      Үлгі облысында жаңа мектеп ашылды.\n")


def test_a_stamp_and_a_regulation_alone_have_no_issuer():
    body = "«Үлгілер беру» қызметін " + "облыстың түрлі басқармалары мен бөлімдері " * 20 + "көрсетеді."
    act = read(
        "Үлгі облысы\nәкімдігінің\n2016 жылғы «14» наурыздағы\n№ 74 қаулысымен бекітілген\n\n«Үлгілер беру» қызметі\n"
        f"регламенті\n\n1. Жалпы ережелер\n\n1. {body}\nӨтінішті қабылдауды орталық жүзеге асырады.\n"
    )
    assert (act.issuer, act.number, act.date) == (None, None, None)
    assert "issuer_unread" in {found.code for found in act.diagnostics}
    assert ("point:1", f"1. {body}") in [(p.path, p.text) for p in act.paragraphs]


LATIN = "1. Bürşık şahar ağaştaryn kütu turaly qağidalar osy qaulynyñ qosymşasyna säikes bekıtılsın jäne oryndalsyn.\n"


def test_a_text_in_latin_script_is_refused():
    head = "Ülgı oblysynyñ äkımdıgı turaly\n\nÜlgı oblysy äkımdıgınıñ 2022 jylğy 2 mausymdağy № 75 qaulysy.\n\n      "
    with pytest.raises(UnreadableDocument) as caught:
        read(f"{head}{LATIN}      2. Осы қаулы қолданысқа енгізіледі.\n")
    assert caught.value.reason == "the text is in Latin script, which is not read"


def test_a_paragraph_in_latin_script_is_told():
    act = read(f"{TITLE}\n\n      {PREAMBLE}\n      1. Бірінші үлгі бекітілсін.\n      {LATIN.replace('1.', '2.')}")
    assert [found.at for found in act.diagnostics if found.code == "latin_script"] == ["point:2"]


def test_an_address_is_no_paragraph_in_latin_script():
    act = read(f"{TITLE}\n\n      {PREAMBLE}\n      1. Сайт: www.ulgi-oblysy-akimdigi.kz; пошта: office@ulgi.kz.\n")
    assert "latin_script" not in {found.code for found in act.diagnostics}
