"""Paragraphs in reading order → a tree of containers, each with its own words, as Akoma Ntoso nests them."""

from __future__ import annotations

from collections.abc import Sequence
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
    taken: dict[str, int] = {}

    def add(parent: Node, kind: str, path: str) -> Node:
        wanted = make_eid(path)
        taken[wanted] = taken.get(wanted, 0) + 1
        number = taken[wanted]
        # `alinea_1`, `alinea_2` where there is no number of its own; `para_5-2` where a number comes again
        eid = (
            f"{wanted}_{number}"
            if ":" not in path.rsplit("/", 1)[-1]
            else wanted + (f"-{number}" if number > 1 else "")
        )
        node = Node(kind, path, eid)
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
        if is_own and depth == len(containers) and open_nodes[depth].own:
            depth -= 1
        del open_nodes[depth + 1 :]
        for level in range(depth, len(containers)):
            path = "/".join(segments[: level + 1])
            open_nodes.append(add(open_nodes[-1], segments[level].partition(":")[0], path))
        target = open_nodes[-1] if is_own else add(open_nodes[-1], segments[-1], paragraph.path)
        target.own.append(place)
    return root
