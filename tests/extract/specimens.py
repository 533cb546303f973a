"""Specimen regulations of an invented region, as paragraphs with their paths."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from regkb.schemas.record import ActRef, Paragraph, Reference

SHARED = Path(__file__).parents[3] / "shared" / "gold"


def regulation(name: str = "regulation") -> list[Paragraph]:
    lines = (Path(__file__).parent / "gold" / f"{name}.txt").read_text("utf-8").splitlines()
    return [Paragraph(path=path, text=text) for path, text in (line.split(" | ", 1) for line in lines if line)]


def order_of(paragraphs: list[Paragraph], cited: str) -> Reference:
    """The citation `cited` of an order, where it stands first in the paragraphs."""
    paragraph = next(paragraph for paragraph in paragraphs if cited in paragraph.text)
    start = paragraph.text.index(cited)
    return Reference(
        at=paragraph.path,
        text=cited,
        span=(start, start + len(cited)),
        target=ActRef(type="order", number=cited.split("№ ")[1].split(" ")[0]),
    )


def real_act(name: str) -> tuple[list[Paragraph], list[Reference], list[dict[str, Any]]]:
    """The paragraphs and citations of a real act as its annotation has them, and the services annotated."""
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip("../shared is not here")
    rows = (folder / "paragraphs.jsonl").read_text("utf-8").splitlines()
    paragraphs = [Paragraph(path=row["path"], text=row["text"]) for row in map(json.loads, rows)]
    facts = json.loads((folder / "facts.json").read_text("utf-8"))
    references = []
    for cited in facts["references"]:
        text = next(p.text for p in paragraphs if p.path == cited["at"] and cited["text"] in p.text)
        start = text.index(cited["text"])
        references.append(Reference(span=(start, start + len(cited["text"])), **cited))
    return paragraphs, references, facts["services"]
