"""How a rule of effect without days tells on which day it begins."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class EffectDayWords:
    """`after`: the pattern of a rule that begins after an event and not on its very day."""

    after: str
