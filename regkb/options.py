"""Options that several commands have."""

from __future__ import annotations

import datetime

import click

from regkb.lang import LANGUAGES

DAY = click.DateTime(["%Y-%m-%d"])
"""A day as every command takes it."""

on_option = click.option("--on", type=DAY, metavar="DATE", help="The day that is asked for.  [default: today]")
language_option = click.option(
    "--language", type=click.Choice(LANGUAGES), help="Of the text.  [default: kk where there is one]"
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def or_today(on: datetime.datetime | None) -> datetime.date:
    """Return the day that `--on` names, or the day that it is here."""
    return (on or datetime.datetime.now().astimezone()).date()
