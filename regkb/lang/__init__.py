"""What is particular to a language: stems, endings, months, formulas.

A topic is a module `regkb/lang/<topic>.py` with a frozen dataclass that names what an extractor needs to know, and one
module `regkb/lang/<code>/<topic>.py` a language with the value `WORDS`. An extractor asks `words("durations", "kk")`.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from regkb.schemas.record import Language

LANGUAGES: tuple[Language, ...] = ("kk", "ru")
"""The languages that have a folder here, in the order in which they are tried."""
KAZAKH_LETTERS = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")


@cache
def words(topic: str, language: str) -> Any:
    """Return what `regkb/lang/<language>/<topic>.py` knows; `language` is `kk` or `ru`.

    Raises ModuleNotFoundError where the language has nothing on the topic.
    """
    return import_module(f"regkb.lang.{language}.{topic}").WORDS
