"""`regkb explain`: a page that shows an act's text with every fact marked where it stands."""

from __future__ import annotations

from contextlib import closing

import click

from regkb.cli import Settings
from regkb.options import language_option
from regkb.output import open_out, tell, write_text


@click.command("explain", epilog="Example: regkb explain '275 2016-06-02' -o 275.html")
@click.argument("ref")
@click.option("-o", "--out", metavar="FILE|-", default="-", help="Where the page goes.  [default: -]")
@language_option
@click.option("--spans", metavar="FILE", help="Write the marks as spaCy spans (DocBin) too.")
@click.pass_obj
def command(settings: Settings, ref: str, out: str, language: str | None, spans: str | None) -> int:
    """Write a page with every fact of an act marked.

    It shows the text with the raw source of each fact, and is one file that needs no network. REF is an id, a number,
    number and date, a registration number, or part of a title.
    """
    from regkb.kb.lookup import find_ingested
    from regkb.kb.provisions import find_entry, read_origin
    from regkb.kb.records import read_record
    from regkb.kb.store import open_base
    from regkb.present.marks import collect_marks
    from regkb.present.mentions import find_mentions, make_docs
    from regkb.present.page import make_page

    with closing(open_base(settings.db)) as con:
        entry, _ = find_entry(con, find_ingested(con, ref).id, language)
        act, origin = read_record(con, entry), read_origin(con, entry)
    marks = [*collect_marks(act), *find_mentions(act)]
    page = make_page(act, marks, origin.text)
    if out == "-":
        click.echo(page, nl=False)
    else:
        write_text(out, page)
        tell(f"{len(marks)} marks on {out}")
    if spans:
        with open_out(spans) as stream:
            stream.write(make_docs(act, marks))
        tell(f"spans of {len(act.paragraphs)} paragraphs in {spans}")
    return 0
