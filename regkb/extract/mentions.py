"""The mentions of acts in one paragraph: a mention for each place, and those that give way to others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from regkb.extract.citations import Citation
from regkb.extract.locators import Place
from regkb.lang import words
from regkb.lang.patterns import compile_any_case
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import ActRef, AliasRef, Language, Locator, SelfRef, Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference in the paragraph that is being read, at `[start, end)`."""

    target: ActRef | AliasRef | SelfRef
    start: int
    end: int
    locator: Locator | None = None
    title_span: Span | None = None
    publications: tuple[str, ...] = ()
    resolved: ActRef | None = None


def mention_act(citation: Citation) -> Mention:
    """Return the mention that a citation is."""
    return Mention(citation.ref, citation.start, citation.end, None, citation.title_span, citation.publications)


def mention_places(mention: Mention, places: Sequence[Place]) -> Iterator[Mention]:
    """Yield a mention for each place; the one beside the words of `mention` has these too."""
    if not places:
        yield mention
        return
    nearest = places[0] if places[0].start >= mention.end else places[-1]
    for place in places:
        if place is nearest:
            start, end = min(place.start, mention.start), max(place.end, mention.end)
            yield replace(mention, locator=place.locator, start=start, end=end)
        else:
            yield replace(
                mention, locator=place.locator, start=place.start, end=place.end, title_span=None, publications=()
            )


def joins_acts(text: str, start: int, end: int, language: Language) -> bool:
    """Tell whether what stands between two places of `text` joins several acts: `, `, ` және `."""
    known: ReferenceWords = words("references", language)
    return compile_any_case(known.many).fullmatch(text, start, end) is not None


def gives_way(other: Mention, mention: Mention) -> bool:
    """Tell whether an earlier mention is part of a later one: of its words, or of the title in quotes before it."""
    span = mention.title_span
    return other.end > mention.start or (span is not None and span[0] < other.end <= span[1])


def drop_short_titles(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Leave out what is but another title of the act cited before it: `Кодекса … «…» |(Налоговый кодекс)|`."""
    return [mention for mention in mentions if not _is_short_title(text, mention, mentions)]


def _is_short_title(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    if text[mention.start - 1 : mention.start] != "(" or text[mention.end : mention.end + 1] != ")":
        return False
    above = next((one.target for one in reversed(mentions) if one.end < mention.start), None)
    act = mention.target
    if not isinstance(act, ActRef) or not isinstance(above, ActRef):
        return False
    return act.type == above.type and act.date is None and act.number is None
