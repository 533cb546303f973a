"""`regkb list`: which acts the base has."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from typing import Any

import click

from regkb.cli import Settings
from regkb.options import DAY, json_option
from regkb.output import print_json, print_rows, tell

_COLUMNS = ("id", "type", "number", "date", "issuer", "title", "status", "languages")
TYPES = ("resolution", "order", "decision", "law", "code", "decree", "other")
STATES = ("in_force", "repealed", "expired", "suspended")
"""As the record has them, whose module would make every `--help` wait for pydantic."""
_SHOWN = ("date", "number", "status", "languages", "issuer", "title", "id")


@click.command("list", epilog="Example: regkb list --issuer Алматы --from 2016-01-01 --status repealed")
@click.argument("words", nargs=-1, metavar="[WORD]...")
@click.option("--issuer", metavar="WORDS", help="Only acts of issuers whose name holds the words.")
@click.option("--type", "act_type", type=click.Choice(TYPES), help="Only acts of this kind.")
@click.option("--status", type=click.Choice(STATES), help="Only acts of which the source states this.")
@click.option("--from", "since", type=DAY, metavar="DATE", help="Adopted then or later.")
@click.option("--to", "until", type=DAY, metavar="DATE", help="Adopted then or earlier.")
@click.option("--cited", is_flag=True, help="The acts that are only cited, instead of those whose text is here.")
@json_option
@click.pass_obj
def command(
    settings: Settings,
    words: tuple[str, ...],
    issuer: str | None,
    act_type: str | None,
    status: str | None,
    since: datetime | None,
    until: datetime | None,
    cited: bool,
    as_json: bool,
) -> int:
    """List the acts of the base.

    The newest come first; WORDs narrow the list to a number (275, 275 2016), a date or part of a title.
    """
    from regkb.kb.lookup import find_acts
    from regkb.kb.store import open_base

    asked: dict[str, Any] = {
        "contains(lower(issuer), lower(?))": issuer,
        "type = ?": act_type,
        "status = ?": status,
        "date >= ?": since.date() if since else None,
        "date <= ?": until.date() if until else None,
    }
    with closing(open_base(settings.db)) as con:
        if words:
            asked["list_contains(?::VARCHAR[], id)"] = [match.id for match in find_acts(con, " ".join(words))]
        asked = {condition: value for condition, value in asked.items() if value is not None}
        rows = con.execute(
            "SELECT id, type, number, date, issuer, title, status, (SELECT list(language ORDER BY language)"
            " FROM record WHERE act_id = id)"
            f" FROM act WHERE {' AND '.join(('ingested = ?', *asked))} ORDER BY date DESC NULLS LAST, id",
            [not cited, *asked.values()],
        ).fetchall()
    acts = [dict(zip(_COLUMNS, (*row, languages or []), strict=True)) for *row, languages in rows]
    if as_json:
        print_json(acts)
    elif acts:
        # the word of the source, which may be older than a repeal that the base knows
        header = ["stated status" if name == "status" else name for name in _SHOWN]
        print_rows(header, ([_show(act[name]) for name in _SHOWN] for act in acts))
    if not acts:
        tell("regkb: no act fits")
    return int(not acts)


def _show(value: Any) -> Any:
    """Return a value as it stands in the table."""
    return " ".join(value) if isinstance(value, list) else value
