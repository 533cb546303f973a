import json

from regkb.schemas.record import Act
from tests.kb.base import make_documents, read_specimen


def specimens():
    return sorted((read_specimen(document) for document in make_documents()), key=lambda act: (act.id, act.language))


def test_one_record_is_an_object(ask):
    ran = ask("export", "60")
    assert ran.status == 0
    assert Act.model_validate_json(ran.out) == next(act for act in specimens() if act.number == "60")


def test_several_records_are_a_list(ask):
    assert [Act.model_validate(record) for record in json.loads(ask("export").out)] == specimens()


def test_lines(ask):
    lines = ask("export", "--format", "jsonl", "--language", "kk").out.splitlines()
    assert [Act.model_validate_json(line) for line in lines] == [act for act in specimens() if act.language == "kk"]


def test_files(ask, tmp_path):
    ran = ask("export", "--out", tmp_path / "new")
    assert (ran.status, ran.out) == (0, "")
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "resolution_ulgi_2014-01-10_275.kk.json",
        "resolution_ulgi_2016-06-02_275.kk.json",
        "resolution_ulgi_2016-06-02_275.ru.json",
        "resolution_ulgi_2016-06-02_60.kk.json",
    ]
    text = (tmp_path / "new/resolution_ulgi_2014-01-10_275.kk.json").read_text()
    assert "Басқа мәселелер туралы" in text


def test_a_selection(ask):
    assert json.loads(ask("export", "--issuer", "Сынақ", "--from", "2016-01-01").out)["number"] == "60"
    assert ask("export", "--changed-since", "2030-01-01").status == 1


def test_a_folder_that_cannot_be_made(ask, tmp_path):
    (tmp_path / "file").write_text("")
    ran = ask("export", "--out", tmp_path / "file")
    assert ran.status == 1
    assert "cannot be written" in ran.err
