"""Stems of legal words against a table of their forms; run with -s to see the figures."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.kb.search.stem import stem

HERE = Path(__file__).parent
TYPED = str.maketrans("әғқңөұүһі", "агкноуухи")
LATIN_I = str.maketrans("і", "i")


def read_groups(language: str, part: str) -> list[tuple[str, list[str]]]:
    lines = (HERE / f"stems_{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [(g["lemma"], g["forms"]) for g in map(json.loads, lines) if g["part"] == part]


def measure(groups: list[tuple[str, list[str]]], language: str) -> tuple[float, float]:
    """Return precision and recall over pairs of forms: of one stem, and of one lemma."""
    words = [(stem(form, language), lemma) for lemma, forms in groups for form in forms]
    together = found = wanted = 0
    for (first_stem, first_lemma), (second_stem, second_lemma) in combinations(words, 2):
        together += first_stem == second_stem and first_lemma == second_lemma
        found += first_stem == second_stem
        wanted += first_lemma == second_lemma
    return together / found, together / wanted


@pytest.mark.parametrize(
    ("language", "part", "least"), [("kk", "tuned", 0.98), ("kk", "unseen", 0.96), ("ru", "tuned", 0.97)]
)
def test_forms_of_one_word_share_a_stem(language: str, part: str, least: float) -> None:
    groups = read_groups(language, part)
    precision, recall = measure(groups, language)
    f1 = 2 * precision * recall / (precision + recall)
    forms = sum(len(forms) for _, forms in groups)
    print(f"\n{language} {part}: {len(groups)} words, {forms} forms: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    assert f1 >= least


def test_the_table_is_large_enough() -> None:
    assert len(read_groups("kk", "tuned") + read_groups("kk", "unseen")) >= 150


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("қаулысымен", "қаулы"),
        ("регламентінің", "регламент"),
        ("тағайындауға", "тағайындау"),
        ("бабына", "бап"),
        ("құқығы", "құқық"),
        ("мүлкіне", "мүлік"),
        ("бұйрығымен", "бұйрық"),
        ("қызметтін", "қызмет"),
        ("кызмет", "қызмет"),
        ("қызметi", "қызмет"),
    ],
)
def test_case_forms_and_typed_spellings_meet(one: str, other: str) -> None:
    assert stem(one, "kk") == stem(other, "kk")


@pytest.mark.parametrize(
    ("one", "other"),
    [("бөлім", "бөлімше"), ("қызмет", "қызметкер"), ("облыс", "облыстық"), ("тай", "таи"), ("орын", "орындау")],
)
def test_words_of_their_own_stay_apart(one: str, other: str) -> None:
    assert stem(one, "kk") != stem(other, "kk")


@pytest.mark.parametrize("letters", [TYPED, LATIN_I])
def test_spellings_without_kazakh_letters_find_the_same_stem(letters: dict[int, str]) -> None:
    forms = [form for part in ("tuned", "unseen") for _, group in read_groups("kk", part) for form in group]
    lost = [form for form in forms if stem(form, "kk") != stem(form.translate(letters), "kk")]
    assert len(lost) / len(forms) < 0.005, lost


@given(st.text(max_size=40))
def test_any_text_has_a_stem_no_longer_than_itself(text: str) -> None:
    for language in ("kk", "ru"):
        assert len(stem(text, language)) <= max(len(text.lower()), 7)


def test_figures_stay_as_they_are() -> None:
    assert stem("275", "kk") == "275"
    assert stem("", "ru") == ""
