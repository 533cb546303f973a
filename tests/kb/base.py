"""A small base for tests, made from specimen texts without worker processes."""

from datetime import datetime

from regkb.ingest.read import fingerprint
from regkb.ingest.work import name_source
from regkb.kb.building import publish_building, start_building
from regkb.kb.load import load_acts
from regkb.kb.rows import ReadAct, make_rows
from regkb.schemas.stages import RawDocument
from tests.ingest.stub import read_stub, write_act

WHEN = datetime(2026, 11, 21, 12, 0, 0)

STEP = {
    "number": "1)",
    "text": "кеңсе қызметкері өтінішті тіркейді – 15 минут. Нәтижесі – тіркелген өтініш",
    "actor": "кеңсе қызметкері",
    "actor_role": {"text": "кеңсе қызметкері", "canonical": "office clerk", "score": 97.5},
    "durations": [
        {"text": "15 минут", "value": 15, "unit": "minute", "limit": "exact", "at": "point:1", "span": [3, 9]}
    ],
    "result": "тіркелген өтініш",
    "at": "point:1",
}
SERVICE = {
    "title": "Үлгі анықтамасын беру",
    "annex": "annex:1",
    "provider": "Үлгі облысының басқармасы",
    "fee": "free",
    "form": ["electronic", "paper"],
    "automation": "partial",
    "standard": {"title": "Үлгі стандарты", "approved_by": {"type": "order", "number": "198", "date": "2015-04-13"}},
    "roles": [{"text": "басшы", "canonical": "head", "score": 100.0}],
    "procedures": [{"at": "point:1", "kind": "provider", "steps": [STEP], "results": ["анықтама"]}],
    "time_limits": [
        {
            "at": "point:2",
            "text": "10 жұмыс күні ішінде",
            "durations": [
                {"text": "10 жұмыс күні", "value": 10, "unit": "day", "day_type": "working", "limit": "within"}
            ],
        }
    ],
}
RICH = {
    "status": "repealed",
    "registration": {"authority": "Үлгі облысы Әділет департаменті", "date": "2016-07-13", "number": "3898"},
    "repeal": {
        "by": {"type": "resolution", "issuer": "Үлгі облысы әкімдігі", "date": "2019-01-28", "number": "42"},
        "effective": {
            "event": "first_official_publication",
            "days": 10,
            "calendar": "calendar",
            "text": "он күн өткен соң",
        },
    },
    "signatories": [{"position": "Әкім", "name": "А. Үлгіұлы"}],
    "actions": [
        {"type": "amend", "target": {"type": "resolution", "number": "321", "date": "2015-07-17"}, "at": "point:1"},
        {"type": "amend", "target": {"title": "Үлгі анықтамасын беру"}, "at": "point:1"},
    ],
    "services": [SERVICE],
    "amendments": [
        {
            "at": "point:2",
            "locator": {"point": ["27", "37"], "annex": ""},
            "operation": "replace_words",
            "old": "ескі",
            "new": "жаңа",
            "target": {"title": "Үлгі регламенті"},
        }
    ],
    "references": [
        {
            "at": "point:1",
            "text": "2019 жылғы 28 қаңтардағы № 42 қаулысымен",
            "span": [0, 7],
            "index": 1,
            "target": {"type": "resolution", "issuer": "Үлгі облысы әкімдігі", "date": "2019-01-28", "number": "42"},
            "locator": {"point": "5", "subpoint": ["1", "2"]},
        },
        {"at": "point:2", "text": "Стандарт", "span": [0, 7], "target": {"alias": "Стандарт"}, "locator": None},
        {"at": "point:2", "text": "осы қаулының", "span": [0, 7], "target": {"self": "act"}},
    ],
    "diagnostics": [
        {"code": "rival_placement", "at": "point:2", "message": "екі орын бірдей жақсы", "severity": "info"},
        {"code": "trace_broken", "at": None, "message": "бір әріп екі рет", "severity": "error", "span": [0, 9]},
    ],
}


def make_documents():
    """Return the raw documents of a base: two acts of one number, one of them in two languages, and a third."""
    texts = {
        "acts/275.txt": write_act("275", "Үлгі регламентін бекіту туралы", **RICH),
        "acts/275-ru.txt": write_act("275", "Об утверждении образца", language="ru", lines=["Первый."]),
        "acts/275-old.txt": write_act("275", "Басқа мәселелер туралы", date="2014-01-10"),
        "acts/60.txt": write_act("60", "Туризм саласындағы қағидалар туралы", issuer="Сынақ қаласы әкімдігі"),
    }
    return [
        RawDocument(path=path, sha256=fingerprint(text.encode()), format="text", text=text)
        for path, text in texts.items()
    ]


def read_specimen(document):
    """Return the act of a document as an ingest would."""
    return name_source(read_stub(document), document)


def make_base(db):
    """Write a base with the specimens at `db` and return their acts, sorted by id and language."""
    documents = make_documents()
    acts = [read_specimen(document) for document in documents]
    con = start_building(str(db))
    rows = [ReadAct(make_rows(document, act, WHEN)) for document, act in zip(documents, acts, strict=True)]
    con.execute("BEGIN")
    load_acts(con, rows, {document.sha256 for document in documents})
    con.execute(
        "INSERT INTO failure VALUES ('/acts/broken.pdf', NULL, 'the file is truncated', 'get it again', TIMESTAMP '2026-11-01 10:00:00')"
    )
    con.execute("COMMIT")
    publish_building(str(db), con)
    return sorted(acts, key=lambda act: (act.id, act.language))
