"""`regkb consolidate`: the text of an act as it stood on a day."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from regkb.cli import Settings
from regkb.options import json_option, language_option, on_option, or_today
from regkb.output import print_json, tell

if TYPE_CHECKING:
    from regkb.kb.consolidate import Consolidation, Step
    from regkb.kb.wording import Line
    from regkb.schemas.record import Language


@click.command("consolidate", epilog="Example: regkb consolidate '321 2015-07-17' --on 2016-07-01")
@click.argument("ref")
@on_option
@language_option
@click.option("--likely", is_flag=True, help="Apply also what may have applied by that day, though it is not certain.")
@json_option
@click.pass_obj
def command(
    settings: Settings, ref: str, on: datetime | None, language: Language | None, likely: bool, as_json: bool
) -> int:
    """Show the text of an act as it stood on a day.

    What the base has of its amendments is applied; words that come from another act stand in ⟦n: …⟧, and the list at
    the end says which act n is. What could not be applied is told on stderr, and the exit status is 1. Also told there
    is whether the act was in force at all, unless it surely was.
    """
    from regkb.kb.consolidate import consolidate
    from regkb.kb.lookup import find_ingested
    from regkb.kb.store import open_base
    from regkb.kb.validity.describe import describe_answer
    from regkb.kb.validity.history import answer_validity

    day = or_today(on)
    with closing(open_base(settings.db)) as con:
        result = consolidate(con, find_ingested(con, ref).id, day, language, likely)
        validity = answer_validity(con, result.act_id, day)
    if as_json:
        print_json({**_describe(result), "validity": {"answer": validity.answer, "certain": validity.certain}})
    else:
        _print(result)
    for step in result.not_applied:
        tell(f"NOT APPLIED: {_line(step)}")
    if not as_json:
        for step in result.left_out:
            tell(f"left out: {_line(step)}")
    if not as_json and not (validity.answer == "in_force" and validity.certain):
        _, verdict, *_ = describe_answer(validity).splitlines()
        tell(f"{verdict}  See regkb validity.")
    return 1 if result.not_applied else 0


def _print(result: Consolidation) -> None:
    """Print the text, a paragraph a line, and the acts behind the marks."""
    marks = {act_id: str(number) for number, act_id in enumerate(result.sources(), 1)}
    for line in result.lines:
        click.echo(f"{line.path}\t{_mark(line, marks)}")
    for act_id, mark in marks.items():
        click.echo(f"{mark} = {act_id}")


def _mark(line: Line, marks: dict[str, str]) -> str:
    """Return the words of a paragraph, those of other acts in marked brackets."""
    if line.removed_by:
        return f"⟦{marks[line.removed_by]}: removed⟧"
    return "".join(f"⟦{marks[run.act_id]}: {run.text}⟧" if run.act_id else run.text for run in line.runs)


def _line(step: Step) -> str:
    place = f" {step.at}" if step.at else ""
    return f"{step.act_id}{place}: {step.what}" + (f": {step.why_not}" if step.why_not else "")


def _describe(result: Consolidation) -> dict[str, Any]:
    """Return the result as plain values."""
    return {
        "act": result.act_id,
        "language": result.language,
        "on": result.on,
        "paragraphs": [
            {
                "path": line.path,
                "text": line.text,
                "removed_by": line.removed_by,
                "runs": [{"text": run.text, "act": run.act_id or result.act_id} for run in line.runs],
            }
            for line in result.lines
        ],
        "applied": [_describe_step(step) for step in result.applied],
        "not_applied": [_describe_step(step) for step in result.not_applied],
        "left_out": [_describe_step(step) for step in result.left_out],
    }


def _describe_step(step: Step) -> dict[str, str | None]:
    return {"act": step.act_id, "at": step.at, "what": step.what, "why_not": step.why_not}
