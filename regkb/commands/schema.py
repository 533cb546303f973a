"""`regkb schema`: what a base holds, for a person, as SQL, as a diagram, or as the JSON Schema of the record."""

from __future__ import annotations

import click

from regkb.output import print_json, print_rows


@click.command("schema", epilog="Example: regkb schema --erd > tables.mmd")
@click.option("--sql", "form", flag_value="sql", help="The tables and views as SQL, with comments.")
@click.option("--erd", "form", flag_value="erd", help="The tables as a Mermaid diagram.")
@click.option("--json", "form", flag_value="json", help="The JSON Schema of the record, as export writes it.")
@click.option("--validity", "form", flag_value="validity", help="The JSON Schema of what validity --json prints.")
@click.option("--search", "form", flag_value="search", help="The JSON Schema of what search --json prints.")
@click.option("--tables", "form", flag_value="tables", help="The tables and columns as JSON.")
def command(form: str | None) -> None:
    """Show the tables, views and macros of a base."""
    from regkb.kb.catalogue import describe_tables, list_relations, write_diagram, write_sql
    from regkb.schemas.json_schema import write_schema

    if form == "sql":
        click.echo(write_sql(), nl=False)
    elif form == "erd":
        click.echo(write_diagram(), nl=False)
    elif form == "json":
        click.echo(write_schema(), nl=False)
    elif form in ("validity", "search"):
        from regkb.kb.answers import make_answer_schema

        print_json(make_answer_schema(form))
    elif form == "tables":
        print_json(describe_tables())
    else:
        print_rows(("kind", "name", "what it is"), list_relations())
