"""What an act does: it approves, amends (restating included) or repeals.

The provisions of the act itself are read point by point. A verb may stand in a point's opening sentence and hold for
all its subpoints, in the last of them and hold for all, or in each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

import regex

from regkb.extract.bare_titles import read_bare_titles
from regkb.extract.blots import blot_out
from regkb.extract.editorial import notes_change
from regkb.extract.locators import find_places
from regkb.extract.ordering_text import OrderingText
from regkb.extract.provisions import Provision
from regkb.extract.quotations import count_open, find_quotations, unquote
from regkb.lang import words
from regkb.lang.actions import ActionWords
from regkb.lang.nouns import NounForms, noun_pattern
from regkb.lang.patterns import FoldedPattern, compile_any_case, compile_folded
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import (
    Action,
    ActRef,
    Diagnostic,
    Language,
    Locator,
    Reference,
    SelfRef,
    Span,
    TitleRef,
)

Kind = Literal["approve", "amend", "repeal"]

_OPENING_QUOTE = regex.compile(r"[«\"“„]")
_NUMBER = regex.compile(r"\s*\d{1,3}(?:-\d{1,2})?[.)]\s*")
_NUMBERED = regex.compile(r"/(?:sub)?point:[^/]+$")
_ITEM = regex.compile(r"/subpoint:[^/]+$")


@dataclass(frozen=True, slots=True)
class RepealedPart:
    """A part of another act that a paragraph repeals: `№ 7 қаулысының 5-тармағының күші жойылсын`."""

    provision: Provision
    locator: Locator
    target: ActRef


class Orders(NamedTuple):
    """What an act does, the parts of acts that it repeals, and the points that order what could not be told."""

    actions: list[Action]
    repealed_parts: list[RepealedPart]
    doubts: list[Diagnostic]


def find_actions(act: OrderingText) -> Orders:
    """Return what the act does, in reading order, and the points that change or repeal what could not be told.

    What is approved or restated is named by its title alone; an act that is changed or repealed by the reference to
    it. A repeal of a part of an act (`5-тармағының күші жойылды`) amends it.
    `at` is the paragraph's path; of acts that a list in an annex changes or repeals it is the item that names them.
    """
    reader = _Reader(act)
    actions: list[Action] = []
    doubts: list[Diagnostic] = []
    for point in act.points:
        orders = list(reader.read_point(point))
        found = [action for order in orders for action in order.actions]
        actions += found
        if found:
            doubts += [_doubt(order) for order in orders if order.kind in _DOUBTS and not order.actions]
        elif reader.is_ordered("repeal", point):
            doubts.append(_no_target("repeal", "the point repeals something, but no act that it names", point))
        elif reader.is_changed(point) and not act.annexed.changes:
            doubts.append(_no_target("amend", "the point changes something, but no act that it names", point))
    for point in act.annexed.changes:
        found = [action for order in reader.read_point(point, "amend") for action in order.actions]
        actions += found
        if not found:
            doubts.append(_no_target("amend", "the annex lists changes, but no act that the point names", point))
    order = {paragraph.path: index for index, paragraph in enumerate(act.paragraphs)}
    return Orders(
        sorted(actions, key=lambda action: order[action.at]), reader.repealed_parts, [*doubts, *reader.unread_parts]
    )


@dataclass(frozen=True, slots=True)
class _Order:
    """What an item of a list, or a point without one, orders: the kind of its verb, and the actions that were read."""

    at: str
    kind: Kind | None
    actions: tuple[Action, ...]


_DOUBTS: dict[Kind | None, tuple[str, str]] = {
    "repeal": ("repeal.no_target", "the list repeals acts, but none that this item names could be read"),
    "approve": ("approve.no_title", "the list approves documents, but no title of this item could be read"),
}


def _no_target(kind: Kind, lack: str, point: Sequence[Provision]) -> Diagnostic:
    return Diagnostic(code=f"{kind}.no_target", at=point[0].paragraph.path, message=f"{lack} could be read")


def _doubt(order: _Order) -> Diagnostic:
    code, message = _DOUBTS[order.kind]
    return Diagnostic(code=code, at=order.at, message=message)


class _Reader:
    """Reads the points of one act."""

    def __init__(self, act: OrderingText) -> None:
        self._language = act.language
        self._grammar = _grammar(act.language)
        self._cited = act.cited
        self._annexed = act.annexed
        self.repealed_parts: list[RepealedPart] = []
        self.unread_parts: list[Diagnostic] = []

    def is_ordered(self, kind: Kind, point: Sequence[Provision]) -> bool:
        """Tell whether a point orders something of a kind."""
        return any(self._kind(each.paragraph.text) == kind for each in point)

    def is_changed(self, point: Sequence[Provision]) -> bool:
        """Tell whether a point changes something that can be an act or its wording."""
        texts = [each.paragraph.text for each in point]
        changing = [text for text in texts if self._kind(text) == "amend"]
        is_other = all(self._grammar.amend_other.search(text) for text in changing)
        return bool(changing) and not (is_other and not any(map(self._holds_wording, texts)))

    def _holds_wording(self, text: str) -> bool:
        return bool(find_quotations(text) or find_places(text, self._language))

    def read_point(self, point: Sequence[Provision], given: Kind | None = None) -> Iterator[_Order]:
        """Yield what the paragraphs of one point order; the opening of a list orders nothing of its own kind.

        `given` is the kind of a point that stands in a list, where it has no verb itself.
        """
        opening, *items = point
        kinds = [self._kind(each.paragraph.text) for each in point]
        kinds[0] = kinds[0] or given
        names = [opening.paragraph.text, *(each.paragraph.text for each in items[-1:])]
        is_named = any(self._names_documents(text, is_last=place > 0) for place, text in enumerate(names))
        if self._is_item(opening.paragraph.text) and not any(kinds[:-1]):
            kinds[0] = kinds[-1]
        shared = kinds[0]
        if shared is None and opening.paragraph.text.rstrip().endswith(":") and not any(kinds[1:-1]):
            shared = kinds[-1]
        at = opening.paragraph.path
        opened = kinds[0] or self._opens_changes(point, kinds)
        yield _Order(at, None, tuple(self._read(opening, opened, None if items else False)))
        for place, (item, own) in enumerate(zip(items, kinds[1:], strict=True), 1):
            if notes_change(item.paragraph.text, self._language):
                continue
            kind = own or shared or self._opens_changes(point[place:], kinds[place:])
            if own == "repeal" and shared == "amend" and not any(self._acts_acted_on(item)):
                kind = "amend"  # a part of the act that the opening names: `3-тармақтың күші жойылды деп танылсын`
            counts = _ITEM.search(item.paragraph.path) is not None
            yield _Order(item.paragraph.path, kind if counts else None, tuple(self._read(item, kind, is_named)))

    def _is_item(self, text: str) -> bool:
        """Tell whether the first paragraph of a point is an item whose verb the last has: `2. … № 5 шешімінің; | …`."""
        end = text.rstrip()
        return self._grammar.noun_last and end.endswith((";", ",")) and not self._grammar.ordered.search(end)

    def _opens_changes(self, point: Sequence[Provision], kinds: Sequence[Kind | None]) -> Kind | None:
        """Return `amend` where the first paragraph names what those under it change: `1. В постановлении № 7:`."""
        opening, *below = point
        if not opening.text.rstrip().endswith(":"):
            return None
        under = [
            each
            for each, kind in zip(below, kinds[1:], strict=True)
            if kind in ("amend", "repeal") and each.path.startswith(f"{opening.path}/")
        ]
        named = (reference for each in under for reference in self._acts_acted_on(each))
        return "amend" if under and next(named, None) is None else None

    def _names_documents(self, text: str, *, is_last: bool = True) -> bool:
        """Tell whether the opening of a list names what its items are; behind the last of them only a plural does."""
        nouns = self._grammar.named.finditer(text)
        return any(not is_last or self._grammar.plural.match(noun["ending"]) for noun in nouns)

    def _kind(self, text: str) -> Kind | None:
        """Return the action whose verb `text` holds."""
        grammar = self._grammar
        if grammar.repeal.search(text):
            return "repeal"
        if grammar.amend.search(text) or (grammar.approve.search(text) and grammar.restate.search(text)):
            return "amend"
        return "approve" if grammar.approve.search(text) else None

    def _read(self, provision: Provision, kind: Kind | None, is_named: bool | None) -> Iterator[Action]:
        """Yield the actions of `kind` that one paragraph orders.

        `is_named` tells whether its list names what the items are, None that the paragraph opens a list.
        """
        if kind is None:
            return
        text, at = provision.paragraph.text, provision.paragraph.path
        if kind != "approve":
            named = [*self._act_on(kind, provision)]
            if not named and kind == "repeal":
                named = [*self._repeal_annexed(provision)]
            yield from named
        if kind != "repeal" or self._grammar.approve.search(text):  # бекітілсін және … күші жойылды деп танылсын
            titles = self._titles(provision)
            if kind == "approve" and is_named is not None and (not titles or count_open(text) < 0):
                titles = read_bare_titles(text, is_named, self._language) or titles or self._unquoted_title(provision)
            for title in titles:
                yield Action(type="amend" if kind == "amend" else "approve", target=TitleRef(title=title), at=at)

    def _repeal_annexed(self, provision: Provision) -> Iterator[Action]:
        """Yield the repeal of each act in the annex that a paragraph names, and note the items that name none."""
        lost: list[Diagnostic] = []
        is_any = False
        for item in self._annexed.items_for(provision):
            found = [*self._act_on("repeal", item)]
            is_any = is_any or bool(found)
            yield from found
            if not found and _NUMBERED.search(item.paragraph.path) and not item.paragraph.text.rstrip().endswith(":"):
                code, message = _DOUBTS["repeal"]
                lost.append(Diagnostic(code=code, at=item.paragraph.path, message=message))
        if is_any:  # else the point itself is doubtful
            self.unread_parts += lost

    def _act_on(self, kind: Kind, provision: Provision) -> Iterator[Action]:
        """Yield the action for each act on which the paragraph acts; a repeal of a part, or of several, amends."""
        acted: list[Action] = []
        for reference in self._acts_acted_on(provision):
            assert isinstance(reference.target, ActRef)
            at, is_partial = provision.paragraph.path, False
            if kind == "repeal" and (unread := self._find_unread_part(provision, reference)):
                is_partial = True
                message = f"{unread}: {reference.text}"
                self.unread_parts.append(Diagnostic(code="repeal.part_unread", at=at, message=message))
            elif kind == "repeal" and reference.locator is not None:
                is_partial = True
                self.repealed_parts.append(RepealedPart(provision, reference.locator, reference.target))
            action = Action(type="amend" if is_partial else kind, target=reference.target, at=at)
            if action not in acted:
                acted.append(action)
        yield from acted

    def _find_unread_part(self, provision: Provision, reference: Reference) -> str | None:
        """Return why not all of an act is repealed, where what is repealed is not read; else `None`."""
        text = provision.paragraph.text
        if self._approves(text, reference.span):
            return "not the act is repealed, but what it approved or a part of that"
        others = self._cited.get(provision.index, ())
        following = (each.span[0] for each in others if isinstance(each.target, ActRef))
        end = min((start for start in following if start >= reference.span[1]), default=len(text))
        if self._grammar.excepted.search(text, reference.span[0], end):
            return "the act is repealed but for a part"
        if self._grammar.in_part.search(blot_out(text, find_quotations(text)), reference.span[1], end):
            return "no more than a part of the act, or of the point, is repealed"
        return None

    def _approves(self, text: str, span: Span) -> bool:
        """Tell whether the act cited at `span` is named only for what it approved: `қаулысымен |бекітілген| …`."""
        edges = (span[1], len(text)) if self._grammar.noun_last else (0, span[0])
        return self._grammar.approved.match(text, *edges) is not None

    def _annex_at(self, provision: Provision) -> int:
        """Return where the paragraph names an annex of the act itself; its head where it names none."""
        for reference in self._cited.get(provision.index, ()):
            in_annex = reference.locator is not None and reference.locator.annex is not None
            if in_annex and isinstance(reference.target, SelfRef):
                return reference.span[0]
        return 0

    def _acts_acted_on(self, provision: Provision) -> Iterator[Reference]:
        """Yield the references to acts that the verb governs.

        Left out are those on which the action rests, that point back (`көрсетілген қаулымен`), or stand in wording.
        """
        text = provision.paragraph.text
        wording = find_quotations(text)
        for reference in self._cited.get(provision.index, ()):
            rests_on_it = rests_on(text, reference.span, self._language)
            points_back = self._grammar.that.search(_OPENING_QUOTE.split(reference.text, 1)[0])
            is_wording = any(start < reference.span[0] and reference.span[1] <= end for start, end in wording)
            if isinstance(reference.target, ActRef) and not (rests_on_it or points_back or is_wording):
                yield reference

    def _titles(self, provision: Provision) -> list[str]:
        """Return the titles in quotes whose noun is that of a document; a plural noun holds for all before it."""
        text = provision.paragraph.text
        taken = [reference.span for reference in self._cited.get(provision.index, ())]
        quoted = [span for span in find_quotations(text) if not any(a <= span[0] and span[1] <= b for a, b in taken)]
        noun_last = self._grammar.noun_last
        titles: list[str] = []
        waiting: list[str] = []
        for start, end in quoted if noun_last else reversed(quoted):
            edges = (end, len(text)) if noun_last else (0, start)
            waiting.append(unquote(text[start:end]))
            noun = self._grammar.titled.match(text, *edges)
            if noun and self._belongs_to_other(text, noun, quoted):
                waiting = []
            elif noun:
                is_plural = self._grammar.plural.match(noun["ending"]) is not None
                titles += waiting if is_plural else waiting[-1:]
                waiting = []
            elif not self._grammar.joint.match(text, *edges):
                waiting = []
        verb = self._grammar.approve.search(text)
        if verb and not titles and text.startswith(":", verb.end()) and self._names_documents(text[: verb.start()]):
            return [unquote(text[start:end]) for start, end in quoted if start > verb.end()]
        return titles if noun_last else titles[::-1]

    def _belongs_to_other(self, text: str, noun: regex.Match[str], quoted: Sequence[Span]) -> bool:
        """Tell whether what bears the title in quotes is not what is approved: `утвердить план по |программе| «Бақ»`.

        Between it and the verb another document is named then, and nothing in quotes.
        """
        verb = self._grammar.approve.search(text)
        if verb is None:
            return False
        start, end = sorted((noun.end("noun"), verb.start())) if self._grammar.noun_last else (verb.end(), noun.start())
        if any(start <= a and b <= end for a, b in quoted):
            return False
        stands_alone = self._grammar.noun_last and self._grammar.nominative.fullmatch(noun["ending"])
        return not stands_alone and self._grammar.named.search(text, start, end) is not None

    def _unquoted_title(self, provision: Provision) -> list[str]:
        """Return the name, without quotes, of what is approved: the words between the basis and the verb.

        Where the basis stands before the verb, they are those before the annex that it names.
        """
        text = provision.paragraph.text
        verb = self._grammar.approve.search(text)
        number = _NUMBER.match(text)
        since, until = number.end() if number else 0, len(text.rstrip(" ;."))
        if verb and self._grammar.noun_last:
            until = verb.start()
        elif verb:
            since = verb.end()
        for found in self._grammar.beside_name.finditer(text, since, until):
            if found["basis"] and not self._grammar.noun_last:
                until = found.start()
                break
            since = found.end()
        name = text[since:until].strip(" ,:;.")
        if not name and self._grammar.noun_last:
            name = text[number.end() if number else 0 : self._annex_at(provision)].strip(" ,:;.")
        if " " not in name or not self._grammar.document.search(name):
            return []  # a noun alone names nothing: `Мына |регламенттер| бекітілсін`
        # `«Көшет беру мемлекеттік көрсетілетін қызмет регламенті`: a title in quotes that has lost one of them
        return [unquote(self._grammar.titled_name.sub("", name)) if count_open(name) else name]


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language."""

    approve: regex.Pattern[str]
    restate: FoldedPattern
    amend: FoldedPattern
    amend_other: FoldedPattern
    repeal: regex.Pattern[str]
    ordered: regex.Pattern[str]
    basis: regex.Pattern[str]
    basis_before: regex.Pattern[str]
    that: regex.Pattern[str]
    noun_last: bool
    titled: regex.Pattern[str]
    joint: regex.Pattern[str]
    plural: FoldedPattern
    nominative: FoldedPattern
    beside_name: regex.Pattern[str]
    named: FoldedPattern
    document: FoldedPattern
    titled_name: regex.Pattern[str]
    approved: regex.Pattern[str]
    excepted: FoldedPattern
    in_part: regex.Pattern[str]
    changed: regex.Pattern[str]
    changes: regex.Pattern[str]


def rests_on(text: str, span: Span, language: Language) -> bool:
    """Tell whether the words beside a reference say that the action is not on that act.

    It only rests on it (`… сәйкес`, `согласно …`), or names it for the changes that it made: `с изменениями, внесенными
    |постановлением № 99|`, `(|№ 99 қаулысымен| енгізілген өзгерістермен)`.
    """
    grammar = _grammar(language)
    if grammar.basis.match(text, span[1]) or grammar.basis_before.match(text, 0, span[0]):
        return True
    if grammar.changed.match(text, *((span[1], len(text)) if grammar.noun_last else (0, span[0]))):
        return True
    opening, closing = text.rfind("(", 0, span[0]), text.find(")", span[1])
    if opening <= text.rfind(")", 0, span[0]):
        return False
    beside = text[span[1] : max(closing, span[1])] if grammar.noun_last else text[opening : span[0]]
    return grammar.changes.search(beside) is not None


@cache
def _grammar(language: Language) -> _Grammar:
    known: ActionWords = words("actions", language)
    cited: ReferenceWords = words("references", language)
    forms: NounForms = words("nouns", language)
    noun = rf"(?P<noun>{noun_pattern(known.documents, forms)})(?P<ending>{forms.endings})"

    return _Grammar(
        approve=compile_any_case(rf"(?<!\p{{L}})(?:{known.approve})(?!\p{{L}})"),
        restate=compile_folded(known.restate),
        amend=compile_folded(known.amend),
        amend_other=compile_folded(known.amend_other),
        repeal=compile_any_case(known.repeal),
        ordered=compile_any_case(rf"(?:{known.order})[\s;,]*$"),
        basis=compile_any_case(rf"\s*(?:\((?:[^()]++|\([^()]*+\))*+\)\s*)?{known.basis}"),
        basis_before=compile_any_case(rf"(?r)(?:{known.basis_before})\s"),
        that=compile_any_case(rf"(?<!\p{{L}})(?:{cited.that})(?=\s)"),
        noun_last=cited.noun_last,
        titled=compile_any_case(
            rf"\s*{known.described}{{0,8}}+{noun}"
            if cited.noun_last
            else rf"(?r)(?<!\p{{L}}){noun}\s{known.described}{{0,8}}"
        ),
        joint=compile_any_case(known.joint if cited.noun_last else rf"(?r)(?:{known.joint})"),
        plural=compile_folded(forms.plural),
        nominative=compile_folded(forms.nominative),
        beside_name=compile_any_case(rf"(?:(?P<basis>{known.basis}|{known.basis_before})|{known.attached})\s*"),
        named=compile_folded(rf"(?<!\p{{L}}){noun}"),
        titled_name=compile_any_case(
            rf"\s+{known.described}{{1,8}}+{noun}$" if cited.noun_last else rf"^{noun}\s{known.described}{{1,8}}+"
        ),
        document=compile_folded(rf"(?<!\p{{L}}){noun}$" if cited.noun_last else rf"^{noun}"),
        excepted=compile_folded(known.excepted),
        in_part=compile_any_case(known.in_part),
        changes=compile_any_case(rf"(?<!\p{{L}})(?:{known.changes})"),
        changed=compile_any_case(
            rf"\s*(?:\([^()]*\)\s*)?(?:{known.changed})(?!\p{{L}})"
            if cited.noun_last
            else rf"(?r)(?<!\p{{L}})(?:{known.changed})\s"
        ),
        approved=compile_any_case(
            rf"\s*(?:\([^()]*\)\s*)?(?:{cited.approved})"
            if cited.noun_last
            else rf"(?r)(?<!\p{{L}})(?:{cited.approved})\s"
        ),
    )
