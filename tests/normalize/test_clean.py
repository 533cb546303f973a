from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regkb.normalize.clean import detect_language
from regkb.normalize.tracing import find_uncovered, holds_trace
from regkb.schemas.stages import CleanText
from tests.normalize.cleaning import clean, texts
from tests.normalize.damage import NONE, Damage, dump
from tests.normalize.specimen import SPECIMEN

ACTS = Path(__file__).parents[3] / "shared" / "acts"
TRUTH = [text for _, text in SPECIMEN]


def assert_trace_holds(cleaned: CleanText) -> None:
    raw = cleaned.document.text
    assert find_uncovered(cleaned.blocks, raw) == []
    for block in cleaned.blocks:
        assert holds_trace(block.text, block.spans, raw), block
    assert not [d for d in cleaned.diagnostics if d.code == "trace_broken"]


def test_a_clean_text_stays_as_it_is():
    cleaned = clean(dump(SPECIMEN, NONE, seed=0))
    assert texts(cleaned) == TRUTH
    assert cleaned.repairs == ()
    assert cleaned.diagnostics == ()


@settings(max_examples=60)
@given(st.integers(0, 10**9))
def test_damage_in_random_places_is_undone(seed):
    damaged = clean(dump(SPECIMEN, Damage(), seed))
    assert_trace_holds(damaged)
    want, got = " ".join(TRUTH).split(), " ".join(texts(damaged)).split()
    assert sorted(want) == sorted(got), "a word was broken, joined or lost"
    misplaced = sum(a != b for a, b in zip(want, got, strict=True))
    assert misplaced <= 0.03 * len(want)


@pytest.mark.parametrize(
    "damage",
    [
        Damage(links=0, spacing=1, glue=0, latin=0),
        Damage(links=0, spacing=0, glue=0, latin=1),
        Damage(links=0, spacing=0, glue=0, latin=0, lines_a_page=7),
        Damage(links=1, spacing=0, glue=0, latin=0),
    ],
    ids=["letter-spaced", "latin-i", "pages", "links"],
)
def test_each_kind_of_damage_alone_is_undone_whole(damage):
    for seed in range(10):
        assert texts(clean(dump(SPECIMEN, damage, seed))) == TRUTH


@settings(max_examples=30)
@given(st.integers(0, 10**9))
def test_repairing_twice_changes_nothing(seed):
    once = clean(dump(SPECIMEN, Damage(), seed))
    again = clean(dump([("body" if b.kind == "body" else "plain", b.text) for b in once.blocks], NONE, seed=0))
    assert texts(again) == texts(once)


hostile = st.lists(
    st.sampled_from([*'аіiі IVXқүЗ№N«»"()[]-–,.;:19 \n\t@/', "      ", "\n\n\n", "қаулысына", "сәйкес", " 9-тармағына"])
).map("".join)


@settings(max_examples=300)
@given(hostile | st.text())
def test_the_trace_holds_on_any_text(raw):
    assert_trace_holds(clean(raw))


@pytest.mark.skipif(not ACTS.is_dir(), reason="the real acts lie beside the project in ../shared, which is absent")
def test_the_trace_holds_on_the_real_acts():
    for path in sorted(ACTS.glob("*.txt")):
        cleaned = clean(path.read_text("utf-8"))
        assert_trace_holds(cleaned)
        again = clean(dump([("body" if b.kind == "body" else "plain", b.text) for b in cleaned.blocks], NONE, seed=0))
        assert " ".join(texts(again)).split() == " ".join(texts(cleaned)).split()


def test_languages_are_told_apart():
    assert detect_language("Үлгі облысы әкімдігінің қаулысы") == "kk"
    assert detect_language("Постановление акимата Улгинской области") == "ru"
