import pytest
from hypothesis import given
from hypothesis import strategies as st

from regkb.extract.actors import find_actor
from tests.extract.gold_file import gold


@pytest.mark.parametrize("case", gold("actors"), ids=lambda case: case["text"][:60])
def test_actors_as_written(case):
    actor = find_actor(case["text"], case["language"])
    assert (actor and actor.text) == case["actor"]
    if actor is not None:
        assert case["text"][slice(*actor.span)] == actor.text


def test_gold_has_enough_actors():
    assert len({case["actor"] for case in gold("actors") if case["actor"]}) >= 30


@given(st.text(alphabet=' .,;:()«»"–-айсыніңмендеуқжетбпгол', max_size=120))
def test_any_text_gives_a_piece_of_itself_or_nothing(text):
    actor = find_actor(text, "kk")
    assert actor is None or text[slice(*actor.span)] == actor.text
