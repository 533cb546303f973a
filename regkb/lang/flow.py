"""What a diagram of a procedure says in a language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FlowWords:
    """The words on a diagram; `refusal` is a pattern (lower case) for a step that ends the procedure with a no."""

    start: str
    end: str
    refused: str
    yes: str
    no: str
    nobody: str
    refusal: str
