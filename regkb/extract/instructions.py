"""Instructions: paragraphs that change wording, with the acts that they are about and what only supports them aside."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from regkb.extract.acts_acted_on import rests_on
from regkb.extract.blots import BLOT, blot_out
from regkb.extract.listings import number_width
from regkb.extract.locators import read_places
from regkb.extract.ordering_text import OrderingText
from regkb.extract.provisions import Provision
from regkb.extract.quotations import find_quotations
from regkb.schemas.record import ActRef, Span


@dataclass(frozen=True, slots=True)
class Instruction:
    """A paragraph, the same with quotations and bases blotted out, its quotations, and the acts that it is about."""

    text: str
    plain: str
    quotes: tuple[Span, ...]
    acts: tuple[ActRef, ...]

    @property
    def opens_list(self) -> bool:
        """Whether it closes with a colon: what stands under it is about the same act and the same place."""
        return self.text.rstrip().endswith(":")


def read_instruction(provision: Provision, act: OrderingText, amended: Collection[ActRef]) -> Instruction:
    """Return a paragraph with what is quoted and what only supports the instruction told apart.

    It is about the act cited last; where that is one of several `amended` by the same sentence, about each of them.
    """
    text = provision.text
    references = act.references_in(provision)
    acts = [(each.span, each.target) for each in references if isinstance(each.target, ActRef)]
    quotes = [quote for quote in find_quotations(text) if not any(_contains(span, quote) for span, _ in acts)]
    resting = [each.span for each in references if rests_on(text, each.span, act.language)]
    head = number_width(text)  # of an item, unless it is that of the subpoint that is changed
    names_subpoint = any(place.locator.subpoint for place in read_places(text, 0, act.language))
    plain = blot_out(text, [*quotes, *resting, *([] if names_subpoint or not head else [(0, head)])])
    cited = [target for span, target in acts if plain[span[0]] != BLOT]
    several = tuple(dict.fromkeys(each for each in cited if each in amended)) if cited and cited[-1] in amended else ()
    return Instruction(text, plain, tuple(quotes), several or tuple(cited[-1:]))


def _contains(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]
