"""`regkb search`: acts, paragraphs, services or steps that speak of some words, best first."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING

import click

from regkb.cli import Settings
from regkb.options import DAY
from regkb.output import print_json, tell

if TYPE_CHECKING:
    from regkb.kb.search.find import Hit, Kind

SHOWN = 300
"""Characters of a paragraph that are shown; --json gives all."""


@click.command("search", epilog="Example: regkb search тұрғын үй кезегі --in-force-on 2018-05-01 --kind step")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--kind",
    type=click.Choice(["act", "paragraph", "service", "step"]),
    default="act",
    show_default=True,
    help="What to find; an act is shown with its best paragraph.",
)
@click.option(
    "--in-force-on", "day", type=DAY, metavar="DATE", help="Only acts in force on this day, certainly or not."
)
@click.option("--issuer", metavar="WORDS", help="Only acts of issuers in whose name all these words stand.")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="So many hits at most.")
@click.option("--json", "as_json", is_flag=True, help="Print the hits as JSON.")
@click.pass_obj
def command(
    settings: Settings,
    words: tuple[str, ...],
    kind: Kind,
    day: datetime | None,
    issuer: str | None,
    limit: int,
    as_json: bool,
) -> int:
    """Find words in any of their forms.

    WORDS may be Kazakh or Russian. Latin i and letters typed without their Kazakh marks are understood.
    """
    from regkb.kb.search.ask import suggest_words
    from regkb.kb.search.find import search
    from regkb.kb.store import open_base

    with closing(open_base(settings.db)) as con:
        answer = search(con, " ".join(words), kind, limit, issuer, day.date() if day else None)
        for word in answer.unknown:
            near = suggest_words(con, word)
            tell(f"regkb: no text here has «{word}»" + (f"; did you mean {', '.join(near)}?" if near else ""))
    if as_json:
        print_json([hit.to_dict() for hit in answer.hits])
    else:
        for place, hit in enumerate(answer.hits, 1):
            _print_hit(place, hit)
    if not answer.hits:
        tell("regkb: nothing found")
        return 1
    return 0


def _print_hit(place: int, hit: Hit) -> None:
    """Print a hit: the act in a line, the title, the place, and the words around those that were asked for."""
    header = "  ".join(str(part) for part in (f"№ {hit.number or '?'}", hit.date, hit.issuer) if part)
    click.echo(f"{place}. {header}  {click.style(hit.act_id, dim=True)}")
    if hit.title:
        click.echo(f"   {hit.title}")
    click.echo(f"   {click.style(hit.path or '', fg='cyan')}  {_mark_text(hit)}\n")


def _mark_text(hit: Hit) -> str:
    """Return the text around the first mark, each marked word in brackets, and in colour on a terminal."""
    first = hit.marks[0][0] if hit.marks else 0
    start = 0 if first < SHOWN else hit.text.rfind(" ", 0, first - SHOWN // 3) + 1
    end = len(hit.text) if len(hit.text) <= start + SHOWN else hit.text.rfind(" ", start, start + SHOWN)
    pieces, at = ["… " if start else ""], start
    for left, right in hit.marks:
        if start <= left and right <= end:
            pieces += [hit.text[at:left], click.style(f"[{hit.text[left:right]}]", fg="yellow", bold=True)]
            at = right
    return "".join([*pieces, hit.text[at:end], " …" if end < len(hit.text) else ""])
