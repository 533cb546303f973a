import pytest

from regkb.extract.lost_titles import drop_lost_titles
from regkb.extract.mentions import Mention
from regkb.schemas.record import ActRef
from tests.extract.marked import read_marked


@pytest.mark.parametrize(
    ("language", "marked", "kept"),
    [
        ("kk", "№ 5 «А» туралы» |№ 3 қаулысына| өзгерістер енгізу туралы» қаулысы", []),
        ("kk", "|№ 3 қаулысына| өзгерістер енгізу туралы «Үлгі» қаулысы", ["№ 3 қаулысына"]),
        ("kk", "|№ 3 қаулысына| өзгерістер» қаулысы", ["№ 3 қаулысына"]),
        ("kk", "|№ 2| және |№ 3 қаулысына| өзгерістер енгізу туралы» қаулысы", []),
        ("kk", "|№ 2| және |№ 3 «Б» қаулысына| өзгерістер енгізу туралы» қаулысы", []),
        ("kk", "|№ 1 бұйрық|; |№ 2|, |№ 3 «Б» қаулысына| өзгерістер енгізу туралы» қаулысы", ["№ 1 бұйрық"]),
        ("kk", "|№ 2 бұйрыққа| сәйкес |№ 3 қаулысына| өзгерістер енгізу; өрнек туралы» қаулысы", []),
        ("kk", "«|№ 3 қаулысына| өзгерістер енгізу туралы» қаулысы", ["№ 3 қаулысына"]),
        ("ru", "№ 5 «О внесении изменений в |постановление № 3| «Об утверждении «А»", []),
        ("ru", "№ 5 «О внесении изменений в |постановление № 3| и |приказ № 4| «Об утверждении «А»", []),
        ("ru", "№ 5 «Узоры» |постановление № 3| «Об утверждении «А»", ["постановление № 3"]),
        ("ru", "№ 5 «О внесении изменений в |постановление № 3|»", ["постановление № 3"]),
    ],
)
def test_acts_in_a_title_that_has_lost_a_mark(language, marked, kept):
    text, spans = read_marked(marked)
    mentions = [Mention(ActRef(type="resolution"), *span) for span in spans]
    found = drop_lost_titles(text, mentions, language)
    assert [text[mention.start : mention.end] for mention in found] == kept
