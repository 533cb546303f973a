"""Search over specimen acts: judged questions, filters, marks, and an index that follows the base."""

from __future__ import annotations

import datetime

import duckdb
import pytest

from regkb.kb.search.find import Hit, Kind, search
from tests.kb.search.specimens import load_specimens, make_act, make_acts, make_base, read_lines


@pytest.fixture(scope="module")
def base() -> duckdb.DuckDBPyConnection:
    return make_base(make_acts())


def find(base: duckdb.DuckDBPyConnection, words: str, kind: Kind = "act", **options: object) -> list[Hit]:
    return list(search(base, words, kind, **options).hits)  # type: ignore[arg-type]


def test_judged_questions_find_their_acts(base: duckdb.DuckDBPyConnection) -> None:
    judged = read_lines("judged.jsonl")
    recalls, ranks = [], []
    for question in judged:
        found = [hit.number for hit in find(base, question["words"])]
        recalls.append(len(set(question["relevant"]) & set(found)) / len(question["relevant"]))
        ranks.append(min([found.index(number) + 1 for number in question["relevant"] if number in found], default=11))
    recall, rank = sum(recalls) / len(recalls), sum(ranks) / len(ranks)
    print(f"\n{len(judged)} questions over {len(make_acts())} acts: recall@10 {recall:.3f}, mean rank {rank:.2f}")
    assert len(judged) >= 60
    assert recall >= 0.95
    assert rank <= 1.2


@pytest.mark.parametrize(
    ("kind", "words", "path", "marked"),
    [
        ("paragraph", "теректі кесу", "annex:1/section:2/point:5/subpoint:3", ["теректерді", "кесу"]),
        ("step", "эскиз жарнама", "annex:1/section:2/point:5/subpoint:3", ["жарнама", "эскизі"]),
        ("service", "гидтің қызметі", "annex:1", ["қызметке", "гид"]),
        ("act", "маршруты", "annex:1/section:2/point:5/subpoint:4", ["маршрутты"]),
        ("act", "41 2017", "info", ["2017", "41"]),
    ],
)
def test_a_hit_shows_its_place_and_words(
    base: duckdb.DuckDBPyConnection, kind: Kind, words: str, path: str, marked: list[str]
) -> None:
    best = find(base, words, kind)[0]
    assert best.kind == kind
    assert best.path == path
    assert [best.text[start:end] for start, end in best.marks] == marked


def test_every_spelling_gives_the_same_answer(base: duckdb.DuckDBPyConnection) -> None:
    spelled = find(base, "қамқоршының тұрғын үй жағдайы")
    assert spelled
    for typed in ("камкоршынын тургын уй жагдайы", "ҚАМҚОРШЫНЫҢ ТҰРҒЫН ҮЙ ЖАҒДАЙЫ", "қамқоршының тұрғын үй жағдайы"):
        assert find(base, typed) == spelled


def test_a_verb_is_found_by_its_noun(base: duckdb.DuckDBPyConnection) -> None:
    assert {hit.number for hit in find(base, "субсидияны аудару", limit=2)} == {"32", "49"}


def test_a_word_that_no_text_has_stands_for_those_that_begin_with_it(base: duckdb.DuckDBPyConnection) -> None:
    answer = search(base, "психология")
    assert (answer.unknown, [hit.number for hit in answer.hits]) == ((), ["44"])


def test_a_stem_of_one_language_marks_no_word_of_the_other() -> None:
    # by Russian endings `жетім` would share its stem with `жеті`
    con = make_base(
        [make_act("1", "2016-06-02", "О", "kk", "Көмек беру", ["жеті күнде бес жетім балаға көмек беріледі"])]
    )
    [hit] = find(con, "жетім")
    assert [hit.text[start:end] for start, end in hit.marks] == ["жетім"]


def test_issuer_and_limit_narrow_the_answer(base: duckdb.DuckDBPyConnection) -> None:
    assert {hit.issuer for hit in find(base, "беру", limit=40)} == {"Үлгі облысы әкімдігі", "Сынақ ауданы әкімдігі"}
    assert {hit.issuer for hit in find(base, "беру", limit=40, issuer="Сынақ аудан")} == {"Сынақ ауданы әкімдігі"}
    assert find(base, "беру", issuer="басқа") == []
    assert len(find(base, "беру", limit=3)) == 3


def test_only_acts_in_force_on_the_day_are_found(base: duckdb.DuckDBPyConnection) -> None:
    assert [hit.number for hit in find(base, "гид", in_force_on=datetime.date(2016, 6, 1))] == ["34"]
    assert find(base, "гид", in_force_on=datetime.date(2016, 1, 1)) == []


def test_words_that_no_text_has_are_told(base: duckdb.DuckDBPyConnection) -> None:
    answer = search(base, "гид абракадабра")
    assert answer.unknown == ("абракадабра",)
    assert answer.hits[0].number == "34"
    assert search(base, "абракадабра").hits == ()
    assert search(base, "?!").hits == ()
    assert search(base, "").hits == ()


def test_ties_go_to_the_newer_act(base: duckdb.DuckDBPyConnection) -> None:
    # the sentence on control is the same in every Kazakh act
    dates = [hit.date for hit in find(base, "орындалуын бақылау", "paragraph", limit=30) if hit.date]
    assert len(dates) == 30
    assert dates == sorted(dates, reverse=True)


def test_the_index_follows_the_base() -> None:
    acts = make_acts()
    whole = make_base(acts)
    grown = make_base(acts[:20])
    load_specimens(grown, acts[20:30])
    load_specimens(grown, acts[30:])
    for words in ("ветеринариялық паспорт", "тұрғын үй", "субсидия аудару"):
        for kind in ("act", "paragraph", "service", "step"):
            assert find(grown, words, kind) == find(whole, words, kind)  # type: ignore[arg-type]


def test_what_left_the_base_is_not_found() -> None:
    acts = make_acts()[:20]
    con = make_base(acts)
    changed = acts[0].model_copy(
        update={"paragraphs": [p.model_copy(update={"text": "мүлдем басқа мәтін"}) for p in acts[0].paragraphs]}
    )
    assert find(con, "балабақша")
    # a text of more paragraphs wins, so the changed one gets a few more
    longer = changed.model_copy(update={"paragraphs": changed.paragraphs * 2, "services": []})
    con.execute("DELETE FROM source WHERE act_id = ?", [acts[0].id])
    for table in ("record", "paragraph", "service", "procedure", "step"):
        con.execute(f"DELETE FROM {table} WHERE act_id = ?", [acts[0].id])
    load_specimens(con, [longer])
    assert [hit.number for hit in find(con, "балабақша")] == []
    assert find(con, "мүлдем басқа")[0].number == acts[0].number


def test_order_of_loading_does_not_change_the_answer() -> None:
    acts = make_acts()
    forwards, backwards = make_base(acts), make_base(acts[::-1])
    for words in ("құжаттарды қабылдау", "беру", "жер учаскесі"):
        assert find(forwards, words) == find(backwards, words)


def test_paragraphs_lie_where_the_index_says(base: duckdb.DuckDBPyConnection) -> None:
    ((placed, astray),) = base.execute(
        "SELECT count(*), count(*) FILTER (paragraph.rowid <> search_entry.paragraph + seq)"
        " FROM paragraph JOIN search_entry USING (entry)"
    ).fetchall()
    assert placed > 400
    assert astray == 0


@pytest.mark.parametrize("place", ["paragraph + 7", "NULL", "if(entry % 2 = 0, paragraph, 100000000)"])
def test_paragraphs_that_lie_elsewhere_are_found_all_the_same(place: str) -> None:
    moved = make_base(make_acts())
    asked = ("теректі кесу", "маршруты", "қамқоршының тұрғын үй жағдайы")
    kinds: tuple[Kind, ...] = ("act", "paragraph", "step", "service")
    before = [find(moved, words, kind) for words in asked for kind in kinds]
    moved.execute(f"UPDATE search_entry SET paragraph = {place}")
    assert [find(moved, words, kind) for words in asked for kind in kinds] == before
    assert all(before[:2])
