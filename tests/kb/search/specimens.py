"""Specimen acts for search: regulations of an invented region, each with words of its own among words that all share."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb

from regkb.kb.derive import derive_all
from regkb.kb.load import load_acts
from regkb.kb.rows import ReadAct, make_rows
from regkb.kb.schema import create_tables
from regkb.schemas.record import Act, EffectRule, Paragraph, Procedure, Registration, Service, Step
from regkb.schemas.stages import RawDocument

HERE = Path(__file__).parent
WHEN = datetime(2026, 11, 21, 12, 0, 0)
ISSUERS = {"kk": {"О": "Үлгі облысы әкімдігі", "А": "Сынақ ауданы әкімдігі"}, "ru": {"А": "Акимат Сынакского района"}}
SHARED = {
    "kk": {
        "title": '"{service}" мемлекеттік көрсетілетін қызмет регламентін бекіту туралы',
        "info": "{genitive} {year} жылғы № {number} қаулысы. Әділет департаментінде тіркелді",
        "preamble": '"Мемлекеттік көрсетілетін қызметтер туралы" Қазақстан Республикасының Заңына сәйкес ҚАУЛЫ ЕТЕДІ:',
        "point:1": '1. Қоса беріліп отырған "{service}" мемлекеттік көрсетілетін қызмет регламенті бекітілсін.',
        "point:2": "2. Осы қаулының орындалуын бақылау облыс әкімінің орынбасарына жүктелсін.",
        "point:3": "3. Осы қаулы алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң қолданысқа енгізіледі.",
        "annex:1/title": '"{service}" мемлекеттік көрсетілетін қызмет регламенті',
        "annex:1/section:2/point:5/subpoint:1": "1) кеңсе қызметкері құжаттарды қабылдайды және тіркейді – 15 минут;",
        "annex:1/section:2/point:5/subpoint:2": "2) басшы жауапты орындаушыны анықтайды – 1 жұмыс күні;",
    },
    "ru": {
        "title": 'Об утверждении регламента государственной услуги "{service}"',
        "info": "Постановление акимата {year} года № {number}. Зарегистрировано Департаментом юстиции",
        "preamble": 'В соответствии с Законом Республики Казахстан "О государственных услугах" ПОСТАНОВЛЯЕТ:',
        "point:1": '1. Утвердить прилагаемый регламент государственной услуги "{service}".',
        "point:2": "2. Контроль за исполнением настоящего постановления возложить на заместителя акима.",
        "annex:1/title": 'Регламент государственной услуги "{service}"',
        "annex:1/section:2/point:5/subpoint:1": "1) сотрудник канцелярии принимает и регистрирует документы – 15 минут;",
    },
}


def read_lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


def make_act(number: str, date: str, issuer: str, language: str, service: str, says: list[str]) -> Act:
    """Return the record of one specimen: what all regulations say, and what this one `says` in its steps."""
    body = ISSUERS[language][issuer]
    values = {"service": service, "year": date[:4], "number": number, "genitive": body + "нің"}
    shared = {path: text.format(**values) for path, text in SHARED[language].items()}
    own = {f"annex:1/section:2/point:5/subpoint:{place}": text for place, text in enumerate(says, 3)}
    steps = [
        Step(number=path.rsplit(":", 1)[1], text=text, at=path)
        for path, text in {**shared, **own}.items()
        if "subpoint" in path
    ]
    return Act(
        id=f"/akn/kz/act/resolution/ulgi-{issuer.lower()}/{date}/{number}",
        language=language,
        type="resolution",
        title=shared["title"],
        issuer=body,
        number=number,
        date=date,
        status="in_force",
        registration=Registration(date=date, number=f"9{number}"),
        commencement={"applied": EffectRule(event="date", date=date, text="күнінен бастап")},
        paragraphs=[Paragraph(path=path, text=text) for path, text in {**shared, **own}.items()],
        services=[
            Service(
                title=service,
                annex="annex:1",
                procedures=[Procedure(at="annex:1/section:2/point:5", kind="provider", steps=steps)],
            )
        ],
    )


def make_acts() -> list[Act]:
    return [make_act(**specimen) for specimen in read_lines("specimens.jsonl")]


def load_specimens(con: duckdb.DuckDBPyConnection, acts: list[Act]) -> None:
    """Load the acts into an open base and draw what follows."""
    rows = []
    for act in acts:
        text = "\n".join(paragraph.text for paragraph in act.paragraphs)
        rows.append(ReadAct(make_rows(RawDocument(act.id, act.id + act.language, "text", text), act, WHEN)))
    load_acts(con, rows, set())
    derive_all(con)


def make_base(acts: list[Act]) -> duckdb.DuckDBPyConnection:
    """Return a base in memory with the acts."""
    con = duckdb.connect()
    create_tables(con)
    load_specimens(con, acts)
    return con
