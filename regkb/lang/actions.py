"""Words with which an act approves, restates, amends and repeals."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionWords:
    """Patterns of the verbs and of what belongs to them.

    `approve`, `amend`, `repeal` match the verb of each action; `restate` what tells that something that is in force
    is put into new words; `basis` what follows an act on which the action only rests (`сәйкес`). `documents` are the
    nouns for what is approved, `attached` what stands before it without being its name, `described` what may stand
    between a title in quotes and its noun.
    """

    approve: str
    restate: str
    amend: str
    repeal: str
    basis: str
    documents: tuple[str, ...]
    attached: str
    described: str
