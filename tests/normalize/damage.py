"""A program that does to a clean text what the exports do, in random places: the opposite of the repair."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import regex

WIDTH = 78
KAZAKH_LINK = regex.compile(
    r"(?<=[\s(])(?:№\s\d[\w/-]*|\d+(?:-\d+)?-(?:тармағ|қосымша|баб)\w*|(?:қаулы|бұйры[қғ])\w*)(?=[\s,.;:)])"
)
RUSSIAN_LINK = regex.compile(
    r"(?<=[\s(])(?:№\s\d[\w/-]*|(?:(?:под)?пункт|стать|приложени)\w*\s\d+(?:-\d+)?\)?"
    r"|(?:[Зз]акон|приказ|постановлени)(?:ом|а|ем|ю|у)|Стандарт[ау])(?=[\s,.;:)])"
)


@dataclass(frozen=True)
class Damage:
    """How often each kind of damage is done."""

    links: float = 0.45
    spacing: float = 0.3
    glue: float = 0.12
    latin: float = 0.15
    lines_a_page: int = 40


NONE = Damage(0, 0, 0, 0, 10_000)


def dump(
    paragraphs: Sequence[tuple[str, str]], damage: Damage, seed: int, link: regex.Pattern[str] = KAZAKH_LINK
) -> str:
    """Return the paragraphs as a text dump with the given damage; the same seed gives the same dump.

    `link` finds the words that are links.
    """
    rng = random.Random(seed)
    lines: list[str] = [""]
    printed = 0
    for kind, text in paragraphs:
        if kind == "plain":
            lines.append("")
        text = "".join("i" if c == "і" and rng.random() < damage.latin else c for c in text)
        for line in _print_paragraph(text, kind, damage, rng, link):
            printed += bool(line)
            lines.append(line)
            if printed % damage.lines_a_page == 0 and line:
                lines += ["", "", ""]
        if kind == "plain":
            lines.append("")
    return "\n".join(lines)


def _print_paragraph(text: str, kind: str, damage: Damage, rng: random.Random, link: regex.Pattern[str]) -> list[str]:
    indent = 6 if kind == "body" else 0
    links = [m.span() for m in link.finditer(text) if kind == "body" and rng.random() < damage.links]
    printed: list[str] = []
    wrapped = _wrap(text, indent)
    for i, (start, end) in enumerate(wrapped):
        inside = [(max(a, start), min(b, end)) for a, b in links if a < end and b > start]
        line = _displace(text, start, end, inside, rng.random() < damage.glue)
        last = i == len(wrapped) - 1
        if last and not inside and end - start < 60 and rng.random() < damage.spacing:
            line = "  ".join(" ".join(word) for word in line.split())
        if inside and inside[0][0] == start and i:
            printed.append("")
        printed.append(" " * (indent if i == 0 else 0) + line + ("" if last or rng.random() < 0.3 else " "))
    return printed


def _displace(text: str, start: int, end: int, links: list[tuple[int, int]], glue: bool) -> str:
    if not links or (len(links) == 1 and links[0][1] == end):
        return text[start:end]
    plain, moved, at = "", [], start
    for a, b in links:
        plain += text[at:a]
        moved.append(text[a:b])
        at = b
    plain += text[at:end]
    return plain + ("" if glue or plain.endswith(" ") else " ") + " ".join(moved)


def _wrap(text: str, indent: int) -> list[tuple[int, int]]:
    words = [m.span() for m in regex.finditer(r"\S+", text)]
    lines: list[tuple[int, int]] = []
    room = WIDTH - indent
    start, end = words[0]
    for a, b in words[1:]:
        if b - start > room:
            lines.append((start, end))
            start, room = a, WIDTH
        end = b
    return [*lines, (start, end)]
