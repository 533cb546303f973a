"""The gold tables beside the tests: one JSON object a line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def gold(name: str) -> list[dict[str, Any]]:
    lines = (Path(__file__).parent / "gold" / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]
