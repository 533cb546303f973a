import datetime
from contextlib import closing
from unittest.mock import patch

from hypothesis import example, given, settings
from hypothesis import strategies as st

from regkb.kb.matching import Description, match_mentions
from regkb.kb.portions import FIELDS, cut_portions, read_portion
from regkb.kb.store import connect

DAYS = [datetime.date(2015, 7, day) for day in (17, 18, 19)]
TITLES = ["Үлгі регламентін бекіту туралы", "Үлгі регламентін бекіту тұралы", "Мүлдем басқа мәселелер жайында"]
DESCRIPTIONS = st.builds(
    Description,
    type=st.sampled_from(["resolution", "order", "law"]),
    issuer=st.sampled_from([None, "Үлгі облысы әкімдігі", "Сынақ қаласы әкімдігі", "облысы әкімдігі"]),
    date=st.sampled_from([None, *DAYS]),
    number=st.sampled_from([None, "321", "3-21", "А-4/1"]),
    title=st.sampled_from([None, *TITLES]),
    registration_number=st.sampled_from([None, "3344", "3345"]),
    language=st.sampled_from(["kk", "ru"]),
)
INGESTED = st.lists(
    st.tuples(st.sampled_from(["/akn/kz/act/resolution/a/1", "/akn/kz/act/resolution/b/2"]), DESCRIPTIONS), max_size=3
)


def match_in_portions(ingested, mentions):
    """Return what matching in portions as small as may be finds, and how many there were."""
    found, cited = {}, {}
    with closing(connect(":memory:")) as con, patch("regkb.kb.portions.AT_ONCE", 1):
        con.execute(
            "CREATE TEMP TABLE told (type VARCHAR, issuer VARCHAR, date DATE, number VARCHAR, title VARCHAR,"
            " registration_number VARCHAR, language VARCHAR, act_id VARCHAR, times BIGINT)"
        )
        rows = [(None, mention) for mention in mentions] + ingested
        for act_id, told in rows:
            values = [getattr(told, name) for name in FIELDS.split(", ")]
            con.execute("INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)", [*values, act_id])
        portions = cut_portions(con)
        for number in range(portions):
            read = [(act_id, Description(*told)) for *told, act_id, _ in read_portion(con, number)]
            acts = [(act_id, told) for act_id, told in read if act_id]
            some, named = match_mentions(acts, [told for act_id, told in read if not act_id])
            assert found.keys().isdisjoint(some) and cited.keys().isdisjoint(named)
            found |= some
            cited |= named
    return (found, cited), portions


@settings(max_examples=150)
@example(
    [
        ("/akn/kz/act/resolution/b/2", Description("resolution", None, None, None, None, "3344", "kk")),
        ("/akn/kz/act/resolution/b/2", Description("law", None, DAYS[0], None, TITLES[0], None, "kk")),
    ],
    [Description("law", None, None, None, TITLES[1], "3344", "kk")],
)
@given(INGESTED, st.lists(DESCRIPTIONS, max_size=10, unique=True))
def test_portions_give_what_all_together_give(ingested, mentions):
    assert match_in_portions(ingested, mentions)[0] == match_mentions(ingested, mentions)


def test_days_that_nothing_links_are_matched_apart():
    mentions = [Description("resolution", None, day, "321", None, None, "kk") for day in DAYS]
    (found, cited), portions = match_in_portions([], mentions)
    assert (portions, len(found), len(cited)) == (3, 3, 3)


def test_one_registration_number_links_days():
    mentions = [Description("resolution", None, day, "321", None, "3344", "kk") for day in DAYS[:2]]
    (found, _), portions = match_in_portions([], mentions)
    assert (portions, len({match.act_id for match in found.values()})) == (1, 1)


def test_what_others_tell_of_an_act_makes_a_mention_without_a_day_fit():
    law = Description("law", None, DAYS[0], "321", None, "3345", "kk")
    titled = Description("law", None, DAYS[0], "321", TITLES[0], None, "kk")
    undated = Description("law", None, None, None, TITLES[1], "3345", "kk")
    ingested = [("/akn/kz/act/law/321", law)]
    assert match_in_portions(ingested, [titled, undated])[0] == match_mentions(ingested, [titled, undated])
