"""What became of each file of an ingest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from regkb.errors import Failure
from regkb.ingest.plan import Known, Plan
from regkb.kb.load import CurrentText
from regkb.kb.rows import Key


@dataclass(frozen=True, slots=True)
class Done:
    """A file that gave an act."""

    act_id: str
    language: str
    path: str


@dataclass(slots=True)
class Account:
    """What became of the files: each is in one of the lists, or counted as `unchanged` or `left`.

    `older` are texts of acts of which the base has one that knows more. `left` were not reached before Ctrl-C, and
    `stopped` is then true; what was read is kept, but publishing it may be left to the next ingest. `diagnostics`
    counts those of the acts that were read, by severity.
    """

    new: list[Done] = field(default_factory=list)
    changed: list[Done] = field(default_factory=list)
    older: list[Done] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)
    pruned: list[Key] = field(default_factory=list)
    passed_over: list[str] = field(default_factory=list)
    diagnostics: Counter[str] = field(default_factory=Counter)
    unchanged: int = 0
    left: int = 0
    stopped: bool = False
    is_published: bool = True


@dataclass(slots=True)
class Results:
    """What reading gave, by the hash of the bytes."""

    keys: dict[str, Key] = field(default_factory=dict)
    failures: dict[str, Failure] = field(default_factory=dict)
    diagnostics: Counter[str] = field(default_factory=Counter)
    stopped: bool = False


def count_files(
    plan: Plan, published: Known, known: Known, results: Results, current: dict[Key, CurrentText]
) -> Account:
    """Return what became of each file, against the base as it was published before."""
    account = Account(diagnostics=results.diagnostics, stopped=results.stopped)
    keys = {sha256: key for sha256, (key, _) in known.sources.items()} | results.keys
    counted: set[str] = set()
    for file, sha256 in plan.files:
        if sha256 in results.failures:
            continue
        if sha256 not in keys:
            account.left += 1
        elif sha256 in counted or (sha256 in published.sources and sha256 not in results.keys):
            account.unchanged += 1
        else:
            key = keys[sha256]
            is_current = key in current and current[key].sha256 == sha256
            fate = account.older if not is_current else account.changed if key in published.current else account.new
            fate.append(Done(*key, file.name))
            counted.add(sha256)
    return account
