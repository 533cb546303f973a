"""`regkb check`: what is doubtful in the base."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from regkb.cli import Settings
from regkb.options import json_option
from regkb.output import print_json, tell

if TYPE_CHECKING:
    from regkb.errors import Failure
    from regkb.kb.doubts import Doubt

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


@click.command("check", epilog="Example: regkb check '275 2016-06-02' --severity warning")
@click.argument("refs", nargs=-1, metavar="[REF]...")
@click.option(
    "--severity",
    type=click.Choice(list(_COLOURS)),
    default="info",
    show_default=True,
    help="The least that is shown.",
)
@click.option("--code", metavar="CODE", help="Only this kind of doubt.")
@json_option
@click.pass_obj
def command(settings: Settings, refs: tuple[str, ...], severity: str, code: str | None, as_json: bool) -> None:
    """List what could not be settled.

    For the acts that REF names, or for all with the files that could not be read; the worst comes first, each doubt
    with the raw words beside the clean ones.
    """
    from regkb.kb.doubts import SEVERITIES, read_doubts
    from regkb.kb.failures import read_failures
    from regkb.kb.lookup import find_ingested
    from regkb.kb.store import open_base

    shown = SEVERITIES[: SEVERITIES.index(severity) + 1]
    with closing(open_base(settings.db)) as con:
        act_ids = [find_ingested(con, ref).id for ref in refs] or None
        failures = [] if refs or code else list(read_failures(con).values())
        found = list(read_doubts(con, act_ids))
    doubts = [one for one in found if one.severity in shown and code in (None, one.code)]
    if as_json:
        print_json({"failures": [asdict(one) for one in failures], "diagnostics": [asdict(one) for one in doubts]})
        return
    _print_failures(failures)
    _print_doubts(doubts)
    if not failures and not doubts:
        tell(f"nothing doubtful{_describe_filter(severity, code, {one.code for one in found})}")


def _describe_filter(severity: str, code: str | None, codes: set[str]) -> str:
    """Return which doubts were asked for where not all were, and of a kind that no doubt has, which kinds there are."""
    asked = "" if severity == "info" else f", {severity} or worse"
    if code:
        asked += f", of kind {code}"
    return asked + (f"; kinds here: {', '.join(sorted(codes))}" if code and codes and code not in codes else "")


def _print_failures(failures: Iterable[Failure]) -> None:
    """Print the files that gave no act."""
    for failure in failures:
        click.echo(f"{click.style('failed', fg='red', bold=True)}  {failure.path}")
        click.echo(f"  {failure.reason}; {failure.remedy}")


def _print_doubts(doubts: Iterable[Doubt]) -> None:
    """Print diagnostics, the raw words above the clean ones."""
    from regkb.kb.provisions import name_lines

    for doubt in doubts:
        grade = click.style(doubt.severity, fg=_COLOURS[doubt.severity], bold=True)
        click.echo(f"{grade}  {doubt.code}  {doubt.act_id} ({doubt.language})  {doubt.at or ''}")
        click.echo(f"  {doubt.message}")
        if doubt.raw:
            click.echo(f"  raw    {' '.join(doubt.raw.split())}  [{doubt.source}, {name_lines(doubt.lines)}]")
        if doubt.clean:
            click.echo(f"  clean  {doubt.clean}")
