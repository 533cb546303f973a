"""Words with which an act is cited, by its header, by a short form, or by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from regkb.schemas.record import ActType


@dataclass(frozen=True, slots=True)
class ReferenceWords:
    """What a citation is made of; patterns are for the `regex` module, nouns are dictionary forms.

    `acts` maps a noun to the type of act. `documents` are nouns for what an act approves and for which it then
    defines a short form. `not_acts` matches words that only look like one of these nouns.
    `noun_last` tells the order: True for issuer, date, number, title and then the noun; False for the noun first.

    `body` matches the name of an issuer in the case that the citation wants: the group `lone` the state by itself,
    else the group `name` a body (verbose mode); `state_name` is what `lone` stands for. `shared_body`, with the same
    groups, matches the name right at a noun that several acts share (`№ 5, № 7 |Үлгі облысы әкімдігі| қаулыларының`).
    `several` matches a word that makes the noun behind it a plural, whatever its ending (`некоторые |постановления`).
    `list_issuer` matches a body that alone opens a list of its acts (`Үлгі істер министрлігінің:`).
    `state_acts` are the types that the state alone issues. `code_name` matches the name of a code that stands without
    quotes (`Бюджет кодексі`), `code_noun` is the noun that completes it to a title.
    `act_title` matches the end (or the whole) of what can only be the title of an act.
    `qualifiers` matches words that may stand between the parts of a citation.

    `this` matches the word for the speaking act, `selves` maps nouns to what then speaks, `that` matches the words that
    point back to an act cited before. `between` matches what may stand between such a word and its noun, or its title.
    `shortened` matches the words that open the definition of a short form inside a bracket, `approved` the words by
    which a document is said to be approved by the act cited before. `many` matches what joins several acts that share
    one noun.
    """

    acts: Mapping[str, ActType]
    documents: tuple[str, ...]
    not_acts: str
    noun_last: bool
    body: str
    shared_body: str
    several: str
    list_issuer: str
    state_name: str
    state_acts: frozenset[ActType]
    code_name: str
    code_noun: str
    act_title: str
    qualifiers: str
    this: str
    selves: Mapping[str, Literal["act", "regulation", "point"]]
    that: str
    between: str
    shortened: str
    approved: str
    many: str
