"""Words with which an act suspends another one, or lets it have effect again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SuspensionWords:
    """`key` is in every text that one of the others can match.

    `suspend` and `resume` match the order. `since` and `until` are, in pairs, what stands before and behind the day
    from which on, or up to which, an act is suspended. `effect` is in what is said of the effect of an act at all.
    """

    key: str
    suspend: str
    resume: str
    since: tuple[str, str]
    until: tuple[str, str]
    effect: str
