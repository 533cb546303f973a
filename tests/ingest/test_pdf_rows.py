"""Letters → words: whatever the order of drawing and the stretch between letters."""

import random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corpus.metrics import letter_widths
from regkb.ingest.pdf_letters import Letter
from regkb.ingest.pdf_rows import SPACED_BY_BLANKS, make_rows

WIDTHS = letter_widths("regular")
SIZE = 10.0
WORDS = st.lists(
    st.text(alphabet="аәбвгғдеіжзкқлмнңоөпрстуұүһыш1234567890№(),.;-", min_size=1, max_size=14), min_size=1, max_size=9
)


def draw(words: list[str], spacing: float, blanks: str, y: float = 700.0, wide: float = 0.0) -> list[Letter]:
    """Set words in one row; `blanks`: between words, behind every letter, or none drawn; `wide` stretches blanks."""
    letters = []
    x = 60.0

    def put(text: str, width: float) -> float:
        letters.append(Letter(text, x, x + width, y, SIZE, False, y - 2, y + 9))
        return x + width + spacing

    blank = WIDTHS[" "] * SIZE / 1000
    for number, word in enumerate(words):
        if number:
            for _ in range(2 if blanks == "every" else 1):
                if blanks == "none":
                    x += blank + spacing + wide
                else:
                    x = put(" ", blank) + wide
        for place, letter in enumerate(word):
            if blanks == "every" and place:
                x = put(" ", blank)
            x = put(letter, WIDTHS[letter] * SIZE / 1000)
    return letters


@settings(max_examples=150)
@given(WORDS, st.floats(0, 6), st.floats(0, 8), st.randoms())
def test_words_between_drawn_blanks_come_back(words, spacing, wide, rng) -> None:
    assume(len(words) - 1 <= SPACED_BY_BLANKS * sum(map(len, words)))  # else blanks count as letter-spacing
    assume(len(words) > 1 or len(words[0]) > 2)  # two letters alone have no neighbours to be measured by
    letters = draw(words, spacing, "between", wide=wide)
    rng.shuffle(letters)
    (row,) = make_rows(1, letters)
    assert row.words == tuple(words)


def test_figures_over_the_columns_of_a_table_stay_apart() -> None:
    (row,) = make_rows(1, draw(["1", "2", "3", "4"], 0.0, "between"))
    assert row.words == ("1", "2", "3", "4")


@settings(max_examples=150)
@given(WORDS, st.floats(0, 6), st.randoms())
def test_words_that_only_distance_parts_come_back(words, spacing, rng) -> None:
    words = [word + "аны" for word in words]  # among words of a letter or two no distance is the usual one
    letters = draw(words, spacing, "none")
    rng.shuffle(letters)
    (row,) = make_rows(1, letters)
    assert row.words == tuple(words)


@settings(max_examples=150)
@given(WORDS)
def test_words_with_a_blank_behind_every_letter_come_back(words) -> None:
    words = [word + "аны" for word in words]
    (row,) = make_rows(1, draw(words, 0.0, "every"))
    assert row.words == tuple(words)


@pytest.mark.parametrize("spacing", [1.1, 2.1, 2.9, 5.0])
@pytest.mark.parametrize(
    "line",
    [
        "енгізілсін:",
        "3) көрсетілетін қызметті алушыға береді.",
        "Ю. Ильинге жүктелсін.",
        "30 күннен аспайды;",
        "2014 жылғы «23» маусымдағы № 2/498",
        "(іс-әрекеттер):",
    ],
)
def test_letter_spaced_last_lines_of_the_family(line, spacing) -> None:
    (row,) = make_rows(1, draw(line.split(), spacing, "between"))
    assert row.text == line


def test_a_link_drawn_after_its_line_stands_in_its_place() -> None:
    line = draw(["Стандарттың", "9-тармағына", "сәйкес"], 0.0, "between")
    link = line[12:23]
    (row,) = make_rows(1, [letter for letter in line if letter not in link] + link)
    assert row.text == "Стандарттың 9-тармағына сәйкес"


def test_a_letter_drawn_twice_is_one() -> None:
    letters = draw(["регламенті"], 0.0, "between")
    again = [letter._replace(x0=letter.x0 + 0.4, x1=letter.x1 + 0.4) for letter in letters]
    (row,) = make_rows(1, letters + again)
    assert row.text == "регламенті"


def test_double_letters_stay_double() -> None:
    (row,) = make_rows(1, draw(["қызметті"], 0.0, "between"))
    assert row.text == "қызметті"


def test_rows_come_from_the_top_down() -> None:
    letters = draw(["екінші"], 0.0, "between", y=683.0) + draw(["бірінші"], 0.0, "between", y=700.0)
    random.Random(1).shuffle(letters)
    assert [row.text for row in make_rows(1, letters)] == ["бірінші", "екінші"]


def test_a_row_of_blanks_is_none() -> None:
    assert make_rows(1, [Letter(" ", 60, 63, 700, 10, False, 698, 709)]) == []


def test_each_letter_has_its_box() -> None:
    (row,) = make_rows(1, draw(["бап", "2"], 0.0, "between"))
    assert len(row.boxes) == 4 * 4
    assert row.x0 == pytest.approx(60.0) and row.first_word_width < row.x1 - row.x0
