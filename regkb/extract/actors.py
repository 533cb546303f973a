"""Who does a step: the noun phrase that acts, as it is written, whatever its case.

In a step with a finite verb the actor is the subject (`маман қабылдайды`) or, in the passive, the agent (`маманмен`,
`маман арқылы`); in a step that is a verbal noun, the agent (`маманмен қарау`) or the owner of the action (`маманның
қарауы`). A noun in another case is an object or a place, and names no actor.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from regkb.lang import words
from regkb.lang.actors import ActorWords, Case, HeadForm, HeadKind
from regkb.schemas.record import Span

FARTHEST_OWNER = 6
"""How many words may stand between a genitive and the noun that it owns."""
LONGEST_SENTENCE = 3000
"""Characters: who acts stands in the first of them, and the time that a longer sentence takes is bounded."""
KEPT_WORDS = 10_000
CLAUSE_END = regex.compile(r"(?<=\p{L}{2}|[)\"»”])[.;](?:\s|$)|:")
BRACKET = regex.compile(r"\([^()]{0,600}\)")
QUOTED = regex.compile(r"«[^«»]{1,300}»|“[^“”]{1,300}”|\"[^\"]{1,300}\"")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, as written, and where: `span` is in the text that was read."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word (lower case) with its place; a quoted name and a mark of punctuation are tokens too."""

    word: str
    start: int
    end: int
    form: HeadForm | None = None

    @property
    def is_word(self) -> bool:
        """Tell a word from a mark of punctuation."""
        return self.word[0].isalnum()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase whose head can act: tokens `[first, last]`; `head` is the first word of its chain of heads."""

    first: int
    head: int
    last: int
    kind: HeadKind
    case: Case


def find_actor(text: str, language: str) -> Actor | None:
    """Return who does the step `text` (its number and inner label cut off), or `None` where it names nobody.

    Only the first sentence is read. `language` is `kk` or `ru`.
    """
    grammar: ActorWords = words("actors", language)
    tokens = _tokens(text, language)
    phrases = list(_phrases(tokens, grammar))
    phrases = [_with_partner(phrase, phrases, tokens, grammar) for phrase in phrases]
    chosen = _choose(phrases, tokens, grammar)
    if chosen is None:
        return None
    start, end = tokens[chosen.first].start, tokens[chosen.last].end
    return Actor(text[start:end], (start, end))


def _choose(phrases: list[Phrase], tokens: list[Token], grammar: ActorWords) -> Phrase | None:
    verb = _main_verb(tokens, grammar)
    for phrase in phrases:
        if phrase.first == 0 and _can_lead(phrase, verb, tokens, grammar):
            return phrase
    if verb is None:
        return next((p for p in phrases if _does(p, tokens, grammar)), None)
    before = [phrase for phrase in phrases if phrase.last < verb]
    if not _fits(grammar.finite, tokens[verb]):
        beside = (p for p in before if p.last == verb - 1 and p.case in ("genitive", "instrumental"))
        owner = (p for p in before if p.first == 0 and p.case == "genitive")
        return next(beside, None) or next(owner, None) or _unknown_owner(verb, tokens, grammar)
    if _fits(grammar.passive, tokens[verb]):
        return next((p for p in phrases if _is_agent(p, tokens, grammar)), None)
    subject = (p for p in before if _is_subject(p, verb, tokens, grammar))
    slip = (p for p in before if p.first == 0 and _is_slip(p, tokens, grammar))
    return next(subject, None) or next(slip, None) or _unknown_subject(before, verb, tokens, grammar)


def _can_lead(phrase: Phrase, verb: int | None, tokens: list[Token], grammar: ActorWords) -> bool:
    """Tell whether a phrase at the head of the step acts: a subject, or an agent in its own case or with `арқылы`."""
    if phrase.kind == "system" and phrase.case == "nominative" and verb is None:
        return False
    return _is_subject(phrase, verb, tokens, grammar) or _is_agent(phrase, tokens, grammar)


def _is_subject(phrase: Phrase, verb: int | None, tokens: list[Token], grammar: ActorWords) -> bool:
    """Tell whether the phrase can be the subject: not that of a clause inside (`[алушы ұсынған] …`), and no owner.

    Where the step has no finite verb, what stands before a thing owned is its owner: `[алушы құжаттарының] …`.
    """
    if phrase.case != "nominative" or _follows(grammar.agent, phrase, tokens) or _is_marked(phrase, tokens, grammar):
        return False
    inside = _follows(grammar.participle, phrase, tokens) and not _follows(grammar.passive_participle, phrase, tokens)
    finite = verb is not None and _fits(grammar.finite, tokens[verb])
    owns = not finite and _follows(grammar.owned_thing, phrase, tokens) and not _is_owned(phrase, tokens)
    return not inside and not owns and not _follows(grammar.companion, phrase, tokens)


def _is_agent(phrase: Phrase, tokens: list[Token], grammar: ActorWords) -> bool:
    """Tell whether the phrase is the agent of a verb: `маманмен`, `маман арқылы`, but not `портал арқылы` (a means).

    The agent of a participle is none: `[порталмен қалыптастырылған] хабарлама`, `[выданный органом] документ`.
    """
    if phrase.case == "nominative":
        return phrase.kind in ("person", "client") and _follows(grammar.agent, phrase, tokens)
    side = phrase.first - 1 if grammar.owner_follows else phrase.last + 1
    inside = 0 <= side < len(tokens) and _fits(grammar.participle, tokens[side])
    apart = _follows(grammar.companion, phrase, tokens) or _is_marked(phrase, tokens, grammar)
    return phrase.case == "instrumental" and not inside and not apart


def _does(phrase: Phrase, tokens: list[Token], grammar: ActorWords) -> bool:
    """Tell whether the phrase is the agent of a verbal noun: `порталмен құрастыру`, `құрастыру – маманмен`."""
    alone = phrase.first > 0 and not tokens[phrase.first - 1].is_word
    last = phrase.last + 1 == len(tokens) or not tokens[phrase.last + 1].is_word
    closes = last and (alone or grammar.owner_follows)
    return _is_agent(phrase, tokens, grammar) and (closes or _follows(grammar.bare_action, phrase, tokens))


def _is_marked(phrase: Phrase, tokens: list[Token], grammar: ActorWords) -> bool:
    return phrase.first > 0 and _fits(grammar.marked, tokens[phrase.first - 1])


def _is_slip(phrase: Phrase, tokens: list[Token], grammar: ActorWords) -> bool:
    """Tell whether a genitive stands where a subject should (`алушының порталда … тіркеледі`): it owns nothing."""
    owned = (grammar.owned_thing, grammar.owned_object, grammar.accusative, grammar.owned_name)
    return phrase.case == "genitive" and not any(_follows(pattern, phrase, tokens) for pattern in owned)


def _is_owned(phrase: Phrase, tokens: list[Token]) -> bool:
    form = tokens[phrase.last].form
    return form is not None and form.owned


def _unknown_subject(before: list[Phrase], verb: int, tokens: list[Token], grammar: ActorWords) -> Phrase | None:
    """Return who does a thing in the accusative, where no head is known: `архивист өтінішті …`, `бөлімнің әдіскері …`.

    What stands directly before the verb is an object without an ending (`анықтама береді`), not a subject.
    """
    objects = [place for place in range(verb) if _fits(f"{grammar.accusative}|{grammar.owned_object}", tokens[place])]
    for phrase in before:
        name = phrase.last + 1
        if (
            phrase.case == "genitive"
            and name < verb
            and _is_name(tokens[name], grammar)
            and any(o > name for o in objects)
        ):
            return Phrase(phrase.first, phrase.head, name, "person", "nominative")
    start, plain = 0, True
    for place, token in enumerate(tokens[:verb]):
        if not token.is_word or _fits(grammar.boundary, token):
            start, plain = place + 1, True
        elif _fits(grammar.accusative, token) and not _fits(grammar.adjective, token):
            if plain and place > start and not _fits(grammar.adjective, tokens[place - 1]):
                return Phrase(start, place - 1, place - 1, "person", "nominative")
            plain = False
        elif any(_fits(p, token) for p in (grammar.object, grammar.licence, grammar.owned_thing, grammar.bare_action)):
            plain = plain and _fits(grammar.adjective, token)
    return None


def _unknown_owner(verb: int, tokens: list[Token], grammar: ActorWords) -> Phrase | None:
    """Return whose action it is, where no head is known: `орманшының көшетті іріктеуі`; not the owner of the object."""
    for place, token in enumerate(tokens[:verb]):
        if not token.is_word or _fits(grammar.boundary, token):
            return None
        if _fits(grammar.genitive, token):
            acts = _fits(grammar.accusative, tokens[place + 1]) and not _fits(grammar.adjective, tokens[place + 1])
            return Phrase(0, place, place, "person", "genitive") if acts else None
    return None


def _is_name(token: Token, grammar: ActorWords) -> bool:
    """Tell whether a word is a noun in the nominative that something owns: `әдіскері`."""
    others = (grammar.accusative, grammar.adjective, grammar.boundary, grammar.participle, grammar.owned_action)
    return _fits(grammar.owned_name, token) and not any(_fits(pattern, token) for pattern in others)


def _main_verb(tokens: list[Token], grammar: ActorWords) -> int | None:
    """Return the place of the verb of the step: the first finite one, else the first action with an owner."""
    for place, token in enumerate(tokens):
        if _fits(grammar.finite, token):
            return place
    for place, token in enumerate(tokens):
        closes = (
            place + 1 == len(tokens) or not tokens[place + 1].is_word or _fits(grammar.conjunction, tokens[place + 1])
        )
        if closes and _fits(grammar.owned_action, token):
            return place
    return None


def _phrases(tokens: list[Token], grammar: ActorWords) -> Iterator[Phrase]:
    place = 0
    while place < len(tokens):
        form = tokens[place].form
        if form is None:
            place += 1
            continue
        head, last = place, place
        while (owned := _next_in_chain(last, tokens, grammar)) is not None:
            last = owned
        final = form if grammar.owner_follows else tokens[last].form or form
        yield Phrase(_first_word(head, tokens, grammar), head, last, final.kind, final.case)
        place = last + 1


def _next_in_chain(place: int, tokens: list[Token], grammar: ActorWords) -> int | None:
    """Return the place of the next word of a chain of heads that own each other, `None` at its end."""
    return _owner_of(place, tokens, grammar) if grammar.owner_follows else _owned_by(place, tokens, grammar)


def _owner_of(owned: int, tokens: list[Token], grammar: ActorWords) -> int | None:
    """Return whose the word at `owned` is: `сотрудник → канцелярии → услугодателя`, with a qualifier between."""
    for place in range(owned + 1, min(owned + 3, len(tokens))):
        token = tokens[place]
        if _fits(grammar.owner_name, token) or token.form is not None and token.form.case == "genitive":
            return place
        if not _fits(grammar.qualifiers["genitive"], token):
            return None
    return None


def _owned_by(owner: int, tokens: list[Token], grammar: ActorWords) -> int | None:
    """Return the head that the head at `owner` owns: `берушінің → жауапты орындаушысы`, `корпорация → қызметкері`."""
    form = tokens[owner].form
    if form is None or form.case not in ("genitive", "nominative"):
        return None
    farthest = owner + (FARTHEST_OWNER if form.case == "genitive" else 1 if form.owned else 2)
    for place in range(owner + 1, min(farthest + 1, len(tokens))):
        token, found = tokens[place], tokens[place].form
        if found is not None and found.owned:
            if form.kind == "client" and not _fits(grammar.client_owns, token):
                return None
            # `маманы басшысына береді`: two persons, unless the second is a body (`әкімі аппаратының`)
            apart = form.case == "nominative" and form.owned and found.kind != "body"
            return None if apart else place
        if not token.is_word or _fits(grammar.boundary, token) or _is_open_object(place, farthest, tokens, grammar):
            return None
        if found is not None and (form.case == "nominative" or found.case == "genitive" or form.kind == "client"):
            return None
    return None


def _first_word(head: int, tokens: list[Token], grammar: ActorWords) -> int:
    """Return where the phrase with this head begins: its adjectives, owners and participles stand before it."""
    form = tokens[head].form
    # `представленных услугополучателем`: the agent of the participle before it, which is no part of its phrase
    governed = grammar.owner_follows and form is not None and form.case == "instrumental"
    qualifier = grammar.qualifiers[form.case if form is not None else "nominative"]
    first = head
    while first > 0:
        token = tokens[first - 1]
        if not token.is_word or _fits(grammar.boundary, token) or _is_open_object(first - 1, head, tokens, grammar):
            break
        if not _fits(qualifier, token) or governed and _fits(grammar.participle, token):
            break
        if token.form is not None and (grammar.owner_follows or token.form.kind == "client"):
            break
        first -= 1
    return first


def _is_open_object(place: int, head: int, tokens: list[Token], grammar: ActorWords) -> bool:
    """Tell whether the word at `place` is an object that nothing before `head` binds to it."""
    token = tokens[place]
    oblique = token.form is not None and token.form.case == "oblique"
    if (
        _fits(grammar.licence, token)
        or _fits(grammar.adjective, token)
        or not (oblique or _fits(grammar.object, token))
    ):
        return False
    return not any(_fits(grammar.licence, other) for other in tokens[place + 1 : head])


def _with_partner(phrase: Phrase, phrases: list[Phrase], tokens: list[Token], grammar: ActorWords) -> Phrase:
    """Return the phrase together with another that a conjunction joins to it: `басшысы және маманы`."""
    joint = phrase.last + 1
    if joint >= len(tokens) or not _fits(grammar.conjunction, tokens[joint]):
        return phrase
    for other in phrases:
        acts = other.case == phrase.case or (phrase.case, other.case) == ("genitive", "instrumental")
        if acts and other.first == joint + 1:
            return Phrase(phrase.first, phrase.head, other.last, phrase.kind, other.case)
    return phrase


def _follows(pattern: str, phrase: Phrase, tokens: list[Token]) -> bool:
    return phrase.last + 1 < len(tokens) and _fits(pattern, tokens[phrase.last + 1])


def _fits(pattern: str, token: Token) -> bool:
    return _word(pattern).fullmatch(token.word) is not None


def _tokens(text: str, language: str) -> list[Token]:
    """Split the first sentence of `text` into tokens; what stands in brackets is left out, a quoted name is one."""
    grammar: ActorWords = words("actors", language)
    text = BRACKET.sub(lambda match: " " * len(match[0]), text[:LONGEST_SENTENCE])
    named = QUOTED.sub(lambda match: "n" * len(match[0]), text)
    end = CLAUSE_END.search(named)
    named = named[: end.start() + 1 if end else len(named)]
    return [
        Token(match[0].lower(), match.start(), match.end(), _head_form(match[0].lower(), language))
        for match in _token_pattern(grammar.term).finditer(named)
    ]


@lru_cache(maxsize=KEPT_WORDS)
def _head_form(word: str, language: str) -> HeadForm | None:
    """Return the form of a noun that can act, `None` for any other word; the same words come again and again."""
    grammar: ActorWords = words("actors", language)
    bare = _word(grammar.term).match(word)
    word = word[bare.end() :] if bare else word
    return next((form for form in grammar.heads if _word(form.pattern).fullmatch(word)), None)


@cache
def _word(pattern: str) -> regex.Pattern[str]:
    return regex.compile(pattern)


@cache
def _token_pattern(term: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?:{term})?[\p{{L}}\d]+(?:[-–‑][\p{{L}}\d]+)*|[^\s\p{{L}}\d]", regex.IGNORECASE)
