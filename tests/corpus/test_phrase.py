"""Sentences from templates: what stands where."""

import pytest

from corpus.phrase import Cite, Length, annexed, join, translate, write
from regkb.schemas.record import ActRef, AliasRef, Locator

STANDARD = Cite("Стандарттың [[9-тармағына]]", AliasRef(alias="Стандарт"), Locator(point="9"))
MINUTES = Length("15 (он бес) минут", 15, "minute", "exact")


def test_a_filled_template_knows_its_citations_links_and_durations() -> None:
    written = write("{documents} сәйкес тексеру – {length}", documents=STANDARD, length=MINUTES)
    assert written.text == "Стандарттың 9-тармағына сәйкес тексеру – 15 (он бес) минут"
    assert [written.text[a:b] for a, b in written.links] == ["9-тармағына"]
    assert [(written.text[a:b], cite.locator) for (a, b), cite in written.cites] == [
        ("Стандарттың 9-тармағына", Locator(point="9"))
    ]
    assert [written.text[a:b] for (a, b), _ in written.lengths] == ["15 (он бес) минут"]


def test_words_after_a_citation_are_not_part_of_it() -> None:
    cite = Cite("бұйрығымен", ActRef(type="order", number="7"), tail=" (№ 99 болып тіркелген)")
    written = write("{cite} бекітілген", cite=cite)
    assert written.text == "бұйрығымен (№ 99 болып тіркелген) бекітілген"
    assert [written.text[a:b] for (a, b), _ in written.cites] == ["бұйрығымен"]


def test_places_move_with_what_stands_before_them() -> None:
    written = join("3) ", write("{documents}", documents=STANDARD), ";")
    assert written.text == "3) Стандарттың 9-тармағына;"
    assert [written.text[a:b] for a, b in written.links] == ["9-тармағына"]
    assert [written.text[a:b] for (a, b), _ in written.cites] == ["Стандарттың 9-тармағына"]


def test_bold_words_are_marked() -> None:
    written = write("әкімдігі **ҚАУЛЫ ЕТЕДІ:**")
    assert [written.text[a:b] for a, b in written.bold] == ["ҚАУЛЫ ЕТЕДІ:"]


def test_style_changes_letters_and_not_places() -> None:
    act = Cite("«Тіркеу туралы» № 7 қаулы", ActRef(type="resolution", number="7", title="«Тіркеу» туралы"))
    written = translate(write("{act} – {length}", act=act, length=MINUTES), str.maketrans("«»№–", '""N-'))
    assert written.text == '"Тіркеу туралы" N 7 қаулы - 15 (он бес) минут'
    target = written.cites[0][1].target
    assert isinstance(target, ActRef) and target.title == '"Тіркеу" туралы'


def test_a_stamp_cites_the_annex_with_the_act() -> None:
    stamp = write("{cite} 2-қосымша", cite=Cite("№ 7 қаулысына", ActRef(type="resolution", number="7")))
    (span, cite), *_ = annexed(stamp, "2").cites
    assert stamp.text[slice(*span)] == "№ 7 қаулысына 2-қосымша" and cite.locator == Locator(annex="2")


def test_a_slot_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        write("{missing}")
