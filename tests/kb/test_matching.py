import datetime
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.kb.matching import Description, match_mentions

DAY = datetime.date(2015, 7, 17)
TITLE = "Үлгі саласындағы мемлекеттік көрсетілетін қызмет регламенттерін бекіту туралы"


def told(type="resolution", issuer="Үлгі облысы әкімдігі", date=DAY, number="321", title=None, registration=None):
    return Description(type, issuer, date, number, title, registration, "kk")


ACT = ("/akn/kz/act/resolution/ulgi/2015-07-17/321", told(title=TITLE, registration="3344"))


def match(mention, *acts):
    found, _ = match_mentions(acts or [ACT], [mention])
    return found[mention]


@pytest.mark.parametrize(
    ("mention", "score", "reason"),
    [
        (told(), 1.0, "same type, issuer, date and number"),
        (told(title=TITLE.replace("Үлгі", "«Үлгі»")), 1.0, "same type, issuer, date and number"),
        (told(title="Мүлдем басқа"), 0.9, "same type, issuer, date and number, but another title"),
        (told(issuer="Үлгі облысының әкімдігі"), 1.0, "same type, issuer, date and number"),
        (told(issuer=None), 0.9, "same type, date and number; the issuer is not stated in full"),
        (told(issuer="облысы әкімдігі"), 0.9, "same type, date and number; the issuer is not stated in full"),
        (told(number="3-21"), 0.95, "same type, issuer and date; the number is written differently"),
        (told(number=None, title=TITLE), 0.95, "same issuer and date, titles alike"),
        (told(number=None, issuer=None, title=TITLE.replace("қызмет", "кызмет")), 0.85, "same date, titles alike"),
        (told(number="32I", registration="3344"), 0.95, "same registration number, and date or number"),
        (told(date=None, title=TITLE, registration="3344"), 0.95, "same registration number, and date or number"),
    ],
)
def test_what_fits_an_act_of_the_base(mention, score, reason):
    found = match(mention)
    assert (found.act_id, found.score, found.reason) == (ACT[0], score, reason)


@pytest.mark.parametrize(
    "mention",
    [
        told(number="322"),
        told(date=datetime.date(2015, 7, 18)),
        told(type="order"),
        told(issuer="Алматы облысы әкімдігі", registration="3344"),
        told(number=None, title="Басқа мәселелер туралы"),
    ],
)
def test_what_is_another_act(mention):
    found = match(mention)
    assert found.act_id != ACT[0]


@pytest.mark.parametrize("mention", [told(date=None), told(number=None), told(date=None, number=None, title="Бұйрық")])
def test_what_tells_too_little_stays_open(mention):
    found = match(mention)
    assert (found.act_id, found.score) == (None, 0.0)


def test_two_that_fit_equally_leave_it_open():
    other = ("/akn/kz/act/resolution/synaq/2015-07-17/321", told(issuer="Сынақ қаласы әкімдігі"))
    found = match(told(issuer=None), ACT, other)
    assert found.act_id is None
    assert found.reason.startswith("2 acts in this base fit")


def test_known_bodies_are_told_apart_even_where_their_names_are_alike():
    city = ("/akn/kz/act/resolution/almaty-city-akimat/2015-07-17/321", told(issuer="Алматы қаласы әкімдігі"))
    found = match(told(issuer="Алматы облысы әкімдігі"), city)
    assert found.act_id == "/akn/kz/act/resolution/almaty-region-akimat/2015-07-17/321"


def test_akims_of_villages_may_be_one_though_their_names_differ_in_a_letter():
    act = ("/akn/kz/act/decision/village/2015-07-17/321", told("decision", "Талғар ауданы Көкбақша ауылы әкімі"))
    assert match(told("decision", "Талғар ауданы Көкбахша ауылы әкімі"), act).act_id == act[0]
    other = told("decision", "Талғар ауданы Үйтас ауылы әкімі")
    assert match(other, act).act_id != act[0]


@pytest.mark.parametrize(
    ("issuer", "fits"),
    [
        ("Қазақстан Республикасы Ішкі істер министрлігі", True),
        ("Ішкі істер министрлігі", True),
        ("Қазақстан Республикасы Қаржы министрлігі", False),
        ("Қазақстан Республикасы Қаржы министрі", False),
        ("Қазақстан Республикасының Үкіметі", False),
    ],
)
def test_an_order_of_a_minister_is_also_called_that_of_the_ministry(issuer, fits):
    by_minister = told("order", "Қазақстан Республикасы Ішкі істер министрі")
    act = ("/akn/kz/act/order/minister-interior/2015-07-17/321", by_minister)
    found = match(told("order", issuer), act)
    assert (found.act_id == act[0]) == fits
    assert found.score == (0.9 if fits else 1.0)  # else it is an act of its own


def test_citations_of_one_act_make_one_row():
    mentions = [
        told(title=TITLE),
        told(),
        told(issuer="Үлгі облысының әкімдігі", registration="3344"),
        told(number=None, title=TITLE),
        told(issuer=None, title=TITLE),
    ]
    found, cited = match_mentions([], mentions)
    assert len(cited) == 1
    assert {match.act_id for match in found.values()} == set(cited)


def test_laws_without_numbers_are_told_apart_by_day_and_title():
    old, new = datetime.date(1998, 3, 24), datetime.date(2016, 4, 6)
    law = {"type": "law", "issuer": "Қазақстан Республикасы", "number": None}
    acts = told(**law, date=new, title="Құқықтық актілер туралы")
    norms = told(**law, date=old, title="Нормативтік құқықтық актілер туралы")
    undated = told(**law, date=None, title="Құқықтық актілер туралы")
    numbered = told("law", "Қазақстан Республикасы", new, "480-V", "Құқықтық актілер туралы")
    found, cited = match_mentions([], [acts, norms, undated, numbered])
    assert (
        found[acts].act_id
        == found[undated].act_id
        == found[numbered].act_id
        == ("/akn/kz/act/law/republic/2016-04-06/480-v")
    )
    assert found[norms].act_id != found[acts].act_id
    assert len(cited) == 2


def test_an_undated_law_of_which_there_are_two_stays_open():
    law = {"type": "law", "issuer": "Қазақстан Республикасы", "number": None, "title": "Сәулет туралы"}
    mention = told(**law, date=None)
    dated = [told(**law, date=datetime.date(year, 5, 5)) for year in (1993, 2001)]
    found, _ = match_mentions([], [mention, *dated])
    assert found[mention].act_id is None


_mentions = st.builds(
    told,
    type=st.sampled_from(["resolution", "order", "law"]),
    issuer=st.sampled_from([None, "Үлгі облысы әкімдігі", "Үлгі облысының әкімдігі", "Сынақ қаласы әкімдігі"]),
    date=st.sampled_from([None, DAY, datetime.date(2016, 1, 2)]),
    number=st.sampled_from([None, "321", "3/21", "322"]),
    title=st.sampled_from([None, TITLE, TITLE.replace("қызмет", "кызмет"), "Басқа мәселелер туралы"]),
    registration=st.sampled_from([None, "3344", "77"]),
)


@given(st.lists(_mentions, max_size=14), st.randoms(use_true_random=False))
def test_the_order_of_mentions_changes_nothing(mentions, order: random.Random):
    shuffled = list(mentions)
    order.shuffle(shuffled)
    assert match_mentions([ACT], mentions) == match_mentions([ACT], shuffled)


@given(st.lists(_mentions, max_size=14))
def test_every_mention_has_a_reason_and_every_cited_act_a_mention(mentions):
    found, cited = match_mentions([ACT], mentions)
    assert set(found) == set(mentions)
    assert all(match.reason for match in found.values())
    assert {match.act_id for match in found.values() if match.act_id} == set(cited) | (
        {ACT[0]} if any(match.act_id == ACT[0] for match in found.values()) else set()
    )
    assert all(cited.values())
