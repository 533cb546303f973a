"""How well words stand beside a link where a noun stands before what belongs to it: `в пункте 9 Стандарта`.

There a preposition or a participle asks for the case of the link after it, and an owner follows in the genitive. The
weights are of the same kind as in `neighbours`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regkb.normalize.neighbours import Unit

_QUOTES = ("«", '"')
_STOPS = tuple(",.;:)»")


def score_left(a: Unit, b: Unit) -> float:
    """Score the word `a` before a link `b`."""
    if b.kind == "enacting":
        return 3.0 if a.role == "issuer" else 2.0 if a.kind == "enacting" or a.last[-1:] == "," else -2.0
    if b.kind == "number":
        return 3.0 if a.role == "date" else 2.0 if a.role == "register" else 1.0 if a.kind == "act" else -1.0
    if a.governs:
        return 3.0 if b.case in a.governs else -2.0
    if a.role == "pointing":
        return 2.0 if a.case == b.case else -0.5
    if a.kind == "part" and a.bare and b.kind == "part":
        return -1.0  # статьи 16 | пункта 1: the point is in the article
    if a.kind in ("part", "act", "ruling") and not _is_closed(a):
        return 3.0 if b.case == "genitive" else -1.0
    if a.last in ("–", "-"):
        return 2.0  # далее – Стандарт
    if a.last[-1:] == ",":
        return 0.5 if a.last[-2:-1].isalnum() else -0.5  # документов, пунктов | «…», регламент
    if b.case in ("nominative", "genitive"):
        return 0.0 if a.kind != "start" or b.case == "nominative" else -1.5
    return -1.5 if a.kind == "start" else -1.0


def score_right(a: Unit, b: Unit) -> float:
    """Score the word `b` after a link `a`."""
    sign = b.first[:1]
    if a.kind == "number":
        return {"(": 1.5, "«": 1.0, '"': 1.0}.get(sign, 0.5 if b.kind == "end" or sign in _STOPS else 0.0)
    if a.kind == "enacting":
        return 2.0 if sign == ":" or b.kind in ("enacting", "end") else -1.0
    if _is_closed(a):
        return 0.0
    if a.kind == "act":
        if b.role == "owner" or b.kind == "number" or sign in _QUOTES:
            return 1.0
        return -0.5 if b.kind == "end" else 0.0
    if a.kind == "part":
        if b.role == "owner":
            return -1.0  # an act is missing between them
        numbered = 0.5 if not a.awaits_number else -1.0 if b.case == "genitive" else 0.0
        belongs = b.role == "pointing" and b.case == "genitive"
        return numbered + (1.5 if belongs or "dative" in b.governs else 0.0)  # пункта 5 | настоящего, приложению 1 | к
    if b.role == "head":
        return 2.0
    return 0.5 if sign in _STOPS else 0.0


def _is_closed(unit: Unit) -> bool:
    """Tell whether punctuation ends a unit; the bracket of a subpoint's number does not."""
    return unit.last[-1:] in _STOPS and not (unit.last[-1:] == ")" and unit.last[-2:-1].isdigit())


def score_hole(a: Unit, b: Unit) -> float:
    """Score two words between which a link may be missing."""
    sign = b.first[:1]
    ends = sign in _STOPS or b.kind == "end"
    if a.last in ("–", "-") and sign == ")":
        return -3.0  # далее – | )
    if a.kind == "sign":
        return 3.0 if b.kind == "digits" else -2.0
    if b.kind == "sign":
        return 2.0 if a.role in ("date", "register") else 0.0
    if a.awaits_number and b.kind == "digits":
        return 3.0
    if b.role == "issuer" and b.case == "nominative":  # , акимат области ПОСТАНОВЛЯЕТ
        return 1.0 if a.last[-1:] in (*_STOPS, '"') else -1.0
    if a.role == "register" and ends:
        return -2.5  # за № 3344, опубликовано
    if b.role == "head" and (a.kind == "start" or a.last[-1:] == ")"):
        return -1.5  # 1) регламент государственной услуги
    if a.governs:
        if ends or b.governs:
            return -3.0
        misfits = b.role == "owner" or (b.role == "pointing" and b.case not in a.governs)
        return -2.0 if misfits else 0.0
    if a.role == "pointing":
        headless = a.case == "nominative" and b.role == "head"  # настоящий | государственной услуги
        return -3.0 if ends or b.governs else -2.0 if headless else 0.0
    if a.role == "date":
        return 0.5 if sign in _QUOTES else -1.5 if sign == "(" else 0.0
    if a.role == "issuer" and sign == ":":
        return -2.0
    if a.agrees and b.kind == "word" and not b.governs and b.last.isalpha() and b.first.islower():
        return 0.5 if b.case in a.agrees or b.agrees & a.agrees else -0.5
    return 0.0
