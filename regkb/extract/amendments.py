"""Changes of wording that an act orders: which place, what is done, which words go and which come.

An instruction is a paragraph of the act itself; the wording that it brings stands in quotes inside it, or in the
paragraphs that follow (path `…/quote`), whose points are no points of the act.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product, zip_longest

import regex

from regkb.extract.actions import RepealedPart, rests_on
from regkb.extract.blots import BLOT, blot_out
from regkb.extract.listings import number_width
from regkb.extract.locators import Place, find_places, place_inside, read_places
from regkb.extract.ordering_text import OrderingText
from regkb.extract.quotations import find_quotations, quotation_starting_at, unquote_wording
from regkb.lang import words
from regkb.lang.actions import ActionWords
from regkb.lang.amendments import AmendmentWords
from regkb.lang.locators import LocatorWords
from regkb.lang.nouns import NounForms, noun_pattern
from regkb.schemas.record import (
    Action,
    ActRef,
    Amendment,
    Diagnostic,
    Language,
    Locator,
    Operation,
    Paragraph,
    Span,
    TitleRef,
)

LONGEST_QUOTE = 200
_EDGES = " ,;.:()"


def find_amendments(
    act: OrderingText, actions: Sequence[Action], repealed_parts: Sequence[RepealedPart] = ()
) -> tuple[list[Amendment], list[Diagnostic]]:
    """Return the changes of wording in reading order; `actions` and `repealed_parts` are those of the same act.

    A place that an instruction leaves out is the one named before it (`5-тармақта:` and then a list). `target` is the
    act cited last in the same point, and where the act amends several by one sentence, each of them in its turn;
    `affected_title` the one regulation that the instruction amends, or the sentence that opens its list; where that
    tells no title, the noun by which it is called: its points are not those of the act. What stands behind the last
    verb (`орыс тіліндегі мәтінге ғана …`) is the condition. An annex
    that gets the wording of an annex of the amending act has no `new`. A part of an act that is repealed is deleted.

    A change of a title, a preamble or a chapter, which no locator names, is no amendment but a diagnostic.
    """
    reader = _Reader(act, actions)
    amendments = [
        amendment
        for point in (*act.points, *act.annexed.changes)
        for amendment in reader.read_point([provision.index for provision in point])
    ]
    repealed = [
        Amendment(
            at=part.provision.path,
            index=part.provision.index,
            locator=part.locator,
            operation="delete",
            target=part.target,
        )
        for part in repealed_parts
    ]
    return sorted([*amendments, *repealed], key=lambda amendment: amendment.index or 0), reader.diagnostics


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A paragraph, the same with quotations and bases blotted out, its quotations, and the acts that it is about."""

    text: str
    plain: str
    quotes: tuple[Span, ...]
    acts: tuple[ActRef, ...]


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words of an instruction around one verb, the quotations before it and those that are its object."""

    operation: Operation
    start: int
    verb: int
    end: int
    quotes: tuple[Span, ...]
    objects: tuple[Span, ...]
    is_last: bool


@dataclass(frozen=True, slots=True)
class _Change:
    """What one clause orders."""

    operation: Operation
    old: str | None = None
    new: str | None = None


class _Reader:
    """Reads the instructions of one act."""

    def __init__(self, act: OrderingText, actions: Sequence[Action]) -> None:
        self._paragraphs = act.paragraphs
        self._language = act.language
        self._grammar = _grammar(act.language)
        self._cited = act.cited
        self.diagnostics: list[Diagnostic] = []
        self._regulations: dict[str, set[str]] = {}
        self._amended: dict[str, list[ActRef]] = {}
        for action in actions:
            if action.type == "amend" and isinstance(action.target, TitleRef):
                self._regulations.setdefault(action.at, set()).add(action.target.title)
            elif action.type == "amend" and isinstance(action.target, ActRef):
                self._amended.setdefault(action.at, []).append(action.target)

    def read_point(self, indices: Sequence[int]) -> Iterator[Amendment]:
        """Yield the amendments that the paragraphs at `indices` (of one point) order."""
        targets: tuple[ActRef, ...] = ()
        opened_by: dict[str, list[str]] = {}
        opened: dict[str, Locator | None] = {}
        for index in indices:
            path = self._paragraphs[index].path
            sentence = self._read_sentence(index)
            targets = sentence.acts or targets
            named = self._name_regulations(self._paragraphs[index]) or self._call_regulation(sentence.plain)
            if (named or sentence.acts) and sentence.text.rstrip().endswith(":"):
                opened_by.pop(path, None)
                opened_by[path] = named
            inherited = (opened_by[above] for above in reversed(opened_by) if _lies_under(path, above))
            # приложение 5 к указанному постановлению: of the act, not of the regulation that was opened above
            regulations = named or ([] if sentence.acts else next(inherited, []))
            clauses = self._clauses(sentence)
            around = next((opened[above] for above in reversed(opened) if _lies_under(path, above)), None)
            if named and around is not None:  # a regulation lies in no point: the one opened above was another's
                around = Locator(annex=around.annex) if around.annex is not None else None
            if not clauses:
                if sentence.text.rstrip().endswith(":"):
                    opened.pop(path, None)
                    opened[path] = self._locators(sentence.plain, around)[-1]
                continue
            condition = self._condition(sentence, clauses[-1].end)
            for clause in clauses:
                before, behind = sentence.plain[clause.start : clause.verb], sentence.plain[clause.verb : clause.end]
                locators = self._locators(before, around)
                if find_places(behind, self._language):  # пункт 5 дополнить абзацем вторым
                    locators = self._locators(behind, locators[-1])
                if self._names_no_place(before) or self._names_chapter(sentence.plain[clause.start : clause.end]):
                    self.diagnostics.append(_unplaced(path, sentence.text))
                    continue
                around = locators[-1]
                is_repeal = self._grammar.repeal.match(sentence.plain, clause.verb) is not None
                if is_repeal and (sentence.acts or not targets or locators == [None]):
                    continue  # an act is repealed, or a part that it names: an action
                quoted = {unquote_wording(sentence.text[slice(*span)]) for span in (*clause.quotes, *clause.objects)}
                if clause.operation == "delete" and locators == [None] and named and quoted <= set(named):
                    self.diagnostics.append(_whole(path, sentence.text))
                    continue
                for change in self._changes(clause, sentence.text, index):
                    if change.operation == "replace_words" and None in (change.old, change.new):
                        self.diagnostics.append(_unpaired(path, sentence.text))
                        continue
                    if change == _Change("delete") and locators == [None]:
                        continue  # елді мекен есептен шығарылсын: no wording goes
                    if change.operation == "replace_whole" and change.new is None and around is None:
                        continue  # a whole regulation put into new words: an action, not a change of wording
                    for locator, target in product(locators, targets or (None,)):
                        yield Amendment(
                            at=path,
                            index=index,
                            locator=locator,
                            operation=change.operation,
                            old=change.old,
                            new=change.new,
                            condition=condition if clause.is_last else None,
                            target=target,
                            affected_title=regulations[0] if len(regulations) == 1 else None,
                        )

    def _names_no_place(self, plain: str) -> bool:
        """Tell whether a clause changes what has no locator: `5-тармақтың | тақырыбы …`, but not the text as well."""
        unplaced = self._grammar.unplaced.search(plain)
        if unplaced is None or self._grammar.whole_text.search(plain):
            return False
        return not find_places(plain[unplaced.end() :], self._language)

    def _names_chapter(self, plain: str) -> bool:
        """Tell whether a clause changes a whole chapter, which no locator names: `3-тарау алып тасталсын`."""
        places = (place for run in find_places(plain, self._language) for place in run)
        return self._grammar.chapter.search(plain) is not None and not any(map(_has_part, places))

    def _name_regulations(self, paragraph: Paragraph) -> list[str]:
        """Return the regulations that a paragraph says it amends."""
        return [title for title in self._regulations.get(paragraph.path, ()) if title in paragraph.text]

    def _call_regulation(self, plain: str) -> list[str]:
        """Return the noun by which a regulation is called without its title: `в |Регламенте|, утвержденном …`."""
        called = self._grammar.called.search(plain)
        return [called["noun"]] if called else []

    def _read_sentence(self, index: int) -> _Sentence:
        """Return a paragraph with what is quoted and what only supports the instruction told apart."""
        text = self._paragraphs[index].text
        references = self._cited.get(index, ())
        acts = [each for each in references if isinstance(each.target, ActRef)]
        quotes = [span for span in find_quotations(text) if not any(_contains(act.span, span) for act in acts)]
        resting = [each.span for each in references if rests_on(text, each.span, self._language)]
        head = number_width(text)  # of an item, unless it is that of the subpoint that is changed
        named = any(place.locator.subpoint for place in read_places(text, 0, self._language))
        plain = blot_out(text, [*quotes, *resting, *([] if named or not head else [(0, head)])])
        cited = [act.target for act in acts if plain[act.span[0]] != BLOT and isinstance(act.target, ActRef)]
        amended = self._amended.get(self._paragraphs[index].path, ())
        several = tuple(dict.fromkeys(act for act in cited if act in amended)) if cited and cited[-1] in amended else ()
        return _Sentence(text, plain, tuple(quotes), several or tuple(cited[-1:]))

    def _clauses(self, sentence: _Sentence) -> list[_Clause]:
        """Cut an instruction at its verbs."""
        verbs = list(self._grammar.verb.finditer(sentence.plain))
        if not verbs and (end := self._end_before_shared_verb(sentence)):
            return [_Clause("replace_words", 0, end, end, sentence.quotes, (), True)]
        clauses: list[_Clause] = []
        start = 0
        for verb in verbs:
            before = tuple(span for span in sentence.quotes if start <= span[0] and span[1] <= verb.start())
            objects = self._objects(sentence, verb.end())
            end = objects[-1][1] if objects else verb.end()
            operation: Operation = verb.lastgroup
            clauses.append(_Clause(operation, start, verb.start(), end, before, objects, verb is verbs[-1]))
            start = end
        return clauses

    def _end_before_shared_verb(self, sentence: _Sentence) -> int | None:
        """Return where an item ends whose verb stands in a later one: `«19» саны «23» санымен; | … ауыстырылсын`."""
        ending = self._grammar.shared.search(sentence.plain) if len(sentence.quotes) > 1 else None
        if ending is None or any(self._grammar.after.match(sentence.plain, end) for _, end in sentence.quotes):
            return None
        end: int = ending.end()
        return end

    def _objects(self, sentence: _Sentence, at: int) -> tuple[Span, ...]:
        """Return the quotations behind the verb that ends at `at`: `заменить соответственно словами «…» и «…»`."""
        objects: list[Span] = []
        found = self._grammar.object.match(sentence.plain, at)
        while found:
            quote = next((span for span in sentence.quotes if span[0] == found.end()), None)
            if quote is None:
                break
            objects.append(quote)
            found = self._grammar.further_object.match(sentence.plain, quote[1])
        return tuple(objects)

    def _condition(self, sentence: _Sentence, end: int) -> str | None:
        """Return what is said, wording and basis apart, behind the last verb, which ends at `end`."""
        said = sentence.plain[end:].strip(_EDGES + BLOT)
        if not said or self._grammar.basis_before.match(said):
            return None
        return sentence.text[end:].strip(_EDGES)

    def _locators(self, plain: str, around: Locator | None) -> list[Locator | None]:
        """Return the places that the words name, the later ones inside the earlier ones; none: the place around."""
        runs = find_places(plain, self._language)
        if not runs:
            return [around]
        *outer, last = runs
        for run in outer:
            around = place_inside(run[-1].locator, around)
        return [place_inside(place.locator, around) for place in last]

    def _changes(self, clause: _Clause, text: str, index: int) -> Iterator[_Change]:
        """Yield what a clause orders, with the words that go and that come."""
        if clause.operation == "replace_words":
            clause = replace(clause, quotes=tuple(span for span in clause.quotes if not self._names_row(text, span)))
        quoted = [unquote_wording(text[start:end]) for start, end in clause.quotes]
        objects = [unquote_wording(text[start:end]) for start, end in clause.objects]
        following = self._wording(text, clause, index)
        if clause.operation == "replace_words":
            if quoted and objects:
                old_and_new = [(quoted, objects)]
            elif objects:  # заменить слова «…» словами «…»
                old_and_new = [(objects[: len(objects) // 2], objects[len(objects) // 2 :])]
            else:
                old_and_new = list(self._pairs(clause.quotes, text))
            for gone, come in old_and_new:
                come = come * len(gone) if len(come) == 1 else come  # all of them by the same
                yield from (_Change("replace_words", old, new) for old, new in zip_longest(gone, come))
        elif clause.operation == "delete":
            yield from (_Change("delete", old) for old in objects or quoted)
            if not (objects or quoted):
                yield _Change("delete")
        elif clause.operation == "replace_whole":
            yield _Change("replace_whole", None, following)
        else:
            yield from self._additions(clause, text, following)

    def _names_row(self, text: str, quote: Span) -> bool:
        """Tell whether words in quotes name the row that changes: `"Түсім" деген жол бойынша "5" саны "7" санына`."""
        start, end = quote
        return bool(self._grammar.row.match(text, end) or self._grammar.row_before.match(text, 0, start))

    def _pairs(self, quotes: Sequence[Span], text: str) -> Iterator[tuple[list[str], list[str]]]:
        """Yield the words that go and those that come, lists of them too: `«…», «…» сөздері «…», «…» сөздерімен`."""
        runs: list[list[str]] = []
        last = 0
        for start, end in quotes:
            if not runs or not self._grammar.joint.fullmatch(text, last, start):
                runs.append([])
            runs[-1].append(unquote_wording(text[start:end]))
            last = end
        if len(runs) % 2:
            yield runs[-1], []  # which of them go together is not known
        else:
            yield from zip(runs[::2], runs[1::2], strict=True)

    def _additions(self, clause: _Clause, text: str, following: str | None) -> Iterator[_Change]:
        """Yield what is added: after certain words, or at the end of the place."""
        after: str | None = None
        quotes = (*clause.quotes, *clause.objects)
        for start, end in quotes:
            words_in_quotes = unquote_wording(text[start:end])
            if self._grammar.after.match(text, end) or self._grammar.after_before.match(text, 0, start):
                after = words_in_quotes
            elif after is not None:
                yield _Change("insert_after", after, words_in_quotes)
                after = None
            else:
                yield _Change("append", None, words_in_quotes)
        if after is not None:
            yield _Change("insert_after", after, following)
        elif not quotes:
            yield _Change("append", None, following)

    def _wording(self, text: str, clause: _Clause, index: int) -> str | None:
        """Return the wording in quotes that follows a clause: behind its colon, or in the paragraphs after it."""
        opening = self._grammar.opening.match(text, clause.end)
        if opening and (end := quotation_starting_at(text, opening.end(), len(text))):
            return unquote_wording(text[opening.end() : end])
        if not clause.is_last:
            return None
        quoted: list[str] = []
        for paragraph in self._paragraphs[index + 1 :]:
            if not paragraph.path.endswith("/quote"):
                break
            quoted.append(paragraph.text)
        return unquote_wording("\n".join(quoted)) if quoted else None


def _has_part(place: Place) -> bool:
    return place.locator != Locator()


def _unplaced(path: str, text: str) -> Diagnostic:
    return Diagnostic(
        code="amendment.place_without_locator",
        at=path,
        message=f"a change of a title, a preamble or a chapter is not read as an amendment: {text[:LONGEST_QUOTE]}",
        severity="info",
    )


def _unpaired(path: str, text: str) -> Diagnostic:
    return Diagnostic(
        code="amendment.words_unpaired",
        at=path,
        message=f"which words give way to which could not be read: {text[:LONGEST_QUOTE]}",
    )


def _whole(path: str, text: str) -> Diagnostic:
    return Diagnostic(
        code="amendment.regulation_deleted",
        at=path,
        message=f"a whole regulation goes, which is no change of its wording: {text[:LONGEST_QUOTE]}",
        severity="info",
    )


def _contains(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _lies_under(path: str, opened: str) -> bool:
    """Tell whether a paragraph stands under the one that was opened with a colon at the path `opened`."""
    return path == opened or path.startswith(opened.removesuffix("/p") + "/")


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language."""

    verb: regex.Pattern[str]
    shared: regex.Pattern[str]
    repeal: regex.Pattern[str]
    after: regex.Pattern[str]
    after_before: regex.Pattern[str]
    row: regex.Pattern[str]
    row_before: regex.Pattern[str]
    object: regex.Pattern[str]
    further_object: regex.Pattern[str]
    joint: regex.Pattern[str]
    opening: regex.Pattern[str]
    basis_before: regex.Pattern[str]
    unplaced: regex.Pattern[str]
    chapter: regex.Pattern[str]
    whole_text: regex.Pattern[str]
    called: regex.Pattern[str]


@cache
def _grammar(language: Language) -> _Grammar:
    known: AmendmentWords = words("amendments", language)
    actions: ActionWords = words("actions", language)
    places: LocatorWords = words("locators", language)
    forms: NounForms = words("nouns", language)
    noun = rf"(?P<noun>{noun_pattern(actions.documents, forms)})(?:{forms.endings})(?!\p{{L}})"
    verbs = rf"""
        (?P<replace_whole>{known.replace_whole}) | (?P<replace_words>{known.replace_words})
        | (?P<append>{known.add}) | (?P<delete>{known.delete}|{known.repeal})"""
    return _Grammar(
        verb=regex.compile(rf"(?<!\p{{L}})(?:{verbs})(?!\p{{L}})", regex.IGNORECASE | regex.VERBOSE),
        shared=regex.compile(known.shared, regex.IGNORECASE),
        repeal=regex.compile(known.repeal, regex.IGNORECASE | regex.VERBOSE),
        after=regex.compile(known.after, regex.IGNORECASE),
        after_before=regex.compile(rf"(?r)(?:{known.after_before})", regex.IGNORECASE),
        row=regex.compile(known.row, regex.IGNORECASE),
        row_before=regex.compile(rf"(?r)(?:{known.row_before})", regex.IGNORECASE),
        object=regex.compile(known.object, regex.IGNORECASE),
        further_object=regex.compile(known.further_object, regex.IGNORECASE),
        joint=regex.compile(rf",\s?|\s{places.lists}\s"),
        opening=regex.compile(r"\s*:\s*"),
        basis_before=regex.compile(rf"(?:{actions.basis_before})(?!\p{{L}})", regex.IGNORECASE),
        unplaced=regex.compile(rf"(?<!\p{{L}})(?:{known.unplaced})\p{{L}}*", regex.IGNORECASE),
        chapter=regex.compile(rf"(?<!\p{{L}})(?:{known.chapter})\p{{L}}*", regex.IGNORECASE),
        whole_text=regex.compile(rf"(?<!\p{{L}})(?:{known.whole_text})\p{{L}}*", regex.IGNORECASE),
        called=regex.compile(known.called.replace("NOUN", noun), regex.IGNORECASE),
    )
