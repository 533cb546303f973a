"""Words with which an act approves, restates, amends and repeals."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionWords:
    """Patterns of the verbs and of what belongs to them.

    `approve`, `amend`, `repeal` match the verb of each action; `amend_other` an `amend` that may be of no act: of
    records, of things (`облыстық бюджетке ауыстырылсын`); `restate` what tells that something that is in force
    is put into new words; `basis` what follows an act on which the action only rests (`сәйкес`), `basis_before` what
    precedes it (`в соответствии с`); `changes_listed` what the title of an annex says that lists changes. `documents`
    are the nouns for what is approved, `attached` what stands before it without being its name, `described` (a blank at
    its end) what may stand between a title in quotes and its noun, `joint` what stands between two titles that share a
    noun, `order` the end of a verb that orders something. `excepted` says that a part is left out of what is repealed,
    `in_part` that no more than a part is repealed. `changed` stands beside an act that is named because it changed
    another one, `changes` in the same brackets with it.
    """

    approve: str
    restate: str
    amend: str
    amend_other: str
    repeal: str
    changes_listed: str
    basis: str
    basis_before: str
    documents: tuple[str, ...]
    attached: str
    described: str
    joint: str
    order: str
    excepted: str
    in_part: str
    changed: str
    changes: str
