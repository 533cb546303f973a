import json
import shutil
import subprocess

import pytest
from lxml import html

from regkb.present.marks import collect_marks
from regkb.present.page import make_page
from tests.present.specimen import make_act

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
in_browser = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed here")


@pytest.fixture(scope="module")
def made():
    act, raw = make_act()
    marks = collect_marks(act)
    return act, raw, marks, make_page(act, marks, raw)


def test_the_text_stands_as_it_is(made):
    act, _, _, page = made
    shown = [element.text_content() for element in by_class(html.fromstring(page), "clean")]
    assert shown == [paragraph.text for paragraph in act.paragraphs]


def test_each_mark_has_its_fact_and_its_raw_source(made):
    act, raw, marks, page = made
    facts = json.loads(html.fromstring(page).get_element_by_id("facts").text)
    assert len(facts) == len(marks)
    for fact, mark in zip(facts, marks, strict=True):
        said = act.paragraphs[mark.paragraph].text[slice(*mark.span)]
        quoted = "".join(text for text, inside in fact["raw"] if inside)
        assert "".join(quoted.split()) == "".join(said.split())
        assert "".join(text for text, _ in fact["raw"]) in raw


def test_the_page_needs_nothing_else(made):
    page = made[3]
    assert "default-src 'none'" in page
    tree = html.fromstring(page)
    assert not tree.xpath("//*[@src] | //link | //@href")


def test_no_text_of_the_act_is_taken_for_markup(made):
    tree = html.fromstring(made[3])
    assert not tree.xpath("//b")
    assert len(tree.xpath("//script")) == 2
    assert "</script><b>" in tree.xpath("string(//p[@class='doubt'])")


def test_raw_text_stands_beside_each_paragraph(made):
    act, raw, _, page = made
    for element, paragraph in zip(by_class(html.fromstring(page), "raw"), act.paragraphs, strict=True):
        assert "".join(element.text_content().split()) == "".join(paragraph.text.split())
        assert element.text_content() in raw


def by_class(tree, name):
    return tree.xpath(f"//*[contains(concat(' ', @class, ' '), ' {name} ')]")


def browse(tmp_path, page, address, *options):
    file = tmp_path / "page.html"
    file.write_text(page, "utf-8")
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    done = subprocess.run(
        [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", profile, *options, f"{file.as_uri()}{address}"],
        capture_output=True,
        timeout=60,
        check=True,
    )
    return done.stdout.decode("utf-8")


@in_browser
def test_an_address_opens_a_fact(made, tmp_path):
    act, _, marks, page = made
    number = next(n for n, mark in enumerate(marks) if mark.kind == "duration")
    tree = html.fromstring(browse(tmp_path, page, f"#fact-{number}", "--dump-dom"))
    panel = tree.get_element_by_id("panel")
    assert "hidden" not in panel.attrib
    assert marks[number].fact["text"] in panel.text_content()
    assert {mark.get("data-fact") for mark in by_class(tree, "open")} == {str(number)}


@in_browser
def test_a_click_opens_the_innermost_fact_and_escape_closes(made, tmp_path):
    _, _, marks, page = made
    number = next(n for n, mark in enumerate(marks) if mark.kind == "duration")
    script = f"""<script>
document.querySelector('mark[data-fact="{number}"]').click();
const shown = document.getElementById("fields").textContent;
document.dispatchEvent(new KeyboardEvent("keydown", {{key: "Escape"}}));
document.body.dataset.seen = shown + "|" + panel.hidden;
const box = document.querySelector('input[name="duration"]');
box.click();
document.body.dataset.off = document.querySelectorAll("mark.duration:not(.off)").length;
document.getElementById("raw").click();
</script></body>"""
    allowed = page.replace("</body>", script)
    tree = html.fromstring(browse(tmp_path, allowed, "", "--dump-dom"))
    body = tree.find("body")
    said, closed = body.get("data-seen").rsplit("|", 1)
    assert marks[number].fact["text"] in said
    assert closed == "true"
    assert body.get("data-off") == "0"
    assert "show-raw" in body.get("class")


@in_browser
def test_the_page_prints(made, tmp_path):
    browse(tmp_path, made[3], "", f"--print-to-pdf={tmp_path / 'page.pdf'}")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
