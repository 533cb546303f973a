"""Every pattern of the program against the worst strings that can be made of its own pieces: time must grow linearly.

`python -m tests.fuzz.patterns SECONDS` imports all modules with a `compile` of both engines (`regex` and the standard
one) that takes notes, reads specimens in both languages so that every pattern is composed and its use is seen, and then
tries strings on each pattern: runs and repeated pairs of what the pattern names, after one beginning and before one
end. What an extractor reads has single blanks and no word that is too long to be one, since `clean_text` saw to it; all
other patterns get strings as they are.
Some extractors look at no more than so much of a sentence: there a pattern may grow where it stays quick at that length.
Where a string of twice the length takes more than three times as long, the pattern backtracks; such patterns are printed
as JSON.
"""

from __future__ import annotations

import importlib
import json
import math
import pkgutil
import random
import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

import regex

LENGTH = 6_000
"""Characters of a first string. A square law makes this many milliseconds, a cube law seconds."""
SLOW = 0.004
"""Seconds for a string of that length below which a pattern can't be growing with the square."""
GROWTH = 3.0
TIMEOUT = 1.0
"""Seconds after which a pattern counts as hanging."""

_PIECE = regex.compile(
    r"""
    \\p\{(?<class>\w+)\} | \\(?<escape>[dDsSwWbB]) | \[ (?<set>(?:\\.|[^\]\\])++) \] | (?<word>\p{L}{2,}+) | (?<other>[^\\])
    """,
    regex.VERBOSE,
)
_SAMPLES = {
    "L": "қ", "Lu": "Қ", "Ll": "қ", "N": "7", "Nd": "7", "Cyrillic": "қ", "P": ".", "Latin": "i",
    "d": "7", "s": " ", "w": "қ", "S": "қ", "D": "-", "W": "-", "b": " ", "B": "",
}  # fmt: skip
_SYNTAX = frozenset("()[]{}?*+|^$\\<>=!:#&~ \n")
_ALWAYS = (
    " ",
    "\n",
    "1",
    "12 ",
    "қ",
    "Қ",
    "і",
    ".",
    "-",
    "«",
    "қаулы ",
    "№ 1",
    "№",
    "(",
    "1)",
    "Қ. ",
    "a",
    "1.1.",
    "\u0483",
)
QUICK = 0.05
"""Seconds that a pattern may take on the longest string that it gets, where there is such a length."""
_READ_CLEAN_TEXT = (
    "regkb.extract.",
    "regkb.kb.validity.",
    "regkb.kb.consolidate",
    "regkb.kb.wording",
    "regkb.present.",
)
_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


@dataclass
class Seen:
    """A pattern that the program composed: where, and by which methods it was used."""

    pattern: Any
    module: str
    methods: set[str] = field(default_factory=set)

    @property
    def source(self) -> str:
        """The pattern as text; one over bytes is read a letter a byte."""
        found = self.pattern.pattern
        return found.decode("latin-1") if isinstance(found, bytes) else found

    def __getattr__(self, name: str) -> Any:
        if name in _METHODS:
            self.methods.add(name)
        return getattr(self.pattern, name)


def collect_patterns() -> list[Seen]:
    """Import every module, read specimens in both languages, and return the patterns that this composed."""
    seen: dict[tuple[str, str, int], Seen] = {}
    compilers = {regex: regex.compile, re: re.compile}

    def note(engine: Any, pattern: Any, *arguments: Any, **named: Any) -> Any:
        found = compilers[engine](pattern, *arguments, **named)
        frame = sys._getframe(1)
        while frame.f_back and frame.f_globals.get("__name__") == "regkb.lang.patterns":
            frame = frame.f_back  # who asked for a pattern, not what compiles it
        module = frame.f_globals.get("__name__", "")
        if not module.startswith("regkb"):
            return found
        return seen.setdefault((engine.__name__, found.pattern, found.flags), Seen(found, module))

    for engine in compilers:
        engine.compile = partial(note, engine)  # type: ignore[attr-defined]
    try:
        import regkb

        for module in pkgutil.walk_packages(regkb.__path__, "regkb."):
            if not module.name.endswith(("query_child", "__main__")):
                importlib.import_module(module.name)
        from tests.fuzz.targets import REFS, fill_base, look_up, read_file, read_pages, read_specimens

        for data in read_specimens():
            read_file(data)
        for data in read_pages():
            read_file(data)
        fill_base(read_specimens()[0])
        for ref in REFS:
            look_up(ref.encode())
    finally:
        for engine, compile_pattern in compilers.items():
            engine.compile = compile_pattern  # type: ignore[attr-defined]
    return list(seen.values())


def list_pieces(pattern: str) -> list[str]:
    """Return strings that the pattern names or admits, one of each kind of character that it lists, the longest first."""
    found: set[str] = set()
    for match in _PIECE.finditer(pattern):
        if match["class"]:
            found.add(_SAMPLES.get(match["class"], "қ"))
        elif match["escape"]:
            found.add(_SAMPLES[match["escape"]])
        elif match["set"]:
            letters = [letter for letter in match["set"] if letter not in "\\^-pLNdsw{}"]
            found.update(letters[:3])
        elif match["word"]:
            found.add(match["word"])
        elif match["other"] not in _SYNTAX:
            found.add(match["other"])
    return sorted(found - {""}, key=lambda piece: (-len(piece), piece))


def make_strings(pattern: str, chance: random.Random, count: int) -> list[tuple[str, str, str]]:
    """Return (beginning, what repeats, end) of strings to try: single pieces first, then chance combinations."""
    own = list_pieces(pattern)
    pieces = own + [piece for piece in _ALWAYS if piece not in own]
    strings = [("", piece, "") for piece in pieces[:40]]
    strings += [("", f"{piece} ", "!") for piece in own[:20]]
    while len(strings) < count:
        run = "".join(chance.choices(pieces, k=chance.choice((1, 2, 2, 3, 4))))
        strings.append((chance.choice(["", *pieces]), run, chance.choice(["", "!", "\0", *pieces])))
    return strings[:count]


def measure(seen: Seen, text: str | bytes) -> float:
    """Return the seconds of processor time that the use of the pattern on the text takes."""
    methods = seen.methods or {"search"}
    if isinstance(seen.pattern.pattern, bytes) and isinstance(text, str):
        text = text.encode()
    limit = {"timeout": TIMEOUT} if isinstance(seen.pattern, regex.Pattern) else {}
    begun = time.process_time()
    try:
        with _stopped_after(TIMEOUT):
            if methods & {"finditer", "findall", "sub", "subn", "split"}:
                for _ in seen.pattern.finditer(text, **limit):
                    pass
            elif "search" in methods:
                seen.pattern.search(text, **limit)
            for method in methods & {"match", "fullmatch"}:
                getattr(seen.pattern, method)(text, **limit)
    except TimeoutError:
        return TIMEOUT
    return time.process_time() - begun


@contextmanager
def _stopped_after(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in what takes more of the processor: the standard engine knows no limit but looks for signals."""

    def stop(*_: object) -> None:
        raise TimeoutError

    former = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)


def find_growth(seen: Seen, parts: tuple[str, str, str]) -> float | None:
    """Return by how much the time grows when the string is twice as long; `None` where it is too short to tell."""
    most = _read_limits().get(seen.module, math.inf)
    first = measure(seen, _make(seen, parts, LENGTH))
    if first < SLOW or (most < LENGTH and measure(seen, _make(seen, parts, LENGTH)[: int(most)]) < QUICK):
        return None
    if first >= TIMEOUT:
        return math.inf
    # other programs disturb single measurements, upwards
    first = min(first, *(measure(seen, _make(seen, parts, LENGTH)) for _ in range(2)))
    if first < SLOW:
        return None
    second = min(measure(seen, _make(seen, parts, 2 * LENGTH)) for _ in range(3))
    return second / first


def _make(seen: Seen, parts: tuple[str, str, str], length: int) -> str:
    """Return the string of about that length as the pattern may get it."""
    from regkb.normalize.lines import close_blanks

    beginning, run, end = parts
    text = beginning + run * (length // len(run)) + end
    return close_blanks(text) if seen.module.startswith(_READ_CLEAN_TEXT) else text


@cache
def _read_limits() -> dict[str, int]:
    """Return how many characters of a string the patterns of a module get, where there is a limit."""
    from regkb.extract.act_sentence import LONGEST_PHRASE
    from regkb.extract.procedures import LONGEST_INTRO
    from regkb.kb.lookup import LONGEST_REF

    return {
        "regkb.extract.act_sentence": LONGEST_PHRASE,
        "regkb.extract.procedures": 2 * LONGEST_INTRO + 1,
        "regkb.kb.lookup": LONGEST_REF,
    }


def main() -> None:
    """Try strings on every pattern in turn until the time is over, at least a few on each."""
    seconds, seed = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    patterns = collect_patterns()
    chance = random.Random(seed)
    share = seconds / len(patterns)
    bad = []
    tried = 0
    for seen in patterns:
        until = time.process_time() + share
        for number, parts in enumerate(make_strings(seen.source, chance, 2000)):
            if number > 12 and time.process_time() > until:
                break
            tried += 1
            growth = find_growth(seen, parts)
            # a second look, since other programs disturb the first
            if growth is not None and growth > GROWTH and (find_growth(seen, parts) or 0) > GROWTH:
                beginning, run, end = parts
                bad.append(
                    {
                        "module": seen.module,
                        "pattern": seen.source[:300],
                        "methods": sorted(seen.methods),
                        "string": f"{beginning!r} + {run!r} * n + {end!r}",
                        "growth": "hangs" if growth == math.inf else f"{growth:.1f}",
                    }
                )
                break
    json.dump({"patterns": len(patterns), "strings": tried, "growing": bad}, sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
