"""No pattern of the program takes more than its length's time on the worst strings that are found for it."""

import json
import os
import subprocess
import sys

SECONDS = float(os.environ.get("REGKB_FUZZ_SECONDS", "3"))


def test_no_pattern_backtracks_without_bound():
    command = [sys.executable, "-m", "tests.fuzz.patterns", str(SECONDS)]
    seen = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    assert seen["patterns"] > 400
    assert seen["strings"] > 10 * seen["patterns"]
    assert seen["growing"] == []
