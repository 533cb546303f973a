"""Print, field by field, the exact share of a headers file:

    python -m tests.score_headers ../shared/headers/headers.jsonl

Only fields that the gold or the result states are counted, so that agreeing on nothing earns nothing. Each line is
`{"lang", "text", "gold"}`; `text` is the title, a blank line, and the info line or a note.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import regex

from regkb.extract.header import extract_header
from regkb.schemas.record import Paragraph

FIELDS = (
    "title", "type", "issuer", "number", "date", "status",
    "registration.authority", "registration.date", "registration.number",
    "repeal.by.type", "repeal.by.issuer", "repeal.by.date", "repeal.by.number",
    "repeal.effective.event", "repeal.effective.days", "repeal.effective.calendar", "repeal.effective.date",
    "repeal.effective.text",
    "expiry.by.type", "expiry.by.issuer", "expiry.by.date", "expiry.by.number", "expiry.text", "issuers",
)  # fmt: skip


def split_header(text: str) -> list[Paragraph]:
    """The title, a blank line, then the info line or a note."""
    title, *others = (" ".join(block.split()) for block in regex.split(r"\n\s*\n", text.strip()))
    return [Paragraph(path="title", text=title), *(Paragraph(path="info", text=block) for block in others)]


def read(text: str, language: str) -> dict[str, Any]:
    header = extract_header(split_header(text), language)
    plain = {}
    for name in ("title", "type", "issuer", "number", "status"):
        plain[name] = getattr(header, name)
    plain["date"] = header.date and header.date.isoformat()
    for name in ("registration", "repeal", "expiry"):
        part = getattr(header, name)
        plain[name] = part and part.model_dump(mode="json")
    plain["issuers"] = [issuer.model_dump(mode="json") for issuer in header.issuers]
    return plain


def dig(value: Any, path: str) -> Any:
    for key in path.split("."):
        value = (value or {}).get(key)
    return value or None


def score(path: Path) -> tuple[Counter[str], Counter[str], list[str]]:
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    wrong = []
    for line in path.read_text("utf-8").splitlines():
        case = json.loads(line)
        got = read(case["text"], case["lang"])
        for field in FIELDS:
            want, have = dig(case["gold"], field), dig(got, field)
            if want is None and have is None:
                continue
            total[field] += 1
            right[field] += want == have
            if want != have:
                wrong.append(f"{case.get('act_code', '?')} {field}: want {want!r}, got {have!r}")
    return right, total, wrong


def main() -> None:
    right, total, wrong = score(Path(sys.argv[1]))
    for field in (field for field in FIELDS if total[field]):
        print(f"{field:28} {right[field] / total[field]:.4f} ({right[field]}/{total[field]})")
    print(f"{'all':28} {sum(right.values()) / sum(total.values()):.4f} ({sum(right.values())}/{sum(total.values())})")
    for line in wrong:
        print("   ", line)


if __name__ == "__main__":
    main()
