"""Clean text → the tree of provisions: each paragraph gets the path by which people cite it.

Paths follow the record's contract: from the outside in, `annex:1/section:2/point:5/subpoint:1`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

import regex

from regkb.extract.headings import infer_section
from regkb.extract.locators import read_places
from regkb.extract.tables import read_rows
from regkb.extract.wording import count_wording
from regkb.normalize.passages import structure_pattern
from regkb.schemas.record import Diagnostic, Paragraph
from regkb.schemas.stages import Block, CleanText, Structure

_POINT = regex.compile(r"(?P<number>\d{1,3}(?:-\d{1,2})?)\.(?!\d)\s*")
_SUBPOINT = regex.compile(r"(?P<number>\d{1,3}(?:-\d{1,2})?|\p{Ll})\)\s*")
# Б. Үлгібаев; Бақытжан Үлгібаев
_NAME = regex.compile(
    r"(?:(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{L}-]+|\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+\s(?:\p{Lu}\.\s?){1,2})\s*"
)
# Рәсімнің (іс-қимылдың) нәтижесі – қолхат
_TELLING = regex.compile(r"(?P<told>\p{Lu}(?:[^-–—:.;]|(?<=\p{L})-(?=\p{L})){3,80}?)\s*[-–—:]\s")
# Үлгі облысының Б. Үлгібаев, below the office
_ENDS_WITH_NAME = regex.compile(r"\p{Lu}[\p{L}\s–-]{0,150}?\s(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{L}-]+\s*")
# under offices that stand in columns: Б. Үлгібаев И. Үлгіұлы
_NAMES = regex.compile(r"(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{L}-]+(?:\s+(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{L}-]+){1,3}\s*")
# Үлгі ауылдық | округінің әкімі А. Баталов
_FIRST_HALF = regex.compile(r"\p{Lu}[\p{L}-]+(?:\s[\p{L}-]+){0,4}")
_LONGEST_HEADING = 400
_MOST_SIGNATURES = 8


def build_structure(clean: CleanText) -> Structure:
    """Return the clean text with a path for each paragraph.

    Reads the blocks; adds nothing to their words. Annexes without a number take their ordinal; a point whose number
    goes back in the middle of a section is reported, not renumbered. What was reported before gets its path.
    """
    walk = _Walk(clean)
    paragraphs = tuple(walk.place_all())
    return Structure(
        clean.document,
        clean.language,
        paragraphs,
        clean.repairs,
        (*(_name_place(found, paragraphs) for found in clean.diagnostics), *walk.diagnostics),
    )


def _name_place(found: Diagnostic, paragraphs: tuple[Paragraph, ...]) -> Diagnostic:
    """Return what was found in the raw text with the path of the paragraph that holds its first character."""
    if found.span is None or found.at is not None:
        return found
    first = found.span[0]
    holders = (p.path for p in paragraphs if any(start <= first < end for start, end in p.spans))
    return found.model_copy(update={"at": next(holders, None)})


@dataclass(slots=True)
class _Walk:
    """The place reached while walking over the blocks: the zone, and the branch that the next paragraph belongs to."""

    clean: CleanText
    zone: str = "head"
    annex: str = ""
    annex_count: int = 0
    inner: str = ""
    inner_count: int = 0
    section: str = ""
    point: str = ""
    subpoint: str = ""
    inside: str = ""
    told: dict[str, str] = field(default_factory=dict)
    titled: bool = False
    awaits_wording: bool = False
    wording: int = 0
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def place_all(self) -> Iterator[Paragraph]:
        blocks = self.clean.blocks
        i = 0
        while i < len(blocks):
            block = blocks[i]
            if block.kind == "table" or self._is_table_head(block):
                for row in read_rows(blocks, i, self.clean.language):
                    yield Paragraph(path=f"{self._place()}/table".lstrip("/"), text=row.text, spans=list(row.spans))
                    i += row.blocks
                continue
            path = self._place_block(block, i)
            yield Paragraph(path=path, text=block.text, spans=list(block.spans))
            i += 1

    def _matches(self, name: str, text: str) -> bool:
        return structure_pattern(name, self.clean.language).match(text) is not None

    def _is_table_head(self, block: Block) -> bool:
        """Tell whether a table begins with a block of an annex though its cells run into each other."""
        return bool(self.annex) and block.kind == "plain" and self.titled and self._matches("table_head", block.text)

    def _place_block(self, block: Block, i: int) -> str:
        if self.zone == "head":
            return self._place_head(block, i)
        if block.kind == "stamp":
            return self._open_annex(block)
        if self.zone == "act":
            return self._place_in_act(block, i)
        return self._place_in_annex(block, i)

    # -- the head of the act ---------------------------------------------------------------------------------

    def _place_head(self, block: Block, i: int) -> str:
        if block.kind != "body":
            if i == 0:
                return "title"
            if structure_pattern("status", self.clean.language).fullmatch(block.text):
                return "status"
            return "info"
        if self._matches("note", block.text):
            return "note"
        self.zone = "act"
        return self._place_in_act(block, i)

    # -- the act itself --------------------------------------------------------------------------------------

    def _place_in_act(self, block: Block, i: int) -> str:
        text = block.text
        if self.wording or self.awaits_wording and text[0] in '«"':
            return self._place_wording(i)
        if self._matches("note", text) and not self.point:
            return "note"
        if block.kind != "body":
            return self._place_loose(block, i)
        if self._matches("agreed", text) or self.zone == "signed":
            self.zone = "act"
            self.point = self.point or "signed"
            self.section = "signature"
            return "signature"
        if self.section == "signature":
            self._check_behind_signature(text)
            return "signature"
        numbered = self._place_numbered(text, i)
        if numbered:
            self._expect_wording(text)
            return numbered
        if self.point and self._is_signatory(block, i):
            self.section = "signature"
            return "signature"
        if not self.point and not self._opens_first_point(i):
            return "preamble"
        if not self.point:
            self.point = "1"
            self._expect_wording(text)
            return self._place()
        self._expect_wording(text)
        return self._place_unnumbered(text, i)

    def _check_behind_signature(self, text: str) -> None:
        """Report the first numbered provision behind the signature: its annex has no stamp that is known."""
        is_reported = any(found.code == "provisions_behind_signature" for found in self.diagnostics)
        if _POINT.match(text) and not is_reported:
            message = f"numbered provisions stand behind the signature, in no annex: {text[:_LONGEST_HEADING]}"
            self.diagnostics.append(Diagnostic(code="provisions_behind_signature", at="signature", message=message))

    def _opens_first_point(self, i: int) -> bool:
        """Tell whether block `i` is the first point though it has no number: it follows the enacting words.

        The points behind it count on, from 2: `БҰЙЫРАМЫН: | Мыналар: 1) …; 2) … бекітілсін. | 2. …`.
        """
        above = self.clean.blocks[i - 1].text.rstrip() if i else ""
        if not above.endswith(":") or not structure_pattern("enacting", self.clean.language).search(
            above, max(0, len(above) - 60)
        ):
            return False
        zone = takewhile(lambda block: block.kind == "body", self.clean.blocks[i:])
        numbers = (point["number"] for block in zone if (point := _POINT.match(block.text)))
        return next(numbers, "1").partition("-")[0] != "1"

    def _place_loose(self, block: Block, i: int) -> str:
        """Place a block that is not set in and is no stamp: the title of an annex that has no stamp, or a signature."""
        if self.point and self._is_regulation_title(block, i):
            return self._open_untitled_annex()
        if self.point and self._is_signatory(block, i):
            self.section = "signature"
            return "signature"
        if self.section == "signature":
            return "signature"
        return f"{self._place()}/p" if self.point else "preamble"

    def _is_signatory(self, block: Block, i: int) -> bool:
        """Tell whether a block says who signed, or in what office, with the name in the block below."""
        if self._matches("signature", block.text) or _NAMES.fullmatch(block.text) or self._only_signatures_follow(i):
            return True
        if i + 1 == len(self.clean.blocks):
            return False
        text, below, language = block.text.rstrip(), self.clean.blocks[i + 1].text, self.clean.language
        begins_office = below[:1].islower() and _FIRST_HALF.fullmatch(text)
        if begins_office or structure_pattern("stamp_state", language).fullmatch(text):
            return self._matches("signature", below)
        named = any(pattern.fullmatch(below) for pattern in (_NAME, _NAMES, _ENDS_WITH_NAME))
        return named and structure_pattern("office", language).fullmatch(text) is not None

    def _only_signatures_follow(self, i: int) -> bool:
        """Tell whether nothing but offices and names stands from block `i` to the end of the act, or to its annexes.

        The source has lost one or the other now and then, or the office is none that is known.
        """
        texts = [block.text for block in takewhile(lambda block: block.kind != "stamp", self.clean.blocks[i:])]
        office = structure_pattern("office", self.clean.language)
        return len(texts) <= _MOST_SIGNATURES and all(
            _NAME.fullmatch(text) or _ENDS_WITH_NAME.fullmatch(text) or office.fullmatch(text.rstrip())
            for text in texts
        )

    def _expect_wording(self, text: str) -> None:
        pattern = structure_pattern("quoted_wording", self.clean.language)
        self.awaits_wording = any(m.end() == len(text) for m in pattern.finditer(text))

    def _place_wording(self, i: int) -> str:
        if self.awaits_wording:
            self.awaits_wording = False
            following = takewhile(lambda block: block.kind == "body", self.clean.blocks[i:])
            self.wording = count_wording([block.text for block in following] or [self.clean.blocks[i].text])
        self.wording -= 1
        return f"{self._place()}/quote"

    # -- annexes ---------------------------------------------------------------------------------------------

    def _open_annex(self, block: Block) -> str:
        language = self.clean.language
        inner = structure_pattern("annex_stamp", language).fullmatch(block.text)
        if inner and self.annex:
            self.inner_count += 1
            self.inner = inner["number"] or str(self.inner_count)
            self._forget_place()
            return f"annex:{self.annex}/annex:{self.inner}/stamp"
        match = structure_pattern("act_stamp", language).fullmatch(block.text)
        second_stamp = self.zone == "annex" and not self.titled and not self.inner and not self.section
        if not second_stamp:
            self._open_next_annex(match.capturesdict()["number"][-1] if match and match.captures("number") else None)
        return f"annex:{self.annex}/stamp"

    def _open_next_annex(self, number: str | None) -> None:
        self.zone = "annex"
        self.annex_count += 1
        self.annex = number or str(self.annex_count)
        self.inner, self.inner_count = "", 0
        self._forget_place()

    def _open_untitled_annex(self) -> str:
        self._open_next_annex(None)
        self.titled = True
        return f"annex:{self.annex}/title"

    def _forget_place(self) -> None:
        self.section = self.point = self.subpoint = ""
        self.told.clear()
        self.titled = False
        self.wording, self.awaits_wording = 0, False

    def _is_regulation_title(self, block: Block, i: int) -> bool:
        """Tell whether a block that is not set in is the title of a regulation: a section heading follows it."""
        following = self.clean.blocks[i + 1 : i + 2]
        pattern = structure_pattern("regulation_title", self.clean.language)
        ends = any(m.end() == len(block.text.rstrip(' "»')) for m in pattern.finditer(block.text))
        return bool(following) and following[0].kind == "heading" and (ends or block.text[0] in '«"')

    def _place_in_annex(self, block: Block, i: int) -> str:
        text = block.text
        if self.wording or self.awaits_wording and text[0] in '«"':
            return self._place_wording(i)
        if block.kind != "body":
            if (self.point or self.inner) and self._is_regulation_title(block, i):
                return self._open_untitled_annex()
            if not self.titled and not self.section and not self.point:
                if self._matches("caption", text):  # what a picture without a title has below it
                    return f"{self._place()}/p"
                self.titled = True
                return f"{self._place()}/title"
            heading = None if self.inner else structure_pattern("heading", self.clean.language).match(text)
            if heading and len(text) <= _LONGEST_HEADING:
                return self._open_section(heading["number"] or heading["chapter"] or heading["roman"])
            return self._open_unnumbered(i) or f"{self._place()}/p"
        self.titled = True
        if self.inner and not _POINT.match(text) and not _SUBPOINT.match(text):
            return f"{self._place()}/p"
        self._expect_wording(text)
        return self._place_numbered(text, i) or self._place_unnumbered(text, i)

    def _open_unnumbered(self, i: int) -> str:
        """Place a heading that has lost its number, and report what was taken for it."""
        above, language = (self.section, self.point), self.clean.language
        number = None if self.inner else infer_section(self.clean.blocks, i, *above, language)
        if number is None:
            return ""
        path = self._open_section(number)
        message = "a heading without a number; the section's number is told by the headings around it"
        self.diagnostics.append(Diagnostic(code="heading_unnumbered", at=path, message=message, severity="info"))
        return path

    def _open_section(self, number: str) -> str:
        self.section, self.point, self.subpoint = number, "", ""
        self.told.clear()
        return f"annex:{self.annex}/section:{number}/heading"

    # -- numbered provisions -----------------------------------------------------------------------------------

    def _place_numbered(self, text: str, i: int) -> str:
        point = _POINT.match(text)
        if point and self._counts_inside(point["number"], i):
            self.subpoint = self.inside = point["number"]
            return self._place()
        if point:
            self.inside = ""
            self._check_order(point["number"])
            self.point, self.subpoint = point["number"], ""
            self.told.clear()
            return self._place()
        subpoint = _SUBPOINT.match(text)
        if subpoint and (self.point or self.annex) and not self._names_subpoint(text):
            self.subpoint = subpoint["number"]
            return self._place()
        return ""

    def _counts_inside(self, number: str, i: int) -> bool:
        """Tell whether a number with a full stop is of a list inside a point of the act: `3. Отменить: | 1. …; | 2. …`.

        Such a list begins anew behind a colon, and goes on behind a semicolon or a comma.
        """
        if self.zone != "act" or not self.point:
            return False
        above = self.clean.blocks[i - 1].text.rstrip()
        if not self.inside:
            return number == "1" and above.endswith(":")
        return number == _next_number(self.inside) and above.endswith((";", ","))

    def _names_subpoint(self, text: str) -> bool:
        """Tell whether the number at the head is of a subpoint that is spoken of: `2) және 3) тармақшалар алып …`."""
        return any(place.locator.subpoint for place in read_places(text, 0, self.clean.language))

    def _place_unnumbered(self, text: str, i: int) -> str:
        """Place a paragraph without a number: under the subpoint above it, or under the point once its list is over."""
        above = self.clean.blocks[i - 1].text.rstrip()
        goes_on = above.endswith((":", ";", ",")) or text[0].islower()
        ends = not goes_on and self._following_subpoint(i) != _next_number(self.subpoint)
        if self.subpoint and ends and not self._tells_again(text):
            self.subpoint = ""
        if self.subpoint and (telling := _TELLING.match(text)):
            self.told[telling["told"]] = self.subpoint
        return f"{self._place()}/p"

    def _tells_again(self, text: str) -> bool:
        """Tell whether a paragraph says of the last subpoint what one below each subpoint before has said of it.

        `1) … | Рәсімнің нәтижесі – қолхат; | 2) … | Рәсімнің нәтижесі – хат.` closes the list, and is of subpoint 2.
        """
        telling = _TELLING.match(text)
        return telling is not None and self.told.get(telling["told"], self.subpoint) != self.subpoint

    def _following_subpoint(self, i: int) -> str | None:
        """Return the number of the next numbered provision after block `i` if it is a subpoint of the same point."""
        for block in self.clean.blocks[i + 1 :]:
            if block.kind != "body" or _POINT.match(block.text):
                return None
            subpoint = _SUBPOINT.match(block.text)
            if subpoint and not self._names_subpoint(block.text):
                return str(subpoint["number"])
        return None

    def _check_order(self, number: str) -> None:
        before = self.point.partition("-")[0]
        if before.isdigit() and int(number.partition("-")[0]) < int(before):
            self.diagnostics.append(
                Diagnostic(
                    code="point_out_of_order",
                    at=self._place(),
                    message=f"point {number} stands after point {self.point}",
                    severity="info",
                )
            )

    def _place(self) -> str:
        parts = [f"annex:{self.annex}"] if self.annex else []
        if self.inner:
            parts.append(f"annex:{self.inner}")
        if self.annex and self.section:
            parts.append(f"section:{self.section}")
        if self.point:
            parts.append(f"point:{self.point}")
        if self.subpoint:
            parts.append(f"subpoint:{self.subpoint}")
        return "/".join(parts)


def _next_number(number: str) -> str | None:
    return str(int(number) + 1) if number.isdigit() else None
