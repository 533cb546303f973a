"""Pages: what is drawn in which order, what the extractor makes of it, and that a PDF's letters say the same."""

import io

import pdfplumber
import pytest
from reportlab.pdfbase import pdfmetrics

from corpus.extractor import Glyphs, dump, extract
from corpus.layout import LEFT, STRETCH_TO, TEXT_WIDTH, lay_out
from corpus.make import make
from corpus.metrics import letter_widths
from corpus.pdf import FONT_NAMES, register_fonts, write_pdf
from corpus.phrase import Written
from corpus.specimen import Passage, Specimen


def specimen(*passages: Passage) -> Specimen:
    template = make("tests", 1)
    return Specimen(template.plan, passages, template.act)


def body(text: str, *links: str, stretched: bool = False) -> Passage:
    spans = tuple((text.index(link), text.index(link) + len(link)) for link in links)
    return Passage("point:1", Written(text, links=spans), "body", stretched)


def latin_free(text: str) -> str:
    return text.replace("i", "і")


def test_a_link_is_drawn_after_its_line_and_leaves_two_blanks() -> None:
    text = "1. Осы қаулының 1-қосымшасына сәйкес жаңа редакцияда баяндалсын."
    dumped = latin_free(dump(lay_out(specimen(body(text, "1-қосымшасына")))))
    assert "      1. Осы қаулының  сәйкес жаңа редакцияда баяндалсын.1-қосымшасына" in dumped


def test_a_link_at_the_start_of_a_line_leaves_an_empty_line_before_it() -> None:
    link = "Стандарттың тармағына"
    text = f"1. қызмет көрсету тәртібі мен мерзімдері туралы мәліметтер осы құжатта {link} сәйкес болады."
    lines = latin_free(dump(lay_out(specimen(body(text, link))))).split("\n")
    assert lines[2:4] == ["", " сәйкес болады.Стандарттың тармағына"]


def test_a_stretched_last_line_comes_out_letter_by_letter() -> None:
    dumped = latin_free(dump(lay_out(specimen(body("1) өтінішті тіркеу;", stretched=True)))))
    assert "ө т і н і ш т і  т і р к е у ;" in dumped


def test_a_line_that_needs_little_stretch_comes_out_in_pieces() -> None:
    text = "өтінішті тіркейді және береді;"
    dumped = latin_free(dump(lay_out(specimen(body(text, stretched=True)))))
    assert dumped.strip() == "өт ін ішт і  т іркейд і  және  беред і ;"


def test_a_stretched_line_reaches_its_measure() -> None:
    page = lay_out(specimen(body("өтінішті тіркеу;", stretched=True)))[0]
    show = page.shows[-1]
    width = sum(letter_widths("regular")[letter] for letter in show.text) * show.size / 1000
    end = show.x + width + len(show.text) * show.letter_space
    assert end == pytest.approx(LEFT + TEXT_WIDTH * STRETCH_TO, abs=2)


def test_bold_words_are_drawn_last() -> None:
    text = "Заңына сәйкес облыс әкімдігі ҚАУЛЫ ЕТЕДІ:"
    passage = Passage("preamble", Written(text, links=((0, 6),), bold=((29, 40),)), "body")
    shows = [latin_free(show.text) for show in lay_out(specimen(passage))[0].shows]
    assert shows[-2:] == ["Заңына", "ҚАУЛЫ ЕТЕДІ"]


def test_the_extractor_opens_lines_by_place_alone() -> None:
    def glyph(x: float, y: float, text: str, page: int = 0) -> Glyphs:
        return Glyphs(page, x, x + 5 * len(text), y, 10, text, 5)

    assert extract([glyph(0, 100, "а"), glyph(20, 100, "б")]) == "\nа б\n "
    assert extract([glyph(0, 100, "а"), glyph(0, 83, "б")]) == "\nа\nб\n "
    assert extract([glyph(0, 100, "а"), glyph(0, 50, "б")]) == "\nа\n\nб\n "
    assert extract([glyph(0, 100, "а"), glyph(40, 83, "б")]) == "\nа\n\nб\n "
    assert extract([glyph(0, 100, "а"), glyph(0, 700, "б", page=1)]) == "\nа\n\n\n\nб\n "


@pytest.mark.parametrize(("index", "language"), [(0, "kk"), (1, "kk"), (5, "kk"), (2, "ru"), (5, "ru")])
def test_the_dump_is_what_the_extractor_reads_from_the_pdf(index, language) -> None:
    """Letters come from the PDF in the order of drawing; the fast way over runs must write the same."""
    pages = lay_out(make("tests", index, language))
    glyphs = []
    with pdfplumber.open(io.BytesIO(write_pdf(pages))) as document:
        for number, page in enumerate(document.pages):
            for char in page.chars:
                x, y = char["matrix"][4:]
                glyphs.append(Glyphs(number, x, char["x1"], y, char["size"], char["text"], char["x1"] - char["x0"]))
    assert extract(glyphs) == dump(pages)


def test_page_numbers_are_marked_as_no_part_of_the_text() -> None:
    pages = lay_out(make("tests", 1))
    with pdfplumber.open(io.BytesIO(write_pdf(pages, numbered=True))) as document:
        marked = [char["text"] for char in document.pages[0].chars if char["tag"] == "Artifact"]
    assert marked == ["1"]


def test_widths_are_those_of_the_fonts() -> None:
    register_fonts()
    for face, name in FONT_NAMES.items():
        for letter, width in letter_widths(face).items():
            assert pdfmetrics.stringWidth(letter, name, 1000) == pytest.approx(width, abs=0.01)


def test_the_same_pages_give_the_same_bytes() -> None:
    pages = lay_out(make("tests", 1))
    assert write_pdf(pages) == write_pdf(lay_out(make("tests", 1)))
