"""Fuzzing guided by coverage: `python -m tests.fuzz.guided TARGET SECONDS [FOLDER]`, where atheris is installed.

libFuzzer keeps the inputs that reach new code in the folder and goes on from them; what fails is written there too,
and ends it.
"""

from __future__ import annotations

import sys
import tempfile
from hashlib import sha256
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["regkb"]):
    # what is imported later would not be watched
    import regkb.extract.act
    import regkb.ingest.html
    import regkb.ingest.pdf
    import regkb.kb.resolve
    import regkb.kb.search.index
    import regkb.kb.validity.load
    import regkb.normalize.clean  # noqa: F401
    from tests.fuzz.edits import LONGEST, PIECES
    from tests.fuzz.targets import TARGETS, run_in_time


def main() -> None:
    """Fuzz one target for so many seconds."""
    name, seconds = sys.argv[1], int(float(sys.argv[2]))
    target = TARGETS[name]
    folder = Path(sys.argv[3] if len(sys.argv) > 3 else tempfile.mkdtemp(prefix="regkb-fuzz-"), name)
    folder.mkdir(parents=True, exist_ok=True)
    for seed in target.seeds():
        (folder / sha256(seed).hexdigest()[:16]).write_bytes(seed)
    words = folder.with_name(f"{name}.dict")
    words.write_text("".join(f'"{_escape(piece)}"\n' for piece in PIECES if piece), "ascii")

    def run(data: bytes) -> None:
        if target.is_text:
            data = data.decode("utf-8", "ignore").encode()
        run_in_time(target, data)

    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST}",
        f"-dict={words}",
        "-timeout=60",
        "-rss_limit_mb=4096",
    ]
    options += [f"-artifact_prefix={folder.parent}/{name}-", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *options, str(folder)], run)
    atheris.Fuzz()


def _escape(piece: str) -> str:
    """Return the piece as libFuzzer's dictionaries want it."""
    return "".join(f"\\x{byte:02X}" for byte in piece.encode())


if __name__ == "__main__":
    main()
