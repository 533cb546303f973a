import time

import pytest

from regkb.extract.parties import read_provider, read_recipient
from regkb.lang import words
from tests.extract.gold_file import gold


@pytest.mark.parametrize("case", gold("parties"), ids=lambda case: case["text"][:80])
def test_parties(case):
    fields = words("services", case["language"])
    assert read_provider([case["text"]], fields) == case["provider"]
    assert read_recipient([case["text"]], fields) == case["recipient"]


def test_a_portal_alone_leaves_the_provider_to_what_follows():
    texts = ["Мемлекеттік қызмет веб-портал арқылы көрсетіледі.", "Мемлекеттік қызметті бақ бөлімі көрсетеді."]
    assert read_provider(texts, words("services", "kk")) == "бақ бөлімі"


@pytest.mark.parametrize(
    "piece", ["мемлекеттік қызмет портал (", "www.a.", "бөлімі (бұдан әрі – ", "министрлігінің жері "]
)
def test_a_long_repetition_takes_no_longer_than_its_length(piece):
    text = "Мемлекеттік қызметті " + piece * (20_000 // len(piece))
    start = time.process_time()
    read_provider([text], words("services", "kk"))
    assert time.process_time() - start < 2


def test_all_short_names_right_before_that_of_the_provider_are_no_part_of_its_name():
    text = "Государственная услуга оказывается отделами узоров (далее – ОУ) (далее – отделы) (далее – услугодатель)."
    assert read_provider([text], words("services", "ru")) == "отделами узоров"


def test_a_row_of_short_names_takes_no_longer_than_its_length():
    text = "Услуга " + "(далее – ОУ) " * 3_000 + ") (далее – услугодатель)"
    start = time.process_time()
    read_provider([text], words("services", "ru"))
    assert time.process_time() - start < 1
