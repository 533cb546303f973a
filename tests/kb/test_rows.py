import json

import pytest

from regkb.kb.rows import make_rows
from regkb.schemas.stages import RawDocument
from tests.ingest.stub import read_stub, write_act
from tests.kb.base import WHEN

OLD = {"type": "resolution", "date": "2015-07-17", "number": "321"}
FACTS = {
    "actions": [{"type": "repeal", "at": "point:1"}],
    "references": [{"at": "point:1", "text": "№ 321 қаулысының", "span": [0, 7]}],
    "amendments": [{"at": "point:1", "operation": "delete"}],
}
COLUMNS = [("effect", "other_issuer"), ("reference", "issuer"), ("amendment", "target_issuer")]


def rows_of(body):
    """Return the rows, and the record that they keep, of an act that does all this with an act of `body`."""
    facts = {kind: [{**fact, "target": {**OLD, "issuer": body}} for fact in found] for kind, found in FACTS.items()}
    text = write_act("275", **facts)
    document = RawDocument(path="275.txt", sha256="0", format="text", text=text)
    return make_rows(document, read_stub(document), WHEN)


@pytest.mark.parametrize(
    ("body", "named"),
    [("Облыс әкімдігі", "Үлгі облысы әкімдігі"), ("Сынақ облысы әкімдігі", "Сынақ облысы әкімдігі"), (None, None)],
)
def test_a_body_called_by_its_kind_alone_is_named_in_full(body, named):
    rows = rows_of(body)
    assert [rows[table][0][column] for table, column in COLUMNS] == [named] * len(COLUMNS)
    kept = json.loads(rows["record"][0]["json"])
    assert [kept[kind][0]["target"].get("issuer") for kind in FACTS] == [body] * len(COLUMNS)
