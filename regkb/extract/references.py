"""References: every mention of an act, of a place in one, or of the speaking act itself, in reading order.

A paragraph is scanned once for its `anchors`, the nouns for acts and documents; each is then read outwards: what stands
on one side may name the act (`citations`), what stands on the other a place inside (`locators`). In Kazakh the act is
named before its noun and the place behind it, in Russian it is the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, takewhile

from regkb.extract.aliases import scope_of
from regkb.extract.anchors import Anchor, is_nominative
from regkb.extract.cited_acts import read_cited_acts
from regkb.extract.list_openings import ListOpening, read_opening
from regkb.extract.listed_acts import lend_issuer, read_listed_act
from regkb.extract.lost_titles import drop_lost_titles
from regkb.extract.mentions import Mention, drop_short_titles, gives_way, mention_places
from regkb.extract.named_places import read_named_places
from regkb.extract.self_references import read_back_noun, type_of
from regkb.extract.short_forms import ShortForms
from regkb.extract.sides import CitedText, cite
from regkb.schemas.record import ActRef, Language, Paragraph, Reference


def find_references(paragraphs: Sequence[Paragraph], language: Language) -> list[Reference]:
    """Return the references in `paragraphs` (of one act, in reading order), in reading order.

    The act's own header in `info` is none; what stands inside a cited title is none of its own; legislation in general
    (`заңнамасына сәйкес`) is none. `span` counts in the paragraph's text, `index` is the paragraph's place in
    `paragraphs`, `resolved` the act behind a short form where its definition names it.
    """
    reader = _Reader(language)
    return [
        Reference(
            at=paragraph.path,
            text=paragraph.text[mention.start : mention.end],
            span=(mention.start, mention.end),
            target=mention.target,
            locator=mention.locator,
            index=index,
            resolved=mention.resolved,
            publications=list(mention.publications),
        )
        for index, paragraph in enumerate(paragraphs)
        for mention in reader.read(paragraph, _last_item(paragraphs, index))
    ]


def _last_item(paragraphs: Sequence[Paragraph], index: int) -> str | None:
    """Return the text of the last item in the list that a point of the act itself opens at `index`."""
    path = paragraphs[index].path
    if not path.startswith("point:") or not paragraphs[index].text.rstrip().endswith(":"):
        return None
    items = takewhile(lambda paragraph: paragraph.path.startswith(f"{path}/"), islice(paragraphs, index + 1, None))
    return max(((place, item.text) for place, item in enumerate(items)), default=(0, None))[1]


class _Reader:
    """Reads the paragraphs of one act one by one, and remembers what they define and cite."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._short_forms = ShortForms()
        self._cited: dict[str, ActRef] = {}
        self._opening: ListOpening | None = None

    def read(self, paragraph: Paragraph, last_item: str | None = None) -> list[Mention]:
        """Return the references of the next paragraph; `last_item` is the text of the last one in the list it opens."""
        path, text, scope = paragraph.path, paragraph.text, scope_of(paragraph.path)
        cited = cite(text, self._language)
        mentions = self._read_anchors(cited.anchors, cited, path)
        if self._opening and self._opening.holds_for(path):
            mentions = self._read_item(self._opening, cited, mentions)
        self._opening = read_opening(path, cited, last_item) or self._opening
        if scope and path == f"{scope}/title":
            self._short_forms.learn_own_noun(cited.anchors, cited, scope)
        mentions = drop_short_titles(text, mentions)
        if path != "title":
            mentions = drop_lost_titles(text, mentions, self._language)
        return [self._short_forms.resolve(mention, scope) for mention in mentions]

    def _read_anchors(self, anchors: Iterable[Anchor], cited: CitedText, path: str) -> list[Mention]:
        """Return what the anchors of a paragraph begin or end; each may be part of what a later one names."""
        scope, in_stamp = scope_of(path), path.endswith("/stamp")
        mentions: list[Mention] = []
        for anchor in anchors:
            if anchor.what == "bracket":
                self._short_forms.define(anchor, cited, mentions, scope)
            elif not mentions or anchor.start >= mentions[-1].end:
                for mention in self._read_anchor(anchor, cited, scope, in_stamp):
                    mentions = [other for other in mentions if not gives_way(other, mention)]
                    if path != "info" or not self._is_header(anchor):
                        mentions.append(mention)
        return mentions

    def _read_anchor(self, anchor: Anchor, cited: CitedText, scope: str, in_stamp: bool) -> Iterable[Mention]:
        """Return what one anchor begins or ends: one reference, or several that share a noun."""
        if anchor.what == "this":
            return self._short_forms.read_self(anchor, cited, scope)
        if anchor.what == "that":
            return self._read_back(anchor, cited)
        acts = read_cited_acts(anchor, cited, in_stamp)
        self._remember(acts)
        short = self._short_forms.find(anchor, cited, scope)
        if acts and not (short and short[1] == acts[-1].start < anchor.start):
            return acts
        # no act, or a short form that looks like one: № 198 бұйрық
        return self._short_forms.read_noun(anchor, cited, scope, in_stamp)

    def _is_header(self, anchor: Anchor) -> bool:
        """Tell whether a citation in the info line is the act's own: it stands in the nominative."""
        return anchor.what == "noun" and is_nominative(anchor, self._language)

    def _read_back(self, that: Anchor, cited: CitedText) -> Iterator[Mention]:
        """Yield `көрсетілген қаулымен`: the act of that type that was cited last."""
        pointed = read_back_noun(cited.text, that.end, self._language)
        kind = type_of(pointed.noun, self._language) if pointed else None
        if pointed and kind and (act := self._cited.get(kind)):
            places = read_named_places(cited, (that.start, pointed.end), pointed.ending)
            yield from mention_places(Mention(act, that.start, pointed.end), places)

    def _read_item(self, opening: ListOpening, cited: CitedText, mentions: Sequence[Mention]) -> list[Mention]:
        """Return the references of an item in the list that `opening` opens."""
        if listed := read_listed_act(opening, cited):
            self._remember([listed])
            return [listed]
        lent = lend_issuer(opening, cited, mentions)
        self._remember(lent.values())
        return [lent.get(place, mention) for place, mention in enumerate(mentions)]

    def _remember(self, acts: Iterable[Mention]) -> None:
        """Remember the acts that are cited, each as the last one of its type, for `көрсетілген қаулымен`."""
        for mention in acts:
            if isinstance(mention.target, ActRef) and mention.target.type:
                self._cited[mention.target.type] = mention.target
