"""A spaCy language for Kazakh, which spaCy has not, and a blank Russian one: for large lists of names and for exchange.

Importing spaCy costs half a second, so only what needs it calls this module.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


@cache
def load_tokenizer(language: str) -> Language:
    """Return a blank spaCy pipeline for `kk` or `ru` that splits text into tokens and nothing more.

    A word with a hyphen stays one token in Kazakh (`19-1-бабына`, `іс-қимыл`), `№` and quotes are tokens of their own.
    """
    import spacy

    if language == "kk":
        _register_kazakh()
    return spacy.blank(language)


def _register_kazakh() -> None:
    from spacy.language import BaseDefaults, Language
    from spacy.util import registry

    class KazakhDefaults(BaseDefaults):
        prefixes = [r"№", r"[«\"“„(\[]", r"[–—]", r"\.\.\.|…"]
        suffixes = [r"[»\"”)\]]", r"[,;:!?…]", r"\.", r"[–—]"]
        infixes = [r"(?<=\w)[«»\"“”(),;:–—](?=\w)"]

    @registry.languages("kk")
    class Kazakh(Language):  # type: ignore[no-untyped-call]
        lang = "kk"
        Defaults = KazakhDefaults
