import os
import random
from contextlib import closing

import pytest

from regkb.errors import RegkbError
from regkb.ingest.pool import Limits
from regkb.ingest.run import Request, ingest
from regkb.kb.store import open_base
from tests.ingest.stub import read_stub, write_act

KILLER = write_act("9", seconds=60)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "acts").mkdir()
    for number in ("1", "2", "3"):
        (tmp_path / f"acts/{number}.txt").write_text(write_act(number))
    return tmp_path


def run(*paths, db="base.duckdb", **options):
    request = Request(paths or ("acts",), **{"jobs": 1, **options})
    return ingest(db, request, read_stub, lambda message: None, lambda *progress: None)


def ask(query, db="base.duckdb"):
    with closing(open_base(db)) as con:
        return con.execute(query).fetchall()


def dump(db="base.duckdb"):
    """Return everything in the base that an ingest of the same files must give again, whatever their order."""
    return [
        ask("SELECT act_id, language, sha256, json FROM record ORDER BY ALL", db),
        ask("SELECT act_id, language, seq, path, text, spans FROM paragraph ORDER BY ALL", db),
        ask("SELECT * EXCLUDE entry FROM act ORDER BY ALL", db),
        ask("SELECT * EXCLUDE entry FROM reference ORDER BY ALL", db),
        ask("SELECT * EXCLUDE entry FROM effect ORDER BY ALL", db),
        ask("SELECT * EXCLUDE entry FROM diagnostic ORDER BY ALL", db),
        ask("FROM timeline ORDER BY ALL", db),
        ask("FROM validity ORDER BY ALL", db),
        ask("SELECT * EXCLUDE ingested_at FROM source ORDER BY ALL", db),
        ask("SELECT * FROM location ORDER BY ALL", db),
        ask("SELECT * EXCLUDE failed_at FROM failure ORDER BY ALL", db),
    ]


def count(account):
    lists = ("new", "changed", "older", "failed", "pruned")
    counts = {name: len(getattr(account, name)) for name in lists} | {"unchanged": account.unchanged}
    return {name: number for name, number in counts.items() if number}


def test_a_folder_becomes_a_base(folder):
    account = run()
    assert count(account) == {"new": 3}
    assert [done.path for done in account.new] == ["acts/1.txt", "acts/2.txt", "acts/3.txt"]
    assert ask("SELECT number, ingested, language FROM act ORDER BY number") == [(n, True, "kk") for n in "123"]
    assert ask("SELECT text FROM paragraph WHERE act_id LIKE '%/2' ORDER BY seq") == [
        ("Үлгі туралы",),
        ("Бірінші.",),
        ("Екінші.",),
    ]


def test_the_same_folder_again_does_not_touch_the_file(folder):
    run()
    (folder / "acts/broken.txt").write_bytes(b"")
    run()
    before = (folder / "base.duckdb").stat()
    assert count(run()) == {"unchanged": 3, "failed": 1}
    after = (folder / "base.duckdb").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_the_same_content_under_another_name_is_the_same_source(folder):
    run()
    (folder / "acts/copy.txt").write_text(write_act("1"))
    assert count(run()) == {"unchanged": 4}
    assert ask("SELECT count(*) FROM source") == [(3,)]
    assert ask("SELECT count(*) FROM location") == [(4,)]


def test_a_text_that_knows_more_replaces_the_facts_and_keeps_the_source(folder):
    run()
    (folder / "acts/1.txt").write_text(write_act("1", status="repealed", lines=["Жойылды."]))
    account = run()
    assert count(account) == {"changed": 1, "unchanged": 2}
    assert ask("SELECT status FROM act WHERE number = '1'") == [("repealed",)]
    assert ask("SELECT text FROM paragraph WHERE act_id LIKE '%/1' AND path = 'point:1'") == [("Жойылды.",)]
    assert ask("SELECT count(*) FROM source WHERE act_id LIKE '%/1'") == [(2,)]


def test_a_corrected_file_counts_even_if_it_says_less(folder):
    (folder / "acts/1.txt").write_text(write_act("1", status="repealed"))
    run()
    (folder / "acts/1.txt").write_text(write_act("1", status="in_force"))
    assert count(run()) == {"changed": 1, "unchanged": 2}
    assert ask("SELECT status FROM act WHERE number = '1'") == [("in_force",)]


def test_the_order_and_the_jobs_do_not_matter(folder):
    for number in range(4, 12):
        (folder / f"acts/{number}.txt").write_text(write_act(str(number)))
    (folder / "acts/1a.txt").write_text(write_act("1", status="repealed"))
    (folder / "acts/1b.txt").write_text(write_act("1", lines=["Ұзағырақ мәтін, бірақ аздау біледі."] * 3))
    (folder / "acts/2a.txt").write_text(write_act("2", lines=["Екінші.", "Бірінші."]))
    (folder / "acts/2-ru.txt").write_text(write_act("2", title="Об образце", language="ru"))
    (folder / "acts/broken.txt").write_bytes(b"\0")
    (folder / "acts/copy.txt").write_text(write_act("4"))
    run()
    expected = dump()
    paths = [str(path) for path in sorted((folder / "acts").iterdir())]
    relative = [os.path.relpath(path) for path in paths]
    for seed in range(2):
        random.Random(seed).shuffle(relative)
        run(*relative, db=f"{seed}.duckdb", jobs=2)
        assert dump(f"{seed}.duckdb") == expected
    # in portions; of equal files the first that came gives the name, so the copy comes last
    relative.sort(key=lambda path: ("copy" in path, path.startswith("acts/1"), path))
    run(*relative[:4], db="portions.duckdb")
    run(*relative[4:], db="portions.duckdb")
    assert dump("portions.duckdb") == expected


def test_every_bad_file_is_a_failure_and_stops_nothing(folder):
    (folder / "acts/empty.txt").write_bytes(b"")
    (folder / "acts/binary.txt").write_bytes(bytes(range(256)))
    (folder / "acts/letter.txt").write_text("Құрметті әріптес! Бұл қаулы емес, жай хат.")
    (folder / "acts/crash.txt").write_text(write_act("8", crash=True))
    (folder / "acts/slow.txt").write_text(KILLER)
    (folder / "void").mkdir()
    account = run("acts", "void", "nothing.txt", limits=Limits(seconds=2))
    assert count(account) == {"new": 3, "failed": 7}
    reasons = dict(ask("SELECT parse_filename(path), reason || '; ' || remedy FROM failure"))
    assert reasons == {
        "empty.txt": "the file is empty; export the act again",
        "binary.txt": "the file is binary, not text; give a text dump, a PDF or an HTML page",
        "letter.txt": "the text is no act: it has no header with issuer, date and number; "
        "give the whole text of one act",
        "crash.txt": "internal error: ZeroDivisionError: a fault of the reader; "
        "`regkb --debug parse FILE` shows where; report it",
        "slow.txt": "it took more than 2 seconds; give the act in a file of its own, or raise the limit",
        "void": "the folder holds no files to read; name a folder with text, PDF or HTML files",
        "nothing.txt": "there is no such file or folder; check its name",
    }
    assert ask("SELECT count(*) FROM act") == [(3,)]


def test_a_mended_file_leaves_the_list_of_failures(folder):
    (folder / "acts/4.txt").write_bytes(b"")
    run()
    (folder / "acts/4.txt").write_text(write_act("4"))
    assert count(run()) == {"new": 1, "unchanged": 3}
    assert ask("SELECT count(*) FROM failure") == [(0,)]


def test_a_file_that_breaks_later_keeps_its_act(folder):
    run()
    (folder / "acts/1.txt").write_bytes(b"")
    assert count(run(prune=True)) == {"failed": 1, "unchanged": 2}
    assert ask("SELECT count(*) FROM act") == [(3,)]


def test_only_prune_deletes_and_only_what_is_gone_from_the_named_folder(folder):
    (folder / "other").mkdir()
    (folder / "other/7.txt").write_text(write_act("7"))
    run("acts", "other")
    (folder / "acts/1.txt").unlink()
    (folder / "other/7.txt").unlink()
    assert count(run()) == {"unchanged": 2}
    assert ask("SELECT count(*) FROM act") == [(4,)]
    account = run(prune=True)
    assert [key[0][-2:] for key in account.pruned] == ["/1"]
    assert ask("SELECT number FROM act ORDER BY number") == [("2",), ("3",), ("7",)]
    assert ask("SELECT count(*) FROM paragraph WHERE act_id LIKE '%/1'") == [(0,)]


def test_pruning_a_text_brings_back_the_older_one(folder):
    (folder / "acts/1-new.txt").write_text(write_act("1", status="repealed"))
    run()
    assert ask("SELECT status FROM act WHERE number = '1'") == [("repealed",)]
    (folder / "acts/1-new.txt").unlink()
    assert count(run(prune=True)) == {"changed": 1, "unchanged": 2}
    assert ask("SELECT status FROM act WHERE number = '1'") == [(None,)]


def test_two_languages_are_one_act(folder):
    (folder / "acts/1-ru.txt").write_text(write_act("1", title="Об образце", language="ru"))
    run()
    assert ask("SELECT language, title FROM act WHERE number = '1'") == [("kk", "Үлгі туралы")]
    assert ask("SELECT language FROM record WHERE act_id LIKE '%/1' ORDER BY ALL") == [("kk",), ("ru",)]


def test_reading_again_on_demand(folder):
    run()
    first = dump()
    assert count(run(again=True)) == {"changed": 3}
    assert dump() == first


def test_standard_input_is_a_source_of_its_own(folder, monkeypatch):
    import io

    text = write_act("5").encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert count(run("-")) == {"new": 1}
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert count(run("-")) == {"unchanged": 1}


def test_a_folder_that_cannot_be_written(folder):
    with pytest.raises(RegkbError, match="cannot be written"):
        run(db="/proc/base.duckdb")


def test_a_file_that_is_no_base_is_not_overwritten(folder):
    (folder / "base.duckdb").write_text("kept")
    with pytest.raises(RegkbError, match="is no DuckDB file"):
        run()
    assert (folder / "base.duckdb").read_text() == "kept"
