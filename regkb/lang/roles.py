"""What an extractor must know of a language to tell which role a unit or an employee has."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RoleWords:
    """The canonical roles with their usual names, and how a name is brought to its stems.

    `canonical` maps a role to names, of which the first is its usual one and the others may lack their endings, since
    names are compared stem by stem. `ending` matches what is cut off a word, the longest ending that leaves
    `shortest_stem` letters; `hard` maps the last letter of a softened stem to the one that it has without an ending
    (`әкімдіг-і`, `әкімдік`). `role_first` is true where a name begins with the role and goes on with whose it is, false
    where the role stands last; `leading` matches an adjective before a role that stands first, `joint` a conjunction
    between two roles. `ignored` are stems that tell no role.
    """

    canonical: dict[str, tuple[str, ...]]
    ending: str
    shortest_stem: int
    hard: dict[str, str]
    role_first: bool
    leading: str
    joint: str
    ignored: frozenset[str]
