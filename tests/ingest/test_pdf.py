"""PDFs: reading order, paragraphs and their kinds, places, links, furniture, whatever library wrote or reads them."""

from pathlib import Path

import pytest
from fpdf import FPDF

from corpus.layout import lay_out
from corpus.make import make
from corpus.metrics import FILES, FONTS
from corpus.pdf import write_pdf
from regkb.ingest.pdf import read_pdf
from regkb.ingest.pdf_letters import PdfiumPages, PlumberPages
from regkb.normalize.clean import clean_text
from regkb.schemas.stages import RawDocument
from tests.ingest.sheets import Sheet

LONG = "Мемлекеттік қызмет көрсету бойынша рәсімді бастауға негіздеме болып өтініш табылады"
OPENING = LONG.rsplit(" ", 1)[0]
"""As much of it as finds room behind an indent."""
SPECIMENS = [("kk", index) for index in range(10)] + [("ru", index) for index in range(4)]


def paragraphs(document: RawDocument) -> list[tuple[str, str]]:
    return [(hint.kind, " ".join(document.text[slice(*hint.span)].split())) for hint in document.hints]


@pytest.mark.parametrize(("language", "index"), SPECIMENS)
def test_a_specimen_comes_back_word_for_word(language, index) -> None:
    specimen = make("pdf", index, language)
    clean = clean_text(read_pdf("x.pdf", write_pdf(lay_out(specimen), numbered=True)))
    assert [block.text for block in clean.blocks] == [paragraph.text for paragraph in specimen.act.paragraphs]
    assert not [found for found in clean.diagnostics if found.code not in ("furniture",)]


@pytest.mark.parametrize(("language", "index"), SPECIMENS[::2])
def test_both_libraries_give_the_same_text(language, index) -> None:
    data = write_pdf(lay_out(make("pdf", index, language)))
    one, other = read_pdf("x.pdf", data, PdfiumPages), read_pdf("x.pdf", data, PlumberPages)
    assert one.text == other.text and one.hints == other.hints
    assert one.layout is not None and other.layout is not None
    assert list(one.layout.boxes) == pytest.approx(list(other.layout.boxes), abs=1.5)


def test_hints_cover_the_text_in_order() -> None:
    document = read_pdf("x.pdf", write_pdf(lay_out(make("pdf", 1))))
    end = 0
    for hint in document.hints:
        assert document.text[end : hint.span[0]].strip() == ""
        assert document.text[slice(*hint.span)].strip()
        end = hint.span[1]
    assert document.text[end:].strip() == ""


def test_each_letter_has_its_page_and_box() -> None:
    data = write_pdf(lay_out(make("pdf", 1)))
    document = read_pdf("x.pdf", data)
    layout = document.layout
    assert layout is not None and document.pages == len(layout.page_starts)
    assert len(layout.boxes) == 4 * len(document.text)
    seen = set()
    for offset, letter in enumerate(document.text):
        left, bottom, right, top = layout.box_of(offset)
        seen.add(layout.page_of(offset))
        if letter.isspace() or (letter == "|" and left == right):
            continue
        assert 0 < left < right < 595 and 0 < bottom < top < 842
    assert seen == set(range(1, document.pages + 1))


def test_kinds_of_paragraphs() -> None:
    sheet = Sheet()
    sheet.text(60, 60, "Үлгі қызметтің регламентін бекіту туралы", bold=True, size=13)
    sheet.text(60, 95, "Күшін жойған")
    sheet.text(60, 110, "Үлгі облысы әкімдігінің 2016 жылғы 2 маусымдағы № 7 қаулысы")
    sheet.text(84, 125, OPENING)
    sheet.text(60, 140, "табылады және тіркеледі;")
    sheet.text(84, 155, "2) өтінішті тіркеу.")
    sheet.text(60, 170, LONG)
    sheet.text(340, 210, "Үлгі облысы әкімдігінің")
    sheet.text(370, 225, "№ 7 қаулысына 1-қосымша")
    sheet.text(60, 260, "1. Жалпы ережелер", bold=True)
    kinds = [kind for kind, _ in paragraphs(read_pdf("x.pdf", sheet.done()))]
    assert kinds == ["heading", "plain", "plain", "body", "body", "plain", "stamp", "heading"]


def test_a_paragraph_goes_on_overleaf() -> None:
    sheet = Sheet()
    sheet.text(84, 700, OPENING)
    sheet.text(60, 715, LONG)
    sheet.turn()
    sheet.text(60, 60, "және хабарлама беріледі.")
    sheet.text(84, 75, "2. Екінші тармақ.")
    document = read_pdf("x.pdf", sheet.done())
    (_, first), (_, second) = paragraphs(document)
    assert first.endswith("өтініш табылады және хабарлама беріледі.") and second == "2. Екінші тармақ."
    assert document.layout is not None
    assert document.layout.page_of(document.text.index("және хабарлама")) == 2


@pytest.mark.parametrize(("depth", "count"), [(60, 1), (300, 2)])
def test_a_heading_goes_on_overleaf_but_not_below_a_picture(depth, count) -> None:
    heading = "Мемлекеттік көрсетілетін қызметтің бизнес-процестерінің анықтамалығы мен барлық"
    sheet = Sheet()
    sheet.text(84, 60, OPENING)
    sheet.text(60, 745, heading, bold=True)
    sheet.turn()
    sheet.text(60, depth, "Шартты белгілер", bold=True)
    sheet.turn()
    sheet.text(84, 60, OPENING)
    found = paragraphs(read_pdf("x.pdf", sheet.done()))
    assert [kind for kind, _ in found[1:-1]] == ["heading"] * count


def test_paragraphs_without_indent_end_where_their_last_line_is_short() -> None:
    sheet = Sheet()
    y = 60.0
    for text in (LONG, "бірінші абзац.", LONG, LONG, "екінші абзац."):
        sheet.text(60, y, text)
        y += 15
    texts = [text for _, text in paragraphs(read_pdf("x.pdf", sheet.done()))]
    assert texts == [f"{LONG} бірінші абзац.", f"{LONG} {LONG} екінші абзац."]


def test_the_enacting_words_may_stand_alone_in_bold_type() -> None:
    sheet = Sheet()
    sheet.text(84, 60, OPENING)
    sheet.text(60, 75, f"{OPENING} әкімдігі")
    sheet.text(60, 90, "ҚАУЛЫ ЕТЕДІ:", bold=True)
    sheet.text(84, 105, "1. Бекітілсін.")
    found = paragraphs(read_pdf("x.pdf", sheet.done()))
    assert [kind for kind, _ in found] == ["body", "body"] and found[0][1].endswith("әкімдігі ҚАУЛЫ ЕТЕДІ:")


def test_links_keep_their_words_and_addresses() -> None:
    sheet = Sheet()
    end = sheet.text(60, 60, "Стандарттың ")
    later = sheet.width("9-тармағына") + end
    sheet.text(later, 60, " сәйкес")
    sheet.text(end, 60, "9-тармағына")
    sheet.link(end, 50, later, 63, "https://adilet.example/kaz/docs/V15AE000198#z9")
    document = read_pdf("x.pdf", sheet.done())
    assert document.text.strip() == "Стандарттың 9-тармағына сәйкес"
    (link,) = document.links
    assert document.text[slice(*link.span)] == "9-тармағына"
    assert link.target == "https://adilet.example/kaz/docs/V15AE000198#z9"


def test_page_numbers_and_running_heads_are_no_text_but_are_reported() -> None:
    sheet = Sheet()
    for number in range(1, 5):
        sheet.text(200, 30, "Үлгі облысының ресми жаршысы", size=8)
        for row in range(4):
            sheet.text(84, 90 + 15 * row, f"{row + 1}. {number}-беттің мәтіні.")
        sheet.text(290, 815, f"- {number} -", size=8)
        if number < 4:
            sheet.turn()
    document = read_pdf("x.pdf", sheet.done())
    assert "жаршысы" not in document.text and "- 2 -" not in document.text
    assert len([found for found in document.diagnostics if found.code == "furniture"]) == 8
    assert len(document.hints) == 16


def test_a_number_that_counts_no_pages_stays() -> None:
    sheet = Sheet()
    sheet.text(84, 60, "1. Қызмет саны:")
    sheet.text(84, 120, "275")
    sheet.turn()
    sheet.text(84, 60, "2. Орындаушы саны:")
    sheet.text(84, 120, "12")
    assert "275" in read_pdf("x.pdf", sheet.done()).text


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_pages_that_are_turned_are_read(quarters) -> None:
    sheet = Sheet()
    canvas = sheet.canvas
    canvas.translate(297, 421)
    canvas.rotate(90 * quarters)
    canvas.translate(-297, -421)
    for row in range(3):
        sheet.text(150, 400 + 15 * row, f"{row + 1}) көрсетілетін қызметті беруші;")
    document = read_pdf("x.pdf", sheet.done())
    assert document.text.split("\n")[:3] == [f"{row}) көрсетілетін қызметті беруші;" for row in (1, 2, 3)]
    assert document.layout is not None
    box = document.layout.box_of(0)
    assert 100 < box[0] < 500 and 100 < box[1] < 700


def test_a_page_of_pictures_is_reported() -> None:
    sheet = Sheet()
    sheet.text(84, 60, "1. Бірінші бет.")
    sheet.turn()
    picture = Path(__file__).parent / "picture.png"
    sheet.canvas.drawImage(str(picture), 60, 400, 200, 200)
    document = read_pdf("x.pdf", sheet.done())
    (found,) = document.diagnostics
    assert found.code == "page_without_text" and "page 2" in found.message


# -- another program with other habits ------------------------------------------------------------------------------


def other_program(lines: list[list[str]], habit: str) -> bytes:
    """Set lines with fpdf2: words by place, letters by place, or a blank behind each letter of the last line."""
    page = FPDF(unit="pt", format=(595, 842))
    page.add_font("specimen", "", str(FONTS / FILES["regular"]))
    page.set_font("specimen", size=10)
    page.add_page()
    blank = page.get_string_width(" ")
    for number, words in enumerate(lines):
        x, y = 60.0 if number else 84.0, 60.0 + 15 * number
        last = number == len(lines) - 1
        if habit == "blanks" and last:
            page.text(x, y, " ".join(" ".join(words)))
            continue
        if habit == "spaced" and last:
            page.set_char_spacing(2.9)
            page.text(x, y, " ".join(words))
            page.set_char_spacing(0)
            continue
        late = []
        for place, word in enumerate(words):
            if habit == "letters":
                for letter in word:
                    page.text(x, y, letter)
                    x += page.get_string_width(letter) + (2.1 if last else 0)
            else:
                late.append((x, word)) if place % 3 == 1 else page.text(x, y, word)
                x += page.get_string_width(word)
            x += blank + (0 if last else 3.5) + (2.1 if habit == "letters" and last else 0)
        for at, word in late:
            page.text(at, y, word)
    return bytes(page.output())


@pytest.mark.parametrize("habit", ["words", "letters", "blanks", "spaced"])
def test_habits_of_another_program(habit) -> None:
    lines = [f"1. {LONG}".split(), LONG.split(), ["қолданысқа", "енгізілетін", "болып", "белгіленсін."]]
    document = read_pdf("x.pdf", other_program(lines, habit))
    assert " ".join(document.text.split()) == " ".join(word for line in lines for word in line)
    assert len(document.hints) == 1


def test_a_hyphen_at_a_line_end_stays() -> None:
    sheet = Sheet()
    sheet.text(84, 60, f"{OPENING.rsplit(' ', 2)[0]} осы қаулының 1-")
    sheet.text(60, 75, "қосымшасына сәйкес бекітілсін.")
    (block,) = clean_text(read_pdf("x.pdf", sheet.done())).blocks
    assert "осы қаулының 1-қосымшасына сәйкес" in block.text
