import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.extract.issuers import canonical_issuer, complete_issuer, names_a_body
from regkb.lang.issuers import ministries, places, state_bodies
from tests.extract.gold_file import gold

NAMES = [(name, case["code"]) for case in gold("issuers") for name in case["names"]]


@pytest.mark.parametrize(("name", "code"), NAMES)
def test_every_spelling_is_one_body(name, code):
    match = canonical_issuer(name)
    assert (match and match.code) == code


def test_present_names_and_region_are_told():
    match = canonical_issuer("Оңтүстік Қазақстан облысы Созақ аудандық мәслихаты")
    assert match
    assert match.kk == "Түркістан облысы Созақ ауданы мәслихаты"
    assert match.ru == "Маслихат Сузакского района Туркестанской области"
    assert (match.region, match.iso) == ("turkistan-region", "KZ-61")


@pytest.mark.parametrize("place", [place for place in places() if place.kind == "region"], ids=lambda place: place.code)
def test_every_region_is_found_by_its_names_in_both_languages(place):
    for name in place.kk:
        match = canonical_issuer(f"{name} облысының әкімдігі")
        assert match and match.code == f"{place.code}-akimat"
        assert canonical_issuer(match.ru) == canonical_issuer(match.kk)


@pytest.mark.parametrize("place", [place for place in places() if place.parents], ids=lambda place: place.code)
def test_the_full_names_of_a_district_or_city_lead_back_to_it(place):
    parent = next(other for other in places() if other.code == place.parents[0])
    where = f"{parent.kk[0]} {'облысы' if parent.kind == 'region' else 'қаласы'}"
    if place.kind == "region" or place.iso:
        return
    match = canonical_issuer(f"{where} {place.kk[0]} {'аудандық' if place.kind == 'district' else 'қалалық'} мәслихаты")
    assert match and match.code == f"{place.code}-maslikhat"
    again = canonical_issuer(match.ru)
    assert again and again.code == match.code


@pytest.mark.parametrize("entry", ministries(), ids=lambda entry: entry.code)
def test_every_minister_is_found_in_both_languages(entry):
    kk = canonical_issuer(f"Қазақстан Республикасы {entry.kk[0]} министрі")
    ru = canonical_issuer(f"Министр {entry.ru[0]} Республики Казахстан")
    assert kk and ru
    assert kk.code == ru.code == f"minister-{entry.code}"


@pytest.mark.parametrize("entry", state_bodies(), ids=lambda entry: entry.code)
def test_every_state_body_is_found_in_both_languages(entry):
    for name in (*entry.kk, *entry.ru):
        match = canonical_issuer(name)
        assert match and match.code == entry.code


def test_codes_are_slugs_and_parents_exist():
    codes = [place.code for place in places()]
    assert len(codes) == len(set(codes))
    assert all(code.isascii() and not code[0].isdigit() for code in codes)
    assert all(parent in codes for place in places() for parent in place.parents)


@given(st.text(max_size=80))
def test_any_name_is_survived(name):
    canonical_issuer(name)


@pytest.mark.parametrize("entry", state_bodies(), ids=lambda entry: entry.code)
def test_every_state_body_has_the_name_of_a_body(entry):
    assert all(names_a_body(name, "kk") for name in entry.kk)
    assert all(names_a_body(name, "ru") for name in entry.ru)


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Қиял облысы әкімдігі", "kk", True),
        ("Қазақстан Республикасы Ішкі істер министрінің м.а.", "kk", True),
        ("Қазақстан Республикасы", "kk", True),
        ("Қиял облыстық мәслихаты аппараты", "kk", True),
        ("Қиял облысы әкімдігінің емле туралы ережесі", "kk", False),
        ("Қиял облысының 16-бабы 3-тармағына облыс әкімдігі", "kk", False),
        ("И.о. Министра образцов Республики Казахстан", "ru", True),
        ("Аким города Примерска. Образцы правописания", "ru", False),
        ("Образцы правописания", "ru", False),
    ],
)
def test_what_can_be_the_name_of_a_body(name, language, expected):
    assert names_a_body(name, language) is expected


@pytest.mark.parametrize(
    ("name", "own", "whole", "language"),
    [
        ("Облыс әкімдігі", "Үлгі облысы әкімдігі", "Үлгі облысы әкімдігі", "kk"),
        ("Облыстық мәслихат", "Үлгі облыстық мәслихаты", "Үлгі облыстық мәслихаты", "kk"),
        ("Әкімдік", "Үлгі облысы әкімдігі", "Үлгі облысы әкімдігі", "kk"),
        ("Қала әкімдігі", "Үлгі қаласы әкімдігі", "Үлгі қаласы әкімдігі", "kk"),
        ("Облыс әкімі", "Жамбыл облысы әкімдігі", "Жамбыл облысы әкімі", "kk"),
        ("Облыс әкімдігі", "Ақмола облысы Ақкөл ауданы әкімдігі", "Ақмола облысы әкімдігі", "kk"),
        ("Акимат области", "Акимат Улгинской области", "Акимат Улгинской области", "ru"),
        ("Областной маслихат", "Акимат Акмолинской области", "Маслихат Акмолинской области", "ru"),
        # what has a place, or means something else, stays
        ("Сынақ облысы әкімдігі", "Үлгі облысы әкімдігі", "Сынақ облысы әкімдігі", "kk"),
        ("Облыс әкімінің орынбасары", "Үлгі облысы әкімдігі", "Облыс әкімінің орынбасары", "kk"),
        ("Облыс әкімдігі", "Үлгі қаласы әкімдігі", "Облыс әкімдігі", "kk"),
        ("Қала әкімдігі", "Үлгі облысы әкімдігі", "Қала әкімдігі", "kk"),
        ("Мәслихат", "Үлгі облысы әкімдігі", "Мәслихат", "kk"),
        ("Облыс әкімдігі", "Қазақстан Республикасы Үкіметі", "Облыс әкімдігі", "kk"),
        ("Министр", "Үлгі облысы әкімдігі", "Министр", "kk"),
    ],
)
def test_a_body_called_by_its_kind_alone_is_that_of_the_act(name, own, whole, language):
    assert complete_issuer(name, own, language) == whole
