"""Noun phrases that can act: `көрсетілетін қызметті берушінің жауапты орындаушысымен`, `специалист услугодателя`.

A phrase is a chain of heads that own each other, with what stands before them; its case is that of the head on which
the others hang (the last one in Kazakh, the first in Russian).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

import regex

from regkb.lang import words
from regkb.lang.actors import ActorWords, Case, HeadForm, HeadKind
from regkb.lang.patterns import FoldedPattern, compile_folded
from regkb.schemas.record import Span

LONGEST_DUTY = 8
"""Words that tell what an employee or a unit is there for: `по контролю за охранной деятельностью`."""
FARTHEST_OWNER = 6
"""How many words may stand between a genitive and the noun that it owns."""
LONGEST_SENTENCE = 3000
"""Characters: who acts stands in the first of them, and the time that a longer sentence takes is bounded."""
KEPT_WORDS = 10_000
_SENTENCE_SIGN = re.compile(r"[.;](?:\s|$)|:")
_WORD_END = re.compile(r"[^\W\d_]{2}|.?[)\"»”]", re.DOTALL)
BRACKET = re.compile(r"\([^()]{0,600}\)")
# the first two: names in which another name begins, one mark for both: `"Үлгі үкіметі" корпорациясы" қоғамы`
QUOTED = regex.compile(
    r"«[^«»]{1,300}»(?:\s[\p{L}-]++){1,4}»|\"(?=\p{L})[^\"]{1,300}(?<=\p{L})\"(?:\s[\p{L}-]++){1,4}\"(?![\p{L}\d])"
    r"|«[^«»]{1,300}»|“[^“”]{1,300}”|\"[^\"]{1,300}\""
)
QUOTED_LETTER = "n"
"""A quoted name is one word of these, as long as it is."""


class Token(NamedTuple):
    """A word (lower case) with its place; a quoted name and a mark of punctuation are tokens too."""

    word: str
    form: HeadForm | None
    is_abbreviation: bool
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Tell a word from a mark of punctuation."""
        return self.word[0].isalnum()


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens from `first` to `last`, what they name, and the case; `owned` where the head says it has an owner."""

    first: int
    last: int
    kind: HeadKind
    case: Case
    owned: bool = False


class Sentence:
    """The first sentence of a text as tokens; what stands in brackets is left out."""

    def __init__(self, text: str, language: str) -> None:
        self.grammar: ActorWords = words("actors", language)
        self.tokens = _split(text, self.grammar, language)

    def fits(self, pattern: str, place: int) -> bool:
        """Tell whether there is a token at `place` and a pattern of the grammar fits the whole of it."""
        inside = 0 <= place < len(self.tokens)
        return inside and _fits(pattern, self.tokens[place].word)

    def is_word(self, place: int) -> bool:
        """Tell whether there is a word at `place`, not the sentence's end or a mark of punctuation."""
        return 0 <= place < len(self.tokens) and self.tokens[place].is_word

    def is_quotation(self, place: int) -> bool:
        """Tell whether there is a quoted name at `place`."""
        return self.is_word(place) and not self.tokens[place].word.strip(QUOTED_LETTER)

    def read_phrases(self) -> list[Phrase]:
        """Return the noun phrases that can act, in order; two that a conjunction joins are one, from the first on."""
        phrases = list(self._find_phrases())
        return [self._with_partner(phrase, phrases) for phrase in phrases]

    def is_plain(self, place: int) -> bool:
        """Tell whether the word at `place` is a noun without an ending that no one can be: `қол`, `бұрыштама`."""
        grammar = self.grammar
        others = (grammar.object, grammar.genitive, grammar.owned_name, grammar.boundary, grammar.participle)
        is_name = self.is_word(place) and self.tokens[place].form is None
        return is_name and not any(self.fits(pattern, place) for pattern in others)

    def find_clause_end(self, start: int, end: int) -> int | None:
        """Return the place where a clause that `start` is in ends before `end`: of `күннен` in `ұсынған күннен`."""
        for place in range(start, end - 1):
            if self.fits(self.grammar.participle, place) and self.fits(self.grammar.clause_end, place + 1):
                return place + 1
            if self.fits(self.grammar.closes_clause, place):
                return place
        return None

    def is_open_object(self, place: int, head: int) -> bool:
        """Tell whether the word at `place` is an object that nothing before `head` binds to the head."""
        form = self.tokens[place].form
        governed = form is not None and form.case == "oblique" or self.fits(self.grammar.object, place)
        if not governed or self.fits(self.grammar.licence, place) or self.fits(self.grammar.adjective, place):
            return False
        behind = range(place + 1, head)
        return not any(self.fits(self.grammar.licence, after) or self._names_unit(after) for after in behind)

    def _names_unit(self, place: int) -> bool:
        """Tell whether the word at `place` is what a unit is there for: `учаскелерді | қалыптастыру | бөлімі`."""
        if not self.fits(self.grammar.bare_action, place) or place + 1 >= len(self.tokens):
            return False
        unit = self.tokens[place + 1].form
        acts = unit is not None and unit.kind == "body" and unit.owned and unit.case in ("nominative", "genitive")
        return acts and not self.grammar.owner_follows

    def end_of_duty(self, last: int) -> int:
        """Return where a phrase that ends at `last` ends with what it is there for: `отдел |по делам детей`."""
        grammar = self.grammar
        if not (grammar.owner_follows and self.fits("по", last + 1)):
            return last
        end = last + 2
        if not self.fits(grammar.duty, end):  # по учебной | работе, по социальным | вопросам
            described = any(self.fits(grammar.qualifiers[case], end) for case in ("oblique", "instrumental"))
            if not (described and self.fits(grammar.duty, end + 1)):
                return last
            end += 1
        for place in range(end + 1, min(end + LONGEST_DUTY, len(self.tokens))):
            if self.fits(grammar.duty_link, place) or self.fits(grammar.conjunction, place):
                continue
            over = any(self.fits(pattern, place) for pattern in (grammar.marked, grammar.boundary, grammar.finite))
            if over or not self.is_word(place) or self._begins_object(place):
                break
            end = place
        return end

    def _find_phrases(self) -> Iterator[Phrase]:
        place = 0
        while place < len(self.tokens):
            form, last = self.tokens[place].form, place
            if form is None:
                place += 1
                continue
            while (following := self._next_in_chain(last)) is not None:
                last = following
            last = self.end_of_duty(last)
            head = form if self.grammar.owner_follows else self.tokens[last].form or form
            yield Phrase(self._first_word(place, form, head.kind), last, head.kind, head.case, head.owned)
            place = last + 1

    def _next_in_chain(self, place: int) -> int | None:
        """Return the place of the next head of a chain, `None` at its end."""
        return self._owner_of(place) if self.grammar.owner_follows else self._owned_by(place)

    def _begins_object(self, place: int) -> bool:
        """Tell whether a participle begins what is done: `|представленные документы`, not `|охранной деятельностью`."""
        inside = (self.grammar.qualifiers["genitive"], self.grammar.qualifiers["instrumental"])
        return self.fits(self.grammar.participle, place) and not any(self.fits(case, place) for case in inside)

    def _owner_of(self, owned: int) -> int | None:
        """Return whose the word at `owned` is: `сотрудник → канцелярии → услугодателя`, with a qualifier between."""
        head = self.tokens[owned].form
        governed: Case = head.governs if head is not None else "genitive"
        for place in range(owned + 1, min(owned + 3, len(self.tokens))):
            form = self.tokens[place].form
            if self.fits(self.grammar.owns_nobody, place):
                return None
            if self.fits(self.grammar.owner_name, place) or form is not None and form.case == governed:
                return place
            if self._is_unit_abbreviated(owned, place):
                return place
            if not self.fits(self.grammar.qualifiers[governed], place):
                return None
        return None

    def _is_unit_abbreviated(self, owned: int, place: int) -> bool:
        """Tell whether capitals right behind an employee or a unit name whose it is: `работник ДКН`."""
        form = self.tokens[owned].form
        works = form is not None and form.kind in ("person", "body")
        return works and place == owned + 1 and self.tokens[place].is_abbreviation

    def _owned_by(self, owner: int) -> int | None:
        """Return the head that the one at `owner` owns: `берушінің → орындаушысы`, `корпорация → қызметкері`."""
        form = self.tokens[owner].form
        if form is None or form.case not in ("genitive", "nominative"):
            return None
        farthest = owner + (FARTHEST_OWNER if form.case == "genitive" else 1 if form.owned else 2)
        for place in range(owner + 1, min(farthest + 1, len(self.tokens))):
            found = self.tokens[place].form
            if found is not None and found.owned:
                return place if self._can_own(owner, place) else None
            if not self.is_word(place) or self.fits(self.grammar.boundary, place):
                return None
            # another head stands nearer to what may follow
            nearer = found is not None and (form.case == "nominative" or found.case == "genitive")
            if nearer or found is not None and form.kind == "client" or self.is_open_object(place, farthest):
                return None
        return None

    def _can_own(self, first: int, place: int) -> bool:
        owner, owned = self.tokens[first].form, self.tokens[place].form
        if owner is None or owned is None:
            return False
        if owner.kind == "client":
            return self.fits(self.grammar.client_owns, place)
        if owned.kind == "client":
            return False  # `маманның | мал иесі құжаттарын қарауы`
        if (owner.kind, owned.kind) == ("person", "system"):
            return False  # `операторының | орталық АЖ-ға`: who acts, and where
        if (owner.kind, owner.case, owned.kind) == ("person", "genitive", "body"):
            # `басшысының | бөлімінің маманын тағайындауы`, but `әкімінің аппараты`
            return self.fits(self.grammar.has_units, first) or self.fits(self.grammar.office, place)
        if owner.case == "nominative" and owner.owned:
            # `маманы | басшысына береді` are two, `әкімі аппаратының` and `бөлімі маманының` are one
            return owned.kind == "body" or (owner.kind == "body" and owned.case in ("nominative", "genitive"))
        return True

    def _first_word(self, head: int, form: HeadForm, kind: HeadKind) -> int:
        """Return where the phrase with this head begins: its adjectives, owners and participles stand before it.

        `kind` is what the whole phrase names, where the head is but the first of a chain.
        """
        # `представленных услугополучателем`: the agent of the participle before it, which is no part of its phrase
        governed = self.grammar.owner_follows and form.case == "instrumental"
        first = head
        while self.is_word(first - 1) and not self._bounds(first - 1):
            before = self.tokens[first - 1].form
            apart = before is not None and (self.grammar.owner_follows or before.kind == "client")
            # `операторының | орталық АЖ-ға`: who is owned has an ending that says so, and a system is no person's
            if before is not None and before.case == "genitive" and form.kind != "person":
                apart = apart or not form.owned or form.kind == "client" or (before.kind, kind) == ("person", "system")
            # `«жеке кабинетке» | көрсетілетін қызметті беруші`: a term has no name
            apart = apart or first == head and self.is_quotation(first - 1) and " " in self.tokens[head].word
            if apart or self.is_open_object(first - 1, head):
                break
            if not self.fits(self.grammar.qualifiers[form.case], first - 1):
                break
            if governed and self.fits(self.grammar.participle, first - 1):
                break
            if form.kind == "person" and self._is_done(first - 1, head):
                break
            first -= 1
        has_duty = any(self.fits(self.grammar.duty_behind, place) for place in range(first + 1, head))
        return self._first_of_name(first, head) if has_duty or form.kind == "body" and form.owned else first

    def _bounds(self, place: int) -> bool:
        """Tell whether no phrase reaches back over the word at `place`; but of a unit it may: `рұқсат беру бөлімі`."""
        in_name = self._names_unit(place + 1) and not self.fits(self.grammar.conjunction, place)
        return self.fits(self.grammar.boundary, place) and not in_name

    def _is_done(self, place: int, head: int) -> bool:
        """Tell whether what is done stands before its agent: `өтінішті қарау | басшымен`, `өтініштің | басшымен`."""
        form = self.tokens[head].form
        by = form is not None and form.case == "instrumental" or self.fits(self.grammar.agent, head + 1)
        action = self.fits(self.grammar.bare_action, place) and self.fits(self.grammar.accusative, place - 1)
        return by and (action or self.fits(self.grammar.thing_of, place))

    def _first_of_name(self, first: int, head: int) -> int:
        """Return where a name begins that has a conjunction in it: `[сәулет және] құрылыс бөлімінің`.

        Whose the body is belongs to it: `[берушінің сәулет және] құрылыс бөлімі`.
        """
        if first == head or self.grammar.owner_follows or not self.fits(self.grammar.conjunction, first - 1):
            return first
        start = first - 1
        while self._is_in_name(start - 1, head):
            start -= 1
        if start == first - 1:
            return first
        owner = self.tokens[start - 1].form if start else None
        if owner is None or owner.case != "genitive" or owner.kind == "client":
            return start
        # `басшының | тексеру және келісу бөлімі маманына жолдауы`: what goes to another is not whose it goes from
        behind = self.tokens[head + 1].form if head + 1 < len(self.tokens) else None
        return start if behind and behind.case == "oblique" else self._first_word(start - 1, owner, owner.kind)

    def _is_in_name(self, place: int, head: int) -> bool:
        if not self.is_word(place) or self.tokens[place].form is not None:
            return False
        return not (self.fits(self.grammar.boundary, place) or self.is_open_object(place, head))

    def _with_partner(self, phrase: Phrase, phrases: list[Phrase]) -> Phrase:
        """Return the phrase together with another that a conjunction joins to it: `басшысы және маманы`."""
        if self.fits(self.grammar.conjunction, phrase.last + 1):
            for other in phrases:
                alike = other.case == phrase.case or (phrase.case, other.case) == ("genitive", "instrumental")
                if alike and other.first == phrase.last + 2:
                    return replace(phrase, last=other.last, case=other.case)
        return phrase


def find_sentence_end(text: str) -> Span:
    """Return the end of the first sentence, without the sign that ends it and with that.

    No initial ends one. Blanks before the sign are those of a bracket that is left out: `қабылдау (тіркеу). Содан …`.
    """
    for sign in _SENTENCE_SIGN.finditer(text):
        if sign[0] == ":":
            return sign.span()
        end = len(text[: sign.start()].rstrip())
        if _WORD_END.fullmatch(text, max(0, end - 2), end):
            return end, sign.end()
    return len(text), len(text)


def _split(text: str, grammar: ActorWords, language: str) -> list[Token]:
    text = BRACKET.sub(lambda match: " " * len(match[0]), text[:LONGEST_SENTENCE])
    # a quoted name is one word, whatever is in it
    text = QUOTED.sub(lambda match: QUOTED_LETTER * len(match[0]), text)
    found = _token_pattern(grammar.term).finditer(text[: find_sentence_end(text)[1]])
    places = (match.span() for match in found)
    return [Token(*_read_word(text[first:last], language), first, last) for first, last in places]


@lru_cache(maxsize=KEPT_WORDS)
def _read_word(word: str, language: str) -> tuple[str, HeadForm | None, bool]:
    """Return a word in small letters, its form if it is a noun that can act, and whether it is an abbreviation.

    The same words come again and again.
    """
    grammar: ActorWords = words("actors", language)
    small = word.lower()
    term = _compiled(grammar.term).match(small)
    start = term.end() if term else 0
    form = next((form for form in grammar.heads if _compiled(form.pattern).fullmatch(small, start)), None)
    return small, form, len(word) > 1 and word.isupper() and word.isalpha()


@lru_cache(maxsize=KEPT_WORDS)
def _fits(pattern: str, word: str) -> bool:
    return _compiled(pattern).fullmatch(word) is not None


@cache
def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern)


def _token_pattern(term: str) -> FoldedPattern:
    return compile_folded(rf"(?:{term})?[^\W_]+(?:[-–‑][^\W_]+)*|[^\s\w]|_")
