"""A procedure as a diagram: who does what in lanes, conditions with both exits, the way from start to end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from regkb.extract.totals import total_procedure
from regkb.lang import words
from regkb.lang.flow import FlowWords
from regkb.lang.patterns import compile_any_case
from regkb.lang.roles import RoleWords
from regkb.schemas.record import Duration, Procedure, Step

NodeKind = Literal["start", "task", "gateway", "end"]
TRIMMED = " ;.,:–—-"
LONGEST_NAME: dict[NodeKind, int] = {"task": 110, "gateway": 60}
"""Characters of a step that a box shows; its whole text goes along where the format has a place for it."""


@dataclass(frozen=True, slots=True)
class Node:
    """A box of a diagram: `lane` counts the lanes, `name` is what it shows, `text` the step's whole words."""

    id: str
    kind: NodeKind
    lane: int
    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """The way from one node to the next, `name` on it where there is a choice."""

    source: str
    target: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Flow:
    """The diagram of a procedure: its lanes from the top, its nodes in order, and the ways between them."""

    title: str
    lanes: tuple[str, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def draw_procedure(procedure: Procedure, title: str, language: str) -> Flow:
    """Return the diagram of a procedure, its words in `language`.

    Lanes are the roles that act, those of one canonical role together; a step that names nobody has a lane that says
    so. A condition goes on with `yes`; its `no` leads to the refusal that stands behind it, or to an end of its own
    where none does.
    """
    said: FlowWords = words("flow", language)
    lanes: dict[str, int] = {}
    nodes: list[Node] = []
    edges: list[Edge] = []

    def lane_of(step: Step) -> int:
        return lanes.setdefault(_name_lane(step, language), len(lanes))

    def go(source: Node, target: Node, name: str = "") -> None:
        edges.append(Edge(source.id, target.id, name))

    def refuse(source: Node, name: str = "") -> None:
        end = Node(f"refused{len(nodes)}", "end", source.lane, said.refused)
        nodes.append(end)
        go(source, end, name)

    if not procedure.steps:
        return Flow(title, (), (), ())
    last = Node("start", "start", lane_of(procedure.steps[0]), said.start)
    nodes.append(last)
    choice: Node | None = None
    for place, step in enumerate(procedure.steps):
        kind: NodeKind = "gateway" if step.kind == "condition" else "task"
        node = Node(f"step{place + 1}", kind, lane_of(step), _name_step(step, LONGEST_NAME[kind]), step.text)
        if choice is not None and kind == "task" and _is_refusal(step, language):
            nodes.append(node)
            go(choice, node, said.no)
            refuse(node)
            last, choice = choice, None
            continue
        if choice is not None:
            refuse(choice, said.no)
        nodes.append(node)
        go(last, node, said.yes if last.kind == "gateway" else "")
        last, choice = node, node if kind == "gateway" else None
    if choice is not None:
        refuse(choice, said.no)
    end = Node("end", "end", last.lane, said.end)
    nodes.append(end)
    go(last, end, said.yes if last.kind == "gateway" else "")
    return Flow(title, tuple(lanes), tuple(nodes), tuple(edges))


def name_procedure(procedure: Procedure) -> str:
    """Return the title of a procedure's diagram: its kind and path, what its steps add up to, and its hand-overs."""
    totals = total_procedure(procedure)
    sums = {
        "min": totals.minutes,
        "working days": totals.working_days,
        "calendar days": totals.calendar_days,
        "days": totals.other_days,
    }
    stated = " + ".join(f"{amount:g} {unit}" for unit, amount in sums.items() if amount)
    return f"{procedure.kind}: {procedure.at} ({stated or 'no length stated'}; {totals.hand_overs} hand-overs)"


def _name_lane(step: Step, language: str) -> str:
    """Return the usual name of the role that does a step, or who does it as written where no role is known."""
    roles: RoleWords = words("roles", language)
    role = step.actor_role
    if role is not None and role.canonical in roles.canonical:
        return roles.canonical[role.canonical][0]
    said: FlowWords = words("flow", language)
    return step.actor or said.nobody


def _name_step(step: Step, longest: int) -> str:
    """Return the step's number and first words, and its lengths of time; who does it is the name of its lane."""
    text = step.text
    if step.actor and text.startswith(step.actor):
        text = text[len(step.actor) :]
    lengths = [duration.text for duration in step.durations]
    first = text.find(lengths[0]) if lengths else -1
    text = " ".join((text[:first] if first >= 0 else text).split()).strip(TRIMMED)
    if len(text) > longest:
        text = text[:longest].rsplit(" ", 1)[0] + " …"
    return "\n".join([f"({step.number}) {text}", *map(_name_duration, step.durations)])


def _name_duration(duration: Duration) -> str:
    return f"{duration.condition}: {duration.text}" if duration.condition else duration.text


def _is_refusal(step: Step, language: str) -> bool:
    said: FlowWords = words("flow", language)
    return compile_any_case(said.refusal).search(step.text) is not None
