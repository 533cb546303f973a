"""Every way in under hostile input: for REGKB_FUZZ_SECONDS each (3), and the inputs that once broke something.

An input that fails is made as small as may be and written to the folder REGKB_FUZZ_OUT; mended, it goes to `cases/`
under the name TARGET-WHAT.
"""

import os
import time
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.fuzz.edits import make_inputs
from tests.fuzz.targets import TARGETS, run_in_time

CASES = sorted((Path(__file__).parent / "cases").glob("*-*"))
SECONDS = float(os.environ.get("REGKB_FUZZ_SECONDS", "3"))
OUT = os.environ.get("REGKB_FUZZ_OUT")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_what_once_broke_it(case):
    run_in_time(TARGETS[case.name.split("-")[0]], case.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_breaks_it(name):
    target = TARGETS[name]
    tried = 0

    @settings(
        max_examples=20,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    @given(make_inputs(target))
    def try_some(data):
        nonlocal tried
        tried += 1
        try:
            run_in_time(target, data)
        except Exception:
            if OUT:
                Path(OUT, f"{name}-{sha256(data).hexdigest()[:8]}").write_bytes(data)
            raise

    for seed in target.seeds():
        run_in_time(target, seed)
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try_some()
    print(f"{name}: {tried} inputs")
    assert tried
