"""`regkb show`: the text of an act, and where each provision stands in the source."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING

import click

from regkb.cli import Settings
from regkb.errors import RegkbError
from regkb.lang import LANGUAGES
from regkb.options import json_option, language_option
from regkb.output import open_out, print_json, print_rows, tell

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from regkb.kb.lookup import Match
    from regkb.kb.provisions import Origin, Provision


@click.command("show", epilog="Example: regkb show '275 2016-06-02' annex:1/section:2/point:5")
@click.argument("ref")
@click.argument("path", required=False)
@language_option
@click.option("--both", is_flag=True, help="The Kazakh and the Russian text side by side.")
@click.option("--raw", is_flag=True, help="The raw text as it was ingested, instead of the clean one.")
@click.option("--picture", metavar="FILE", help="Write the page of the PDF (PNG), the words of PATH marked.")
@json_option
@click.pass_obj
def command(
    settings: Settings,
    ref: str,
    path: str | None,
    language: str | None,
    both: bool,
    raw: bool,
    picture: str | None,
    as_json: bool,
) -> int:
    """Show the text of an act.

    REF is an id, a number, number and date, a registration number, or part of a title. With PATH, that provision and
    all below it, with the file, the lines and the page where its words stand; `point:5` is found in every annex.
    """
    from regkb.kb.lookup import find_ingested
    from regkb.kb.store import open_base

    if both and (language or raw):
        raise click.UsageError("--both shows two clean texts: leave out --language and --raw.")
    if picture and (both or path is None):
        raise click.UsageError("--picture marks the words of a PATH of one text.")
    with closing(open_base(settings.db)) as con:
        act = find_ingested(con, ref)
        if both:
            _show_both(con, act, path, as_json)
        else:
            _show_text(con, act, path, language, raw, picture, as_json)
    return 0


def _show_text(
    con: DuckDBPyConnection,
    act: Match,
    path: str | None,
    language: str | None,
    raw: bool,
    picture: str | None,
    as_json: bool,
) -> None:
    """Print one text of the act, or the provisions at a path with their places in the source."""
    from regkb.kb.provisions import find_entry, locate_spans, name_lines, number_lines, read_origin, read_provisions

    entry, language = find_entry(con, act.id, language)
    provisions = read_provisions(con, entry, path)
    if not provisions:
        raise RegkbError(f"{act.id} has no {path}", f"its paths: regkb show {act.id}")
    origin = read_origin(con, entry)
    starts = number_lines(origin.text)
    if picture:
        _draw(origin, provisions, picture)
    if as_json:
        print_json(
            {
                "id": act.id,
                "language": language,
                "source": origin.path,
                "paragraphs": [
                    {
                        "path": one.path,
                        "text": one.text,
                        "spans": one.spans,
                        "lines": locate_spans(one.spans, starts),
                        "page": one.page,
                        "raw": origin.quote(one.spans),
                    }
                    for one in provisions
                ],
            }
        )
    elif raw and path is None:
        click.echo(origin.text, nl=False)
    elif path is None:
        print_rows(("path", "text"), ((one.path, one.text) for one in provisions))
    else:
        for one in provisions:
            page = f", page {one.page}" if one.page else ""
            click.echo(origin.quote(one.spans) if raw else one.text)
            click.secho(f"  {one.path}  {origin.path}, {name_lines(locate_spans(one.spans, starts))}{page}", dim=True)


def _draw(origin: Origin, provisions: Sequence[Provision], out: str) -> None:
    """Write a picture of the pages on which provisions stand, from the file that was ingested, read once more."""
    from regkb.ingest.alone import read_alone
    from regkb.ingest.find import find_one, read_bytes
    from regkb.ingest.pdf_render import draw_spans

    if origin.format != "pdf":
        raise RegkbError(f"{origin.path} is no PDF, so that it has no pages", "leave out --picture")
    # the name may lead elsewhere from the folder in which we are now
    file = find_one(next(filter(os.path.isfile, origin.places), origin.path))
    document = read_alone(file)
    if document.text != origin.text or document.layout is None:
        raise RegkbError(f"{origin.path} is not the file any more that was ingested", "ingest it again")
    spans = [span for provision in provisions for span in provision.spans]
    with open_out(out) as stream:
        pages = draw_spans(read_bytes(file), document.layout, spans, stream)
    tell(f"page {', '.join(map(str, pages))} in {out}")


def _show_both(con: DuckDBPyConnection, act: Match, path: str | None, as_json: bool) -> None:
    """Print the two texts of the act path by path, with what they state differently.

    A paragraph that only one of them has stands alone.
    """
    from regkb.kb.bilingual import pair_provisions
    from regkb.kb.expressions import read_differences
    from regkb.kb.provisions import find_entry, read_provisions

    texts = {}
    for language in LANGUAGES:
        entry, _ = find_entry(con, act.id, language)
        texts[language] = read_provisions(con, entry, path)
    differences = read_differences(con, act.id)
    columns = ("path", "kk", "ru", "differs")
    rows = [(*row, "; ".join(differences.pop(row[0], ()))) for row in pair_provisions(texts["kk"], texts["ru"])]
    if as_json:
        print_json([dict(zip(columns, row, strict=True)) for row in rows])
    else:
        print_rows(columns, rows)
