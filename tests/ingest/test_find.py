import io
import os

import pytest

from regkb.errors import UnreadableDocument
from regkb.ingest import find
from regkb.ingest.find import find_files, read_bytes


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "acts/deep").mkdir(parents=True)
    (tmp_path / "acts/b.txt").write_text("б")
    (tmp_path / "acts/a.TXT").write_text("а")
    (tmp_path / "acts/deep/c.htm").write_text("<html>")
    (tmp_path / "acts/deep/bare").write_text("текст")
    (tmp_path / "acts/deep/scan.bin").write_bytes(b"%PDF-1.4")
    (tmp_path / "acts/notes.csv").write_text("1,2")
    (tmp_path / "acts/.hidden.txt").write_text("x")
    return tmp_path


def test_a_folder_gives_what_may_be_acts_and_names_the_rest(folder):
    found = find_files(["acts"])
    assert [file.name for file in found.files] == [
        "acts/a.TXT",
        "acts/b.txt",
        "acts/deep/bare",
        "acts/deep/c.htm",
        "acts/deep/scan.bin",
    ]
    assert found.passed_over == ["acts/notes.csv"]
    assert found.failures == []


def test_the_order_and_repetition_of_paths_do_not_matter(folder):
    once = find_files(["acts"])
    again = find_files([str(folder / "acts"), "acts/b.txt", "acts"])
    assert {file.place for file in again.files} == {file.place for file in once.files}
    assert len(again.files) == len(once.files)


def test_a_named_file_is_taken_whatever_its_suffix(folder):
    assert [file.name for file in find_files(["acts/notes.csv"]).files] == ["acts/notes.csv"]


def test_what_is_not_there_or_empty_is_a_failure_with_a_remedy(folder):
    (folder / "void").mkdir()
    failures = find_files(["void", "nowhere.txt"]).failures
    assert [failure.reason for failure in failures] == [
        "the folder holds no files to read",
        "there is no such file or folder",
    ]
    assert all(failure.remedy for failure in failures)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_that_may_not_be_listed(folder):
    (folder / "acts/deep").chmod(0)
    found = find_files(["acts"])
    (folder / "acts/deep").chmod(0o755)
    assert [failure.reason for failure in found.failures] == ["it may not be read by this user"]
    assert len(found.files) == 2


def test_standard_input_and_pipes_are_read_at_once(folder, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"abc")))
    end, start = os.pipe()
    os.write(start, b"xyz")
    os.close(start)
    files = find_files(["-", f"/dev/fd/{end}"]).files
    os.close(end)
    assert {(file.name == "-", read_bytes(file)) for file in files} == {(True, b"abc"), (False, b"xyz")}


def test_a_name_that_is_no_utf8_can_still_be_read_and_shown(folder):
    name = os.fsdecode(b"acts/\xd2\xaf.txt"[:-5] + b"\xff.txt")
    (folder / name).write_text("ү")
    file = next(file for file in find_files(["acts"]).files if "xff" in file.name)
    file.place.encode()
    assert read_bytes(file) == "ү".encode()


def test_too_long_a_file_is_refused(folder, monkeypatch):
    monkeypatch.setattr(find, "MAX_BYTES", 1)
    with pytest.raises(UnreadableDocument, match="longer than"):
        read_bytes(find_files(["acts/b.txt"]).files[0])
