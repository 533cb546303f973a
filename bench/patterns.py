"""What each pattern takes while acts are read: where a pattern costs much for what it finds, reading can be spared.

`python -m bench.patterns [FILE]... [--most N]` reads specimens, or text dumps, twice, and prints of the second time how
often each pattern was asked, how long an answer took, and what a character of the texts cost. Asking through a
stand-in takes time too, so the shares are what to compare.
"""

from __future__ import annotations

import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import regex

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")
_REPLACING = ("sub", "subn")
_SHOWN = 60


@dataclass(slots=True)
class Cost:
    """How often a pattern was asked, of how many characters, and the seconds that it took."""

    calls: int = 0
    characters: int = 0
    seconds: float = 0.0


COSTS: dict[str, Cost] = defaultdict(Cost)
"""By the engine, the place that compiled the pattern, and how it begins."""


class Timed:
    """Stands in for a compiled pattern and times what it is asked."""

    def __init__(self, compiled: Any, name: str) -> None:
        self.compiled = compiled
        self._cost = COSTS[name]
        for asked in _ASKED:
            setattr(self, asked, self._time(getattr(compiled, asked), asked in _REPLACING))

    def __getattr__(self, name: str) -> Any:
        return getattr(self.compiled, name)

    def _time(self, ask: Callable[..., Any], replaces: bool) -> Callable[..., Any]:
        cost, now = self._cost, time.perf_counter

        def ask_timed(*given: Any, **named: Any) -> Any:
            started = now()
            found = ask(*given, **named)
            if isinstance(found, Iterator):  # matches are looked for when they are asked for
                found = iter(list(found))
            cost.seconds += now() - started
            cost.calls += 1
            cost.characters += len(given[replaces])
            return found

        return ask_timed


def time_patterns(engine: ModuleType, package: str) -> None:
    """Let patterns that modules of `package` compile from now on with `engine` be timed."""
    compile_plain = engine.compile

    def compile_timed(pattern: Any, *given: Any, **named: Any) -> Any:
        pattern = pattern.compiled if isinstance(pattern, Timed) else pattern
        compiled = compile_plain(pattern, *given, **named)
        frame: Any = sys._getframe(1)
        while frame and (not _is_in(frame, package) or frame.f_code.co_filename.endswith("patterns.py")):
            frame = frame.f_back
        if frame is None or not isinstance(pattern, str):
            return compiled
        place = f"{frame.f_code.co_filename.split(f'/{package}/')[1]}:{frame.f_lineno}"
        return Timed(compiled, f"{engine.__name__} {place} {' '.join(pattern.split())[:_SHOWN]}")

    engine.compile = compile_timed  # type: ignore[attr-defined]


def _is_in(frame: Any, package: str) -> bool:
    return f"/{package}/" in frame.f_code.co_filename


@click.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--acts", default=200, show_default=True, help="How many specimens, where no files are given.")
@click.option("--most", default=40, show_default=True, help="How many patterns are shown.")
@click.option("--seed", default=2024, show_default=True)
def main(files: tuple[Path, ...], acts: int, most: int, seed: int) -> None:
    """Time every pattern while acts are read."""
    for engine in (re, regex):
        time_patterns(engine, "regkb")
    # not before: what they import compiles patterns
    from bench.pipeline import make_dumps
    from regkb.pipeline import read_act
    from regkb.repeats import forget_readings
    from regkb.schemas.stages import RawDocument

    dumps = [file.read_text(encoding="utf-8") for file in files] or make_dumps(acts, seed)
    documents = [RawDocument(f"{i}.txt", f"{i:064x}", "text", text) for i, text in enumerate(dumps)]
    for document in documents:
        read_act(document)
    forget_readings()
    for cost in COSTS.values():
        cost.calls, cost.characters, cost.seconds = 0, 0, 0.0
    started = time.perf_counter()
    for document in documents:
        read_act(document)
    whole = time.perf_counter() - started
    known = sum(cost.seconds for cost in COSTS.values())
    click.echo(f"{len(documents)} acts, {whole / len(documents) * 1000:.1f} ms each, {known / whole:.0%} in patterns")
    click.echo("of the time  calls an act  µs a call  ns a character  pattern")
    asked = [(name, cost) for name, cost in COSTS.items() if cost.calls]
    for name, cost in sorted(asked, key=lambda item: -item[1].seconds)[:most]:
        calls, each = cost.calls / len(documents), cost.seconds / cost.calls * 1e6
        letter = cost.seconds / max(1, cost.characters) * 1e9
        click.echo(f"{cost.seconds / whole:11.1%}  {calls:12.1f}  {each:9.2f}  {letter:14.0f}  {name}")


if __name__ == "__main__":
    main()
