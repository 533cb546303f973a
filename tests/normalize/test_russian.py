"""Russian dumps repaired: words of one letter, links whose case a preposition asks for, stamps that begin with a noun."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import LCSseq

from regkb.normalize.letterspacing import join_spaced_letters
from regkb.normalize.lines import join_tokens, split_lines, split_words
from regkb.normalize.vocabulary import read_sound_words
from regkb.schemas.stages import CleanText
from tests.normalize.cleaning import clean, texts
from tests.normalize.damage import NONE, RUSSIAN_LINK, Damage, dump
from tests.normalize.specimen_ru import SPECIMEN_RU

TRUTH = [text for _, text in SPECIMEN_RU]
LINKS = json.loads((Path(__file__).parent / "gold" / "links_ru.json").read_text("utf-8"))


def damaged(damage: Damage, seed: int) -> CleanText:
    return clean(dump(SPECIMEN_RU, damage, seed, RUSSIAN_LINK))


def test_a_clean_text_stays_as_it_is():
    cleaned = damaged(NONE, 0)
    assert texts(cleaned) == TRUTH
    assert cleaned.repairs == ()
    assert cleaned.diagnostics == ()


@settings(max_examples=60)
@given(st.integers(0, 10**9))
def test_damage_in_random_places_is_undone(seed):
    want, got = " ".join(TRUTH).split(), " ".join(texts(damaged(Damage(latin=0), seed))).split()
    assert "".join(sorted("".join(want))) == "".join(sorted("".join(got))), "a letter was lost or made up"
    assert LCSseq.distance(want, got) <= 0.03 * len(want)


@pytest.mark.parametrize(
    "damage",
    [
        Damage(links=0, spacing=0, glue=0, latin=0, lines_a_page=7),
        Damage(links=1, spacing=0, glue=0, latin=0),
    ],
    ids=["pages", "links"],
)
def test_each_kind_of_damage_alone_is_undone_whole(damage):
    for seed in range(10):
        assert texts(damaged(damage, seed)) == TRUTH


@pytest.mark.parametrize("case", LINKS, ids=lambda case: case["name"])
def test_links_return_to_their_gaps(case):
    assert texts(clean("\n".join(case["raw"]))) == [case["clean"]]


SPACED = [
    ("в  с о о т в е т с т в и и  с  З а к о н о м", "в соответствии с Законом"),
    ("о ф и ц и а л ь н о г о  о п у б л и к о в а н и я .", "официального опубликования."),
    ("4 )  специали с т  у слу года теля .", "4) специалист услугодателя."),
    ("образования  ребенку -сироте  (детям )", "образования ребенку-сироте (детям)"),
    ("о мерах и в связи с этим к нему", "о мерах и в связи с этим к нему"),
    (") ;", ");"),
    ("узор к ней копий ,  и к тем узорам ,", "узор к ней копий, и к тем узорам,"),
]
VOCABULARY = dict.fromkeys(
    ["услугодателя", "специалист", "года", "образования", "ребенку", "детям", "мерах", "связи"], 1
)


@pytest.mark.parametrize(("raw", "closed"), SPACED)
def test_letters_close_up(raw, closed):
    assert join_tokens(join_spaced_letters(split_words(raw, 0), VOCABULARY, "ru")) == closed


def test_words_of_one_letter_are_no_damage():
    (sound,) = split_lines("в случае отказа и с учетом мнения у него к тому же")
    (broken,) = split_lines("с п р а в к а")
    assert read_sound_words(sound, "ru") is not None
    assert read_sound_words(broken, "ru") is None
    assert read_sound_words(sound, "kk") is None, "Kazakh has no such words"
