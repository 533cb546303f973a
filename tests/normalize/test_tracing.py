import tracemalloc

from regkb.normalize.tracing import find_uncovered, holds_trace, merge_spans
from regkb.schemas.stages import Block


def test_spans_merge_over_white_space_alone():
    raw = "көл  суы\n жақсы"
    assert merge_spans([(0, 3), (5, 8), (10, 15)], raw) == ((0, 15),)
    assert merge_spans([(5, 8), (0, 3)], raw) == ((5, 8), (0, 3))


def test_the_trace_allows_look_alikes_and_blanks_alone():
    raw = "к ө л i  суы"
    assert holds_trace("көлі суы", [(0, len(raw))], raw)
    assert not holds_trace("көлі сулы", [(0, len(raw))], raw)
    assert holds_trace("суы көлі", [(9, 12), (0, 7)], raw)


def test_what_white_space_makes_long_is_not_remembered():
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    for number in range(40):
        raw = f"көл{' ' * 1_000_000}{number}"
        assert holds_trace(f"көл {number}", [(0, len(raw))], raw)
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert after - before < 20 * 2 * 1_000_000


def test_what_is_covered_twice_or_never_is_found():
    raw = "бір екі үш"
    assert find_uncovered([Block("бір", ((0, 3),), "body"), Block("үш", ((8, 10),), "body")], raw) == [(3, 8)]
    assert find_uncovered([Block("бір екі", ((0, 7),), "body"), Block("екі үш", ((4, 10),), "body")], raw) == [(4, 7)]
    assert find_uncovered([Block("бір екі үш", ((0, 10),), "body")], raw) == []
