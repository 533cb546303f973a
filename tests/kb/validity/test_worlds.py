"""Answers against simulated worlds, in which the truth is known and the base holds some of the acts."""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass, field
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from regkb.kb.calendar import day_after
from regkb.kb.validity.answer import ValidityAnswer
from tests.kb.validity.specimens import act_id, answer_from_events, derive_events, identify, make_act

FIRST = datetime.date(2014, 1, 1)


@dataclass
class Truth:
    """What happened to an act; days count from FIRST, `export` is when the base's text of it was taken."""

    number: int
    adopted: int
    registered: int
    published: int
    rule: str
    export: int
    cited: list[tuple[int, str, int]] = field(default_factory=list)
    ended_by: Truth | None = None

    @property
    def name(self) -> str:
        return f"{day(self.adopted)} № {self.number}"

    @property
    def applied(self) -> int:
        if self.rule == "published+10":
            return (day_after(day(self.published), 10) - FIRST).days
        if self.rule == "registration":
            return self.registered
        return (datetime.date.fromisoformat(self.rule) - FIRST).days

    def state(self, on: int) -> str:
        if self.ended_by and self.ended_by.applied <= on:
            return "repealed"
        return "in_force" if self.applied <= on else "not_yet"


def day(number: int) -> datetime.date:
    return FIRST + datetime.timedelta(days=number)


@st.composite
def worlds(draw: st.DrawFn) -> list[Truth]:
    """Draw acts in the order of adoption; each may amend, repeal or cite those before it, as the law allows."""
    acts: list[Truth] = []
    adopted = 0
    for number in range(1, draw(st.integers(2, 5)) + 1):
        adopted += draw(st.integers(1, 200))
        registered = adopted + draw(st.integers(0, 40))
        published = registered + draw(st.integers(0, 40))
        fixed = day(registered + draw(st.integers(0, 60))).isoformat()
        rule = draw(st.sampled_from(["published+10", "registration", fixed]))
        act = Truth(number, adopted, registered, published, rule, registered + draw(st.integers(0, 1500)))
        for other in acts:
            does = draw(st.sampled_from(["", "amend", "repeal", "nothing"]))
            standing = other.ended_by is None
            if does == "nothing" or (does and not standing) or (does == "repeal" and other.applied >= adopted):
                continue
            act.cited.append((other.number, does, draw(st.integers(0, 30))))
            if does == "repeal":
                other.ended_by = act
        acts.append(act)
    return acts


def days_that_matter(acts: list[Truth]) -> st.SearchStrategy[int]:
    """Draw a day on or beside one on which something happened, or a few weeks after it."""
    days = {d for act in acts for d in (act.adopted, act.registered, act.published, act.applied, act.export)}
    return st.builds(int.__add__, st.sampled_from(sorted(days)), st.sampled_from([-1, 0, 1, 5, 11, 20, 300]))


def tell(act: Truth, acts: list[Truth]) -> dict[str, Any]:
    """Return the facts that the act's text tells: its own, and true ones of the acts that it cites."""
    ended = act.ended_by is not None and act.ended_by.applied <= act.export
    facts: dict[str, Any] = {
        "act": act.name,
        "registered": day(act.registered).isoformat(),
        "status": "repealed" if ended else "in_force",
        "ingested": day(act.export).isoformat(),
        "force": "registration",
        "applied": act.rule,
        "cites": [],
    }
    if ended and act.ended_by:
        facts |= {"repealed_by": act.ended_by.name, "repeal_rule": act.ended_by.rule}
    for number, does, later in act.cited:
        other = acts[number - 1]
        cited: dict[str, Any] = {"act": other.name}
        if other.registered <= act.adopted:
            cited["registered"] = day(other.registered).isoformat()
        if other.published + later <= act.adopted:  # not always the first publication
            cited["published"] = day(other.published + later).isoformat()
        facts["cites"].append(cited | ({"does": does} if does else {}))
    return facts


def ask(acts: list[Truth], known: list[int], number: int, on: int, shuffle: int = 0) -> ValidityAnswer:
    events = [event for n in known for event in derive_events(make_act(tell(acts[n - 1], acts)), identify)]
    random.Random(shuffle).shuffle(events)
    return answer_from_events(events, day(on), act_id(acts[number - 1].name))


@settings(max_examples=300)
@given(worlds(), st.data())
def test_the_truth_is_always_possible_and_more_acts_never_flip_an_answer(acts, data):
    number = data.draw(st.integers(1, len(acts)))
    on = data.draw(days_that_matter(acts))
    order = data.draw(st.permutations(range(1, len(acts) + 1)))
    truth = acts[number - 1].state(on)
    before: ValidityAnswer | None = None
    for count in range(len(order) + 1):
        answer = ask(acts, order[:count], number, on)
        assert not answer.conflicts
        assert answer.certain == (len(answer.possible) == 1) == (not answer.missing)
        if answer.known != "absent":
            assert truth in answer.possible
        if before:
            assert set(answer.possible) <= set(before.possible)
            if before.certain:
                assert (answer.answer, answer.certain) == (before.answer, True)
            elif answer.answer != before.answer and before.answer != "unknown":
                added = act_id(acts[order[count - 1] - 1].name)
                assert any(added in (reason.source, reason.by) for reason in answer.timeline)
        before = answer


@settings(max_examples=100)
@given(worlds(), st.data())
def test_the_order_of_evidence_does_not_matter(acts, data):
    number = data.draw(st.integers(1, len(acts)))
    on = data.draw(days_that_matter(acts))
    known = list(range(1, len(acts) + 1))
    answers = {ask(acts, known, number, on, shuffle).to_json() for shuffle in range(3)}
    assert len(answers) == 1
