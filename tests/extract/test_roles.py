import pytest

from regkb.extract.provisions import Provision
from regkb.extract.roles import match_role, reduce_to_stems
from regkb.schemas.record import Paragraph


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("бөлім басшысы", "provider_head"),
        ("көрсетілетін қызметті берушінің басшысымен", "provider_head"),
        ("басшының орынбасарына", "deputy_head"),
        ("жауапты орындаушымен", "responsible_executor"),
        ("кеңсе қызметкерінің", "office_clerk"),
        ("бас маман", "specialist"),
        ("Мемлекеттік корпорацияның қызметкері", "corporation_employee"),
        ("ХҚКО инспекторы", "corporation_employee"),
        ("тұтынушының", "applicant"),
        ("веб-порталмен", "portal"),
        ("арнайы комиссияның хатшысы", "commission_secretary"),
        ("аудан әкімдігі", "akimat"),
        ("қызмет көрсетушінің", "provider"),
        ("ЭҮШ", "information_system"),
        ("«Үлгі» МДБ АЖ", "information_system"),
        ("Бақ департаментінің қызметкері (бұдан әрі – БҚПД)", "employee"),
        ("бақ және орман бөлімінің маманы", "specialist"),
        ("маман немесе бас маман", "specialist"),
    ],
)
def test_canonical_roles(text, canonical):
    role = match_role(text, "kk", Provision(7, Paragraph(path="annex:1/p", text=text)))
    assert (role.text, role.canonical, role.at, role.index) == (text, canonical, "annex:1/p", 7)
    assert 60 <= role.score <= 100


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("оператором ЦОНа", "corporation_employee"),
        ("накопительный отдел", "unit"),
        ("юридическим отделом", "unit"),
        ("районный отдел занятости", "unit"),
        ("специальная комиссия", "commission"),
        ("главный специалист отдела", "specialist"),
        ("начальник отдела образования", "provider_head"),
        ("медицинский регистратор", "office_clerk"),
        ("делопроизводителем услугодателя", "office_clerk"),
        ("курьером Центра", "corporation_employee"),
        ("специалист отдела культуры и спорта", "specialist"),
        ("руководитель отдела и сектора", "provider_head"),
    ],
)
def test_canonical_roles_in_russian(text, canonical):
    assert match_role(text, "ru").canonical == canonical


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("бақ бөлімі маманының немесе орталық қызметкерімен", "kk"),
        ("басшысы және жауапты орындаушысы", "kk"),
        ("бухгалтер мен маман", "kk"),
        ("руководитель и исполнитель", "ru"),
        ("ответственный исполнитель либо главный специалист", "ru"),
    ],
)
def test_of_two_roles_none_is_chosen(text, language):
    role = match_role(text, language)
    assert (role.text, role.canonical, role.score) == (text, None, None)


@pytest.mark.parametrize("text", ["жылқы", "ЭҮД", "2018", "", "көрсетілетін қызмет"])
def test_no_role_is_guessed(text):
    role = match_role(text, "kk")
    assert (role.canonical, role.score) == (None, None)


def test_forms_of_a_name_have_the_same_stems():
    assert reduce_to_stems("бөлім басшысы", "kk") == reduce_to_stems("бөлімнің басшысымен", "kk")
