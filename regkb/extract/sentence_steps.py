"""Steps that are sentences in paragraphs of their own: `Рәсімдер: | Маман өтінішті тіркейді. | Басшы оны қарайды.`

A list without numbers ends with a full stop, so of such steps it has but the first.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from regkb.extract.actors import find_actor
from regkb.extract.listings import Item, Listing, Point
from regkb.extract.provisions import Provision
from regkb.lang import words
from regkb.lang.patterns import compile_any_case
from regkb.lang.procedures import ProcedureWords


def add_sentences(listing: Listing, point: Point, language: str) -> Listing:
    """Return a list of one unnumbered sentence together with those that follow it in the point and say who acts,
    or have an inner label (`№ 1 іс-қимыл.`).

    Any other list comes back as it is.
    """
    first = listing.items[0].paragraphs[0]
    alone = len(listing.items) == 1 and len(listing.items[0].paragraphs) == 1
    if not (alone and _is_step(first, point, language)):
        return listing
    behind = (paragraph for paragraph in point.paragraphs if paragraph.index > first.index)
    steps = [first, *takewhile(lambda paragraph: _is_step(paragraph, point, language), behind)]
    return replace(listing, items=tuple(Item(str(number), (step,)) for number, step in enumerate(steps, 1)))


def _is_step(paragraph: Provision, point: Point, language: str) -> bool:
    """Tell whether a paragraph without a number is a sentence with an inner label or with somebody who acts."""
    is_sentence = paragraph.path == f"{point.path}/p" and paragraph.text.rstrip().endswith(".")
    grammar: ProcedureWords = words("procedures", language)
    labelled = compile_any_case(grammar.label).match(paragraph.text) is not None
    return is_sentence and (labelled or find_actor(paragraph.text, language) is not None)
