"""Who does a step: who its first sentence names, or else a field of its own (`Орындаушысы – маман`) or what follows a
title (`Тіркеу. Маман өтінішті тіркейді`).
"""

from __future__ import annotations

from regkb.extract.actors import find_actor
from regkb.extract.actors_aside import find_labelled_actors
from regkb.extract.listings import Item, strip_number
from regkb.extract.provisions import Provision
from regkb.lang import words
from regkb.lang.patterns import compile_any_case
from regkb.lang.procedures import ProcedureWords


def find_step_actor(item: Item, language: str) -> tuple[str, Provision] | None:
    """Return who does a step, as written, and the paragraph that says so; `None` where nobody is named."""
    grammar: ProcedureWords = words("procedures", language)
    opening, *more = item.paragraphs
    text = strip_number(opening.text)
    label = compile_any_case(grammar.label).match(text)
    first = text[label.end() if label else 0 :]
    actor = find_actor(first, language)
    if actor is not None:
        return actor.text, opening
    for paragraph in item.paragraphs:
        text = strip_number(paragraph.text)
        if (place := next(find_labelled_actors(text, language), None)) is not None:
            return text[slice(*place)], paragraph
    title = compile_any_case(grammar.title).match(first)
    if title is None:
        return None
    if title.end() < len(first):
        named = _read_head(first[title.end() :], language)
        return (named, opening) if named else None
    named = _read_head(strip_number(more[0].text), language) if len(more) == 1 else None
    return (named, more[0]) if named else None


def _read_head(text: str, language: str) -> str | None:
    """Return who acts in a sentence that begins with it; before a colon stands the name of a field (`Орындаушы: …`)."""
    actor = find_actor(text, language)
    if actor is None or actor.span[0] > 0 or text[actor.span[1] :].lstrip().startswith(":"):
        return None
    return actor.text
