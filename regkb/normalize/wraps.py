"""Lines of one paragraph joined: what stands between the end of one and the beginning of the next."""

from __future__ import annotations

import re

import regex

_OPENS = re.compile(
    r"""
      [(«„“\[]\Z                  # көрсету процесінің (
    | (?:\A|[\s(])"{1,2}\Z        # салуын) ", деген сөздер ""
    | (?:[^\W_]|[)»"])[-–/]\Z   # 1- | қосымшасына, іс- | қимыл, және/ | немесе
    | \S[@_]\Z                    # school_91@ | edualmaty.kz
    """,
    re.VERBOSE,
)
_CLOSES = regex.compile(
    r"""
      [,.;:)»”\]!?]               # , көрсетілетін
    | "(?!"?[\p{L}\d«])           # " және
    | [-–]\p{Ll}                  # -мен
    """,
    regex.VERBOSE,
)


def wrap_separator(left: str, right: str) -> str:
    """Return the blank, or nothing, that belongs between a line that ends in `left` and one that begins with `right`.

    Nothing stands behind an opening bracket or quote, after a hyphen that holds on to its word, and before closing
    punctuation; else a blank. A straight quote that no letter follows closes what stands open in `left`, the text so
    far; where nothing does it opens: `сөзінен кейін | ", сондай-ақ" деген сөзбен толықтырылсын`.
    """
    if not left or not right:
        return ""
    if _OPENS.search(left[-3:]):
        return ""
    closes = _CLOSES.match(right[:3]) and not (right[0] == '"' and left.count('"') % 2 == 0)
    return "" if closes else " "


def close_quote(left: str, right: str) -> str:
    """Return the text `left` up to a line's end, a straight quote that stands apart there joined to its word if it
    closes.

    `"Көшет өтеу " | мемлекеттік`; where nothing stands open it opens (`салуын) " | Азаматтарға`), and where the line
    below begins with a capital, since the marks above may be unbalanced.
    """
    if left[-2:] != ' "' or left.count('"') % 2 or right[:1].isupper():
        return left
    return left[:-2].rstrip() + '"'
