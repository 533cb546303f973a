"""`regkb refs`: what an act cites, and which acts cite it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from regkb.cli import Settings
from regkb.options import json_option
from regkb.output import print_json, print_rows, tell

if TYPE_CHECKING:
    from regkb.kb.citing import Citation, Effect


@click.command("refs", epilog="Example: regkb refs '275 2016-06-02' --open")
@click.argument("ref")
@click.option("--from", "only_from", is_flag=True, help="Only what the act cites.")
@click.option("--to", "only_to", is_flag=True, help="Only where other acts cite it.")
@click.option("--itself", is_flag=True, help="Also what the act says of itself (осы қаулының, осы регламенттің).")
@click.option("--open", "only_open", is_flag=True, help="Only citations whose act could not be told.")
@json_option
@click.pass_obj
def command(
    settings: Settings, ref: str, only_from: bool, only_to: bool, itself: bool, only_open: bool, as_json: bool
) -> int:
    """Show what an act cites and what cites it.

    Also what they do to each other. REF may name an act that is only cited. An act of which the base has no text is
    marked as cited; an open citation says why no act could be told: that an act is not in this base never means that it
    does not exist.
    """
    if only_open and only_to:
        raise click.UsageError("--open is about what the act cites: leave out --to.")
    from regkb.kb.citing import read_citations_from, read_citations_to, read_effects
    from regkb.kb.lookup import find_act
    from regkb.kb.store import open_base

    both = only_from == only_to and not only_open
    with closing(open_base(settings.db)) as con:
        act_id = find_act(con, ref).id
        cites = read_citations_from(con, act_id, itself) if not only_to or only_from else []
        cited = read_citations_to(con, act_id) if both or only_to else []
        effects = read_effects(con, act_id) if both else []
    if only_open:
        cites = [citation for citation in cites if citation.target is None]
    if as_json:
        directions = {"from": [asdict(one) for one in cites], "to": [asdict(one) for one in cited]}
        print_json({"act": act_id, **directions, "effects": [asdict(one) for one in effects]})
    elif cites or cited or effects:
        _print(act_id, cites, cited, effects)
    if not cites and not cited and not effects:
        tell(f"no citations: {act_id}")
        return 1
    return 0


def _print(act_id: str, cites: list[Citation], cited: list[Citation], effects: list[Effect]) -> None:
    """Print one table: what the act cites, where it is cited, and the effects between it and others."""
    rows: list[tuple[object, ...]] = []
    for one in cites:
        score = "" if one.score is None else f"{one.score:.2f}"
        rows.append(("from", one.at, one.text, one.target or "open", one.target_path, one.known, score, one.reason))
    for one in cited:
        rows.append(("to", one.at, one.text, one.source, one.target_path, "ingested", f"{one.score:.2f}", one.reason))
    for effect in effects:
        does = effect.affecting == act_id
        other = effect.affected if does else effect.affecting
        kind = f"{effect.type}s" if does else f"is {_PASSIVE[effect.type]} by"
        rows.append((kind, effect.at, effect.title, other or "open", effect.path, None, None, None))
    print_rows(("direction", "at", "words", "act", "path", "known", "score", "why"), rows)


_PASSIVE = {"approve": "approved", "restate": "restated", "amend": "amended", "repeal": "repealed"}
