"""Diagrams of procedures as BPMN 2.0 XML (ISO/IEC 19510) with their layout, for any BPMN tool."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from regkb.present.flow import Edge, Flow, Node

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
DI = "http://www.omg.org/spec/BPMN/20100524/DI"
DD_DC = "http://www.omg.org/spec/DD/20100524/DC"
DD_DI = "http://www.omg.org/spec/DD/20100524/DI"
TAGS = {"start": "startEvent", "end": "endEvent", "task": "task", "gateway": "exclusiveGateway"}
SIZES = {"start": (36, 36), "end": (36, 36), "task": (180, 120), "gateway": (50, 50)}
COLUMN, LANE, LEFT, TOP, HEADER, GAP, ROUTE = 230, 180, 160, 80, 30, 60, 14
"""Pixels: a node's column, a lane's height, the pools' place, their name's width, between pools, above the nodes."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where a shape stands, in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle."""
        return self.x + self.width / 2, self.y + self.height / 2


def write_bpmn(flows: Sequence[Flow], name: str) -> str:
    """Return a BPMN document: one collaboration called `name`, a pool for each procedure, its lanes inside.

    The name of a task is the beginning of the step with its lengths of time, its documentation the step's whole text.
    """
    root = etree.Element(
        f"{{{MODEL}}}definitions",
        nsmap={"bpmn": MODEL, "bpmndi": DI, "dc": DD_DC, "di": DD_DI},
        id="definitions",
        name=name,
        targetNamespace="urn:regkb:procedure",
        exporter="regkb",
    )
    collaboration = etree.SubElement(root, f"{{{MODEL}}}collaboration", id="collaboration", name=name)
    for number, flow in enumerate(flows):
        etree.SubElement(
            collaboration,
            f"{{{MODEL}}}participant",
            id=f"pool{number}",
            name=flow.title,
            processRef=f"process{number}",
        )
    for number, flow in enumerate(flows):
        _write_process(root, flow, number)
    diagram = etree.SubElement(root, f"{{{DI}}}BPMNDiagram", id="diagram", name=name)
    plane = etree.SubElement(diagram, f"{{{DI}}}BPMNPlane", id="plane", bpmnElement="collaboration")
    top = TOP
    for number, flow in enumerate(flows):
        _draw_pool(plane, flow, number, top)
        top += LANE * max(1, len(flow.lanes)) + GAP
    return str(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True), "utf-8")


def _write_process(root: etree._Element, flow: Flow, number: int) -> None:
    process = etree.SubElement(
        root, f"{{{MODEL}}}process", id=f"process{number}", name=flow.title, isExecutable="false"
    )
    lanes = etree.SubElement(process, f"{{{MODEL}}}laneSet", id=f"lanes{number}")
    for place, name in enumerate(flow.lanes):
        lane = etree.SubElement(lanes, f"{{{MODEL}}}lane", id=_id(number, f"lane{place}"), name=name)
        for node in flow.nodes:
            if node.lane == place:
                etree.SubElement(lane, f"{{{MODEL}}}flowNodeRef").text = _id(number, node.id)
    for node in flow.nodes:
        element = etree.SubElement(process, f"{{{MODEL}}}{TAGS[node.kind]}", id=_id(number, node.id), name=node.name)
        if node.text:
            etree.SubElement(element, f"{{{MODEL}}}documentation").text = node.text
        for way in ("incoming", "outgoing"):
            for order, edge in enumerate(flow.edges):
                if node.id == (edge.target if way == "incoming" else edge.source):
                    etree.SubElement(element, f"{{{MODEL}}}{way}").text = _id(number, f"way{order}")
    for order, edge in enumerate(flow.edges):
        way = etree.SubElement(
            process,
            f"{{{MODEL}}}sequenceFlow",
            id=_id(number, f"way{order}"),
            sourceRef=_id(number, edge.source),
            targetRef=_id(number, edge.target),
        )
        if edge.name:
            way.set("name", edge.name)


def _draw_pool(plane: etree._Element, flow: Flow, number: int, top: float) -> None:
    width = HEADER + COLUMN * (len(flow.nodes) or 1)
    height = LANE * max(1, len(flow.lanes))
    _draw_shape(plane, f"pool{number}", Box(LEFT, top, width, height), isHorizontal="true")
    for place in range(len(flow.lanes)):
        box = Box(LEFT + HEADER, top + LANE * place, width - HEADER, LANE)
        _draw_shape(plane, _id(number, f"lane{place}"), box, isHorizontal="true")
    boxes = {node.id: _place(node, column, top) for column, node in enumerate(flow.nodes)}
    for node in flow.nodes:
        more = {"isMarkerVisible": "true"} if node.kind == "gateway" else {}
        _draw_shape(plane, _id(number, node.id), boxes[node.id], **more)
    columns = {node.id: column for column, node in enumerate(flow.nodes)}
    for order, edge in enumerate(flow.edges):
        skips = columns[edge.target] - columns[edge.source] > 1
        _draw_way(plane, _id(number, f"way{order}"), _route(edge, boxes, skips, top))


def _place(node: Node, column: int, top: float) -> Box:
    width, height = SIZES[node.kind]
    x = LEFT + HEADER + COLUMN * column + (COLUMN - width) / 2
    return Box(x, top + LANE * node.lane + (LANE - height) / 2, width, height)


def _route(edge: Edge, boxes: dict[str, Box], skips: bool, top: float) -> list[tuple[float, float]]:
    """Return the corners of a way: straight to the next column, or above the nodes that it passes."""
    source, target = boxes[edge.source], boxes[edge.target]
    (from_x, from_y), (_, to_y) = source.middle, target.middle
    turn = target.x - (COLUMN - SIZES["task"][0]) / 4
    if skips:
        above = top + LANE * ((from_y - top) // LANE) + ROUTE
        return [(from_x, source.y), (from_x, above), (turn, above), (turn, to_y), (target.x, to_y)]
    if from_y == to_y:
        return [(source.x + source.width, from_y), (target.x, to_y)]
    return [(source.x + source.width, from_y), (turn, from_y), (turn, to_y), (target.x, to_y)]


def _draw_shape(plane: etree._Element, element: str, box: Box, **more: str) -> None:
    shape = etree.SubElement(plane, f"{{{DI}}}BPMNShape", id=f"{element}_shape", bpmnElement=element, **more)
    numbers = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    etree.SubElement(shape, f"{{{DD_DC}}}Bounds", **{name: f"{number:g}" for name, number in numbers.items()})


def _draw_way(plane: etree._Element, element: str, corners: list[tuple[float, float]]) -> None:
    edge = etree.SubElement(plane, f"{{{DI}}}BPMNEdge", id=f"{element}_edge", bpmnElement=element)
    for x, y in corners:
        etree.SubElement(edge, f"{{{DD_DI}}}waypoint", x=f"{x:g}", y=f"{y:g}")


def _id(number: int, name: str) -> str:
    return f"p{number}_{name}"
