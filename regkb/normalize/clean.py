"""Raw document → clean text: the repairs in their order, and the check that nothing was lost or made up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain

from regkb.lang import KAZAKH_LETTERS
from regkb.normalize.blank_lines import close_rows
from regkb.normalize.glued_words import part_glued_words
from regkb.normalize.letterspacing import has_wide_words, is_letter_spaced, join_spaced_letters
from regkb.normalize.lines import Line, close_blanks, close_number, join_tokens, split_lines
from regkb.normalize.links import Move, restore_links
from regkb.normalize.openings import set_in_openings
from regkb.normalize.paragraphs import group_lines, part_passages
from regkb.normalize.passages import Passage
from regkb.normalize.spaced_figures import ends_with_sign
from regkb.normalize.stamp_borders import part_off_stamps
from regkb.normalize.stamps import set_stamps_left
from regkb.normalize.title_borders import part_off_title
from regkb.normalize.tracing import find_uncovered, holds_trace, merge_spans
from regkb.normalize.vocabulary import read_sound_words
from regkb.schemas.record import Diagnostic, Language, Span
from regkb.schemas.stages import Block, CleanText, RawDocument, Repair

_KAZAKH_SHARE = 0.01
# … өзгерістер енгізілсін:туралы» — not 120 млн.теңге, www.elicense.kz (a pattern that begins with a sign is looked for
# at signs alone)
_SMALL = "[а-яёәғқңөұүһі]"
_MISPLACED = re.compile(rf"[.:;](?<={_SMALL}{{5}}.)(?={_SMALL}{{3}})")


def clean_text(document: RawDocument) -> CleanText:
    """Return the clean text of a raw document: repaired paragraphs in reading order, each traced to its source.

    Reads `text` and, for a PDF or a page, `hints`; adds `blocks`, `repairs` and `diagnostics`. A paragraph whose trace
    would not hold is kept as it stood in the raw text, with a diagnostic.
    """
    raw = document.text
    language = detect_language(raw)
    repairs: list[Repair] = []
    diagnostics: list[Diagnostic] = list(document.diagnostics)
    if document.hints:
        hinted = (
            Passage(tuple(close_number(line) for line in split_lines(raw, hint.span)), hint.kind)
            for hint in document.hints
        )
        passages: Iterable[Passage] = part_passages(hinted, language)
    else:
        lines = part_off_title(close_rows(list(split_lines(raw))), language)
        lines = set_stamps_left(lines, language)
        lines, doubts = set_in_openings(part_off_stamps(lines, language), language)
        diagnostics += doubts
        read = ((line.start, read_sound_words(line, language)) for line in lines)
        sound = {start: words for start, words in read if words is not None}
        known_words = list(chain.from_iterable(sound.values()))
        vocabulary = Counter(known_words)
        lines = list(_close_letters(lines, sound, vocabulary, raw, language, repairs))
        lines, moves = restore_links(lines, raw, language, vocabulary)
        for move in moves:
            repairs.append(_record_move(move))
            diagnostics += _report_rival(move)
        lines = list(_part_words(lines, known_words, vocabulary, raw, repairs))
        passages = group_lines(lines, language)
    blocks = [_build_block(passage, raw, diagnostics, repairs) for passage in passages if passage.lines]
    for start, end in find_uncovered(blocks, raw):
        diagnostics.append(
            Diagnostic(code="trace_broken", message="raw text not covered once", severity="error", span=(start, end))
        )
    return CleanText(document, language, tuple(blocks), tuple(repairs), tuple(diagnostics))


def detect_language(text: str) -> Language:
    """Return `kk` where letters that only Kazakh has make up a hundredth of the text's letters, else `ru`."""
    kazakh = 0
    for letter in KAZAKH_LETTERS:
        kazakh += text.count(letter)
        if kazakh and kazakh >= _KAZAKH_SHARE * len(text):
            return "kk"  # whatever else is in the text, no more of it are letters
    letters = sum(map(str.isalpha, text))
    return "kk" if letters and kazakh / letters >= _KAZAKH_SHARE else "ru"


def _close_letters(
    lines: Iterable[Line],
    sound: Container[int],
    vocabulary: dict[str, int],
    raw: str,
    language: Language,
    repairs: list[Repair],
) -> Iterator[Line]:
    above = ""
    for line in lines:
        below_sign, above = ends_with_sign(above), line.text
        if line.start in sound and not below_sign:
            yield line
            continue
        words = line.words()
        closed = line.with_tokens(
            join_spaced_letters(words, vocabulary, language, below_sign),
            is_letter_spaced(words) or has_wide_words(words, language),
        )
        closed = close_number(closed)
        if closed.text != join_tokens(words):
            repairs.append(Repair("letter_spacing", (line.start, line.end), raw[line.start : line.end], closed.text))
        yield closed


def _part_words(
    lines: Sequence[Line], words: Sequence[str], vocabulary: dict[str, int], raw: str, repairs: list[Repair]
) -> Iterator[Line]:
    for line, parted in zip(lines, part_glued_words(lines, words, vocabulary), strict=True):
        if parted.text != line.text:
            repairs.append(Repair("lost_blank", (line.start, line.end), raw[line.start : line.end], parted.text))
        yield parted


def _record_move(move: Move) -> Repair:
    return Repair("displaced_link", (move.line.start, move.line.end), move.before, move.line.text)


def _report_rival(move: Move) -> Iterator[Diagnostic]:
    if move.rival is not None:
        yield Diagnostic(
            code="link_place_uncertain",
            message=f"read as «{move.line.text}»; nearly as likely: «{move.rival}»",
            severity="warning",
            span=(move.line.start, move.line.end),
        )


def _build_block(passage: Passage, raw: str, diagnostics: list[Diagnostic], repairs: list[Repair]) -> Block:
    text = passage.text
    spans = merge_spans(chain.from_iterable(_line_spans(line) for line in passage.lines), raw)
    if text != passage.joined:
        repairs.append(Repair("lookalike_letter", (min(spans)[0], max(spans)[1]), passage.joined, text))
    if misplaced := _MISPLACED.search(text):
        around = text[misplaced.start() - 5 : misplaced.end() + 3]
        diagnostics.append(
            Diagnostic(
                code="word_misplaced",
                message=f"a word stands where it does not belong: «…{around}…»",
                span=(min(spans)[0], max(spans)[1]),
            )
        )
    if holds_trace(text, spans, raw):
        return Block(close_blanks(text), spans, passage.kind)
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    diagnostics.append(
        Diagnostic(
            code="trace_broken", message="the paragraph is kept as it stood", severity="error", span=(start, end)
        )
    )
    return Block(close_blanks(raw[start:end]), ((start, end),), passage.kind)


def _line_spans(line: Line) -> Iterator[Span]:
    if line.tokens:
        for token in line.tokens:
            yield token.start, token.end
    else:
        yield line.start, line.end
