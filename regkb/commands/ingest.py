"""`regkb ingest`: read files into the base and account for every one of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from regkb.cli import Settings
from regkb.output import print_json, tell

if TYPE_CHECKING:
    from regkb.ingest.account import Account
    from regkb.ingest.run import Watch

_READING = ("regkb.ingest.work", "regkb.normalize.clean", "regkb.extract.structure", "regkb.extract.act")
"""What a reader of files imports, whatever their language: that takes as long as all that is done here before."""
_SHOWN = 50
"""Lines about single files; the base and --json have all."""
_KINDS = 5
"""Endings of files that were passed over."""


@click.command("ingest", epilog="Example: regkb ingest acts/ new/275.pdf --jobs 4")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="Processes that read, threads that build.  [default: the cores]",
)
@click.option("--prune", is_flag=True, help="Forget acts whose files below PATH are gone.")
@click.option("--again", is_flag=True, help="Read also files whose content the base has, as after an update of regkb.")
@click.option(
    "--fail-on",
    type=click.Choice(["failure", "error", "warning", "never"]),
    default="failure",
    show_default=True,
    help="Exit with 1 where a file failed; or also where an act that was read has such a diagnostic.",
)
@click.option(
    "--timeout", type=click.FloatRange(min=0.1), default=120.0, show_default=True, metavar="SECONDS", help="For a file."
)
@click.option(
    "--memory", type=click.IntRange(min=64), default=2048, show_default=True, metavar="MB", help="For a process."
)
@click.option(
    "--wait",
    type=click.FloatRange(min=0),
    default=600.0,
    show_default=True,
    metavar="SECONDS",
    help="For another ingest into the same base.",
)
@click.option("--dask", metavar="ADDRESS", help="Read on the cluster whose Dask scheduler is there: tcp://host:8786.")
@click.option(
    "--spool",
    type=click.Path(file_okay=False),
    metavar="DIR",
    help="Folder of readings that the machines of the cluster share: what lies there is not read again.  "
    "[default with --dask: FILE.spool beside the base, removed at the end]",
)
@click.option("--json", "as_json", is_flag=True, help="Print the account as JSON.")
@click.pass_obj
def command(
    settings: Settings,
    paths: tuple[str, ...],
    jobs: int | None,
    prune: bool,
    again: bool,
    fail_on: str,
    timeout: float,
    memory: int,
    wait: float,
    dask: str | None,
    spool: str | None,
    as_json: bool,
) -> int:
    """Read acts into the base.

    PATH is a file (text, PDF, HTML), a folder with all below it, or - for standard input.
    What the base has is not read again. A file that cannot be read is reported with the reason and stops nothing.
    Ctrl-C keeps what was read; the same command goes on from there.
    """
    if "" in paths:
        raise click.UsageError("A PATH is empty: name a file, a folder, or - for standard input.")
    from regkb.ingest.pool import Limits, start_ahead

    limits = Limits(timeout, memory)
    # a new base knows no file, so there will be something to read
    is_new = not dask and not Path(settings.db).exists()
    with start_ahead(_READING, limits) if is_new else nullcontext() as ahead:
        from regkb.ingest.garbage import collect_seldom
        from regkb.ingest.run import Request, ingest
        from regkb.pipeline import read_act

        collect_seldom()
        request = Request(paths, jobs or _count_cores(), prune, again, wait, limits, dask, spool)
        with _show_progress() as watch:
            account = ingest(settings.db, request, read_act, tell, watch, ahead)
    if as_json:
        print_json(_describe(account))
    else:
        _report(account)
    if account.stopped:
        return 130
    return int(_has_failed(account, fail_on))


def _count_cores() -> int:
    """Return how many cores this process may use, where the system tells; else how many there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _show_progress() -> Iterator[Watch]:
    """Show a bar on stderr where that is a terminal, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda doing, done, of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        yield lambda doing, done, of: progress.update(task, description=doing, completed=done, total=of)


def _report(account: Account) -> None:
    """Tell a person what became of the files, each failure with its reason and remedy."""
    failed = [f"{failure.path}: {failure.reason}; {failure.remedy}" for failure in account.failed]
    _tell_each("failed", failed, "`regkb check` or the table failure")
    older = [
        f"{done.path}: the base has a text of {done.act_id} ({done.language}) that knows more" for done in account.older
    ]
    _tell_each("older", older, "--json or the table source")
    _tell_each("pruned", [f"{act_id} ({language})" for act_id, language in account.pruned], "--json")
    if account.passed_over:
        kinds = sorted({PurePath(path).suffix.lower() for path in account.passed_over})
        named = ", ".join(kinds[:_KINDS]) + (", …" if len(kinds) > _KINDS else "")
        files = _count(len(account.passed_over), "file")
        tell(f"passed over: {files} in folders that are neither text, PDF nor HTML ({named})")
    doubts = [_count(account.diagnostics[name], name) for name in ("error", "warning") if account.diagnostics[name]]
    if doubts:
        tell(f"doubtful: {', '.join(doubts)} in what was read, see `regkb check`")
    counts = [f"{len(account.new)} new", f"{len(account.changed)} changed", f"{account.unchanged} unchanged"]
    if account.older:
        counts.append(f"{len(account.older)} older")
    if account.pruned:
        counts.append(f"{len(account.pruned)} pruned")
    counts.append(f"{len(account.failed)} failed")
    if account.stopped:
        counts.append(f"{account.left} left")
        tell("stopped: run the same command again to go on from here")
    if not account.is_published:
        tell("what was read is kept beside the base, and will be in it when the command has run to its end")
    click.echo(", ".join(counts))


def _count(number: int, thing: str) -> str:
    """Return so many things: `1 file`, `2 files`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _tell_each(fate: str, lines: Sequence[str], where: str) -> None:
    """Tell the first of the lines, and where the others are."""
    for line in lines[:_SHOWN]:
        tell(f"{fate}: {' '.join(line.splitlines())}")
    if len(lines) > _SHOWN:
        tell(f"… and {len(lines) - _SHOWN} more {fate}, see {where}")


def _describe(account: Account) -> dict[str, object]:
    """Return the account as JSON values."""
    acts = {
        name: [{"id": done.act_id, "language": done.language, "path": done.path} for done in getattr(account, name)]
        for name in ("new", "changed", "older")
    }
    failed = [{"path": found.path, "reason": found.reason, "remedy": found.remedy} for found in account.failed]
    return {
        **acts,
        "unchanged": account.unchanged,
        "failed": failed,
        "pruned": [{"id": act_id, "language": language} for act_id, language in account.pruned],
        "passed_over": account.passed_over,
        "left": account.left,
        "published": account.is_published,
        "diagnostics": dict(account.diagnostics),
    }


def _has_failed(account: Account, fail_on: str) -> bool:
    """Tell whether the account counts as failed under the person's rule."""
    if fail_on == "never":
        return False
    severities = {"failure": (), "error": ("error",), "warning": ("error", "warning")}[fail_on]
    return bool(account.failed) or any(account.diagnostics[severity] for severity in severities)
