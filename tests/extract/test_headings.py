"""Section headings that have lost their number."""

import pytest

from regkb.pipeline import read_structure
from regkb.schemas.stages import RawDocument
from tests.extract.test_structure import PATHS, RUSSIAN_PATHS, paths_of
from tests.normalize.damage import NONE, dump
from tests.normalize.specimen import SPECIMEN
from tests.normalize.specimen_ru import SPECIMEN_RU

Paragraphs = list[tuple[str, str]]


def renamed(specimen: Paragraphs, begins: str, heading: str) -> Paragraphs:
    """Return the specimen with another heading in place of the one that begins so."""
    return [(kind, heading if text.startswith(begins) and kind != "body" else text) for kind, text in specimen]


@pytest.mark.parametrize(
    ("begins", "heading"),
    [
        ("2. Мемлекеттік", "Мемлекеттік қызмет көрсету процесінде бөлімшелердің іс-қимылы тәртібін сипаттау"),
        ("2. Мемлекеттік", "Бөлімшелердің (қызметкерлердің) іс-қимылы тәртібінің сипаттамасы"),
        ("2. Мемлекеттік", "Бөлімшелердің (қызметкерлердің) әрекеттер тәртібі"),
        ("1. Жалпы", "Жалпы ережелер"),
    ],
)
def test_a_heading_without_a_number_opens_a_section(begins, heading):
    assert paths_of(renamed(SPECIMEN, begins, heading)) == PATHS


def test_no_heading_of_a_regulation_needs_a_number():
    bare = renamed(renamed(SPECIMEN, "1. Жалпы", "Жалпы ережелер"), "2. Мемлекеттік", "Әрекеттер тәртібін сипаттау")
    assert paths_of(bare) == PATHS


@pytest.mark.parametrize(
    ("begins", "heading"),
    [
        ("2. ", "Описание порядка действий структурных подразделений (работников) услугодателя"),
        ("2. ", "Порядок действий работников услугодателя"),
        ("1. ", "Общие положения"),
    ],
)
def test_a_russian_heading_without_a_number_opens_a_section(begins, heading):
    assert paths_of(renamed(SPECIMEN_RU, begins, heading)) == RUSSIAN_PATHS


@pytest.mark.parametrize(
    "line",
    [
        "Көл жағасының сызбасы",  # worded as a caption
        "Бөлімшелердің әрекеттері тәртібін сипаттау:",  # an opening of a list
    ],
)
def test_a_line_of_another_kind_opens_no_section(line):
    at = PATHS.index("annex:1/section:1/heading") + 3
    paths = paths_of([*SPECIMEN[:at], ("plain", line), *SPECIMEN[at:]])
    assert paths == [*PATHS[:at], "annex:1/section:1/point:1/p", *PATHS[at:]]


def test_a_line_above_no_next_point_opens_no_section():
    at = PATHS.index("annex:1/section:1/heading") + 2
    paths = paths_of([*SPECIMEN[:at], ("plain", "Бөлімшелердің әрекеттері тәртібін сипаттау"), *SPECIMEN[at:]])
    assert paths == [*PATHS[:at], "annex:1/section:1/point:1/p", *PATHS[at:]]


def test_a_heading_to_which_the_next_leaves_no_number_stays_a_paragraph():
    at = PATHS.index("annex:1/section:1/point:2")
    paths = paths_of([*SPECIMEN[:at], ("plain", "Қызмет көрсету тәртібі"), *SPECIMEN[at:]])
    assert paths == [*PATHS[:at], "annex:1/section:1/point:1/p", *PATHS[at:]]


def test_the_inferred_number_is_reported():
    text = dump(renamed(SPECIMEN, "2. Мемлекеттік", "Бөлімшелердің әрекеттері тәртібін сипаттау"), NONE, seed=0)
    structure = read_structure(RawDocument("specimen.txt", "0" * 64, "text", text))
    assert [(found.code, found.at) for found in structure.diagnostics] == [
        ("heading_unnumbered", "annex:1/section:2/heading")
    ]
