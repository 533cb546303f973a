import pytest

from regkb.extract.locators import Place
from regkb.extract.mentions import Mention, drop_short_titles, gives_way, mention_places
from regkb.schemas.record import ActRef, Locator
from tests.extract.marked import read_marked

LAW = ActRef(type="law", number="5")


@pytest.mark.parametrize(
    ("earlier", "later", "title", "wanted"),
    [
        ((0, 5), (5, 9), None, False),
        ((0, 6), (5, 9), None, True),
        ((2, 5), (6, 9), (1, 5), True),
        ((0, 1), (6, 9), (1, 5), False),
    ],
)
def test_what_is_part_of_a_later_mention(earlier, later, title, wanted):
    assert gives_way(Mention(LAW, *earlier), Mention(LAW, *later, title_span=title)) is wanted


@pytest.mark.parametrize(
    ("places", "wanted"),
    [
        ([], [(10, 20, None)]),
        ([(21, 30, "1"), (32, 40, "2")], [(10, 30, "1"), (32, 40, "2")]),  # the place beside the noun has its words
        ([(0, 4, "1"), (6, 9, "2")], [(0, 4, "1"), (6, 20, "2")]),
    ],
)
def test_a_mention_for_each_place(places, wanted):
    named = [Place(Locator(point=point), start, end) for start, end, point in places]
    mentions = list(mention_places(Mention(LAW, 10, 20, publications=("«Үлгі»",)), named))
    assert [(one.start, one.end, one.locator and one.locator.point) for one in mentions] == wanted
    assert sum(len(one.publications) for one in mentions) == 1


@pytest.mark.parametrize(
    ("marked", "acts", "kept"),
    [
        ("|Кодекс «О саде»| (|Садовый кодекс|)", [ActRef(type="code", title="О саде"), ActRef(type="code")], 1),
        ("|Кодекс «О саде»| (|Садовый кодекс|)", [ActRef(type="law", title="О саде"), ActRef(type="code")], 2),
        ("|Кодекс «О саде»| (|Кодекс № 5|)", [ActRef(type="code", title="О саде"), ActRef(type="code", number="5")], 2),
        ("|Кодекс «О саде»| и |Садовый кодекс|", [ActRef(type="code", title="О саде"), ActRef(type="code")], 2),
        ("(|Садовый кодекс|)", [ActRef(type="code")], 1),
    ],
)
def test_another_title_in_brackets_is_no_other_act(marked, acts, kept):
    text, spans = read_marked(marked)
    mentions = [Mention(act, *span) for act, span in zip(acts, spans, strict=True)]
    assert drop_short_titles(text, mentions) == mentions[:kept]
