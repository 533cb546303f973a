"""Records as JSON: what is exported fits the published schema, and goes back into a base and out again unchanged."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import datetime
from pathlib import Path

import jsonschema
import pytest

from regkb.ingest.read import read_document
from regkb.ingest.work import name_source
from regkb.kb.building import publish_building, start_building
from regkb.kb.export import json as json_export
from regkb.kb.export import jsonl
from regkb.kb.load import load_acts
from regkb.kb.records import select_entries
from regkb.kb.rows import ReadAct, make_rows
from regkb.kb.store import open_base
from regkb.pipeline import read_act
from regkb.schemas.json_schema import PUBLISHED
from regkb.schemas.record import Act
from regkb.schemas.stages import RawDocument

PROJECT = Path(__file__).parents[3]
SPECIMENS = PROJECT / "corpus" / "specimens"
REAL = PROJECT.parent / "shared" / "acts"
VALIDATOR = jsonschema.Draft202012Validator(
    json.loads(PUBLISHED.read_text("utf-8")), format_checker=jsonschema.FormatChecker()
)


def load(db: Path, acts: list[tuple[RawDocument, Act]]) -> None:
    """Write a base at `db` with these acts."""
    con = start_building(str(db))
    con.execute("BEGIN")
    rows = [ReadAct(make_rows(document, act, datetime(2026, 11, 21))) for document, act in acts]
    load_acts(con, rows, {document.sha256 for document, _ in acts})
    con.execute("COMMIT")
    publish_building(str(db), con)


def export_lines(db: Path, out: Path) -> list[str]:
    """Return the lines of the JSONL export of the whole base."""
    with closing(open_base(str(db))) as con:
        jsonl.export(con, select_entries(con), str(out))
    return (out / "acts.jsonl").read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    "folder",
    [
        SPECIMENS,
        pytest.param(
            REAL, marks=pytest.mark.skipif(not REAL.is_dir(), reason="the real acts are not beside the project")
        ),
    ],
    ids=["specimens", "real"],
)
def test_exports_fit_the_schema_and_come_back(folder: Path, tmp_path: Path) -> None:
    documents = [read_document(path.name, path.read_bytes()) for path in sorted(folder.glob("*.txt"))]
    read = [(document, name_source(read_act(document), document)) for document in documents]
    load(tmp_path / "first.duckdb", read)
    lines = export_lines(tmp_path / "first.duckdb", tmp_path)
    assert sorted(lines) == sorted(act.to_json() for _, act in read)
    for line in lines:
        VALIDATOR.validate(json.loads(line))

    by_hash = {document.sha256: document for document in documents}
    again = [Act.model_validate_json(line) for line in lines]
    load(tmp_path / "second.duckdb", [(by_hash[act.source.sha256], act) for act in again if act.source])
    assert export_lines(tmp_path / "second.duckdb", tmp_path / "second") == lines

    with closing(open_base(str(tmp_path / "first.duckdb"))) as con:
        json_export.export(con, select_entries(con), str(tmp_path / "files"))
    files = sorted(json.loads(path.read_text("utf-8"))["id"] for path in (tmp_path / "files").iterdir())
    assert files == sorted(json.loads(line)["id"] for line in lines)
