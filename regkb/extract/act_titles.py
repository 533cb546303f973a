"""Words that can only be the title of an act: `… туралы`, `Об …`."""

from __future__ import annotations

from regkb.lang import words
from regkb.lang.patterns import compile_any_case
from regkb.lang.references import ReferenceWords
from regkb.schemas.record import Language


def reads_like_act_title(text: str, language: Language) -> bool:
    """Tell whether `text` is such a title, or, where the words that tell come last, ends with one."""
    known: ReferenceWords = words("references", language)
    return compile_any_case(rf"(?:{known.act_title})$").search(text) is not None
