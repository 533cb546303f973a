"""The notebook of `examples/` runs on a base and answers its five questions; needs the extra `regkb[notebook]`."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

NOTEBOOK = Path(__file__).parents[1] / "examples" / "analyst.py"


def test_the_notebook_answers_five_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("marimo", reason="regkb[notebook] is not installed")
    pytest.importorskip("altair", reason="regkb[notebook] is not installed")
    from tests.kb.base import make_base

    make_base(tmp_path / "base.duckdb")
    monkeypatch.setenv("REGKB_DB", str(tmp_path / "base.duckdb"))
    spec = importlib.util.spec_from_file_location("analyst", NOTEBOOK)
    assert spec and spec.loader
    notebook = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(notebook)
    _, values = notebook.app.run()
    for name in ("issuers", "lengths", "roles", "force", "cited"):
        assert values[name].num_rows > 0, name
        assert values[f"{name}_chart"].to_dict()["data"]
