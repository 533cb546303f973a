"""Diagrams of procedures in the language of Mermaid (mermaid.js.org), which GitHub, GitLab and many editors draw."""

from __future__ import annotations

from collections.abc import Sequence

from regkb.present.flow import Flow, Node

SHAPES = {"start": ("([", "])"), "end": ("([", "])"), "task": ("[", "]"), "gateway": ("{", "}")}


def write_mermaid(flows: Sequence[Flow]) -> str:
    """Return one flowchart with a frame for each procedure, lanes as frames inside it."""
    lines = ["flowchart TB"]
    for number, flow in enumerate(flows):
        lines += _draw_flow(flow, f"p{number}")
    return "\n".join(lines) + "\n"


def _draw_flow(flow: Flow, prefix: str) -> list[str]:
    lines = [f'  subgraph {prefix}["{_escape(flow.title)}"]']
    for lane, name in enumerate(flow.lanes):
        lines.append(f'    subgraph {prefix}_lane{lane}["{_escape(name)}"]')
        lines += [f"      {_draw_node(node, prefix)}" for node in flow.nodes if node.lane == lane]
        lines.append("    end")
    lines.append("  end")
    for edge in flow.edges:
        way = f'-->|"{_escape(edge.name)}"|' if edge.name else "-->"
        lines.append(f"  {prefix}_{edge.source} {way} {prefix}_{edge.target}")
    return lines


def _draw_node(node: Node, prefix: str) -> str:
    opening, closing = SHAPES[node.kind]
    return f'{prefix}_{node.id}{opening}"{_escape(node.name)}"{closing}'


def _escape(text: str) -> str:
    """Return text as a quoted label: Mermaid has codes of its own for characters that mean something to it."""
    for letter, code in (("#", "#35;"), ("&", "#amp;"), ('"', "#quot;"), ("<", "#lt;"), (">", "#gt;"), ("`", "#96;")):
        text = text.replace(letter, code)
    return text.replace("\n", "<br/>")
