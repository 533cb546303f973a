"""`regkb export`: records for other programs."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime

import click

from regkb.cli import Settings
from regkb.kb.export.formats import FORMATS
from regkb.lang import LANGUAGES
from regkb.options import DAY, TIME
from regkb.output import tell


@click.command("export", epilog="Example: regkb export '275 2016-06-02' --format json > 275.json")
@click.argument("refs", nargs=-1, metavar="[REF]...")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(list(FORMATS)),
    default="json",
    show_default=True,
    help="; ".join(f"{name}: {known.summary}" for name, known in FORMATS.items()) + ".",
)
@click.option("-o", "--out", metavar="DIR|-", default="-", help="A folder, or - for standard output.  [default: -]")
@click.option("--language", type=click.Choice(LANGUAGES), help="Only the text in this language.")
@click.option("--issuer", metavar="WORDS", help="Only acts of issuers whose name holds the words.")
@click.option("--from", "since", type=DAY, metavar="DATE", help="Only acts adopted on this day or later.")
@click.option("--to", "until", type=DAY, metavar="DATE", help="Only acts adopted on this day or earlier.")
@click.option(
    "--changed-since",
    type=TIME,
    metavar="TIME",
    help="Only acts that came into the base or changed there since (UTC).",
)
@click.pass_obj
def command(
    settings: Settings,
    refs: tuple[str, ...],
    format_name: str,
    out: str,
    language: str | None,
    issuer: str | None,
    since: datetime | None,
    until: datetime | None,
    changed_since: datetime | None,
) -> int:
    """Write records for other programs.

    Those of the acts that REF names, or of all, in the order of their ids.
    """
    from regkb.kb.lookup import find_ingested
    from regkb.kb.records import Selection, select_entries
    from regkb.kb.store import open_base

    with closing(open_base(settings.db)) as con:
        act_ids = [find_ingested(con, ref).id for ref in refs] if refs else None
        selection = Selection(
            act_ids, language, issuer, since.date() if since else None, until.date() if until else None, changed_since
        )
        entries = select_entries(con, selection)
        if not entries:
            tell("regkb: no act fits")
            return 1
        count = FORMATS[format_name].load()(con, entries, out)
    if out != "-":
        tell(f"{count} records written to {out}")
    return 0
