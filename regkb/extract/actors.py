"""Who does a step: the noun phrase that acts, as it is written, whatever its case.

In a step with a finite verb the actor is the subject (`маман қабылдайды`) or, in the passive, the agent (`маманмен`,
`маман арқылы`); in a step that is a verbal noun, the agent (`маманмен қарау`) or the owner of the action (`маманның
қарауы`). A noun in another case is an object or a place, and names no actor.
"""

from __future__ import annotations

from dataclasses import dataclass

from regkb.extract.actors_aside import find_actor_aside
from regkb.extract.noun_phrases import Phrase, Sentence
from regkb.extract.owners import find_owner
from regkb.extract.unlisted_owners import add_owners
from regkb.repeats import read_once
from regkb.schemas.record import Span


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, as written, and where: `span` is in the text that was read."""

    text: str
    span: Span


@read_once
def find_actor(text: str, language: str) -> Actor | None:
    """Return who does the step `text` (its number and inner label cut off), or `None` where it names nobody.

    Only the first sentence is read, and what tells beside it who acts. `language` is `kk` or `ru`.
    """
    step = _Step(Sentence(text, language))
    chosen = step.choose()
    if chosen is None:
        aside = find_actor_aside(text, language)
        return Actor(text[slice(*aside)], aside) if aside else None
    chosen = add_owners(step.sentence, step.phrases, chosen, step.verb if step.is_finite else None)
    tokens = step.sentence.tokens
    start, end = tokens[chosen.first].start, tokens[chosen.last].end
    return Actor(text[start:end], (start, end))


class _Step:
    """A step as a sentence: its noun phrases, and its verb."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.grammar = sentence.grammar
        self.phrases = sentence.read_phrases()
        self.clauses = self._find_clauses()
        self.verb = self._find_verb()
        self.is_finite = self.verb is not None and self._is_finite(self.verb)

    def _find_clauses(self) -> frozenset[int]:
        """Return the places in clauses with a verb of their own: `| если маляр не согласен |, специалист`."""
        inside: list[int] = []
        is_open = False
        for place in range(len(self.sentence.tokens)):
            is_open = self.sentence.is_word(place) and (is_open or self.sentence.fits(self.grammar.opens_clause, place))
            if is_open:
                inside.append(place)
                is_open = not self.sentence.fits(self.grammar.closes_clause, place)
        return frozenset(inside)

    def choose(self) -> Phrase | None:
        """Return the phrase that acts."""
        for phrase in self.phrases:
            if phrase.first == 0 and self._can_lead(phrase):
                return self._find_successor(phrase) or phrase
            if phrase.first == 0 and phrase.case == "genitive" and self.sentence.fits(":", phrase.last + 1):
                return phrase  # `маманның: өтінішті тіркеуі`
        if self.verb is None:
            return next((phrase for phrase in self.phrases if self._does(phrase)), None)
        if not self.is_finite:
            return self._find_owner(self.verb)
        if self.sentence.fits(self.grammar.passive, self.verb):
            agent = next((phrase for phrase in self.phrases if self._is_agent(phrase)), None)
            return agent or self._find_reflexive_subject(self.verb)
        return self._find_subject(self.verb)

    def _find_verb(self) -> int | None:
        """Return the place of the step's verb: the first finite one, else the first action with an owner.

        That of a clause is none: `если саженцы не |растут|, лесник их сажает`.
        """
        places = [place for place in range(len(self.sentence.tokens)) if place not in self.clauses]
        for place in places:
            if self._is_finite(place):
                return place
        for place in places:
            closes = not self.sentence.is_word(place + 1) or self.sentence.fits(self.grammar.conjunction, place + 1)
            if closes and self.sentence.fits(self.grammar.owned_action, place):
                return place
        return None

    def _is_finite(self, place: int) -> bool:
        """Tell a finite verb; one of measure only behind who acts: `комиссия составляет`, not `срок составляет`."""
        if self.sentence.fits(self.grammar.finite, place):
            return True
        acting = (phrase for phrase in self.phrases if phrase.last == place - 1 and phrase.case == "nominative")
        return self.sentence.fits(self.grammar.measures, place) and any(acting)

    def _find_successor(self, leading: Phrase) -> Phrase | None:
        """Return who acts where the one that leads is the subject of a clause: `[алушы ұсынған күннен бастап] маман`,
        `[басшы қол қойған] анықтаманы маман`.

        Without another subject behind the clause both have the same: `маман қабылдаған соң береді`.
        """
        end = self.sentence.find_clause_end(leading.last + 1, self.verb or 0)
        signed = leading.last + 2
        if self.sentence.is_plain(signed - 1) and self.sentence.fits(self.grammar.participle, signed):
            end = end or signed
        if not self.is_finite or end is None:
            return None
        subjects = [phrase for phrase in self.phrases if phrase.case == "nominative" and phrase.first > leading.last]
        if any(phrase.first < end and not self._follows(self.grammar.agent, phrase) for phrase in subjects):
            return None
        done = (self.grammar.owned_thing, self.grammar.owned_object)
        others = (p for p in subjects if self._is_subject(p) and not any(self._follows(pattern, p) for pattern in done))
        return next(others, None)

    def _find_owner(self, action: int) -> Phrase | None:
        """Return whose the action is: who stands beside it (`алушының құжаттарын берушімен | тексеруі`), or owns it.

        Beside it stands also who does what the action needs to be one: `басшының | қол қоюы`.
        """
        start = action - 1 if self.sentence.is_plain(action - 1) else action
        places = (action - 1, start - 1)
        beside = (p for p in self.phrases if p.last in places and p.case in ("genitive", "instrumental"))
        owner = next(beside, None) or find_owner(self.sentence, self.phrases, action)
        return owner or self._find_unknown_owner(action)

    def _find_subject(self, verb: int) -> Phrase | None:
        before = [phrase for phrase in self.phrases if phrase.last < verb]
        subject = (phrase for phrase in before if self._is_subject(phrase))
        slip = (phrase for phrase in before if phrase.first == 0 and self._is_slip(phrase))
        return (
            next(subject, None)
            or next(slip, None)
            or self._find_unknown_name(before, verb)
            or self._find_unknown_subject(verb)
            or self._find_late_subject(verb)
        )

    def _find_reflexive_subject(self, verb: int) -> Phrase | None:
        """Return the person before a verb that looks like a passive: `для получения узора | маляр | обращается`."""
        if not self.grammar.owner_follows:
            return None
        people = (p for p in self.phrases if p.last < verb and p.kind in ("person", "client"))
        return next((phrase for phrase in people if phrase.case == "nominative" and not self._is_apart(phrase)), None)

    def _find_late_subject(self, verb: int) -> Phrase | None:
        """Return the subject behind the verb: `прием осуществляет | работник`, `решение принимает | комиссия`.

        Further behind stands what the verb governs, and of that a noun for a thing may look like a nominative.
        """
        if not self.grammar.owner_follows:
            return None
        for phrase in self.phrases:
            between = range(verb + 1, phrase.first)
            near = phrase.kind in ("person", "client") and all(map(self.sentence.is_word, between))
            if phrase.first > verb and (near or not between) and self._is_subject(phrase):
                return phrase
        return None

    def _can_lead(self, phrase: Phrase) -> bool:
        """Tell whether a phrase at the head of the step acts: a subject, or an agent by its case or by `арқылы`."""
        if phrase.kind == "system" and phrase.case == "nominative" and self.verb is None:
            return False
        return self._is_subject(phrase) or self._is_agent(phrase)

    def _is_subject(self, phrase: Phrase) -> bool:
        """Tell whether the phrase can be the subject: not that of a clause inside (`[алушы ұсынған] …`), and no owner.

        Where the step has no finite verb, what stands before a thing owned is its owner: `[алушы құжаттарының] …`.
        """
        if phrase.case != "nominative" or self._is_apart(phrase) or self._follows(self.grammar.agent, phrase):
            return False
        if self._is_object_of_noun(phrase):
            return False
        # where owners stand behind, so does what looks like one: `управления | государственных доходов`
        inside = not self.grammar.owner_follows and self._follows(self.grammar.participle, phrase)
        if inside and not self._follows(self.grammar.passive_participle, phrase):
            return False
        # `[комиссия отырысында] құжаттар қаралады`: a passive has no subject that acts
        active = self.is_finite and self.verb is not None and not self.sentence.fits(self.grammar.passive, self.verb)
        return active or phrase.owned or not self._follows(self.grammar.owned_thing, phrase)

    def _is_object_of_noun(self, phrase: Phrase) -> bool:
        """Tell whether a verbal noun that has an owner is about the phrase: `басшының [маман] | тағайындауы`."""
        if self.is_finite or self.verb != phrase.last + 1:
            return False
        return any(p.first == phrase.first and p.case == "genitive" and p.last < phrase.last for p in self.phrases)

    def _is_agent(self, phrase: Phrase) -> bool:
        """Tell whether the phrase is an agent: `маманмен`, `маман арқылы`, but not `портал арқылы`, which is a means.

        The agent of a participle is none: `[порталмен қалыптастырылған] хабарлама`, `[выданный органом] документ`.
        """
        if phrase.case == "nominative":
            return phrase.kind in ("person", "client") and self._follows(self.grammar.agent, phrase)
        beside = phrase.first - 1 if self.grammar.owner_follows else phrase.last + 1
        inside = self.sentence.fits(self.grammar.participle, beside) or self._follows(self.grammar.consent, phrase)
        if phrase.case != "instrumental" or inside or self._is_apart(phrase):
            return False
        return not self._does_a_later_action(phrase)

    def _does_a_later_action(self, phrase: Phrase) -> bool:
        """Tell whether an agent does what the step is for: `направление запроса для обработки | услугодателем`."""
        for place in range(phrase.first - 1, 0, -1):
            if not self.sentence.is_word(place) or self.sentence.fits(self.grammar.finite, place):
                return False
            if self.sentence.fits(self.grammar.opens_purpose, place):
                actions = (self.sentence.fits(self.grammar.action_genitive, p) for p in (place + 1, place + 2))
                return any(actions)
            if self.sentence.fits(self.grammar.marked, place):
                return False  # `направление для исполнения в отдел | руководителем`
        return False

    def _does(self, phrase: Phrase) -> bool:
        """Tell whether the phrase is the agent of a verbal noun: `порталмен құрастыру`, `құрастыру – маманмен`."""
        alone = phrase.first > 0 and not self.sentence.is_word(phrase.first - 1)
        closes = not self.sentence.is_word(phrase.last + 1) and (alone or self.grammar.owner_follows)
        return self._is_agent(phrase) and (closes or self._follows(self.grammar.bare_action, phrase))

    def _is_apart(self, phrase: Phrase) -> bool:
        """Tell whether a preposition or a postposition makes the phrase neither subject nor agent.

        So does a clause with a verb of its own: `если |услугополучатель| не согласен, специалист …`.
        """
        if phrase.first in self.clauses:
            return True
        marked = self.sentence.fits(self.grammar.marked, phrase.first - 1)
        return marked or self._follows(self.grammar.companion, phrase)

    def _is_slip(self, phrase: Phrase) -> bool:
        """Tell whether a genitive stands where a subject should (`алушының порталда … тіркеледі`): it owns nothing.

        Nor is it one of several owners: `алушының, баланың құжаттары`.
        """
        grammar = self.grammar
        owned = (grammar.owned_thing, grammar.owned_object, grammar.accusative, grammar.owned_name, ",")
        return phrase.case == "genitive" and not any(self._follows(pattern, phrase) for pattern in owned)

    def _find_unknown_name(self, before: list[Phrase], verb: int) -> Phrase | None:
        """Return a known owner with an unknown name that does a thing: `бөлімнің әдіскері | өтінішті қарайды`."""
        done = f"{self.grammar.accusative}|{self.grammar.owned_object}"
        for phrase in before:
            name = phrase.last + 1
            acts = any(self.sentence.fits(done, place) for place in range(name + 1, verb))
            if phrase.case == "genitive" and acts and self._is_name(name):
                return Phrase(phrase.first, name, "person", "nominative")
        return None

    def _find_unknown_subject(self, verb: int) -> Phrase | None:
        """Return who does a thing in the accusative, where no head is known: `архивист | өтінішті қарайды`.

        What stands directly before the verb is an object without an ending (`анықтама береді`), not a subject.
        """
        grammar, fits = self.grammar, self.sentence.fits
        no_subject = (grammar.object, grammar.licence, grammar.owned_thing, grammar.bare_action)
        start, plain = 0, True
        for place in range(verb):
            if not self.sentence.is_word(place) or fits(grammar.boundary, place):
                start, plain = place + 1, True
            elif fits(grammar.accusative, place) and not fits(grammar.adjective, place):
                others = (grammar.adjective, grammar.genitive)
                if plain and place > start and not any(fits(pattern, place - 1) for pattern in others):
                    return Phrase(start, place - 1, "person", "nominative")
                plain = False
            elif self._is_known_object(place):
                plain = False
            elif any(fits(pattern, place) for pattern in no_subject):
                plain = plain and fits(grammar.adjective, place)
        return None

    def _is_known_object(self, place: int) -> bool:
        form = self.sentence.tokens[place].form
        return form is not None and form.case == "oblique"

    def _find_unknown_owner(self, action: int) -> Phrase | None:
        """Return whose an action is, where no head is known: `орманшының | көшетті іріктеуі`.

        What is done may stand before (`көшетті | орманшының | күнді белгілеуі`), and is no part of who does it.
        """
        start = 0
        for place in range(action):
            if not self.sentence.is_word(place) or self.sentence.fits(self.grammar.boundary, place):
                return None
            if self.sentence.fits(self.grammar.genitive, place):
                return Phrase(start, place, "person", "genitive") if self._is_done(place + 1) else None
            if self._is_done(place) and not self.sentence.fits(self.grammar.licence, place + 1):
                start = place + 1
        return None

    def _is_done(self, place: int) -> bool:
        """Tell whether the word is what is done: a noun in the accusative."""
        return self.sentence.fits(self.grammar.accusative, place) and not self.sentence.fits(
            self.grammar.adjective, place
        )

    def _is_name(self, place: int) -> bool:
        """Tell whether a word is a noun in the nominative that something owns: `әдіскері`."""
        grammar = self.grammar
        others = (grammar.accusative, grammar.adjective, grammar.boundary, grammar.participle, grammar.owned_action)
        return self.sentence.fits(grammar.owned_name, place) and not any(
            self.sentence.fits(pattern, place) for pattern in others
        )

    def _follows(self, pattern: str, phrase: Phrase) -> bool:
        return self.sentence.fits(pattern, phrase.last + 1)
