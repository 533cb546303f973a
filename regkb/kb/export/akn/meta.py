"""The metadata of a document: FRBR identification, life, modifications, references, ELI and the base's own doubts."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from regkb.kb.export.akn.names import LANGUAGES, date_of, make_eid, name_expression
from regkb.kb.export.akn.sources import AknSource, Happening
from regkb.kb.export.akn.text import add, clean

ELI = "http://data.europa.eu/eli/ontology#"
REGKB = "urn:regkb:1"
MAKER = "#regkb"

_LIFE = (
    *("adopted", "registered", "published", "in_force", "applied", "amended"),
    *("suspended", "suspended_in_part", "repealed", "expired"),
)
"""The events of an act's life; others of its timeline are evidence only."""

_EVENT_TYPES = {"adopted": "generation", "amended": "amendment", "repealed": "repeal", "expired": "repeal"}
_FORCE = {"in_force": ("forceMod", "entryIntoForce"), "applied": ("efficacyMod", "entryIntoEfficacy")}
_END = {"repealed": ("forceMod", "endOfEnactment"), "expired": ("efficacyMod", "endOfEfficacy")}
_TEXTUAL = {
    "replace_whole": "substitution",
    "replace_words": "replacement",
    "insert_after": "insertion",
    "append": "insertion",
    "delete": "repeal",
}
_ELI_DATES = {
    "in_force": "first_date_entry_in_force",
    "applied": "date_applicability",
    "repealed": "date_no_longer_in_force",
    "expired": "date_no_longer_in_force",
}
_OUTLOOK = {"in_force": "InForce-inForce", "repealed": "InForce-notInForce", "expired": "InForce-notInForce"}


def add_main_meta(
    document: etree._Element, source: AknSource, eids: Mapping[str, str], paragraphs: Mapping[int, str]
) -> None:
    """Add the whole metadata of the act to its element.

    `eids` has the eId of the provision at each path, `paragraphs` that of each paragraph by its number.
    """
    meta = add(document, "meta")
    _add_identification(meta, source, "main")
    published = next((event for event in source.timeline if event.kind == "published" and event.date), None)
    if published is not None and published.date is not None:
        add(
            meta,
            "publication",
            date=published.date.isoformat(),
            name="official publication",
            showAs=published.quote or "official publication",
        )
    _add_lifecycle(meta, source)
    _add_analysis(meta, source, eids, paragraphs)
    _add_temporal_data(meta, source)
    _add_references(meta, source)
    _add_proprietary(meta, source)


def add_component_meta(document: etree._Element, source: AknSource, component: str) -> None:
    """Add the identification of an attached document; the rest of its metadata is the act's."""
    _add_identification(add(document, "meta"), source, component)


def _add_identification(meta: etree._Element, source: AknSource, component: str) -> None:
    """Add the work, its expression in the record's language, and this file."""
    act = source.act
    identification = add(meta, "identification", source=MAKER)
    expression = name_expression(act)
    work = add(identification, "FRBRWork")
    add(work, "FRBRthis", value=f"{act.id}/!{component}")
    add(work, "FRBRuri", value=act.id)
    if act.title:
        add(work, "FRBRalias", name="title", value=act.title)
    add(work, "FRBRdate", date=date_of(act), name="adoption" if act.date else "unknown")
    add(work, "FRBRauthor", href="#issuer", as_="#author")
    add(work, "FRBRcountry", value="kz")
    add(work, "FRBRsubtype", value=act.type or "other")
    add(work, "FRBRnumber", value=act.number or act.id.rsplit("/", 1)[-1])
    add(work, "FRBRprescriptive", value="true")
    add(work, "FRBRauthoritative", value="false")
    text = add(identification, "FRBRExpression")
    add(text, "FRBRthis", value=f"{expression}/!{component}")
    add(text, "FRBRuri", value=expression)
    add(text, "FRBRdate", date=date_of(act), name="adoption" if act.date else "unknown")
    add(text, "FRBRauthor", href="#issuer", as_="#author")
    add(text, "FRBRlanguage", language=LANGUAGES[act.language])
    file = add(identification, "FRBRManifestation")
    day = source.read_on.isoformat() if source.read_on else date_of(act)
    add(file, "FRBRthis", value=f"{expression}/!{component}.xml")
    add(file, "FRBRuri", value=f"{expression}.xml")
    add(file, "FRBRdate", date=day, name="ingestion")
    add(file, "FRBRauthor", href=MAKER, as_="#editor")
    add(file, "FRBRformat", value="application/akn+xml")


def _dated(source: AknSource) -> list[Happening]:
    """Return the events whose day is certain; the others are in the proprietary part with their bounds."""
    return [event for event in source.timeline if event.date is not None and event.kind in _LIFE]


def _add_lifecycle(meta: etree._Element, source: AknSource) -> None:
    """Add the events that have a certain day; the act's making is always one."""
    lifecycle = add(meta, "lifecycle", source=MAKER)
    events = _dated(source)
    _, done = _list_related(source)
    passive = {act_id: f"#passive_{number}" for number, (act_id, _) in enumerate(sorted(done), 1)}
    if not any(event.kind == "adopted" for event in events):
        add(lifecycle, "eventRef", eId="event_0", date=date_of(source.act), source="#original", type="generation")
    for number, event in enumerate(events, 1):
        add(
            lifecycle,
            "eventRef",
            eId=f"event_{number}",
            date=str(event.date),
            source=passive.get(event.by_act_id or "", "#original"),
            refersTo=f"#{event.kind}",
            type=_EVENT_TYPES.get(event.kind),
        )


def _add_analysis(
    meta: etree._Element, source: AknSource, eids: Mapping[str, str], paragraphs: Mapping[int, str]
) -> None:
    """Add what the act does to others, and what was done to it, or when it took effect."""
    analysis = etree.Element(f"{{{etree.QName(meta).namespace}}}analysis", source=MAKER)
    active = etree.SubElement(analysis, f"{{{etree.QName(meta).namespace}}}activeModifications")
    for seq, amendment in enumerate(source.act.amendments):
        if seq in source.amended:
            change = add(active, "textualMod", type=_TEXTUAL[amendment.operation], eId=f"change_{seq + 1}")
            eid = None if amendment.index is None else paragraphs.get(amendment.index)
            add(change, "source", href=f"#{eid}" if eid else _locate(source, eids, amendment.at))
            act_id, annex = source.amended[seq]
            add(change, "destination", href=f"{act_id}/~{make_eid(annex)}" if annex else act_id)
    for number, effect in enumerate(source.effects, 1):
        if effect.type == "repeal" and effect.affecting == source.act.id and effect.affected and effect.at:
            change = add(active, "forceMod", type="endOfEnactment", eId=f"repeal_{number}")
            add(change, "source", href=_locate(source, eids, effect.at))
            add(change, "destination", href=effect.affected)
    passive = etree.SubElement(analysis, f"{{{etree.QName(meta).namespace}}}passiveModifications")
    for number, event in enumerate(_dated(source), 1):
        known = _FORCE.get(event.kind) or _END.get(event.kind)
        if known:
            change = add(passive, known[0], type=known[1], eId=f"happened_{number}")
            at = event.at if event.source_act_id == source.act.id else None
            origin = event.by_act_id or _locate(source, eids, at)
            add(change, "source", href=origin)
            add(change, "destination", href=source.act.id)
            add(change, "force" if known[0] == "forceMod" else "efficacy", period=f"#period_{number}")
    for part in (active, passive):
        if len(part) == 0:
            analysis.remove(part)
    if len(analysis):
        meta.append(analysis)


def _locate(source: AknSource, eids: Mapping[str, str], path: str | None) -> str:
    """Return where the document says something: its provision at the path, or the act as a whole."""
    return f"#{eids[path]}" if path and path in eids else source.act.id


def _add_temporal_data(meta: etree._Element, source: AknSource) -> None:
    """Add the period that begins with each change of force or efficacy."""
    dated = [(number, event) for number, event in enumerate(_dated(source), 1) if event.kind in {**_FORCE, **_END}]
    if not dated:
        return
    temporal = add(meta, "temporalData", source=MAKER)
    for number, event in dated:
        group = add(temporal, "temporalGroup", eId=f"period_{number}")
        add(group, "timeInterval", start=f"#event_{number}", refersTo=f"#{event.kind}")


def _add_references(meta: etree._Element, source: AknSource) -> None:
    """Add the acts, bodies, persons and events that the rest refers to."""
    act = source.act
    references = add(meta, "references", source=MAKER)
    add(references, "original", eId="original", href=name_expression(act), showAs=act.title or act.id)
    doing, done = _list_related(source)
    for number, (act_id, _) in enumerate(sorted(doing), 1):
        add(references, "activeRef", eId=f"active_{number}", href=act_id, showAs=act_id)
    for number, (act_id, _) in enumerate(sorted(done), 1):
        add(references, "passiveRef", eId=f"passive_{number}", href=act_id, showAs=act_id)
    slug = act.id.split("/")[5] if act.id.count("/") >= 6 else "unknown"
    add(
        references,
        "TLCOrganization",
        eId="issuer",
        href=f"/akn/ontology/organization/kz/{slug}",
        showAs=act.issuer or "unknown",
    )
    add(references, "TLCOrganization", eId="regkb", href="/akn/ontology/organization/regkb", showAs="regkb")
    for number, signatory in enumerate(act.signatories, 1):
        add(
            references,
            "TLCPerson",
            eId=f"signatory_{number}",
            href=f"/akn/ontology/person/kz/signatory-{number}",
            showAs=signatory.name or "unknown",
            shortForm=signatory.position,
        )
    for role in ("author", "editor"):
        add(references, "TLCRole", eId=role, href=f"/akn/ontology/role/{role}", showAs=role)
    for kind in sorted({event.kind for event in _dated(source)}):
        add(references, "TLCEvent", eId=kind, href=f"/akn/ontology/event/{kind}", showAs=kind.replace("_", " "))


def _list_related(source: AknSource) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Return the acts that this one amends or repeals, and those that amend or repeal it, each with how."""
    own = source.act.id
    verbs = ("amend", "repeal")
    doing = {
        (e.affected, e.type) for e in source.effects if e.affecting == own and e.affected not in (None, own)
        if e.type in verbs and e.affected
    }  # fmt: skip
    done = {
        (e.affecting, e.type) for e in source.effects if e.affected == own and e.affecting not in (None, own)
        if e.type in verbs and e.affecting
    }  # fmt: skip
    done |= {
        (event.by_act_id, event.kind.removesuffix("ed"))
        for event in source.timeline
        if event.by_act_id and event.kind in ("amended", "repealed")
    }
    return doing, done


def _add_proprietary(meta: etree._Element, source: AknSource) -> None:
    """Add ELI metadata, and every event with its bounds, the uncertain ones too."""
    act = source.act
    proprietary = add(meta, "proprietary", source=MAKER)
    doing, done = _list_related(source)
    cited = sorted({act_id for act_id, _ in source.citations.values() if act_id != act.id})
    values: list[tuple[str, str | None]] = [
        ("type_document", act.type),
        ("id_local", act.number),
        ("title", act.title),
        ("language", f"http://publications.europa.eu/resource/authority/language/{LANGUAGES[act.language].upper()}"),
        ("date_document", act.date.isoformat() if act.date else None),
        ("passed_by", act.issuer),
        *((_ELI_DATES[e.kind], str(e.date)) for e in _dated(source) if e.kind in _ELI_DATES),
        ("in_force", ELI + _OUTLOOK[source.outlook] if source.outlook in _OUTLOOK else None),
        *(("amends" if how == "amend" else "repeals", act_id) for act_id, how in sorted(doing)),
        *(("amended_by" if how == "amend" else "repealed_by", act_id) for act_id, how in sorted(done)),
        *(("cites", act_id) for act_id in cited),
        ("is_realized_by", name_expression(act)),
    ]
    for name, value in values:
        if value is not None:
            etree.SubElement(proprietary, f"{{{ELI}}}{name}").text = clean(value)
    for event in source.timeline:
        element = etree.SubElement(proprietary, f"{{{REGKB}}}event", kind=event.kind)
        for name, bound in (("earliest", event.earliest), ("latest", event.latest), ("by", event.by_act_id)):
            if bound is not None:
                element.set(name, str(bound))
        if event.source_act_id:
            element.set("source", event.source_act_id)
        element.text = clean(event.quote) if event.quote else None
