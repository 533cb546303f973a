"""The place in the tree of provisions that was reached while walking over the blocks of an act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from regkb.schemas.record import Diagnostic
from regkb.schemas.stages import Block


@dataclass(slots=True)
class ReachedPlace:
    """The zone, and the branch that the next paragraph belongs to; `diagnostics` is what was found on the way.

    `zone` is `head`, `act` or `annex`. `inner` is the annex of a regulation, `inside` the number reached in a list
    inside a point, `told` what was said below the subpoints of a point (with the number of the last of which it was
    said). `titled`: the annex has its title. `wording` counts the paragraphs of quoted wording that are to come,
    `awaits_wording`: the next paragraph opens some if it begins with a quotation mark.
    """

    blocks: Sequence[Block]
    language: str
    zone: str = "head"
    annex: str = ""
    annex_count: int = 0
    inner: str = ""
    inner_count: int = 0
    section: str = ""
    point: str = ""
    subpoint: str = ""
    inside: str = ""
    told: dict[str, str] = field(default_factory=dict)
    titled: bool = False
    awaits_wording: bool = False
    wording: int = 0
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def path(self) -> str:
        """The path of a provision at this place."""
        parts = [f"annex:{self.annex}"] if self.annex else []
        if self.inner:
            parts.append(f"annex:{self.inner}")
        if self.annex and self.section:
            parts.append(f"section:{self.section}")
        if self.point:
            parts.append(f"point:{self.point}")
        if self.subpoint:
            parts.append(f"subpoint:{self.subpoint}")
        return "/".join(parts)

    def enter_section(self, number: str) -> None:
        """Go into a section, or with no number to the head of an annex: no point of it has been reached."""
        self.section, self.point, self.subpoint = number, "", ""
        self.told.clear()

    def enter_point(self, number: str) -> None:
        """Go into a point: no subpoint of it has been reached."""
        self.point, self.subpoint, self.inside = number, "", ""
        self.told.clear()
