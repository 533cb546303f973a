"""Acts for the tests, made from a few facts each: the words around them are invented, and read as the real ones are."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from regkb.kb.validity.answer import ValidityAnswer, answer_from_timeline
from regkb.kb.validity.events import Event
from regkb.kb.validity.evidence import name_acts, tell_events
from regkb.kb.validity.missing import Names
from regkb.kb.validity.start import History
from regkb.kb.validity.states import Sense
from regkb.kb.validity.timeline import settle_timeline
from regkb.lang import words
from regkb.schemas.record import Act, ActRef, Day, EffectRule, Locator, Paragraph

GOLD = Path(__file__).parent / "gold"
ISSUER = "Үлгі облысы әкімдігі"
PUBLISHED_TEN = "алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі"
RULES = {
    "registration": {"event": "registration", "text": "мемлекеттік тіркелген күннен бастап күшіне енеді"},
    "published+10": {
        "event": "first_official_publication",
        "days": 10,
        "calendar": "calendar",
        "text": PUBLISHED_TEN,
    },
    "published+10?": {
        "event": "publication",
        "days": 10,
        "text": "жарияланғаннан кейін 10 күн өткеннен соң қолданысқа енгізіледі",
    },
    "published": {
        "event": "first_official_publication",
        "text": "алғашқы ресми жарияланған күнінен бастап қолданысқа енгізіледі",
    },
    "after-published": {
        "event": "first_official_publication",
        "text": "алғашқы ресми жарияланғаннан кейін қолданысқа енгізіледі",
    },
    "registration+5w": {
        "event": "registration",
        "days": 5,
        "calendar": "working",
        "text": "мемлекеттік тіркелгеннен кейін бес жұмыс күні өткен соң қолданысқа енгізіледі",
    },
    "signing": {"event": "signing", "text": "қол қойылған күнінен бастап қолданысқа енгізіледі"},
}


def identify(ref: ActRef) -> str | None:
    """Return an id for a mention that has a date; the issuer is left out, all specimens have one."""
    if ref.date is None:
        return None
    return f"/akn/kz/act/{ref.type or 'resolution'}/ulgi/{ref.date}/{ref.number or '_'}"


def refer(named: str) -> ActRef:
    """Return the act that `2015-07-17 № 321` names."""
    date, _, number = named.partition(" № ")
    return ActRef(type="resolution", issuer=ISSUER, date=datetime.date.fromisoformat(date), number=number or None)


def act_id(named: str) -> str:
    return identify(refer(named)) or ""


def write_date(day: str) -> str:
    """Return an ISO date in Kazakh words."""
    date = datetime.date.fromisoformat(day)
    month = next(name for name, number in words("calendar", "kk").months.items() if number == date.month)
    return f"{date.year} жылғы {date.day} {month}"


def make_rule(name: str | None) -> EffectRule | None:
    if name is None:
        return None
    if name in RULES:
        return EffectRule.model_validate(RULES[name])
    date = datetime.date.fromisoformat(name)
    return EffectRule(event="date", date=date, text=f"{write_date(name)}дан бастап қолданысқа енгізіледі")


def make_act(facts: dict[str, Any]) -> Act:
    """Return the record of an act with these facts (see gold/specimens.json)."""
    me = refer(facts["act"])
    date = None if facts.get("undated") else me.date
    info = f"Үлгі облысы әкімдігінің {write_date(facts['act'][:10])}дағы № {me.number} қаулысы."
    if "registered" in facts:
        info += f" Үлгі облысының Әділет департаментінде {write_date(facts['registered'])}да № 77 болып тіркелді."
    paragraphs = [Paragraph(path="title", text="Үлгі қызметтің регламентін бекіту туралы")]
    record: dict[str, Any] = {}
    references: list[dict[str, Any]] = []
    actions: list[dict[str, Any]] = []
    if "repealed_by" in facts:
        by = refer(facts["repealed_by"])
        rule = make_rule(facts.get("repeal_rule"))
        words_of_rule = f" ({rule.text})" if rule else ""
        repealing = f"Үлгі облысы әкімдігінің {write_date(str(by.date))}дағы № {by.number} қаулысымен"
        info += " Күші жойылды - "
        span = (len(info), len(info + repealing))
        info += repealing
        references.append({"at": "info", "text": repealing, "span": span, "target": by})
        paragraphs.append(
            Paragraph(path="note", text=f"Ескерту. Күші жойылды - № {by.number} қаулысымен{words_of_rule}.")
        )
        record["repeal"] = {"by": by, "effective": rule}
    if "expired_by" in facts:
        letter = write_date(facts["expired_by"])
        text = (
            f"Қабылдау мерзімінің өтуіне байланысты қолдану тоқтатылды - Үлгі департаментінің {letter}дағы № 4 хатымен"
        )
        by_letter = {"type": "other", "date": facts["expired_by"], "number": "4"}
        references.append(
            {"at": "info", "text": text, "span": (len(info) + 1, len(info) + 1 + len(text)), "target": by_letter}
        )
        info += f" {text}"
        record["expiry"] = {"by": by_letter, "text": text}
    paragraphs.append(Paragraph(path="info", text=info))
    if facts["status"] == "repealed":
        paragraphs.append(Paragraph(path="status", text="Күшін жойған"))
    for number, cited in enumerate(facts.get("cites", []), start=1):
        path, target = f"point:{number}", refer(cited["act"])
        named = f"Үлгі облысы әкімдігінің {write_date(cited['act'][:10])}дағы № {target.number} қаулысы"
        told = [f"{write_date(cited['registered'])}да № 77 тіркелген"] if "registered" in cited else []
        told += [f"{write_date(cited['published'])}да «Үлгі» газетінде жарияланған"] if "published" in cited else []
        bracket = f" ({', '.join(told)})" if told else ""
        order = {"repeal": "күші жойылды деп танылсын", "amend": "өзгерістер енгізілсін"}.get(
            cited.get("does", ""), "бар"
        )
        paragraphs.append(Paragraph(path=path, text=f"{number}. {named}{bracket} {order}."))
        locator = Locator(point=cited["point"]) if "point" in cited else None
        target = target.model_copy(update={"registration_number": cited.get("registration_number")})
        span = (len(f"{number}. "), len(f"{number}. {named}"))
        references.append({"at": path, "text": named, "span": span, "target": target, "locator": locator})
        if "does" in cited:
            actions.append({"type": cited["does"], "target": target, "at": path})
    force, applied = make_rule(facts.get("force")), make_rule(facts.get("applied"))
    if force or applied:
        said = " және ".join(rule.text for rule in (force, applied) if rule)
        paragraphs.append(Paragraph(path="point:9", text=f"9. Осы қаулы {said}."))
        record["commencement"] = {"in_force": force, "applied": applied}
    if "registered" in facts:
        record["registration"] = {"date": facts["registered"], "number": "77"}
    source = {"path": "x.txt", "sha256": "0" * 64, "format": "text", "ingested_at": facts["ingested"] + "T09:00:00Z"}
    return Act.model_validate(
        {
            "id": identify(me),
            "language": "kk",
            "type": "resolution",
            "issuer": ISSUER,
            "number": me.number,
            "date": date,
            "status": facts["status"],
            "paragraphs": paragraphs,
            "references": references,
            "actions": actions,
            "source": source,
            **record,
        }
    )


@cache
def load_specimens() -> dict[str, Act]:
    """Return the acts of gold/specimens.json by name."""
    facts = json.loads((GOLD / "specimens.json").read_text("utf-8"))
    return {name: make_act(told) for name, told in facts.items()}


def answer_from_events(
    events: Iterable[Event], on: Day, act_id: str, sense: Sense = "application", names: Names | None = None
) -> ValidityAnswer:
    """Return the answer, as the base would give it, from events of the act and of those that touch it."""
    return answer_from_timeline(settle_timeline(act_id, History(events)), on, sense, names)


def derive_events(act: Act, identify: Callable[[ActRef], str | None]) -> list[Event]:
    """Return every event that the record tells of, as the base would, where `identify` says which act a mention means."""
    cited = [identify(one.target) if isinstance(one.target, ActRef) else None for one in act.references]
    targets = [action.target for action in act.actions] + ([act.repeal.by] if act.repeal else [])
    affected = [identify(target) if isinstance(target, ActRef) else None for target in targets]
    named = {"reference": cited, "effect": affected}
    parts = {(one.at, meant) for one, meant in zip(act.references, cited, strict=True) if meant and one.locator}
    told = []
    for telling in tell_events(act):
        other = named[telling.other.mention][telling.other.place] if telling.other else None
        told.append((telling, other, (telling.at, other) in parts))
    return name_acts(act.id or "", told)


def derive_all(*names: str) -> list[Event]:
    """Return the events that the named acts tell of."""
    acts = load_specimens()
    return [event for name in names for event in derive_events(acts[name], identify)]
