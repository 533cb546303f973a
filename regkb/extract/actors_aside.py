"""Who acts where it is told beside the action: `прием (специалист)`, `прием – специалист`, `Ответственный – маляр.`"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from regkb.extract.brackets import length_inside_bracket
from regkb.extract.durations import find_durations
from regkb.extract.noun_phrases import Sentence, find_sentence_end
from regkb.extract.unlisted_owners import add_owners
from regkb.lang import words
from regkb.lang.actors import ActorWords, HeadForm
from regkb.lang.patterns import compile_any_case
from regkb.schemas.record import Span

_BRACKET = regex.compile(r"\((?P<inside>[^()]{3,200})\)")
_WORD_FOLLOWS = regex.compile(r"\s*[\p{L}\d]")
_DASH = regex.compile(r"\s[-–—]\s+")
_LENGTH_FOLLOWS = regex.compile(r"\s*[-–—,:(]\s*")


def find_actor_aside(text: str, language: str) -> Span | None:
    """Return where the only employee or unit stands that `text`, whose sentence names nobody, tells in such a place."""
    found = set(_find_all(text, language))
    return found.pop() if len(found) == 1 else None


def find_labelled_actors(text: str, language: str) -> Iterator[Span]:
    """Yield where those stand whom a field of `text` names for who acts: `(жауапты – |маман|, 15 минут)`."""
    grammar: ActorWords = words("actors", language)
    for label in compile_any_case(grammar.told_aside).finditer(text):
        end = label.end() + length_inside_bracket(text[label.end() :])
        if span := _read_name(text, (label.end(), end), language, is_whole=False):
            yield span


def _find_all(text: str, language: str) -> Iterator[Span]:
    yield from find_labelled_actors(text, language)
    sentence_end, _ = find_sentence_end(text)
    behind = [(dash.end(), sentence_end) for dash in _DASH.finditer(text, 0, sentence_end)]
    if any(_read_name(text, place, language) for place in behind):
        # of `посадка – лесник, полив – садовник` both
        yield from (span for place in behind if (span := _read_name(text, place, language, is_whole=False)))
    for bracket in _BRACKET.finditer(text, 0, sentence_end):
        if _WORD_FOLLOWS.match(text, bracket.end()):
            continue  # `сестра (врач) осматривает`
        before = Sentence(text[: bracket.start()], language).tokens
        if before and (span := _read_name(text, bracket.span("inside"), language, before=before[-1].form)):
            yield span


def _read_name(
    text: str, place: Span, language: str, *, is_whole: bool = True, before: HeadForm | None = None
) -> Span | None:
    """Return the name at the head of a part of `text`; where it `is_whole`, nothing but a length may stand behind.

    In the case of the noun that stands right `before` it is another name of the same: `в отдел (сектор)`.
    """
    start, end = place
    sentence = Sentence(text[start:end], language)
    phrases = sentence.read_phrases()
    first = next(iter(phrases), None)
    if first is None or first.first > 0 or first.case not in ("nominative", "instrumental"):
        return None
    if first.kind not in ("person", "body") or before is not None and before.case == first.case:
        return None
    name = add_owners(sentence, phrases, first, None)
    stop = start + sentence.tokens[name.last].end
    if sentence.is_word(name.last + 1) or is_whole and not _is_length(text[stop:end], language):
        return None
    return start + sentence.tokens[0].start, stop


def _is_length(rest: str, language: str) -> bool:
    """Tell whether `rest` is empty or a length of time behind a mark: ` – 15 минут`."""
    joint = _LENGTH_FOLLOWS.match(rest)
    if joint is None:
        return not rest.strip(" .;")
    lengths = find_durations(rest[joint.end() :], language)
    return bool(lengths) and lengths[0].span is not None and lengths[0].span[0] == 0
