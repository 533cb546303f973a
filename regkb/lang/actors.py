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
    """

    pattern: str
    kind: HeadKind
    case: Case
    owned: bool = False


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Patterns (for `regex`, lower case) that fit a whole word.

    A noun phrase: `term` may stand before a head and belongs to it (`көрсетілетін қызметті` + `алушы`); `adjective`
    looks like an object and is none; `object` is a noun in a case that a verb governs, which may stand inside a phrase
    only before a `licence` (`құжаттарды қабылдайтын қызметкер`), and `accusative` of these is the thing done;
    `boundary` is never inside a phrase; `conjunction` joins two. `agent` after a noun makes it the agent or the means
    (`арқылы`); `companion` after a noun makes it neither. `owned_thing` is a noun that the noun before it owns, in a
    case that takes the owner along (`алушы құжаттарының`); `client_owns` are the persons who belong to a client.

    A verb: `finite` (`қабылдайды`), `passive` of these (`қабылданады`), `participle` (`қабылдаған`), of which
    `passive_participle` has no subject (`қабылданған`), `owned_action` (`қабылдауы`), `bare_action` (`қабылдау`).
    """

    heads: tuple[HeadForm, ...]
    term: str
    adjective: str
    object: str
    accusative: str
    licence: str
    boundary: str
    conjunction: str
    agent: str
    companion: str
    owned_thing: str
    client_owns: str
    finite: str
    passive: str
    participle: str
    passive_participle: str
    owned_action: str
    bare_action: str
