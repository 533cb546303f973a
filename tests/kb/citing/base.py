"""A base of specimen acts that were written out as dumps and read by the whole pipeline."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from regkb.ingest.read import fingerprint
from regkb.kb.building import publish_building, start_building
from regkb.kb.load import load_acts
from regkb.kb.rows import ReadAct, make_rows
from regkb.pipeline import read_act
from regkb.schemas.stages import RawDocument

WHEN = datetime(2026, 11, 21, 12, 0, 0)
ID = "/akn/kz/act/resolution/ulgi-oblysy-akimdigi"


def make_base(db: Path, texts: dict[str, str]) -> str:
    """Write a base at `db` with the acts of these texts, which are read in the order given; return its path."""
    documents = [
        RawDocument(path=name, sha256=fingerprint(text.encode()), format="text", text=text)
        for name, text in texts.items()
    ]
    con = start_building(str(db))
    for document in documents:
        rows = ReadAct(make_rows(document, read_act(document), WHEN))
        con.execute("BEGIN")
        load_acts(con, [rows], {document.sha256 for document in documents})
        con.execute("COMMIT")
    publish_building(str(db), con)
    return str(db)


def specimens(folder: str) -> dict[str, str]:
    """Return the dumps in a folder of gold, in order of their names."""
    paths = sorted((Path(__file__).parent / "gold" / folder).glob("*.txt"))
    return {path.name: path.read_text("utf-8") for path in paths}
