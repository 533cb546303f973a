"""Options that several commands have."""

from __future__ import annotations

import datetime
from typing import Any

import click

from regkb.lang import LANGUAGES


class Moment(click.DateTime):
    """A day or a time; what is none is told with how to write one."""

    def __init__(self, formats: list[str], example: str) -> None:
        super().__init__(formats)
        self.example = example

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the `datetime`."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"'{value}' is no date: write it as {self.example}.", param, ctx)


DAY = Moment(["%Y-%m-%d", "%d.%m.%Y"], "2018-05-01 or 01.05.2018")
"""A day as every command takes it."""
TIME = Moment(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"], "2018-05-01 or 2018-05-01T12:00:00")

on_option = click.option("--on", type=DAY, metavar="DATE", help="The day that is asked for.  [default: today]")
language_option = click.option(
    "--language", type=click.Choice(LANGUAGES), help="Of the text.  [default: kk where there is one]"
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def or_today(on: datetime.datetime | None) -> datetime.date:
    """Return the day that `--on` names, or the day that it is here."""
    return (on or datetime.datetime.now().astimezone()).date()
