"""`regkb validity`: was an act in force on a day, why, and how sure is that."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime

import click

from regkb.cli import Settings
from regkb.options import json_option, on_option, or_today


@click.command("validity", epilog="Example: regkb validity '275 2016-06-02' --on 2018-05-01")
@click.argument("ref")
@on_option
@click.option(
    "--sense",
    type=click.Choice(["application", "force"]),
    default="application",
    show_default=True,
    help="In force as қолданысқа енгізілген (application) or as күшіне енген (force).",
)
@json_option
@click.pass_obj
def command(settings: Settings, ref: str, on: datetime | None, sense: str, as_json: bool) -> None:
    """Tell whether an act was in force on a day.

    The answer is not_yet, in_force, repealed, expired, suspended, partly_suspended or unknown; with the words of the
    sources behind it, whether it is certain, and if not, what is missing. REF may name an act that is only cited.
    """
    from regkb.kb.lookup import find_act
    from regkb.kb.store import open_base
    from regkb.kb.validity.describe import describe_answer
    from regkb.kb.validity.history import answer_validity

    day = or_today(on)
    with closing(open_base(settings.db)) as con:
        answer = answer_validity(con, find_act(con, ref).id, day, "force" if sense == "force" else "application")
    click.echo(answer.to_json(indent=2) if as_json else describe_answer(answer))
