"""`python -m bench`: every measurement of speed and memory, one table after the other, in one run."""

from __future__ import annotations

import subprocess
import sys

_PARTS = (
    ["bench.pipeline"],
    ["bench.pdf"],
    ["bench.scale", "--sizes", "200,1000"],
    ["bench.lookups", "--acts", "10000"],
)

if __name__ == "__main__":
    sys.exit(max(subprocess.run([sys.executable, "-m", *part], check=False).returncode for part in _PARTS))
