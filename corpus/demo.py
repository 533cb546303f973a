"""What `make demo` shows after the ingest: an answer on validity and one in SQL, as the commands print them."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

_CERTAIN = """
SELECT act_id FROM validity_on(DATE '{day}') v JOIN act ON act.id = v.act_id
WHERE act.ingested AND v.certain AND v.answer = 'in_force' ORDER BY act_id LIMIT 1
"""
_STEPS = """
SELECT role, count(*) AS steps, count(DISTINCT (act_id, service)) AS services
FROM steps_flat WHERE role IS NOT NULL GROUP BY role ORDER BY steps DESC, role
"""
_DAY = "2016-01-01"


def main() -> None:
    """Run the commands on the base that is named, each shown before its answer."""
    cli = argparse.ArgumentParser(prog="corpus.demo", description=(__doc__ or "").split("\n")[0])
    cli.add_argument("--db", required=True, type=Path)
    db = cli.parse_args().db
    found = _run(db, "sql", _CERTAIN.format(day=_DAY), "--format", "csv").splitlines()
    if len(found) > 1:
        _show(db, "validity", found[1], "--on", _DAY)
    _show(db, "sql", " ".join(_STEPS.split()))


def _show(db: Path, *arguments: str) -> None:
    words = [f'"{argument}"' if " " in argument else argument for argument in arguments]
    print("\n$ regkb", *words, flush=True)
    print(_run(db, *arguments), end="", flush=True)


def _run(db: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "regkb.cli", "--db", str(db), *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


if __name__ == "__main__":
    main()
