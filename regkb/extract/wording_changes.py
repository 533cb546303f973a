"""What a clause of an instruction does to wording: which words go and which come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

import regex

from regkb.extract.instruction_clauses import Clause
from regkb.extract.quotations import unquote_wording
from regkb.lang import words
from regkb.lang.amendments import AmendmentWords
from regkb.lang.locators import LocatorWords
from regkb.lang.patterns import compile_any_case
from regkb.schemas.record import Language, Operation, Span


@dataclass(frozen=True, slots=True)
class Change:
    """What one clause orders."""

    operation: Operation
    old: str | None = None
    new: str | None = None


def read_changes(clause: Clause, text: str, following: str | None, language: Language) -> Iterator[Change]:
    """Yield what a clause of `text` orders, with the words that go and that come.

    `following` is the wording that follows the clause. Of a pair of words either is None where which of them go
    together is not known.
    """
    grammar = _grammar(language)
    if clause.operation == "replace_words":
        yield from _read_replacements(clause, text, grammar)
    elif clause.operation == "delete":
        gone = clause.objects or clause.quotes
        yield from (Change("delete", unquote_wording(text[start:end])) for start, end in gone)
        if not gone:
            yield Change("delete")
    elif clause.operation == "replace_whole":
        yield Change("replace_whole", None, following)
    else:
        yield from _read_additions(clause, text, following, grammar)


def _read_replacements(clause: Clause, text: str, grammar: _Grammar) -> Iterator[Change]:
    """Yield which words give way to which."""
    quotes = [span for span in clause.quotes if not _names_row(text, span, grammar)]
    quoted = [unquote_wording(text[start:end]) for start, end in quotes]
    objects = [unquote_wording(text[start:end]) for start, end in clause.objects]
    if quoted and objects:
        old_and_new = [(quoted, objects)]
    elif objects:  # заменить слова «…» словами «…»
        old_and_new = [(objects[: len(objects) // 2], objects[len(objects) // 2 :])]
    else:
        old_and_new = list(_pair(quotes, text, grammar))
    for gone, come in old_and_new:
        come = come * len(gone) if len(come) == 1 else come  # all of them by the same
        yield from (Change("replace_words", old, new) for old, new in zip_longest(gone, come))


def _names_row(text: str, quote: Span, grammar: _Grammar) -> bool:
    """Tell whether words in quotes name the row that changes: `"Түсім" деген жол бойынша "5" саны "7" санына`."""
    start, end = quote
    return bool(grammar.row.match(text, end) or grammar.row_before.match(text, 0, start))


def _pair(quotes: Sequence[Span], text: str, grammar: _Grammar) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the words that go and those that come, lists of them too: `«…», «…» сөздері «…», «…» сөздерімен`."""
    runs: list[list[str]] = []
    last = 0
    for start, end in quotes:
        if not runs or not grammar.joint.fullmatch(text, last, start):
            runs.append([])
        runs[-1].append(unquote_wording(text[start:end]))
        last = end
    if len(runs) % 2:
        yield runs[-1], []  # which of them go together is not known
    else:
        yield from zip(runs[::2], runs[1::2], strict=True)


def _read_additions(clause: Clause, text: str, following: str | None, grammar: _Grammar) -> Iterator[Change]:
    """Yield what is added: after certain words, or at the end of the place."""
    after: str | None = None
    quotes = (*clause.quotes, *clause.objects)
    for start, end in quotes:
        words_in_quotes = unquote_wording(text[start:end])
        if grammar.after.match(text, end) or grammar.after_before.match(text, 0, start):
            after = words_in_quotes
        elif after is not None:
            yield Change("insert_after", after, words_in_quotes)
            after = None
        else:
            yield Change("append", None, words_in_quotes)
    if after is not None:
        yield Change("insert_after", after, following)
    elif not quotes:
        yield Change("append", None, following)


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled patterns of a language."""

    after: regex.Pattern[str]
    after_before: regex.Pattern[str]
    row: regex.Pattern[str]
    row_before: regex.Pattern[str]
    joint: regex.Pattern[str]


@cache
def _grammar(language: Language) -> _Grammar:
    known: AmendmentWords = words("amendments", language)
    places: LocatorWords = words("locators", language)
    return _Grammar(
        after=compile_any_case(known.after),
        after_before=compile_any_case(rf"(?r)(?:{known.after_before})"),
        row=compile_any_case(known.row),
        row_before=compile_any_case(rf"(?r)(?:{known.row_before})"),
        joint=regex.compile(rf",\s?|\s{places.lists}\s"),
    )
