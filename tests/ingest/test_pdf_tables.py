"""Ruled tables: a row a paragraph, cells in order, over page breaks too."""

from regkb.ingest.pdf import read_pdf
from tests.ingest.sheets import Sheet

XS = [60.0, 90.0, 300.0, 530.0]


def rows(data: bytes) -> list[str]:
    document = read_pdf("x.pdf", data)
    hints = [hint for hint in document.hints if hint.kind == "table"]
    return [" ".join(document.text[slice(*hint.span)].split()) for hint in hints]


def put(sheet: Sheet, y: float, *cells: str) -> None:
    for x, cell in zip(XS, cells, strict=False):
        for number, line in enumerate(cell.split("\n")):
            sheet.text(x + 4, y + 14 + 12 * number, line, size=9)


def test_cells_of_several_lines_do_not_run_into_each_other() -> None:
    sheet = Sheet()
    sheet.text(84, 60, "1. Төмендегі кесте:")
    sheet.grid(XS, [80, 120, 160])
    put(sheet, 80, "№", "Рәсімнің\nатауы", "Мерзімі")
    put(sheet, 120, "1", "құжаттарды\nқабылдау", "15 минуттан\nаспайды")
    sheet.text(84, 200, "2. Кестеден кейін.")
    data = sheet.done()
    assert rows(data) == ["№ | Рәсімнің атауы | Мерзімі", "1 | құжаттарды қабылдау | 15 минуттан аспайды"]
    kinds = [hint.kind for hint in read_pdf("x.pdf", data).hints]
    assert kinds == ["body", "table", "table", "body"]


def test_a_row_that_the_page_break_cuts_is_one() -> None:
    sheet = Sheet()
    sheet.grid(XS, [700, 740, 790])
    put(sheet, 700, "1", "қабылдау", "15 минут")
    put(sheet, 740, "2", "құжаттардың\nтолықтығын", "екі жұмыс")
    sheet.turn()
    sheet.grid(XS, [60, 90, 120])
    put(sheet, 60, "", "тексеру", "күні ішінде")
    put(sheet, 90, "3", "нәтижені беру", "20 минут")
    assert rows(sheet.done()) == [
        "1 | қабылдау | 15 минут",
        "2 | құжаттардың толықтығын тексеру | екі жұмыс күні ішінде",
        "3 | нәтижені беру | 20 минут",
    ]


def test_a_table_that_begins_anew_overleaf_keeps_its_rows() -> None:
    sheet = Sheet()
    sheet.grid(XS, [740, 790])
    put(sheet, 740, "1", "қабылдау", "15 минут")
    sheet.turn()
    sheet.grid(XS, [60, 90])
    put(sheet, 60, "2", "беру", "20 минут")
    assert rows(sheet.done()) == ["1 | қабылдау | 15 минут", "2 | беру | 20 минут"]


def test_a_frame_around_text_is_no_table() -> None:
    sheet = Sheet()
    sheet.grid([60.0, 530.0], [50, 120])
    sheet.text(84, 80, "1. Жақтаудағы мәтін.")
    document = read_pdf("x.pdf", sheet.done())
    assert [hint.kind for hint in document.hints] == ["body"]


def test_letters_of_a_cut_row_have_no_place_on_the_first_page() -> None:
    sheet = Sheet()
    sheet.grid(XS, [740, 790])
    put(sheet, 740, "1", "екі бетте", "жалғасқан")
    sheet.turn()
    sheet.grid(XS, [60, 90])
    put(sheet, 60, "", "тұрған", "жол")
    document = read_pdf("x.pdf", sheet.done())
    assert document.layout is not None
    at = document.text.index("тұрған")
    assert document.layout.page_of(at) == 1 and document.layout.box_of(at) == (0, 0, 0, 0)
    assert document.layout.box_of(document.text.index("екі"))[2] > 0
