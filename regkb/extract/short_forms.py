"""Short forms, and the nouns for documents that stand like one: what they mean in the part of the act around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from regkb.extract.aliases import Alias, AliasTable, read_short_name
from regkb.extract.anchors import Anchor
from regkb.extract.mentions import Mention, mention_places
from regkb.extract.named_places import read_named_places
from regkb.extract.quotations import quotation_ending_at
from regkb.extract.self_references import PointedNoun, kind_of_self, read_self_noun, type_of
from regkb.extract.sides import CitedText
from regkb.extract.undefined_nouns import SENTENCE_END, name_undefined
from regkb.lang import words
from regkb.lang.patterns import compile_any_case
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import ActRef, AliasRef, SelfRef


class ShortForms:
    """What the act has defined so far, and the noun in the title of each regulation; `scope` is the part of the act."""

    def __init__(self) -> None:
        self._aliases = AliasTable()
        self._own_nouns: dict[str, str] = {}
        self._unread: dict[tuple[str, str], str] = {}

    def define(self, bracket: Anchor, cited: CitedText, mentions: Sequence[Mention], scope: str) -> None:
        """Remember the short form that a bracket defines, with the act cited before it that it stands for.

        A noun for an act needs such an act: `туралы шешім (бұдан әрі – шешім)` is no act.
        """
        short = read_short_name(bracket.inside, cited.language)
        if short is None:
            return
        kind = type_of(short.noun, cited.language)
        acts = [(mention.end, mention.target) for mention in mentions if isinstance(mention.target, ActRef)]
        if kind is not None:
            act = next((target for _, target in reversed(acts) if target.type == kind), None)
        else:
            end, last = acts[-1] if acts else (0, None)
            act = last if last and _approves(last, cited, end, bracket.start) else None
        if act or (kind is None and short.name[0].isupper()):
            self._aliases.add(Alias(short, scope, act))
        elif short.name[0].isupper() and short.name.lower() == short.noun:
            self._unread[scope, short.noun] = short.name

    def learn_own_noun(self, title: Sequence[Anchor], cited: CitedText, scope: str) -> None:
        """Remember the noun for what speaks in `scope`, found among the anchors of its title."""
        known: ReferenceWords = words("references", cited.language)
        nouns = [anchor.noun for anchor in title if anchor.what == "noun"]
        self._own_nouns[scope] = nouns[-1 if known.noun_last else 0] if nouns else ""

    def find(self, noun: Anchor, cited: CitedText, scope: str) -> tuple[Alias, int] | None:
        """Return the defined short form that a noun ends, and where its words begin."""
        return self._aliases.find(noun.noun, cited.text, noun.start, scope)

    def read_noun(self, noun: Anchor, cited: CitedText, scope: str, in_stamp: bool) -> Iterator[Mention]:
        """Yield the reference that a short form is; if it is written small or not defined, a place must be named.

        In a stamp the small word belongs to the title of the regulation: `«…» қызмет регламентіне 1-қосымша`.
        """
        text, found = cited.text, self.find(noun, cited, scope)
        start = found[1] if found else noun.start
        places = read_named_places(cited, (start, noun.end), noun.ending)
        target: AliasRef | SelfRef | None = None
        resolved: ActRef | None = None
        if found:
            alias, _ = found
            if (places and not in_stamp) or text[start] == alias.short.name[0]:
                target, resolved = AliasRef(alias=alias.short.name), alias.act
        elif places:
            target = name_undefined(noun, cited, self._own_nouns.get(scope), in_stamp)
        if target:
            opening = quotation_ending_at(text, start - 1)
            title_span = None if opening is None else (opening, start)
            mention = Mention(target, start, noun.end, title_span=title_span, resolved=resolved)
            yield from mention_places(mention, places)

    def read_self(self, this: Anchor, cited: CitedText, scope: str) -> Iterator[Mention]:
        """Yield `осы …`: the speaking act, regulation or point, or a short form that was defined for another act."""
        pointed = read_self_noun(cited.text, this.end, cited.language)
        if pointed is None or (scope and type_of(pointed.noun, cited.language) == "decision"):
            return  # in a regulation, осы шешім is what an official decides
        target, resolved = self._read_pointed(pointed, cited, scope)
        places = read_named_places(cited, (this.start, pointed.end), pointed.ending)
        yield from mention_places(Mention(target, this.start, pointed.end, resolved=resolved), places)

    def _read_pointed(
        self, pointed: PointedNoun, cited: CitedText, scope: str
    ) -> tuple[AliasRef | SelfRef, ActRef | None]:
        """Return what `осы` and a noun mean, and the act behind a short form.

        A regulation may write small what it takes for another document: `осы стандарттың 10-тармағында`.
        """
        own = self._own_nouns.get(scope)
        if own != pointed.noun and (pointed.is_capital or own):
            if found := self._aliases.find(pointed.noun, cited.text, pointed.start, scope):
                return AliasRef(alias=found[0].short.name), found[0].act
            if pointed.is_capital and (name := self._unread.get((scope, pointed.noun))):
                return AliasRef(alias=name), None  # a short form for an act that could not be told
        return SelfRef(self=kind_of_self(pointed.noun, cited.language)), None

    def resolve(self, mention: Mention, scope: str) -> Mention:
        """Add the act behind a short form that its own paragraph defines after it: `стандартының (бұдан әрі – …)`."""
        if not isinstance(mention.target, AliasRef) or mention.resolved:
            return mention
        act = self._aliases.act_of(mention.target.alias, scope)
        return replace(mention, resolved=act) if act else mention


def _approves(act: ActRef, cited: CitedText, end: int, until: int) -> bool:
    """Tell whether the act that is cited up to `end` approved what is defined at `until`, in the same sentence.

    The verb may be missing (`бұйрығымен «…» стандарты`), but a law does not approve what a minister does.
    """
    known: ReferenceWords = words("references", cited.language)
    if compile_any_case(known.approved).search(cited.text, end, until):
        return True
    return act.type not in known.state_acts and not SENTENCE_END.search(cited.text, end, until)
