"""`regkb parse`: what each stage makes of one file, without a base."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from regkb.cli import Settings
from regkb.errors import UnreadableDocument
from regkb.output import print_json, print_rows, tell

if TYPE_CHECKING:
    from regkb.schemas.stages import CleanText, RawDocument

STAGES = ("raw", "clean", "structure", "facts")


@click.command("parse", epilog="Example: regkb parse acts/275.txt --until clean --diff")
@click.argument("file", metavar="FILE|-")
@click.option(
    "--until", type=click.Choice(STAGES), default="facts", show_default=True, help="The last stage that is run."
)
@click.option("--diff", is_flag=True, help="With --until clean: what was repaired, where, and by which rule.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, as facts always are.")
@click.pass_obj
def command(settings: Settings, file: str, until: str, diff: bool, as_json: bool) -> None:
    """Show what is read from one file.

    raw: the text as it was ingested; clean: its repaired paragraphs; structure: each with its place in the tree;
    facts: the whole record. Nothing is stored.
    """
    if diff and until != "clean":
        raise click.UsageError("--diff shows the repairs of --until clean.")
    document = _read(file, settings.debug)
    if until == "raw":
        _print_raw(document, as_json)
    elif until == "clean":
        _print_clean(document, diff, as_json)
    elif until == "structure":
        _print_structure(document, as_json)
    else:
        _print_facts(document)


def _read(file: str, debug: bool) -> RawDocument:
    """Read the raw document; raises RegkbError where there is none.

    A PDF is read in a process that can be ended whatever it does; with `debug` in this one, whose traceback is shown.
    """
    from regkb.ingest.find import find_one, read_bytes
    from regkb.ingest.read import read_document, tell_kind

    one = find_one(file)
    try:
        data = read_bytes(one)
        if tell_kind(data) != "pdf" or debug:
            return read_document(one.name, data)
    except UnreadableDocument as error:
        raise UnreadableDocument(f"{one.name}: {error.reason}", error.remedy) from None
    from regkb.ingest.alone import read_alone

    return read_alone(one)


def _print_raw(document: RawDocument, as_json: bool) -> None:
    """Print the raw text, or with what else the format told."""
    if as_json:
        names = ("path", "sha256", "format", "pages", "text")
        print_json({name: getattr(document, name) for name in names})
    else:
        click.echo(document.text, nl=False)


def _print_clean(document: RawDocument, diff: bool, as_json: bool) -> None:
    """Print the repaired paragraphs, or the repairs."""
    from regkb.normalize.clean import clean_text

    clean = clean_text(document)
    if as_json:
        print_json(_describe_clean(clean))
    elif diff:
        _print_repairs(clean)
    else:
        for block in clean.blocks:
            click.echo(block.text)
    _tell_doubts(clean)


def _describe_clean(clean: CleanText) -> dict[str, object]:
    """Return the clean text as JSON values."""
    return {
        "language": clean.language,
        "blocks": [{"text": one.text, "kind": one.kind, "spans": one.spans} for one in clean.blocks],
        "repairs": [
            {"rule": one.rule, "span": one.span, "before": one.before, "after": one.after} for one in clean.repairs
        ],
        "diagnostics": [one.model_dump(mode="json") for one in clean.diagnostics],
    }


def _print_repairs(clean: CleanText) -> None:
    """Print each repair: line, rule, the raw words in red and what became of them in green."""
    from regkb.kb.provisions import locate_spans, name_lines, number_lines

    starts = number_lines(clean.document.text)
    for repair in sorted(clean.repairs, key=lambda repair: repair.span):
        click.secho(f"{name_lines(locate_spans([repair.span], starts))}  {repair.rule}", dim=True)
        click.secho(f"- {' '.join(repair.before.split(chr(10)))}", fg="red")
        click.secho(f"+ {repair.after}", fg="green")
    tell(f"{len(clean.repairs)} repairs")


def _print_structure(document: RawDocument, as_json: bool) -> None:
    """Print each paragraph with its path."""
    from regkb.pipeline import read_structure

    structure = read_structure(document)
    if as_json:
        print_json([paragraph.model_dump(mode="json") for paragraph in structure.paragraphs])
    else:
        print_rows(("path", "text"), ((paragraph.path, paragraph.text) for paragraph in structure.paragraphs))


def _print_facts(document: RawDocument) -> None:
    """Print the record as `regkb export` would."""
    from regkb.ingest.work import name_source
    from regkb.pipeline import read_act

    click.echo(name_source(read_act(document), document).to_json(indent=2))


def _tell_doubts(clean: CleanText) -> None:
    """Say on stderr what could not be settled."""
    for doubt in clean.diagnostics:
        tell(f"{doubt.severity}: {doubt.code}: {doubt.message}")
