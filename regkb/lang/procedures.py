"""What an extractor must know of a language to tell the lists of a regulation apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SectionKind = Literal["general", "provider", "interaction", "external", "other"]
"""Sections 1 to 4 of a regulation: general provisions, what the provider does, how its units work together, how it
works with the State Corporation, the portal and information systems."""


@dataclass(frozen=True, slots=True)
class ProcedureWords:
    """Patterns (for `regex`, lower case), searched in a text without what stands in brackets, unless said otherwise.

    `sections` tell a section by its heading, the first that fits. The next six tell a list by the sentence that
    introduces it: `branches` (what a step may end with), `roles`, `limits`, `results`, `other_list` (documents, a
    receipt, forms) and `procedure`.
    `between_units` tells steps that go between the provider's units, whatever its section is called.
    `corporation`, `portal` and `information_system` tell through whom the service is had; `through` is a clause that
    says this and nothing else, looked for in brackets too.
    `label` is an inner number at the head of a step with the groups `label` and, for a condition, `condition`.
    `result` introduces the result of a step, which is the rest of it (the group `result`), in the bracket (`inside`) or
    named by a sentence (`named`). `result_end` is what may follow it.
    `service_term` names the term of the service as a whole, `limit_sentence` that or the longest time allowed;
    `waiting_limit` tells a limit on waiting or on being served; `branch` is a clause that says in which case a length
    of time holds, `branch_behind` one that follows a length at once, unless it tells of something `done`; `own_verb`
    is a word that gives such a clause a verb of its own.
    `given`, `refused` and `returned` tell what one of several lengths is of; a service is not both given and refused.
    `names_length` is nothing but a name for a length that stands before it.
    `case_before` fits what stands before one of several lengths, from the one before on, where it has the form of a
    case (the group `case`); `case_phrase` is one wherever it stands: through whom, or for whom; `case_opening` begins a
    case that may stand behind a length too; `joint` joins two.
    `title` is a sentence at the head of a step that only names it, or all of its first paragraph. `part` introduces one
    of several lists of a point and says no more than in which case or through whom its steps go. `measure` ends the
    words before a length that only say that it is one. `taking_part` is a sentence that names the `names` of who takes
    part, without a list.
    """

    sections: tuple[tuple[SectionKind, str], ...]
    branches: str
    roles: str
    limits: str
    results: str
    other_list: str
    procedure: str
    between_units: str
    corporation: str
    portal: str
    information_system: str
    through: str
    label: str
    result: str
    result_end: str
    service_term: str
    limit_sentence: str
    waiting_limit: str
    branch: str
    branch_behind: str
    done: str
    case_before: str
    case_phrase: str
    names_length: str
    given: str
    refused: str
    returned: str
    own_verb: str = r"(?!)"
    case_opening: str = r"(?!)"
    joint: str = r"(?!)"
    title: str = r"(?!)"
    part: str = r"(?!)"
    measure: str = r"(?!)"
    taking_part: str = r"(?!)"
