"""What the words of a hyperlink look like, and what they want beside them: the topic `links`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LinkWords:
    """Patterns over one word in small letters (look-alikes mapped, punctuation at its ends cut off).

    The link classes: `act` (a noun for an act: қаулысымен), `part` (a part of an act: тармағына), `numbered_part`
    (with its number: 9-тармағына), `bare_part` (a part that no owner must precede: тармақтың; where the
    head is first one that lies in no other part: статьи), `ruling` (what an act
    approves: регламентінің, Стандартта), `enacting` (ҚАУЛЫ ЕТЕДІ).
    `code_name`, which begins with a capital, and `code` behind it are the name of a code, and one link.
    The neighbours: `issuer` (a body that enacts, or whose act it is), `date` (a date that wants an act after it),
    `pointing` (осы), `cases` (ending → case, first match counts), `wants` (a word → the case of the link that it wants
    before it), `governs` (a word → the cases, parted by blanks, of the link that it wants after it), `adjectives` (an
    adjective → the cases of the noun that it may stand before), `owner` (after an act: whose it is, or of which day),
    `register` (after it comes a number), `registered` (after a number), `bare_head` (a noun beside which a ruling
    stands: қызмет … регламенті, регламент | государственной услуги), `opens_instruction` (begins what is ordered:
    келесі), `measure` (what a number counts: минут), `conjunction` (joins numbers).
    `head_first` tells the order: False for `Стандарттың 9-тармағында`, True for `в пункте 9 Стандарта`.
    """

    act: str
    code: str
    code_name: str
    part: str
    numbered_part: str
    bare_part: str
    ruling: str
    enacting: str
    issuer: str
    date: str
    pointing: str
    register: str
    registered: str
    bare_head: str
    cases: tuple[tuple[str, str], ...]
    wants: tuple[tuple[str, str], ...]
    governs: tuple[tuple[str, str], ...]
    adjectives: tuple[tuple[str, str], ...]
    owner: str
    opens_instruction: str
    measure: str
    conjunction: str
    head_first: bool
