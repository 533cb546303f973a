import pytest

from regkb.extract.list_openings import ListOpening
from regkb.extract.listed_acts import lend_issuer, read_listed_act
from regkb.extract.mentions import Mention
from regkb.extract.sides import CitedText
from regkb.schemas.record import ActRef
from tests.extract.marked import read_marked

ISSUER = "Үлгі облысы әкімдігі"


@pytest.mark.parametrize(
    ("language", "kind", "text", "wanted"),
    [
        ("kk", "resolution", "1) 2014 жылғы 5 мамырдағы № 115 «Үлгі туралы»;", ("115", "Үлгі туралы", None)),
        ("kk", "resolution", "1) 2014 жылғы 5 мамырдағы № 115 «Үлгі туралы» (тізілімде № 79 тіркелген);",
         ("115", "Үлгі туралы", "79")),
        ("kk", "resolution", "1) 2014 жылғы 5 мамырдағы № 115 «Үлгі (өрнек) туралы» (тізілімде № 79 тіркелген) және өзге;",
         ("115", "Үлгі (өрнек) туралы", "79")),
        ("kk", None, "1) 2014 жылғы 5 мамырдағы № 115 «Үлгі туралы»;", None),
        ("kk", "resolution", "1) оған 2014 жылғы 5 мамырдағы № 115 «Үлгі туралы»;", None),
        ("kk", "resolution", "1) № 115 «Үлгі туралы»;", None),
        ("ru", "resolution", "1) от 5 мая 2014 года № 115 «Об узорах» (зарегистрировано в Реестре за № 79);",
         ("115", "Об узорах", "79")),
    ],
)  # fmt: skip
def test_an_item_without_a_noun(language, kind, text, wanted):
    found = read_listed_act(ListOpening("point:2", kind, ISSUER), CitedText(text, language))
    told = found and (found.target.number, found.target.title, found.target.registration_number)
    assert told == wanted
    assert found is None or (found.target.type, found.target.issuer) == ("resolution", ISSUER)


@pytest.mark.parametrize(
    ("kind", "issuer", "marked", "lent"),
    [
        (None, ISSUER, "1) |№ 5 қаулысының|;", [0]),
        (None, ISSUER, "1) |№ 5|, |№ 7 қаулыларының|;", [0, 1]),
        (None, ISSUER, "1) |№ 5 қаулысының|, оған |№ 7 қаулымен| енгізілген;", [0]),
        (None, ISSUER, "1) оған |№ 7 қаулымен| енгізілген;", []),
        ("resolution", ISSUER, "1) |№ 5 қаулысының|;", [0]),
        ("order", ISSUER, "1) |№ 5 қаулысының|;", []),
        (None, None, "1) |№ 5 қаулысының|;", []),
    ],
)
def test_the_acts_with_which_an_item_begins_have_the_issuer_of_the_opening(kind, issuer, marked, lent):
    text, spans = read_marked(marked)
    mentions = [Mention(ActRef(type="resolution"), *span) for span in spans]
    found = lend_issuer(ListOpening("point:2", kind, issuer), CitedText(text, "kk"), mentions)
    assert {place: one.target.issuer for place, one in found.items()} == dict.fromkeys(lent, ISSUER)


def test_an_issuer_that_is_named_stays():
    text, [span] = read_marked("1) |Өрнек қаласы әкімдігінің № 5 қаулысының|;")
    mention = Mention(ActRef(type="resolution", issuer="Өрнек қаласы әкімдігі"), *span)
    assert lend_issuer(ListOpening("point:2", None, ISSUER), CitedText(text, "kk"), [mention]) == {}
