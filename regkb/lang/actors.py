"""What an extractor must know of a language to find who does a step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

HeadKind = Literal["person", "client", "body", "system"]
"""A client is a person whom the service is for: nobody on the other side belongs to one."""
Case = Literal["nominative", "genitive", "instrumental", "oblique"]


@dataclass(frozen=True, slots=True)
class HeadForm:
    """Forms of nouns that can act: a pattern for the whole word, what they are, and the case.

    `owned` is true where the form says that something owns it (`басшысы`), which a genitive before it asks for.
    `governs` is the case of what stands behind it, where owners do.
    """

    pattern: str
    kind: HeadKind
    case: Case
    owned: bool = False
    governs: Case = "genitive"


@dataclass(frozen=True, slots=True)
class ActorWords:
    """The grammar of noun phrases that act. All but `heads` are patterns (for `regex`, lower case) of whole words."""

    heads: tuple[HeadForm, ...]
    owner_follows: bool
    """Whether whose a head is stands behind it (`специалист услугодателя`), not before (`берушінің маманы`)."""
    qualifiers: dict[Case, str]
    """What may stand before a head in this case as part of its phrase: adjectives, or anything that is no boundary."""
    owner_name: str
    """What may end a phrase whose owners stand behind: `специалист отдела образования`."""
    marked: str
    """What before a noun makes it neither subject nor agent: a preposition."""
    term: str
    """Words before a head that belong to it: `көрсетілетін қызметті` + `алушы`. Matched in the text."""
    adjective: str
    """Words that look like an object and are none."""
    object: str
    """A noun in a case that a verb governs; it may stand inside a phrase only before a `licence`."""
    licence: str
    """What binds an object to a noun behind it: `құжаттарды қабылдайтын қызметкер`."""
    genitive: str
    accusative: str
    """The thing done, of the objects."""
    owned_object: str
    """The thing done, with an owner: `құжаттарын`."""
    owned_thing: str
    """A noun in a case that takes its owner along: `алушы құжаттарының` is about papers."""
    owned_name: str
    """A noun with an owner that can be a subject: `бөлімнің әдіскері`."""
    client_owns: str
    """The persons who belong to a client."""
    boundary: str
    """What is never inside a phrase."""
    conjunction: str
    """What joins two actors."""
    agent: str
    """What after a noun makes it the agent or the means: `арқылы`."""
    companion: str
    """What after a noun makes it neither subject nor agent: `туралы`, `бірге`."""
    finite: str
    """`қабылдайды`"""
    measures: str
    """Verbs that are no action behind a length (`длительность составляет`), but are one behind who acts."""
    passive: str
    """Of the finite verbs: `қабылданады`."""
    participle: str
    """`қабылдаған`, `қабылдайтын`"""
    passive_participle: str
    """Of the participles, those that have no subject of their own: `қабылданған`."""
    owned_action: str
    """`қабылдауы`, `енгізу процесі`"""
    bare_action: str
    """`қабылдау`"""
    owner: str = r"(?!)"
    """Of the genitives, those that can be nothing else: `алушының`, not `көрсетілетін`, `хатын`."""
    held_action: str = r"(?!)"
    """A verbal noun with an owner, in any case but that of an object: `болуына`."""
    bare_plural: str = r"(?!)"
    """Nouns in the nominative plural, which own nothing."""
    owned_place: str = r"(?!)"
    """A noun with an owner that tells where or whence, never what is done: `деректерінде`, `9-тармағына`."""
    never_owned: str = r"(?!)"
    """Words that end as nouns with an owner do and have none: `осы`, `екі`."""
    duty: str = r"(?!)"
    """What after `по` tells which unit or employee it is: `специалист по приему документов`, not `по почте`."""
    has_units: str = r".*"
    """The persons that are no people and may have bodies: `берушінің бөлімі`."""
    office: str = r"(?!)"
    """The bodies that anybody may have: `әкімінің аппараты`."""
    consent: str = r"(?!)"
    """What after an instrumental makes it no agent: `басқармамен келісім бойынша`."""
    thing_of: str = r"(?!)"
    """What steps are about, in the genitive: never whose somebody is."""
    duty_behind: str = r"(?!)"
    """What after a noun tells what somebody is there for: `қамқоршылық | жөніндегі комиссия`."""
    duty_link: str = r"(?!)"
    """The prepositions inside what tells that: `по контролю за …`, `по работе с …`."""
    within: str = r"(?!)"
    """What after a genitive makes it a length of time or a place, no owner: `күннің ішінде`."""
    genitive_owner: str = r"(?!)"
    """Behind who acts, a noun in the genitive that may be an owner: `финансирования`."""
    object_behind: str = r"(?!)"
    """Behind a verb, what may be what is done: `передает | заявку`, not `передает незамедлительно`."""
    told_aside: str = r"(?!)"
    """What introduces who acts in a sentence or a bracket of its own, matched in the text: `Ответственный –`."""
    owns_nobody: str = r"(?!)"
    """Those in the genitive whom nobody belongs to: `определение руководителем | ответственного исполнителя`."""
    opens_purpose: str = r"(?!)"
    """`для`"""
    action_genitive: str = r"(?!)"
    """A verbal noun in the genitive: `обработки`, `подписания`."""
    clause_end: str = r"(?!)"
    """What after a participle ends a clause that may have a subject of its own: `[алушы ұсынған] сәттен`."""
    opens_clause: str = r"(?!)"
    """What opens a clause with a verb of its own, which ends with a comma: `если`."""
    closes_clause: str = r"(?!)"
    """What ends such a clause without a comma: `болмаса`, `жүгінгенде`, `жағдайда`."""
