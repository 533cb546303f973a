"""What an extractor must know of a language to read a number written in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumeralWords:
    """Cardinal numbers of a language, lower case.

    `values` maps every form of a number below a hundred (or a whole hundred, where the language has a word for it)
    to its value; `multipliers` maps `жүз`, `мың`; `halves` what adds a half to the number before it (`жарым`) or
    stands alone (`жарты`, `полтора`).
    """

    values: dict[str, int]
    multipliers: dict[str, int]
    halves: dict[str, float]
