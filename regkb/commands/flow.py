"""`regkb flow`: the procedures of a service as diagrams."""

from __future__ import annotations

from contextlib import closing

import click

from regkb.cli import Settings
from regkb.errors import RegkbError
from regkb.options import language_option
from regkb.output import tell, write_text

KINDS = ("provider", "interaction", "corporation", "portal", "information_system")


@click.command("flow", epilog="Example: regkb flow '275 2016-06-02' --service 1 --format bpmn -o service.bpmn")
@click.argument("ref")
@click.option("--service", "number", metavar="N", help="The annex that regulates the service.  [default: the only one]")
@click.option("--kind", type=click.Choice(KINDS), help="Only procedures of this kind.")
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["mermaid", "bpmn"]),
    default="mermaid",
    show_default=True,
    help="Of the diagram.",
)
@click.option("-o", "--out", metavar="FILE|-", default="-", help="Where the diagram goes.  [default: -]")
@language_option
@click.pass_obj
def command(
    settings: Settings, ref: str, number: str | None, kind: str | None, format_name: str, out: str, language: str | None
) -> int:
    """Draw the procedures of a service.

    Actors are lanes, lengths of time stand on the steps, conditions are diamonds. Mermaid is text that many editors
    draw; BPMN 2.0 opens in any BPMN tool. REF is an id, a number, number and date, a registration number, or part of a
    title.
    """
    from regkb.kb.lookup import find_ingested
    from regkb.kb.provisions import find_entry
    from regkb.kb.records import read_record
    from regkb.kb.store import open_base
    from regkb.present.bpmn import write_bpmn
    from regkb.present.flow import draw_procedure, name_procedure
    from regkb.present.mermaid import write_mermaid

    with closing(open_base(settings.db)) as con:
        entry, _ = find_entry(con, find_ingested(con, ref).id, language)
        act = read_record(con, entry)
    services = [service for service in act.services if number is None or service.annex == number]
    if len(services) != 1:
        known = tuple(f"--service {service.annex}  {service.title}" for service in act.services)
        raise RegkbError(
            f"{len(act.services)} services are regulated by {act.id}" + (f", none by annex {number}" if number else ""),
            "choose one" if known else "show its text: regkb show",
            known,
        )
    (service,) = services
    procedures = [one for one in service.procedures if one.steps and kind in (None, one.kind)]
    if not procedures:
        tell(f"regkb: no procedure with steps was found in the regulation of {service.title}")
        return 1
    flows = [draw_procedure(one, name_procedure(one), act.language) for one in procedures]
    text = write_mermaid(flows) if format_name == "mermaid" else write_bpmn(flows, service.title)
    if out == "-":
        click.echo(text, nl=False)
    else:
        write_text(out, text)
        tell(f"{len(flows)} procedures in {out}")
    return 0
