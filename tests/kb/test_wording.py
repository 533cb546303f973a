import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.kb.wording import Line, NotApplicable, Run, Wording, place_of
from regkb.schemas.record import Locator, Paragraph

NEW = "/akn/kz/act/resolution/ulgi/2016-06-02/275"


@pytest.fixture
def wording():
    return Wording.of(
        [
            Paragraph(path="point:1", text="1. Бекітілсін."),
            Paragraph(path="annex:1/title", text="Регламент"),
            Paragraph(path="annex:1/section:1/point:1", text="1. Қызмет тегін көрсетіледі."),
            Paragraph(path="annex:1/section:1/point:1/p", text="Нысаны – қағаз."),
            Paragraph(path="annex:1/section:2/point:5", text="5. Мазмұны:"),
            Paragraph(path="annex:1/section:2/point:5/subpoint:1", text="1) қабылдау – 15 минут;"),
            Paragraph(path="annex:1/section:2/point:5/subpoint:2", text="2) беру – 15 минут."),
            Paragraph(path="annex:1/section:2/point:6", text="6. Соңы."),
        ]
    )


def texts(wording):
    return [(line.path, line.text) for line in wording.lines]


def test_words_give_way_wherever_they_stand_and_keep_their_source(wording):
    wording.replace_words("annex:1/point:5", "15 минут", "бір сағат", NEW)
    assert [line.text for line in wording.lines[5:7]] == ["1) қабылдау – бір сағат;", "2) беру – бір сағат."]
    assert wording.lines[5].runs == (Run("1) қабылдау – "), Run("бір сағат", NEW), Run(";"))


def test_only_whole_words_are_found(wording):
    with pytest.raises(NotApplicable, match="has no «тегі»"):
        wording.replace_words("annex:1/point:1", "тегі", "ақылы", NEW)


def test_words_behind_words(wording):
    wording.insert_after("annex:1/point:1", "Қызмет", "порталда", NEW)
    wording.insert_after("annex:1/point:1", "тегін", ", кезексіз", NEW)
    assert wording.lines[2].text == "1. Қызмет порталда тегін, кезексіз көрсетіледі."


def test_words_that_stand_twice_are_no_place(wording):
    with pytest.raises(NotApplicable, match="2 times, not once"):
        wording.insert_after("annex:1/point:5", "15 минут", "ішінде", NEW)


def test_words_go_with_their_space(wording):
    wording.delete_words("annex:1/point:1", "тегін", NEW)
    assert wording.lines[2].text == "1. Қызмет көрсетіледі."


def test_words_at_the_end(wording):
    wording.append_words("annex:1/point:6", "және қайта", NEW)
    assert wording.lines[7].text == "6. Соңы және қайта."


def test_a_point_in_new_words_with_its_own_subpoints(wording):
    wording.replace_provision("annex:1/point:5", "5. Жаңа мазмұны:\n1) бірі;\nжалғасы;\n2) екіншісі.", NEW)
    assert texts(wording)[4:] == [
        ("annex:1/section:2/point:5", "5. Жаңа мазмұны:"),
        ("annex:1/section:2/point:5/subpoint:1", "1) бірі;"),
        ("annex:1/section:2/point:5/subpoint:1/p", "жалғасы;"),
        ("annex:1/section:2/point:5/subpoint:2", "2) екіншісі."),
        ("annex:1/section:2/point:6", "6. Соңы."),
    ]
    assert {run.act_id for line in wording.lines[4:8] for run in line.runs} == {NEW}


def test_a_new_point_stands_behind_the_one_before_it(wording):
    wording.add_provision("annex:1/point:5-1", "5-1. Қосымша.", NEW)
    assert texts(wording)[6:9] == [
        ("annex:1/section:2/point:5/subpoint:2", "2) беру – 15 минут."),
        ("annex:1/section:2/point:5-1", "5-1. Қосымша."),
        ("annex:1/section:2/point:6", "6. Соңы."),
    ]
    with pytest.raises(NotApplicable, match="is there already"):
        wording.add_provision("annex:1/point:5-1", "5-1. Тағы.", NEW)


def test_a_new_subpoint(wording):
    wording.add_provision("annex:1/point:5/subpoint:3", "3) тіркеу.", NEW)
    assert texts(wording)[7] == ("annex:1/section:2/point:5/subpoint:3", "3) тіркеу.")


def test_a_provision_goes_and_its_number_stays(wording):
    wording.delete_provision("annex:1/point:5", NEW)
    assert wording.lines[4] == Line("annex:1/section:2/point:5", (), removed_by=NEW)
    assert len(wording.lines) == 6
    with pytest.raises(NotApplicable, match="has no annex:1/point:5"):
        wording.replace_words("annex:1/point:5", "а", "б", NEW)


def test_paragraphs_of_a_point(wording):
    wording.replace_paragraph("annex:1/point:1", 2, "Нысаны – электрондық.", NEW)
    wording.add_paragraph("annex:1/point:1", 3, "Мерзімі – бір күн.", NEW)
    assert texts(wording)[2:5] == [
        ("annex:1/section:1/point:1", "1. Қызмет тегін көрсетіледі."),
        ("annex:1/section:1/point:1/p", "Нысаны – электрондық."),
        ("annex:1/section:1/point:1/p", "Мерзімі – бір күн."),
    ]
    with pytest.raises(NotApplicable, match="has 3 paragraphs"):
        wording.delete_paragraph("annex:1/point:1", 4, NEW)


def test_paragraphs_beside_subpoints_are_not_counted(wording):
    with pytest.raises(NotApplicable, match="has subpoints"):
        wording.replace_paragraph("annex:1/point:5", 2, "Басқа.", NEW)


def test_an_annex_by_an_annex(wording):
    others = [Paragraph(path="annex:3/title", text="Жаңа"), Paragraph(path="annex:3/point:1", text="1. Бәрі.")]
    wording.replace_annex("annex:1", others, NEW)
    assert texts(wording) == [
        ("point:1", "1. Бекітілсін."),
        ("annex:1/title", "Жаңа"),
        ("annex:1/point:1", "1. Бәрі."),
    ]


def test_what_stands_at_two_places_is_no_place():
    twice = Wording.of(
        [Paragraph(path=path, text="а") for path in ("annex:1/point:1", "annex:1/point:2", "annex:1/point:1")]
    )
    with pytest.raises(NotApplicable, match="more than once"):
        twice.delete_provision("annex:1/point:1", NEW)


def test_an_instruction_that_fails_changes_nothing(wording):
    before = list(wording.lines)
    for attempt in (
        lambda: wording.replace_words("annex:1/point:1", "жоқ", "бар", NEW),
        lambda: wording.delete_words("annex:9", "а", NEW),
        lambda: wording.add_provision("annex:7/point:1", "1. а", NEW),
        lambda: wording.add_paragraph("annex:1/point:1", 9, "а", NEW),
    ):
        with pytest.raises(NotApplicable):
            attempt()
    assert wording.lines == before


def test_places_of_a_locator():
    assert place_of(Locator(point=["5", "6"], subpoint="1"), "annex:1") == [
        "annex:1/point:5/subpoint:1",
        "annex:1/point:6/subpoint:1",
    ]
    assert place_of(Locator(annex="2"), "") == ["annex:2"]
    with pytest.raises(NotApplicable):
        place_of(Locator(article="5"), "")


@given(st.text("аб ", max_size=12), st.data())
def test_words_put_into_a_line_stand_there_and_nowhere_else(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line = Line("point:1", (Run(text[:3]), Run(text[3:], "x"))).with_words(start, end, "жаңа", NEW)
    assert line.text == text[:start] + "жаңа" + text[end:]
    assert [run for run in line.runs if run.act_id == NEW] == [Run("жаңа", NEW)]
    again = line.with_words(0, len(line.text), "", NEW)
    assert again.runs == ()
