"""How the parts of an act look: the topic `structure`. All patterns meet text whose look-alikes are mapped."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StructureWords:
    """Patterns of the words by which a reader knows the parts of an act.

    `status`: the line that states validity. `note`: what an editor put in. `heading`: a section's heading, with the
    groups `number`, `chapter` or `roman`; `unnumbered_heading`: the whole of one without a number. `glued_heading`: the
    place, behind a title, where a heading was glued to it.
    `act_stamp` and `annex_stamp`: whole stamps of what the act approves, and of an annex of such a regulation; the
    group `number` holds the annex's number. `stamp_key`: a word that every stamp holds; `stamp_start`: how the stamp of
    an act begins; `stamp_state`: the state's name alone, which may stand above the body's; `stamp_end`: its last words
    by themselves; `stamp_continues`: how a line begins that goes on with a stamp that could have ended above it.
    `annex_title`: the end of a title of a regulation's annex.
    `title_border`: the border of two lines that is the end of an act's title. `info_end`: the last words of a line on
    issuer and registration.
    `regulation_title`: the end of a title of what is approved, or the whole of it. `enacting`: the formula that ends a
    preamble. `signature`: a line of a signatory; `office`: the whole of one below which the name stands. `agreed`: the
    word that opens an endorsement. `quoted_wording`: an instruction after which new wording stands in quotes.
    `caption`: what is left of a diagram. `table_head`: the first cell of a table;
    `place_banner`: the name of a place above the rows of that place.
    """

    status: str
    note: str
    heading: str
    unnumbered_heading: str
    glued_heading: str
    act_stamp: str
    annex_stamp: str
    stamp_key: str
    stamp_start: str
    stamp_state: str
    stamp_continues: str
    stamp_end: str
    annex_title: str
    regulation_title: str
    title_border: str
    info_end: str
    enacting: str
    signature: str
    office: str
    agreed: str
    quoted_wording: str
    caption: str
    table_head: str
    place_banner: str
