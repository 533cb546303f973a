import duckdb
import pytest

from regkb.ingest.read import fingerprint
from regkb.kb.building import publish_building, start_building
from regkb.kb.load import load_acts
from regkb.kb.rows import ReadAct, make_rows
from regkb.schemas.stages import RawDocument
from tests.ingest.stub import write_act
from tests.kb.base import WHEN, read_specimen

KK = write_act("275", "Үлгі туралы", lines=["15 минут ішінде.", "Екінші."])
RU = write_act("275", "Об образце", language="ru", lines=["В течение 20 минут."])
RU_MENDED = write_act("275", "Об образце", language="ru", lines=["В течение 15 минут.", "Второй."])


def load(db, **texts):
    """Publish a state of the base that holds just these texts, by name; what is there already stays."""
    documents = [
        RawDocument(path=f"{name}.txt", sha256=fingerprint(text.encode()), format="text", text=text)
        for name, text in texts.items()
    ]
    con = start_building(str(db))
    known = {sha256 for (sha256,) in con.execute("SELECT sha256 FROM source").fetchall()}
    rows = [ReadAct(make_rows(one, read_specimen(one), WHEN)) for one in documents if one.sha256 not in known]
    con.execute("BEGIN")
    load_acts(con, rows, {one.sha256 for one in documents})
    con.execute("COMMIT")
    publish_building(str(db), con)


def read(db):
    """Return the doubts about the languages: language, seq, path, code."""
    with duckdb.connect(str(db), read_only=True) as con:
        return con.execute(
            "SELECT language, seq, d.at, code FROM diagnostic d WHERE starts_with(code, 'languages.') ORDER BY ALL"
        ).fetchall()


WANTED = [("kk", 0, "point:1", "languages.duration"), ("kk", 1, "point:2", "languages.provision")]


@pytest.mark.parametrize("order", [[("kk", "ru")], [("kk",), ("ru",)], [("ru",), ("kk",)]], ids=str)
def test_two_texts_are_compared_whichever_comes_first(tmp_path, order):
    texts = {"kk": KK, "ru": RU}
    db = tmp_path / "base.duckdb"
    given = {}
    for names in order:
        given |= {name: texts[name] for name in names}
        load(db, **given)
    assert read(db) == WANTED


def test_a_mended_text_takes_the_doubts_away(tmp_path):
    db = tmp_path / "base.duckdb"
    load(db, kk=KK, ru=RU)
    assert read(db) == WANTED
    load(db, kk=KK, ru=RU_MENDED)
    assert read(db) == []
