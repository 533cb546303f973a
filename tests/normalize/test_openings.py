"""Dumps that do not set their paragraphs in by six blanks are read as those that do."""

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from regkb.extract.structure import build_structure
from regkb.schemas.stages import CleanText
from tests.normalize.damage import NONE, Damage, dump
from tests.normalize.specimen import SPECIMEN
from tests.normalize.specimen_ru import SPECIMEN_RU as RUSSIAN
from tests.normalize.test_clean import assert_trace_holds, clean

WRAPPED = {"kk": dump(SPECIMEN, NONE, seed=0), "ru": dump(RUSSIAN, NONE, seed=0)}
WHOLE = {
    language: "".join(f"\n{text}\n\n" if kind == "plain" else f"      {text}\n" for kind, text in paragraphs)
    for language, paragraphs in (("kk", SPECIMEN), ("ru", RUSSIAN))
}
HEAD = """Мысал тақырып туралы

Күшін жойған

Үлгі облысы әкімдігінің 2014 жылғы 29 сәуірдегі № 110 қаулысы. Күші жойылды - Үлгі облысы әкімдігінің 2015 жылғы 3 шілдедегі № 81 қаулысымен
"""
USUAL = f"""{HEAD}
      Ескерту. Күші жойылды - Үлгі облысы әкімдігінің 03.07.2015 № 81 қаулысымен.
      РҚАО-ның ескертпесі.
      Құжаттың мәтінінде түпнұсқаның пунктуациясы мен орфографиясы сақталған.
      «Үлгілер туралы» Қазақстан Республикасының Заңына сәйкес Үлгі облысының әкімдігі ҚАУЛЫ ЕТЕДІ:
      1. Бірінші үлгі осы қаулының қосымшасына сәйкес бекітілсін.
      2. Екінші үлгі мынадай ретпен бекітілсін:
      1) алдымен алғашқы бөлігі;
      2) сонан соң қалған бөлігі.
      3. Үшінші үлгі бекітілсін.
      4. Осы қаулы алғашқы ресми жарияланған күнінен кейін қолданысқа енгізіледі.
"""


def paths(cleaned: CleanText) -> list[tuple[str, str]]:
    return [(p.path, p.text) for p in build_structure(cleaned).paragraphs]


def codes(cleaned: CleanText) -> list[str]:
    return [found.code for found in cleaned.diagnostics]


def set_in_by(raw: str, *blanks: int) -> str:
    """Return the text with its paragraphs set in by the numbers of blanks in turn."""
    count = 0

    def indent(match: regex.Match[str]) -> str:
        nonlocal count
        count += 1
        return " " * blanks[count % len(blanks)]

    return regex.sub(r"(?m)^ {6}", indent, raw)


def with_blank_lines(raw: str) -> str:
    return regex.sub(r"\n+", "\n\n", set_in_by(raw, 0))


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("blanks", [(0,), (1,), (2,), (3,), (5,), (0, 2, 3), (0, 2, 3, 6)], ids=str)
def test_acts_of_a_line_a_paragraph_are_read_whatever_their_indents(language, blanks):
    cleaned = clean(set_in_by(WHOLE[language], *blanks))
    assert paths(cleaned) == paths(clean(WHOLE[language]))
    assert codes(cleaned) == ["indents_inferred"]
    assert_trace_holds(cleaned)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_acts_with_a_blank_line_between_any_two_paragraphs_are_read(language):
    cleaned = clean(with_blank_lines(WHOLE[language]))
    assert paths(cleaned) == paths(clean(WHOLE[language]))
    assert_trace_holds(cleaned)


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("blanks", [1, 2, 3, 5])
def test_acts_with_broken_lines_are_read_by_the_indent_that_they_have(language, blanks):
    cleaned = clean(set_in_by(WRAPPED[language], blanks))
    assert paths(cleaned) == paths(clean(WRAPPED[language]))
    assert codes(cleaned) == ["indents_inferred"]
    assert_trace_holds(cleaned)


def test_a_full_line_that_ends_a_sentence_without_indent_is_reported():
    raw = "Мысал туралы\n\nҮлгі облысының әкімдігі ҚАУЛЫ ЕТЕДІ:\n1. Бірінші үлгі бекітілсін. {}\nЕкінші үлгі бекітілсін.\n"
    assert codes(clean(raw.format("Осы үлгі қоса беріліп отыр және жарияланады."))) == [
        "indents_inferred",
        "paragraph_unclear",
    ]
    assert codes(clean(raw.format(""))) == ["indents_inferred"]


@pytest.mark.parametrize(
    "overleaf", ["Регламенттің 6-тармағында көзделген жағдайда", "№ 4-1/416 бұйрығымен бекітілген"]
)
def test_a_page_that_breaks_a_sentence_opens_nothing_where_nothing_is_set_in(overleaf):
    point = "2. Екінші үлгі осы қаулының қосымшасына сәйкес және осы үлгі бойынша"
    raw = f"""Мысал туралы

Үлгі облысының әкімдігі ҚАУЛЫ ЕТЕДІ:
1. Бірінші үлгі бекітілсін.
{point}



{overleaf} қоса беріледі.
3. Үшінші үлгі бекітілсін.



4. Төртінші үлгі бекітілсін.
"""
    assert ("point:2", f"{point} {overleaf} қоса беріледі.") in paths(clean(raw))


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_dumps_with_the_usual_indent_are_not_touched(language):
    for raw in (WHOLE[language], WRAPPED[language], USUAL):
        assert clean(raw).diagnostics == ()


@pytest.mark.parametrize("blanks", range(6))
@pytest.mark.parametrize("opening", ["Ескерту.", "РҚАО", "Құжаттың", "«Үлгілер"])
def test_a_note_or_a_preamble_with_too_few_blanks_is_no_part_of_the_info_line(opening, blanks):
    cleaned = clean(USUAL.replace("      " + opening, " " * blanks + opening))
    assert paths(cleaned) == paths(clean(USUAL))
    assert_trace_holds(cleaned)


def test_the_remark_on_an_author_s_spelling_is_a_note():
    remark = "Мәтінде авторлық орфография және пунктуация сақталған."
    raw = regex.sub(r"Құжаттың [^.]*\.", remark, USUAL)
    assert remark in raw and [path for path, _ in paths(clean(raw))] == [path for path, _ in paths(clean(USUAL))]


@pytest.mark.parametrize("blanks", range(1, 6))
@pytest.mark.parametrize("number", ["1) алдымен", "2)", "3.", "4."])
def test_a_provision_with_too_few_blanks_keeps_its_place(number, blanks):
    cleaned = clean(USUAL.replace("      " + number, " " * blanks + number))
    assert paths(cleaned) == paths(clean(USUAL))


def test_a_point_at_the_margin_between_two_points_keeps_its_place():
    assert paths(clean(USUAL.replace("      3.", "3."))) == paths(clean(USUAL))


def test_a_heading_at_the_margin_stays_a_heading():
    annex = "\nҮлгі облысы әкімдігінің\n2014 жылғы 29 сәуірдегі\n№ 110 қаулысына\n1-қосымша\n\nҮлгі регламенті\n"
    for dot in ("", "."):
        raw = f"{USUAL}{annex}\n1. Жалпы ережелер{dot}\n\n      1. Бірінші.\n\n 2. Қызмет тәртібі{dot}\n\n      2. Екінші.\n"
        found = [path for path, _ in paths(clean(raw)) if "section" in path]
        assert found[::2] == ["annex:1/section:1/heading", "annex:1/section:2/heading"]


def test_a_title_on_narrow_lines_with_blank_lines_between_is_one():
    title = "Үлгі облысы әкімдігінің\n\n2015 жылғы 17 шілдедегі\n\n№ 212/7 қаулысына\n\nөзгерістер енгізу туралы"
    preamble = "«Үлгілер туралы» Заңның 16-бабы 3-тармағына сәйкес Үлгі облысының әкімдігі ҚАУЛЫ ЕТЕДІ:"
    assert paths(clean(f"{title}\n\n{preamble}\n")) == [
        ("title", title.replace("\n\n", " ")),
        ("preamble", preamble),
    ]


def test_the_state_above_the_body_is_part_of_a_stamp():
    stamp = (
        "Қазақстан Республикасы\n\nҮлгі істер министрінің\n\n2014 жылғы 3 наурыздағы\n\n№ 134 бұйрығына\n\n1-қосымша"
    )
    cleaned = clean(f"{USUAL}\n{stamp}\n\nҮлгі регламенті\n\n      1. Бірінші үлгі.\n")
    assert ("annex:1/stamp", stamp.replace("\n\n", " ")) in paths(cleaned)


def test_a_long_text_without_provisions_is_reported():
    assert codes(clean("Мысал туралы\n\n" + "үлгі мәтіні " * 400)) == ["provisions_unread"]
    assert codes(clean(HEAD)) == []


@settings(max_examples=30)
@given(st.integers(0, 10**9), st.lists(st.integers(0, 7), min_size=1, max_size=4))
def test_nothing_is_lost_whatever_the_indents_of_a_damaged_dump(seed, blanks):
    assert_trace_holds(clean(set_in_by(dump(SPECIMEN, Damage(), seed), *blanks)))
