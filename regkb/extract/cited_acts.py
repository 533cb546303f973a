"""The acts that a noun names by header or title, with what the brackets and places beside them tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from regkb.extract.act_titles import reads_like_act_title
from regkb.extract.anchors import Anchor, is_plural
from regkb.extract.citations import Citation, is_general, read_citations
from regkb.extract.locators import Place
from regkb.extract.mentions import Mention, mention_act, mention_places
from regkb.extract.named_places import read_named_places
from regkb.extract.noun_brackets import add_brackets
from regkb.extract.self_references import type_of
from regkb.extract.sides import CitedText
from regkb.lang import words
from regkb.lang.patterns import compile_any_case
from regkb.lang.references import ReferenceWords


def read_cited_acts(noun: Anchor, cited: CitedText, in_stamp: bool) -> tuple[Mention, ...]:
    """Return the acts that a noun names, or one act that only its issuer tells; none: an empty tuple."""
    key = (noun.start, in_stamp)
    if key not in cited.acts:
        cited.acts[key] = tuple(_read(noun, cited, in_stamp))
    return cited.acts[key]


def _read(noun: Anchor, cited: CitedText, in_stamp: bool) -> list[Mention]:
    kind = type_of(noun.noun, cited.language)
    if kind is None:
        return []
    citations = read_citations(cited, (noun.start, noun.end), kind, is_plural(noun, cited.language))
    if not citations:
        return []
    nearest = next(citation for citation in citations if citation.start <= noun.start < citation.end)
    places = read_named_places(cited, (nearest.start, noun.end), noun.ending)
    if is_general(nearest) and not _is_one_act(noun, cited, places, in_stamp):
        return []
    known: ReferenceWords = words("references", cited.language)
    acts: list[Mention] = []
    for citation in citations:
        if citation is nearest:
            named = add_brackets(_drop_foreign_title(citation, cited, noun.end), cited)
            acts.extend(mention_places(mention_act(named), places))
        else:
            is_bracket_read = known.noun_last
            acts.append(mention_act(citation if is_bracket_read else add_brackets(citation, cited)))
    return acts


def _is_one_act(noun: Anchor, cited: CitedText, places: Sequence[Place], in_stamp: bool) -> bool:
    """Tell whether an act that only its issuer tells is a certain one: a law with a place in it, or a stamp's."""
    known: ReferenceWords = words("references", cited.language)
    is_law = type_of(noun.noun, cited.language) in known.state_acts
    return not is_plural(noun, cited.language) and (in_stamp or (bool(places) and is_law))


def _drop_foreign_title(citation: Citation, cited: CitedText, at: int) -> Citation:
    """Drop a title that is the approved document's: `«…» ҚР Үкіметінің … № 538 қаулысымен бекітілген стандарты`."""
    title, span, text = citation.ref.title, citation.title_span, cited.text
    if not title or not span or span[0] != citation.start:
        return citation
    known: ReferenceWords = words("references", cited.language)
    is_approved = compile_any_case(rf"\s*(?:{known.approved})").match(text, at)
    if not is_approved or reads_like_act_title(title, cited.language):
        return citation
    start = span[1] + len(text[span[1] :]) - len(text[span[1] :].lstrip())
    return replace(citation, ref=citation.ref.model_copy(update={"title": None}), start=start, title_span=None)
