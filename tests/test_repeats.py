"""Equal texts are read once; what is remembered is bounded and can be forgotten."""

from pathlib import Path

import pytest

from regkb.pipeline import read_act
from regkb.repeats import KEPT, KEPT_COSTLY, KEPT_LONG, LONGEST, forget_readings, read_costly_once, read_once
from regkb.schemas.stages import RawDocument

SPECIMENS = sorted((Path(__file__).parents[1] / "corpus" / "specimens").glob("*.txt"))


@pytest.fixture
def asked():
    return []


@pytest.fixture
def read(asked):
    @read_once
    def read_letters(text, language="kk"):
        """Return the letters of a text."""
        asked.append((text, language))
        return tuple(text), language

    return read_letters


def test_equal_texts_are_read_once(read, asked):
    assert read("маман") == read("мам" + "ан") == (tuple("маман"), "kk")
    assert asked == [("маман", "kk")]


def test_what_else_is_asked_counts(read, asked):
    assert read("маман", "kk") != read("маман", "ru")
    assert len(asked) == 2


def test_there_may_be_one_argument_or_many(asked):
    @read_once
    def cut(text):
        asked.append(text)
        return text[1:]

    @read_once
    def frame(text, before, behind=")"):
        asked.append(text)
        return before + text + behind

    assert [cut("маман"), cut("маман")] == ["аман"] * 2
    assert [frame("маман", "("), frame("маман", "("), frame("маман", "(", "]")] == ["(маман)", "(маман)", "(маман]"]
    assert asked == ["маман"] * 3


def test_what_was_remembered_can_be_forgotten(read, asked):
    read("маман")
    forget_readings()
    read("маман")
    assert len(asked) == 2


def test_of_a_costly_reading_more_is_kept(asked):
    @read_costly_once
    def cut(text):
        asked.append(text)
        return text[1:]

    texts = [str(number) for number in range(KEPT_COSTLY + 1)]
    for text in [*texts, texts[1], texts[0]]:
        cut(text)
    assert asked == [*texts, texts[0]]


@pytest.mark.parametrize(("length", "kept"), [(1, KEPT), (LONGEST + 1, KEPT_LONG)])
def test_few_long_texts_are_kept(read, asked, length, kept):
    texts = [str(number).rjust(length) for number in range(kept + 1)]
    for text in [*texts, texts[-1], texts[0]]:
        read(text)
    assert [text for text, _ in asked] == [*texts, texts[0]]  # the last is known, the first was given up


def test_a_reading_keeps_its_name(read):
    assert read.__name__ == "read_letters"
    assert read.__doc__ == "Return the letters of a text."


def test_an_act_is_read_the_same_whatever_was_read_before():
    documents = [RawDocument(path.name, "0" * 64, "text", path.read_text(encoding="utf-8")) for path in SPECIMENS]
    forget_readings()
    records = [read_act(document).to_json() for document in documents]
    assert [read_act(document).to_json() for document in reversed(documents)] == records[::-1]
    alone = []
    for document in documents:
        forget_readings()
        alone.append(read_act(document).to_json())
    assert alone == records
