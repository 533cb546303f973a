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
