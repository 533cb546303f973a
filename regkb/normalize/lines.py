"""Raw text → lines of tokens: where each word stands, how far the line is set in, which blanks look like gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from regkb.lang import words
from regkb.lang.spelling import SpellingWords
from regkb.repeats import read_once
from regkb.schemas.record import Span

INDENT = 6
"""Leading blanks with which Adilet's exports open a paragraph."""

LONGEST_LINE = 5_000
"""A line that is longer is read as several: what is weighed within a line stays bounded whatever the file holds."""
LONGEST_WORD = 200
"""A run without blanks that is longer is no word, and gets a blank after so many characters in the clean text."""

_NARROW = 55
FOLLOWING = ",.;:»)"

# the standard engine holds for white space what `str` does: to `regex` the four separators of ASCII are none
_WORD = re.compile(r"\S+")
_BRACKETED_WORD = regex.compile(r"\(\p{L}+\Z")
_NUMBERED_HEADING = regex.compile(
    r"""
    (?:
        (?:\d{1,3}|[IVX]{1,5})(?:-\p{L}+)?\.?  # 1. Жалпы ережелер; 1-тарау. Жалпы; II. Орындау
      | \p{Lu}\p{L}+\s\d{1,3}\.              # Глава 1. Общие
    )
    (?<=[\p{L}.])\s+[«"]?\p{Lu}
    """,
    regex.VERBOSE,
)
_PARTED_NUMBER = regex.compile(r"\d{1,3}\s[.)]\s+[«\"]?\p{L}{2}")
# between two letters, so that no sign before or after it tells whether it belongs there: көрсету процесінде
_SURE_BLANK = regex.compile(r"(?<=\p{L})\s(?=\p{Ll})")


class Token(NamedTuple):
    """A word or a run of signs; `start` and `end` are raw offsets and may enclose blanks that spacing put in.

    `spaced` tells whether a blank stands before it in its line.
    """

    text: str
    start: int
    end: int
    spaced: bool = True


class Line(NamedTuple):
    """A line of the raw text that is not blank.

    `indent` counts its leading blanks, `blank_before` the blank lines above it. `tokens` is empty where the line is
    sound: then `text` as it stands, from `start` to `end`, is all there is to say. `letter_spaced` tells that blanks
    stood between all its letters, and two between any two words; `follows` that it began with closing punctuation;
    `closes_word` that this is the bracket round the one word that ends the line above: `(қызметкерлерінің` | `)`;
    `below_narrow` that the line above is as short as those of a stamp, which are set in by a blank or two.
    """

    start: int
    end: int
    indent: int
    blank_before: int
    text: str
    tokens: tuple[Token, ...] = ()
    letter_spaced: bool = False
    follows: bool = False
    closes_word: bool = False
    below_narrow: bool = False

    @property
    def opens_paragraph(self) -> bool:
        """Whether the line is set in as the first of a paragraph is."""
        return self.indent >= INDENT

    @property
    def begins_with_gap(self) -> bool:
        """Whether the line begins with closing punctuation below a blank line, or with a word glued to it: what the
        punctuation follows was a link.
        """
        return self.follows and not self.closes_word and (self.blank_before > 0 or self.text[1:2].isalpha())

    def words(self) -> tuple[Token, ...]:
        """Return the tokens, split now if the line was sound."""
        return self.tokens or split_words(self.text, self.start)

    def word_texts(self) -> list[str]:
        """Return the words of the line without their places."""
        return [token.text for token in self.tokens] if self.tokens else self.text.split()

    def with_tokens(self, tokens: tuple[Token, ...], letter_spaced: bool = False) -> Line:
        """Return the line with other tokens, its text made anew from them."""
        return self._replace(tokens=tokens, letter_spaced=letter_spaced, text=join_tokens(tokens))


def split_lines(raw: str, span: Span | None = None) -> Iterator[Line]:
    """Yield the lines of `raw` (within `span`) that are not blank; offsets count the characters of `raw`."""
    first, last = span or (0, len(raw))
    blank = 0
    narrow = False
    ends_in_bracket = False
    for begin, line in _cut_lines(raw, first, last):
        text = line.strip()
        if not text:
            blank += 1
            continue
        start = begin + len(line) - len(line.lstrip())
        indent, follows = start - begin, text[0] in FOLLOWING
        yield Line(
            start,
            start + len(text),
            indent,
            blank,
            text,
            follows=follows,
            closes_word=ends_in_bracket and text[0] == ")",
            below_narrow=narrow and indent < INDENT,
        )
        blank = 0
        ends_in_bracket = "(" in text and _BRACKETED_WORD.search(text) is not None
        narrow = len(text) <= _NARROW and indent < INDENT


def _cut_lines(raw: str, first: int, last: int) -> Iterator[tuple[int, str]]:
    """Yield the lines with their offsets; one that is too long in pieces, cut at a blank where that is one for sure."""
    start = first
    for line in raw[first:last].split("\n"):
        end = start + len(line)
        while end - start > LONGEST_LINE:
            most = start + LONGEST_LINE
            blank = _SURE_BLANK.search(raw, start + LONGEST_LINE // 2, most)
            cut = blank.end() if blank else most
            yield start, raw[start:cut]
            start = cut
        yield start, raw[start:end]
        start = end + 1


@read_once
def close_blanks(text: str) -> str:
    """Return the text with one blank where there were some, and blanks in what is too long to be a word."""
    found = text.split()
    if len(max(found, key=len, default="")) <= LONGEST_WORD:
        return " ".join(found)
    return " ".join(word[start : start + LONGEST_WORD] for word in found for start in range(0, len(word), LONGEST_WORD))


def is_suspect(text: str, language: str) -> bool:
    """Tell whether anything in the blanks of a line's text may be damage."""
    lone, suspect = _suspect(language)
    return suspect.search(text) is not None or lone.match(text) is not None


@cache
def _suspect(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what may be damage at a line's beginning, and behind that.

    Of the second every branch begins with a blank, so that the engine stops at blanks alone.
    """
    known: SpellingWords = words("spelling", language)
    whole_words = "".join(sorted(known.lone_words | {letter.upper() for letter in known.lone_words}))
    whole = rf"(?![{whole_words}](?!\S))" if whole_words else ""
    pieces = "".join(sorted({*known.set_apart, "i"}))
    letter = r"[^\W\d_]"
    lone = rf"{whole}{letter}(?!\S)"  # a letter that is no word: ө т к е н
    return re.compile(lone), re.compile(
        rf"""
        \s(?:
            [\s,.;:)»!?]  # doubled, or before punctuation:  осы қаулының  сәйкес;  Заңының , "Құқықтық
          | {lone}
          | (?<=\(\s)\S  # behind an opening bracket: ( сәйкес
          | (?<=\d\s)[-–]\s\d(?!\S)  # between lone digits: 2 3 0 - 2 7
          | (?<={letter}\s)[{pieces}]{letter}{{0,4}}+(?!{letter})  # before a piece at a set-apart і:  қажетт іг
        )
        """,
        re.VERBOSE,
    )


def split_words(text: str, start: int) -> tuple[Token, ...]:
    """Split a line's text at its blanks; `start` is the raw offset of its first character."""
    places = (match.span() for match in _WORD.finditer(text))
    return tuple([Token(text[begin:end], start + begin, start + end) for begin, end in places])


def close_number(line: Line) -> Line:
    """Return the line without the blank in the number with which it begins: `1 . Жалпы ережелер`, `2 ) мәліметтер`."""
    if _PARTED_NUMBER.match(line.text) is None:
        return line
    number, sign, *others = line.words()
    return line.with_tokens((number, sign._replace(spaced=False), *others), line.letter_spaced)


def find_gaps(line: Line) -> tuple[int, ...]:
    """Return the positions among the line's tokens (0: before the first) at which a word seems to have been taken out.

    A doubled blank, a blank before closing punctuation or behind an opening bracket, and a first word that is set in as
    no paragraph is, or that begins with punctuation below a blank line, are gaps; a heading is set in too. In a
    letter-spaced line it takes three blanks.
    """
    tokens = line.tokens
    if not tokens:
        return ()
    gaps = []
    is_set_in = line.indent not in (0, INDENT) and not line.below_narrow and not _NUMBERED_HEADING.match(line.text)
    if is_set_in or line.begins_with_gap:
        gaps.append(0)
    for i in range(2 if _begins_with_closed_number(tokens) else 1, len(tokens)):
        between = tokens[i].start - tokens[i - 1].end
        plain = 2 if line.letter_spaced else 1
        beside_sign = tokens[i].text[0] in ",;:.)»" or tokens[i - 1].text[-1] == "("
        if between > plain or (between >= plain and beside_sign):
            gaps.append(i)
    return tuple(gaps)


def _begins_with_closed_number(tokens: tuple[Token, ...]) -> bool:
    """Tell whether the first two tokens are a number and its sign, which `close_number` joined."""
    return len(tokens) > 1 and tokens[0].text.isdigit() and tokens[1].text in (".", ")") and not tokens[1].spaced


def join_tokens(tokens: tuple[Token, ...]) -> str:
    """Return the text of tokens that stand in one line."""
    return "".join((" " + t.text if t.spaced and i else t.text) for i, t in enumerate(tokens))
