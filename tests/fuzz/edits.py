"""Inputs made from specimens by edits that hypothesis draws, so that it can find the least that still fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import AnyStr

from hypothesis import strategies as st

from tests.fuzz.targets import Target

PIECES = [
    "", " ", "\n", "\n\n      ", "\t", "\f", "\r", "\0", "\u00a0", "\u00ad", "\u200b", "\ufeff", "\u0301", "\x1b[31m",
    "1", "0", "-1", "99999999999999999999", "№", "№ ", "N", ".", ",", ";", ":", "-", "–", "—", "(", ")", "((", "))",
    "«", "»", '"', '""', "'", "|", "/", "\\", "1)", "2)", "1.", "1-1.", "і", "i", "І", "к ө л", "А Б В",
    "жылғы", "2016 жылғы 2 маусымдағы № 275 қаулысы", "32 қаңтар 0000", "31 ақпан 2016 жыл", "қосымша", "-қосымша",
    "осы қаулының 1, 2, 3-тармақтары", "тармағы", "тармақша", "сөздермен ауыстырылсын", "жаңа редакцияда жазылсын",
    "күнтізбелік он күн өткен соң", "1 (бір) жұмыс күні ішінде", "10-нан 15 минутқа дейін", "бұдан әрі – ", "Стандарт",
    "ҚАУЛЫ ЕТЕДІ", "БҰЙЫРАМЫН", "КЕЛІСІЛДІ", "күшін жойды", "күшіне енеді", "Нәтижесі –", "регламенті", "1-бөлім",
    "постановление акимата от 2 июня 2016 года № 275", "подпункт 1) пункта 2", "приложение", "изложить в новой редакции",
    "<", ">", "<p>", "</p>", "<table>", "<td rowspan=99999999>", "<!--", "-->", "&#0;", "&#x110000;", "&nbsp;", "]]>",
    "{", "}", "[", "]", "null", "true", '"schema"', "1e999", "--", "/*", "*/", "$$", "%s", "stream\n", "endobj", "obj",
    "/Type", "/Filter", "/FlateDecode", "<<", ">>", "BT", "ET", "Tj", "Td", "0 0 m", "9999999999 0 R", "%%EOF",
]  # fmt: skip
LONGEST = 60_000
"""Characters or bytes of an input: its time is to be bounded by its size, and many small ones find more."""


@dataclass(frozen=True)
class Edit:
    """What happens at a place (a share of the length): the next `length` characters go, repeat, turn round or stay,
    and a piece is put in so many times.
    """

    at: float
    what: str
    length: int
    piece: str
    times: int


def make_inputs(target: Target) -> st.SearchStrategy[bytes]:
    """Return a strategy of inputs for the target."""
    pieces = st.sampled_from(PIECES) | st.text(max_size=12)
    edits = st.builds(
        Edit,
        st.floats(0, 1, allow_nan=False),
        st.sampled_from(["drop", "repeat", "reverse", "join lines", "cut off", "insert"]),
        st.integers(1, 400),
        pieces,
        st.sampled_from([1, 1, 1, 2, 5, 200, 2000]),
    )
    edited = st.builds(
        lambda seed, some: apply_edits(seed, some, target.is_text),
        st.sampled_from(list(target.seeds())),
        st.lists(edits, max_size=8),
    )
    return edited | st.lists(pieces, max_size=60).map(lambda some: "".join(some).encode("utf-8", "replace"))


def apply_edits(seed: bytes, edits: list[Edit], is_text: bool) -> bytes:
    """Return the seed after the edits."""
    if not is_text:
        data = seed
        for edit in edits:
            data = _apply(data, edit, edit.piece.encode("utf-8", "replace"), b"\n", b"")
        return data
    text = seed.decode("utf-8", "replace")
    for edit in edits:
        text = _apply(text, edit, edit.piece, "\n", "")
    return text.encode("utf-8", "replace")


def _apply(text: AnyStr, edit: Edit, piece: AnyStr, line: AnyStr, nothing: AnyStr) -> AnyStr:
    at = int(edit.at * len(text))
    start, part, end = text[:at], text[at : at + edit.length], text[at + edit.length :]
    changed = {
        "drop": nothing,
        "repeat": part * min(edit.times, 20),
        "reverse": part[::-1],
        "join lines": part.replace(line, nothing),
        "cut off": nothing,
        "insert": part,
    }[edit.what]
    rest = nothing if edit.what == "cut off" else end
    return (start + piece * edit.times + changed + rest)[:LONGEST]
