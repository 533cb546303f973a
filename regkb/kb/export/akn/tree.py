"""Paragraphs in reading order → a tree of containers, each with its own words, as Akoma Ntoso nests them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from regkb.kb.export.akn.names import make_eid
from regkb.schemas.record import Paragraph

CONTAINERS = ("annex", "section", "point", "subpoint")


@dataclass(slots=True)
class Node:
    """A container (its kind is in CONTAINERS) or a paragraph; `own` numbers the paragraphs that are its own words."""

    kind: str
    path: str
    eid: str
    own: list[int] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)


def build_tree(paragraphs: Sequence[Paragraph]) -> Node:
    """Return the root over all paragraphs; a container that comes twice gets an eId of its own each time."""
    root = Node("act", "", "")
    open_nodes = [root]
    reserved = {make_eid(path) for paragraph in paragraphs for path in _list_containers(paragraph.path)}
    taken: dict[str, int] = {}

    def add(parent: Node, kind: str, path: str) -> Node:
        node = Node(kind, path, _choose_eid(path, reserved, taken))
        parent.children.append(node)
        return node

    for place, paragraph in enumerate(paragraphs):
        segments = paragraph.path.split("/")
        containers = [segment for segment in segments if segment.partition(":")[0] in CONTAINERS]
        depth = 0
        while depth < min(len(containers), len(open_nodes) - 1) and open_nodes[depth + 1].path == "/".join(
            segments[: depth + 1]
        ):
            depth += 1
        is_own = len(containers) == len(segments)
        if depth and depth == len(containers) and _begins_again(open_nodes[depth], segments[-1], is_own):
            depth -= 1
        del open_nodes[depth + 1 :]
        for level in range(depth, len(containers)):
            path = "/".join(segments[: level + 1])
            open_nodes.append(add(open_nodes[-1], segments[level].partition(":")[0], path))
        target = open_nodes[-1] if is_own else add(open_nodes[-1], segments[-1], paragraph.path)
        target.own.append(place)
    return root


def _begins_again(node: Node, kind: str, is_own: bool) -> bool:
    """Tell whether a paragraph at an open container's path begins another one of the same number.

    Drafters number carelessly: two points 5, or two annexes 2, the second with a stamp of its own.
    """
    if is_own:
        return bool(node.own)
    before = {"stamp": ("stamp",), "title": ("stamp", "title")}.get(kind)
    return node.kind == "annex" and before is not None and any(child.kind not in before for child in node.children)


def map_eids(root: Node) -> dict[str, str]:
    """Return the eId of the first node at each path."""
    eids: dict[str, str] = {}
    for node in _walk(root):
        eids.setdefault(node.path, node.eid)
    return eids


def map_paragraphs(root: Node) -> dict[int, str]:
    """Return the eId of the node whose own words each paragraph is, by the paragraph's number."""
    return {place: node.eid for node in _walk(root) for place in node.own}


def _walk(root: Node) -> Iterator[Node]:
    """Yield all nodes in reading order, the root first."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(node.children)


def _list_containers(path: str) -> list[str]:
    """Return the paths of the numbered provisions that a path leads through, itself included."""
    segments = path.split("/")
    return ["/".join(segments[:depth]) for depth, segment in enumerate(segments, 1) if ":" in segment]


def _choose_eid(path: str, reserved: set[str], taken: dict[str, int]) -> str:
    """Return a free eId: `al_1`, `al_2` for what has no number, `para_5`, and `para_5-2` where a number comes again.

    `taken` counts how often each was wanted. One that is another provision's by its number is passed over: there may
    be a point 5-2.
    """
    wanted = make_eid(path)
    is_numbered = ":" in path.rsplit("/", 1)[-1]
    taken[wanted] = taken.get(wanted, 0) + 1
    if is_numbered and taken[wanted] == 1:
        return wanted
    while (eid := f"{wanted}{'-' if is_numbered else '_'}{taken[wanted]}") in reserved:
        taken[wanted] += 1
    return eid
