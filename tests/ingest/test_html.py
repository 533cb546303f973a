"""Saved pages: the act's text and nothing of the site, its anchors, links, stamps and tables."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.make import make
from corpus.page import write_page
from regkb.errors import UnreadableDocument
from regkb.ingest.html import read_html
from regkb.ingest.read import tell_kind
from regkb.normalize.clean import clean_text
from regkb.schemas.stages import RawDocument

ARTICLE = '<html><body><div class="x">Мәзір</div><div class="a text b"><article>{}</article></div></body></html>'


def read(markup: str) -> RawDocument:
    return read_html("x.html", markup.encode())


def paragraphs(document: RawDocument) -> list[tuple[str, str]]:
    return [(hint.kind, document.text[slice(*hint.span)]) for hint in document.hints]


@pytest.mark.parametrize(("language", "index"), [("kk", i) for i in range(8)] + [("ru", i) for i in range(3)])
def test_a_specimen_comes_back_word_for_word(language, index) -> None:
    specimen = make("html", index, language)
    data = write_page(specimen)
    assert tell_kind(data) == "html"
    clean = clean_text(read_html("x.html", data))
    assert [block.text for block in clean.blocks] == [paragraph.text for paragraph in specimen.act.paragraphs]
    assert not clean.diagnostics


def test_the_site_around_the_text_is_left_out() -> None:
    document = read_html("x.html", write_page(make("html", 1)))
    for furniture in ("Басты бет", "Тарихы", "Жіберу", "мәзір", "Ойдан"):
        assert furniture not in document.text


def test_hints_cover_the_text_in_order() -> None:
    document = read_html("x.html", write_page(make("html", 2)))
    end = 0
    for hint in document.hints:
        assert not document.text[end : hint.span[0]].strip()
        end = hint.span[1]
    assert not document.text[end:].strip()


def test_links_and_anchors() -> None:
    document = read(
        ARTICLE.format('<p id="z5">Осы <a name="z6"></a><a href="/kaz/docs/V1#z9"> 9-тармаққа </a>сәйкес.</p>')
    )
    assert document.text == "Осы 9-тармаққа сәйкес.\n"
    assert [(document.text[slice(*link.span)], link.target) for link in document.links] == [
        ("9-тармаққа", "/kaz/docs/V1#z9")
    ]
    assert {anchor.target: document.text[slice(*anchor.span)] for anchor in document.anchors} == {
        "#z5": "Осы 9-тармаққа сәйкес.",
        "#z6": "Осы 9-тармаққа сәйкес.",
    }


def test_white_space_is_what_a_browser_shows() -> None:
    document = read(ARTICLE.format("<p>&nbsp; &nbsp; 1.\n   Бекіт<b>ілсін</b>\n <i>және</i> тірке<b>лсін</b>.</p>"))
    assert paragraphs(document) == [("body", "1. Бекітілсін және тіркелсін.")]


def test_headings_and_what_stands_in_the_middle_or_at_the_right() -> None:
    markup = (
        '<h3>1. Жалпы ережелер</h3><p align="center"><b>2. <b>Тәртіп</b></b></p><p style="text-align: center">Үлгі</p>'
        '<p style="TEXT-ALIGN:right">№ 7 қаулысына қосымша</p><p>3. Мәтін <b>қою</b>.</p>'
    )
    assert [kind for kind, _ in paragraphs(read(ARTICLE.format(markup)))] == [
        "heading",
        "heading",
        "plain",
        "stamp",
        "body",
    ]


def test_a_stamp_beside_an_empty_cell() -> None:
    markup = "<table><tr><td>&nbsp;</td><td>Үлгі облысы әкімдігінің<br>№ 7 қаулысына<br>1-қосымша</td></tr></table>"
    assert paragraphs(read(ARTICLE.format(markup))) == [("stamp", "Үлгі облысы әкімдігінің\n№ 7 қаулысына\n1-қосымша")]


def test_a_table_is_a_row_a_paragraph() -> None:
    markup = (
        "<p>1. Кесте:</p><table><thead><tr><th>№</th><th>Атауы</th></tr></thead><tbody>"
        "<tr><td>1</td><td><p>қабылдау</p><p>және тіркеу</p></td></tr><tr><td>2</td><td></td></tr></tbody></table>"
        "<p>2. Соңы.</p>"
    )
    assert paragraphs(read(ARTICLE.format(markup))) == [
        ("body", "1. Кесте:"),
        ("table", "№ | Атауы"),
        ("table", "1 | қабылдау және тіркеу"),
        ("table", "2 | "),
        ("body", "2. Соңы."),
    ]


def test_lines_of_one_element_that_are_set_in_are_paragraphs() -> None:
    markup = "<p>&nbsp;&nbsp;&nbsp;&nbsp;1. Бірінші<br>жалғасы.<br>&nbsp;&nbsp;&nbsp;&nbsp;2. Екінші.</p>"
    assert paragraphs(read(ARTICLE.format(markup))) == [("body", "1. Бірінші\nжалғасы."), ("body", "2. Екінші.")]


def test_preformatted_text() -> None:
    markup = "<pre>      1. Бірінші\nжалғасы.\n      2. Екінші.\n\n      3. Үшінші.</pre>"
    assert [text for _, text in paragraphs(read(ARTICLE.format(markup)))] == [
        "1. Бірінші\nжалғасы.",
        "2. Екінші.",
        "3. Үшінші.",
    ]


def test_a_page_without_an_article_gives_its_fullest_part() -> None:
    text = "Мемлекеттік қызмет көрсету тәртібі. " * 8
    markup = f"<html><body><ul><li>Мәзір</li></ul><div><div><p>1. {text}</p><p>2. {text}</p></div></div></body></html>"
    assert [text[:2] for _, text in paragraphs(read(markup))] == ["1.", "2."]


def test_the_page_names_its_encoding() -> None:
    markup = (
        '<html><head><meta charset="windows-1251"></head><body><article><p>Постановление</p></article></body></html>'
    )
    assert read_html("x.html", markup.encode("cp1251")).text == "Постановление\n"
    assert read_html("x.html", markup.replace("windows-1251", "nonsense").encode()).text == "Постановление\n"


@pytest.mark.parametrize("markup", ["<html><body></body></html>", "<html><script>1</script></html>", "<html>"])
def test_no_text(markup) -> None:
    with pytest.raises(UnreadableDocument):
        read(markup)


def test_elements_too_deep_in_one_another_are_refused_or_read() -> None:
    markup = ARTICLE.format("<div>" * 5000 + "<p>Терең.</p>" + "</div>" * 5000)
    try:
        assert "Терең" in read(markup).text
    except UnreadableDocument as error:
        assert "deep" in error.reason or "no text" in error.reason


MARKUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<br>", "<a href='x'>", "</a>", "<pre>", "<h1>"]
        + ["<article>", "</article>", "<div class='text'>", "&nbsp;", "&#0;", "&lt;", "мәтін", " ", "\n", "<!--", "-->"]
    ),
    max_size=60,
)


@settings(max_examples=200)
@given(MARKUP)
def test_any_markup_gives_a_text_or_a_reason(parts) -> None:
    try:
        document = read("".join(parts))
    except UnreadableDocument as error:
        assert error.reason and error.remedy
    else:
        covered = "".join(document.text[slice(*hint.span)] for hint in document.hints)
        assert "".join(covered.split()) == "".join(document.text.split())
        for link in (*document.links, *document.anchors):
            assert document.text[slice(*link.span)].strip()


@settings(max_examples=100)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_reason(data) -> None:
    with suppress(UnreadableDocument):
        assert read_html("x.html", data).hints
