"""What the reading of an act's header has to know of a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from regkb.schemas.record import ActType, Status


@dataclass(frozen=True)
class HeaderWords:
    """Words and patterns of the header; all patterns ignore case unless they say otherwise.

    act_words: a whole word in any case → the type of act; act_forms: the forms of the
    header, for words with a slip in them; cited_act: such a word in a case in which an act does not name itself;
    like_title: how a title begins or ends.
    bodies: a word that names a body or an office.
    joint: what marks a joint act. session: a session or convocation of a maslikhat, before which stand some `ordinal`.
    particles: small words that are no part of a name. quoted_title: a title in quotes.
    conjunction: between two bodies; joining_word: its word alone; before_conjunction and after_conjunction: what must
    stand there, so that `Білім және ғылым министрі` stays whole.
    registration: templates with `{date}`, tried in this order, groups `authority` and `entry` (what holds date and
    number); unsigned_number: a number that a word announces, not a sign; registered: what shows that a registration
    is stated.
    repealed, expired, suspended: the words that say so; `expired` and `suspended` match from the start of the
    sentence. note: the word that opens a note. status: what the status line says. title_note: a remark on the title
    in brackets. self_act: the act speaking of itself as the subject of a sentence. brought_in: what
    stands before who only drafted the act, behind the signatures. agreed: the heading of
    endorsements; blank_date: the date under them, often left to be filled in; state: the name of
    the state as it ends that of a body; patronymic: a third name.
    capital_issuer: an issuer's name begins with a capital wherever it stands.
    """

    act_words: tuple[tuple[str, ActType], ...]
    act_forms: Mapping[str, ActType]
    cited_act: str
    like_title: str
    bodies: str
    joint: str
    ordinal: str
    session: str
    particles: str
    quoted_title: str
    conjunction: str
    joining_word: str
    before_conjunction: str
    after_conjunction: str
    registration: tuple[str, ...]
    unsigned_number: str
    registered: str
    repealed: str
    expired: str
    suspended: str
    note: str
    status: tuple[tuple[str, Status | None], ...]
    title_note: str
    self_act: str
    agreed: str
    brought_in: str
    blank_date: str
    state: str
    patronymic: str
    capital_issuer: bool
