from collections import Counter

import pytest
from lxml import etree

from regkb.present.bpmn import DD_DC, DD_DI, DI, MODEL, write_bpmn
from regkb.present.flow import draw_procedure, name_procedure
from regkb.present.mermaid import write_mermaid
from regkb.schemas.record import Duration, Procedure, Role, Step
from tests.present.specimen import make_act


def step(number, text, actor=None, canonical=None, kind="action", **more):
    role = Role(text=actor, canonical=canonical) if actor else None
    return Step(number=str(number), text=text, actor=actor, actor_role=role, kind=kind, **more)


def draw(*steps, language="kk"):
    return draw_procedure(Procedure(at="annex:1/point:5", kind="portal", steps=list(steps)), "portal", language)


def ways(flow):
    return [(edge.source, edge.name, edge.target) for edge in flow.edges]


def test_steps_follow_each_other_in_lanes_of_roles():
    flow = draw(
        step(1, "маман өтінішті тіркейді", "маман", "specialist"),
        step(2, "басшымен қарау", "басшымен", "provider_head"),
        step(3, "маманның жіберуі", "маманның", "specialist"),
        step(4, "беру"),
        step(5, "орманшы іріктейді", "орманшы"),
    )
    assert flow.lanes == ("маман", "басшы", "орындаушысы аталмаған", "орманшы")
    assert [node.lane for node in flow.nodes] == [0, 0, 1, 0, 2, 3, 3]
    assert ways(flow) == [
        ("start", "", "step1"),
        ("step1", "", "step2"),
        ("step2", "", "step3"),
        ("step3", "", "step4"),
        ("step4", "", "step5"),
        ("step5", "", "end"),
    ]


def test_a_condition_has_both_exits():
    flow = draw(
        step(1, "1 шарт – тексеру", kind="condition"),
        step(2, "2 процесс – қызметтен бас тарту туралы хабарлама", kind="process"),
        step(3, "3 процесс – жолдау", kind="process"),
    )
    assert ways(flow) == [
        ("start", "", "step1"),
        ("step1", "жоқ", "step2"),
        ("step2", "", "refused3"),
        ("step1", "иә", "step3"),
        ("step3", "", "end"),
    ]


def test_a_condition_without_a_refusal_behind_it_ends_with_no():
    flow = draw(
        step(1, "условие 1 – проверка", kind="condition"),
        step(2, "условие 2 – проверка", kind="condition"),
        language="ru",
    )
    assert [way for way in ways(flow) if way[1]] == [
        ("step1", "нет", "refused2"),
        ("step1", "да", "step2"),
        ("step2", "нет", "refused4"),
        ("step2", "да", "end"),
    ]


def test_what_a_box_shows():
    lengths = [
        Duration(text="3 күн", value=3, unit="day", limit="exact"),
        Duration(text="5 күн", value=5, unit="day", limit="exact", condition="қалада"),
    ]
    text = "маман " + "өтінішті қарайды " * 20 + "– 3 күн; қалада – 5 күн."
    node = draw(step(2, text, "маман", durations=lengths)).nodes[1]
    first, *others = node.name.split("\n")
    assert first.startswith("(2) өтінішті") and first.endswith(" …") and len(first) < 120
    assert others == ["3 күн", "қалада: 5 күн"]
    assert node.text == text


def test_the_title_tells_what_the_steps_add_up_to():
    lengths = [
        Duration(text="15 минут", value=15, unit="minute", limit="exact"),
        Duration(text="3 жұмыс күні", value=3, unit="day", day_type="working", limit="exact"),
    ]
    steps = [step(1, "", "маман", "specialist", durations=lengths), step(2, "", "басшы", "provider_head")]
    assert name_procedure(Procedure(at="annex:1/point:5", kind="portal", steps=steps)) == (
        "portal: annex:1/point:5 (15 min + 3 working days; 1 hand-overs)"
    )
    bare = Procedure(at="annex:1/point:5", kind="portal", steps=[])
    assert name_procedure(bare) == "portal: annex:1/point:5 (no length stated; 0 hand-overs)"


def test_a_procedure_without_steps_is_empty():
    assert draw().nodes == ()


@pytest.fixture(scope="module")
def flows():
    act, _ = make_act()
    procedures = [procedure for service in act.services for procedure in service.procedures]
    return [draw_procedure(one, f'{one.kind}: "{one.at}" <&>', "kk") for one in procedures]


def test_mermaid_has_every_node_once_and_every_way(flows):
    text = write_mermaid(flows)
    for number, flow in enumerate(flows):
        for node in flow.nodes:
            assert sum(line.strip().startswith(f"p{number}_{node.id}") for line in text.split("\n")) == 1 + sum(
                edge.source == node.id for edge in flow.edges
            )
    assert text.count("subgraph") == len(flows) + sum(len(flow.lanes) for flow in flows)
    assert text.count("subgraph") == sum(line.strip() == "end" for line in text.split("\n"))
    assert "<&>" not in text and "#lt;#amp;#gt;" in text


def test_bpmn_is_whole(flows):
    root = etree.fromstring(write_bpmn(flows, "Үлгі").encode())
    identities = Counter(root.xpath("//@id"))
    assert set(identities.values()) == {1}
    nodes = {n.get("id"): n for n in root.iter() if etree.QName(n).namespace == MODEL and n.get("id")}
    for flow in root.iter(f"{{{MODEL}}}sequenceFlow"):
        assert flow.get("sourceRef") in nodes and flow.get("targetRef") in nodes
    named = [element.text for element in root.iter(f"{{{MODEL}}}flowNodeRef")]
    assert len(named) == len(set(named)) == sum(len(flow.nodes) for flow in flows)
    for gateway in root.iter(f"{{{MODEL}}}exclusiveGateway"):
        exits = [nodes[out.text].get("name") for out in gateway.iter(f"{{{MODEL}}}outgoing")]
        assert sorted(exits) == ["жоқ", "иә"]


def test_everything_of_a_bpmn_diagram_has_its_place(flows):
    root = etree.fromstring(write_bpmn(flows, "Үлгі").encode())
    drawn = {shape.get("bpmnElement"): shape.find(f"{{{DD_DC}}}Bounds") for shape in root.iter(f"{{{DI}}}BPMNShape")}
    lines = {edge.get("bpmnElement"): edge.findall(f"{{{DD_DI}}}waypoint") for edge in root.iter(f"{{{DI}}}BPMNEdge")}
    boxes = {name: [float(box.get(side)) for side in ("x", "y", "width", "height")] for name, box in drawn.items()}
    for way in root.iter(f"{{{MODEL}}}sequenceFlow"):
        first, last = lines[way.get("id")][0], lines[way.get("id")][-1]
        assert touches(boxes[way.get("sourceRef")], first) and touches(boxes[way.get("targetRef")], last)
    for lane in root.iter(f"{{{MODEL}}}lane"):
        for node in lane.iter(f"{{{MODEL}}}flowNodeRef"):
            assert inside(boxes[node.text], boxes[lane.get("id")])
    shapes = [boxes[node.text] for node in root.iter(f"{{{MODEL}}}flowNodeRef")]
    assert not any(overlap(one, other) for n, one in enumerate(shapes) for other in shapes[n + 1 :])


def touches(box, point):
    x, y, width, height = box
    return x <= float(point.get("x")) <= x + width and y <= float(point.get("y")) <= y + height


def inside(box, frame):
    return (
        frame[0] <= box[0]
        and box[0] + box[2] <= frame[0] + frame[2]
        and frame[1] <= box[1]
        and box[1] + box[3] <= frame[1] + frame[3]
    )


def overlap(one, other):
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )
