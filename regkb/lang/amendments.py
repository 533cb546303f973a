"""Words with which an act changes the wording of another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from regkb.schemas.record import Language


@dataclass(frozen=True, slots=True)
class AmendmentWords:
    """Patterns of the verbs, and of what tells how the words in quotes are meant.

    `replace_whole`: a provision gets the wording that follows. `replace_words`: words in quotes give way to others.
    `shared`: the end of an item that replaces words by a verb in a later one (`«19» саны «23» санымен;`).
    `add`: something is added; `after` stands behind the words in quotes after which it comes, `after_before` before
    them. `object` stands between a verb and the words in quotes behind it (`заменить | словами | «…»`),
    `further_object` between two such. `row` stands behind words in quotes that name a row or a column of a table,
    `row_before` before them. `delete`: a provision or the words in quotes go,
    `repeal`: a provision loses its force. `only_in`: the condition by
    which a change holds for the text in one language alone. `unplaced` names what has no locator (stems: a title, a
    preamble), `whole_text` the text beside it, `chapter` what holds several points (stems).
    `called` tells of a regulation of an act by its noun, which is put for NOUN.
    """

    replace_whole: str
    replace_words: str
    shared: str
    add: str
    delete: str
    repeal: str
    after: str
    after_before: str
    row: str
    row_before: str
    object: str
    further_object: str
    only_in: Mapping[Language, str]
    unplaced: str
    chapter: str
    whole_text: str
    called: str
