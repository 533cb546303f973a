import json
from pathlib import Path

import pytest

from regkb.normalize.clean import clean_text
from regkb.schemas.stages import CleanText, RawDocument

CASES = json.loads((Path(__file__).parent / "gold" / "links.json").read_text("utf-8"))
KAZAKH = "Үлгі облысының әкімдігі бұл мәтінді қазақ тілінде, мемлекеттік қызмет үшін жазды.\n\n"


def clean(lines: list[str]) -> CleanText:
    return clean_text(RawDocument("specimen.txt", "0" * 64, "text", KAZAKH + "\n".join(lines)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_links_return_to_their_gaps(case):
    assert [b.text for b in clean(case["raw"]).blocks[1:]] == [case["clean"]]


def test_a_rival_place_is_named():
    lines = ["      Алушы Ереженің  сәйкес және Стандарттың  сәйкес құжаттар 9-тармағына", "тапсырады."]
    found = clean(lines)
    assert found.blocks[1].text.count("9-тармағына") == 1
    (doubt,) = [d for d in found.diagnostics if d.code == "link_place_uncertain"]
    assert "9-тармағына" in doubt.message
    assert doubt.span is not None


def test_a_number_left_alone_at_the_end_is_no_rival():
    found = clean(["      Алушы кеңсеге Стандарттың  көрсетілген 9 тармағында", "құжаттарды тапсырады."])
    assert "Стандарттың 9 тармағында көрсетілген құжаттарды" in found.blocks[1].text
    assert not found.diagnostics


@pytest.mark.parametrize(
    "heading",
    ["1. Жалпы ережелер", "3. Қорытынды ережелер", "1-тарау. Жалпы ережелер", "II. Жалпы ережелер", "1-тарау Стандарт"],
)
def test_a_heading_that_is_set_in_stays_as_it_is(heading):
    wide = "«Ағаш кесуге рұқсат беру» мемлекеттік көрсетілетін қызметінің регламенті"
    found = clean([f" {wide}", "", "", f" {heading}", "", "      1. Қызметті кеңсе көрсетеді."])
    assert heading in [block.text for block in found.blocks]
    assert not found.repairs


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1 . Жалпы ережелер", "1. Жалпы ережелер"),
        ("2 . Комиссияның міндеттері мен функциялары", "2. Комиссияның міндеттері мен функциялары"),
        ("      3 ) мәліметтердің сәйкес келуін анықтау;", "3) мәліметтердің сәйкес келуін анықтау;"),
    ],
)
def test_a_blank_in_the_number_of_a_provision_is_no_gap(written, meant):
    found = clean(
        ["      «Үлгі туралы» ереже бекітілсін.", "", written, "", "      1. Комиссия алқа органы болып табылады."]
    )
    assert meant in [block.text for block in found.blocks]
    assert [repair.rule for repair in found.repairs] == ["letter_spacing"]


@pytest.mark.parametrize(
    ("line", "doubts"),
    [
        ("1. «Үлгі шараларын енгізу қаулысына өзгерістер енгізілсін:туралы»", ["word_misplaced"]),
        ("1. Үлгілерге 120 млн.теңге төленсін; www.elicense.kz, Үлгі ауд.ның жері берілсін.", []),
    ],
)
def test_words_that_stay_glued_to_the_end_of_a_sentence_are_told(line, doubts):
    found = clean([f"      {line}"])
    assert [doubt.code for doubt in found.diagnostics] == doubts
    assert all(doubt.span is not None for doubt in found.diagnostics)


def test_a_repair_names_its_rule_and_place():
    found = clean(["      осы қаулының  сәйкес бекітілсін.2-қосымшасына"])
    (repair,) = [r for r in found.repairs if r.rule == "displaced_link"]
    raw = found.document.text
    assert raw[slice(*repair.span)].startswith("осы қаулының  сәйкес")
    assert repair.after == "осы қаулының 2-қосымшасына сәйкес бекітілсін."
