"""Lines and words without end: read in pieces, none of them lost, in a time that grows with their length."""

import time

import pytest

from regkb.normalize.clean import clean_text
from regkb.normalize.lines import LONGEST_LINE, LONGEST_WORD, close_blanks, split_lines
from regkb.normalize.tracing import find_uncovered, holds_trace
from regkb.schemas.stages import RawDocument


def clean(text):
    return clean_text(RawDocument("x.txt", "0" * 64, "text", text))


def test_a_line_too_long_is_cut_where_a_blank_surely_is_one():
    line = "9- тармағында көрсетілген құжаттар " * 400
    pieces = [piece.text for piece in split_lines(line)]
    assert len(pieces) > 2
    assert max(map(len, pieces)) <= LONGEST_LINE
    assert " ".join(pieces) == line.strip()
    assert not any(piece.endswith("-") for piece in pieces)


def test_a_line_of_ordinary_length_stays_whole():
    line = "көрсетілген құжаттар " * 200
    assert [piece.text for piece in split_lines(line)] == [line.strip()]


def test_a_word_too_long_gets_blanks():
    assert close_blanks("бір \n екі") == "бір екі"
    assert close_blanks("а" * LONGEST_WORD) == "а" * LONGEST_WORD
    assert close_blanks("х " + "а" * (LONGEST_WORD + 1)) == "х " + "а" * LONGEST_WORD + " а"


ENDLESS = [
    "қ",
    "қосымша",
    "приложение",
    "1",
    "1-",
    "№1",
    ".",
    "»",
    "-",
    "(",
    "к ө ",
    "Қ. ",
    "тармағы ",
    "1) ",
    "\n",
    "а\n",
]


@pytest.mark.parametrize("run", ENDLESS)
def test_repeated_without_end_it_is_kept_and_takes_no_longer_than_its_length(run):
    text = run * (40_000 // len(run))
    begun = time.process_time()
    cleaned = clean("Үлгі туралы\n\n" + text)
    assert time.process_time() - begun < 3
    assert find_uncovered(cleaned.blocks, cleaned.document.text) == []
    assert all(holds_trace(block.text, block.spans, cleaned.document.text) for block in cleaned.blocks)
