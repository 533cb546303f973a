"""Kill an ingest at random moments, again and again, and see that nothing is lost and nothing is half there.

`python -m bench.kill --kills 200` writes small acts into a temporary folder, ingests them whole once for comparison,
and then starts ingests of the same folder that are killed (SIGKILL, parent and workers at any point of reading,
writing and publishing). Whenever an ingest has come to its end, all files get another edition. After each kill the base
must open, every act in it must be letter for letter that of the undisturbed ingest of one edition, all of the same, and
no act that an ended ingest reported as done may be missing. Exit status 1 where it is not so.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

ACT = """{title}

Үлгі облысы әкімдігінің 2016 жылғы {day:02} маусымдағы № {number} қаулысы. Үлгі облысының
Әділет департаментінде 2016 жылы 13 шілдеде № {registered} болып тіркелді

      Үлгі облысының әкімдігі ҚАУЛЫ ЕТЕДІ:
{points}

      Облыс әкімі                                  Ә. Сынақов
"""


def write_acts(folder: Path, count: int, edition: int) -> None:
    """Write acts of an invented region that differ in number, day and points, and from edition to edition."""
    folder.mkdir(exist_ok=True)
    for number in range(1, count + 1):
        points = "\n".join(
            f"      {point}. {number}-қаулының {point}-тармағы {number * point + edition} күн ішінде орындалсын."
            for point in range(1, 4 + number % 7)
        )
        text = ACT.format(
            title=f"{number}-үлгі регламентін бекіту туралы",
            day=1 + number % 28,
            number=number,
            registered=3000 + number,
            points=points,
        )
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")


def read_base(db: Path) -> dict[str, str]:
    """Return each act of the base as JSON by its id; nothing where there is no base yet."""
    from regkb.kb.records import read_records, select_entries
    from regkb.kb.store import open_base

    if not db.exists():
        return {}
    with closing(open_base(str(db))) as con:
        return {act.id: act.to_json() for act in read_records(con, select_entries(con))}


def start_ingest(db: Path, folder: Path) -> subprocess.Popen[str]:
    """Start an ingest that writes after every few acts."""
    code = (
        "import regkb.ingest.writer\n"
        "from regkb.cli import main\n"
        "if __name__ == '__main__':\n"
        "    regkb.ingest.writer.BATCH_CHARACTERS = 20_000\n"
        f"    main(['--db', {str(db)!r}, 'ingest', {str(folder)!r}, '--jobs', '2', '--json'])\n"
    )
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def main() -> int:
    """Run the kills and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--acts", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    work = Path(tempfile.mkdtemp(prefix="regkb-kill-"))
    seen: Counter[str] = Counter()
    try:
        editions = []
        for edition in range(2):
            write_acts(work / "acts", options.acts, edition)
            begun = time.monotonic()
            whole = work / f"whole-{edition}.duckdb"
            out, err = start_ingest(whole, work / "acts").communicate()
            assert not err, err
            seconds = time.monotonic() - begun
            editions.append(read_base(whole))
            assert len(editions[edition]) == options.acts
        print(f"{options.acts} acts, {seconds:.1f} s for an undisturbed ingest")
        db, is_done, edition = work / "base.duckdb", False, 1
        while seen["kills"] < options.kills:
            process = start_ingest(db, work / "acts")
            try:
                out, err = process.communicate(timeout=chance.uniform(0.25, 0.95) * seconds)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.communicate()
                seen["kills"] += 1
                has_ended = False
            else:
                has_ended = True
                seen["ingests that ended"] += 1
                seen["ingests that failed"] += process.returncode != 0
                if process.returncode:
                    print(err)
            seen["unfinished states found"] += (work / "base.duckdb.building").exists()
            found = read_base(db)
            seen["acts compared"] += len(found)
            seen["states that are none of an edition"] += bool(found) and found not in editions
            is_done = is_done or has_ended
            seen["acts lost"] += is_done * (options.acts - len(found))
            if has_ended:
                seen["ended ingests that left another edition"] += found != editions[edition]
                edition = 1 - edition
                write_acts(work / "acts", options.acts, edition)
    finally:
        shutil.rmtree(work)
    for what, count in sorted(seen.items()):
        print(f"{count:>8,}  {what}")
    wrong = ("acts lost", "ingests that failed", "states that are none of an edition")
    return int(any(seen[what] for what in (*wrong, "ended ingests that left another edition")))


if __name__ == "__main__":
    sys.exit(main())
